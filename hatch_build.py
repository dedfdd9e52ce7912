"""The wheel carries the bundles of the theme, and so does the source archive that a wheel may be made from: whoever
installs either needs neither npm nor esbuild."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundlesHook(BuildHookInterface[Any]):
    """Bundles `theme/` and adds the result to the copy of it that is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundles; an editable install reads the checkout's own theme, and a source archive has them."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "generator"))
        from carte_sociale.rendering.bundles import PRETS, make_bundles

        if version == "editable" or (root / "theme" / PRETS).is_dir():
            return
        self._folder = tempfile.TemporaryDirectory(prefix="carte-sociale-")
        make_bundles(root / "theme", Path(self._folder.name))
        theme = "theme" if self.target_name == "sdist" else "carte_sociale/_theme"
        build_data["force_include"][str(Path(self._folder.name) / "pret")] = f"{theme}/{PRETS}"
