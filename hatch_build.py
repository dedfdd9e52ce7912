"""The wheel carries the bundles of the theme: whoever installs it needs neither npm nor esbuild."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundlesHook(BuildHookInterface[Any]):
    """Bundles `theme/` and adds the result to the wheel's copy of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundles; an editable install reads the checkout's own theme, and has none."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "generator"))
        from carte_sociale.rendering.bundles import PRETS, make_bundles

        self._folder = tempfile.TemporaryDirectory(prefix="carte-sociale-")
        make_bundles(root / "theme", Path(self._folder.name))
        build_data["force_include"][str(Path(self._folder.name) / "pret")] = f"carte_sociale/_theme/{PRETS}"
