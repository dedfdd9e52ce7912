"""Modules of the theme's scripts, run by the Node that `make test` installs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carte_sociale.rendering.places import theme_folder

Lance = Callable[..., Any]


@pytest.fixture(scope="session")
def node() -> Lance:
    """Runs `(entry, module) => answer` on JSON, with a module of the theme; `fuseau` is the machine's time zone."""
    program = Path(sys.executable).parent / "node"

    def run(module: str, body: str, entry: Any, *, fuseau: str = "UTC", carte: dict[str, Any] | None = None) -> Any:
        address = (theme_folder() / module).as_uri()
        code = f"""
globalThis.CARTE = {json.dumps(carte or {"langue": "fr", "mots": {}, "feries": {}, "noms": {}})};
const module = await import({json.dumps(address)});
let text = "";
for await (const part of process.stdin) text += part;
const answer = await ({body})(JSON.parse(text), module);
process.stdout.write(JSON.stringify(answer));
"""
        done = subprocess.run(
            [program, "--input-type=module", "--eval", code],
            input=json.dumps(entry),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "TZ": fuseau},
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
