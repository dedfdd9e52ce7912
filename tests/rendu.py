"""Pages of a few records, made in this process without a build."""

from collections.abc import Iterable, Iterator

from carte_sociale.atlas.atlas import Atlas
from carte_sociale.pages import pages_of_record
from carte_sociale.pages.page import Page
from carte_sociale.rendering.assets import gather_assets
from carte_sociale.rendering.places import theme_folder
from carte_sociale.rendering.site import Rendu
from carte_sociale.routes import Edition


def record_pages(atlas: Atlas) -> Iterator[Page]:
    """Give the pages of every record of an atlas."""
    for entree in atlas.entrees:
        yield from pages_of_record(atlas, entree, atlas.liens_de(entree))


def rendering(atlas: Atlas) -> Rendu:
    """Return what renders the pages of an atlas."""
    assets, _ = gather_assets(theme_folder(), atlas.donnees.feries)
    return Rendu(atlas, theme_folder(), Edition.WEB, assets)


def rendered(atlas: Atlas, pages: Iterable[Page]) -> dict[str, str]:
    """Return pages as they are published, by file."""
    return {name: content.decode() for name, content in map(rendering(atlas).fichier, pages)}
