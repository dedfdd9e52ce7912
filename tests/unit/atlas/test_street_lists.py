import pytest

from carte_sociale.atlas.street_lists import RuesDeCommune, by_commune, distinctive
from carte_sociale.model.territory import Rue, Territoire


def rue(fr: str, nl: str, lat: float = 50.85, commune: str = "ixelles") -> Rue:
    return Rue({"fr": fr, "nl": nl, "en": fr}, commune, lat, 4.35, (1,))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rue de Ribaucourt", "Ribaucourt"),
        ("Rue de l'Aqueduc", "Aqueduc"),
        ("Avenue d'Auderghem", "Auderghem"),
        ("Petite rue des Bouchers", "Bouchers"),
        ("Petite Île", "Petite Île"),
        ("Rue De Smet", "De Smet"),
        ("Rond-Point de l'Étoile", "Étoile"),
        ("Rond point du Meir", "Meir"),
        ("Place", "Place"),
        ("Rue de la", "Rue de la"),
        ("Montagne de la Cour", "Montagne de la Cour"),
        ("10ème Avenue", "10ème Avenue"),
        ("de Ribaucourtstraat", "Ribaucourtstraat"),
        ("Steenweg op Gent", "Gent"),
        ("Laan van de Deportatie", "Deportatie"),
        ("De Smetstraat", "De Smetstraat"),
        ("'t Hof te Overbeke", "Hof te Overbeke"),
    ],
)
def test_what_tells_a_street_from_others(name: str, expected: str) -> None:
    assert distinctive(name) == expected


def test_streets_by_letter_in_each_language() -> None:
    rues = RuesDeCommune(
        "ixelles",
        (
            rue("Rue du Trône", "Troonstraat"),
            rue("Avenue de la Couronne", "Kroonlaan"),
            rue("Rue de l'Élan", "Elandstraat"),
            rue("7ème Avenue", "7de Laan"),
            rue("Rue Élise", "Elizastraat"),
        ),
    )

    def names(langue: str) -> list[tuple[str, list[str]]]:
        return [(letter, [one.nom[langue] for one in found]) for letter, found in rues.par_lettre(langue)]

    assert names("fr") == [
        ("#", ["7ème Avenue"]),
        ("C", ["Avenue de la Couronne"]),
        ("E", ["Rue de l'Élan", "Rue Élise"]),
        ("T", ["Rue du Trône"]),
    ]
    assert names("en") == names("fr")
    assert names("nl") == [
        ("#", ["7de Laan"]),
        ("E", ["Elandstraat", "Elizastraat"]),
        ("K", ["Kroonlaan"]),
        ("T", ["Troonstraat"]),
    ]


def test_order_does_not_depend_on_that_of_the_file() -> None:
    streets = (
        rue("Rue A", "A-straat"),
        rue("Rue A", "Astraat"),
        rue("Rue A", "Astraat", 50.9),
        rue("Quai A", "A-kaai"),
    )
    one, other = (RuesDeCommune("ixelles", found).par_lettre("fr") for found in (streets, streets[::-1]))
    assert one == other


def test_every_street_is_in_the_list_of_its_commune(territoire_reel: Territoire) -> None:
    lists = by_commune(territoire_reel.rues)
    assert set(lists) == {commune.slug for commune in territoire_reel.communes}
    assert sum(len(found.rues) for found in lists.values()) == len(territoire_reel.rues)
    assert all(street.commune == slug for slug, found in lists.items() for street in found.rues)
