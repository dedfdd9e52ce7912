"""Who publishes the map, and what the pages may therefore say and offer."""

from carte_sociale.model.background import FondDeCarte
from carte_sociale.model.fields import AdresseWeb, Courriel, Modele, OuiNon
from carte_sociale.model.phones import Telephone
from carte_sociale.model.texts import Texte


class Guichet(Modele):
    """Where to write or call for one purpose; what is absent is not offered."""

    courriel: Courriel | None = None
    telephone: Telephone | None = None
    adresse: Texte | None = None


class Guichets(Modele):
    """One counter a purpose: an error in a record, a removal, privacy."""

    erreurs: Guichet | None = None
    retrait: Guichet | None = None
    vie_privee: Guichet | None = None


class Editeur(Modele):
    """The publisher. `production: non` makes every page say that the site is a demonstration."""

    nom: Texte
    description: Texte
    site_url: AdresseWeb
    production: OuiNon
    depot: AdresseWeb | None = None
    contacts: Guichets = Guichets()
    fond_de_carte: FondDeCarte | None = None

    @property
    def base(self) -> str:
        """The site's address with its last `/`, to put the address of a page after."""
        return self.site_url.rstrip("/") + "/"
