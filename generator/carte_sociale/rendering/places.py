"""Where the theme lies: in a checkout, or inside the installed package."""

from pathlib import Path

import carte_sociale


def theme_folder() -> Path:
    """Return the folder of the theme. FileNotFoundError where the installation lacks it."""
    package = Path(carte_sociale.__file__).parent
    for folder in (package.parent.parent / "theme", package / "_theme"):
        if (folder / "layouts").is_dir():
            return folder
    raise FileNotFoundError("theme/")
