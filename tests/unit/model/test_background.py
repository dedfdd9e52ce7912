"""What a deployer may lay under the map: the addresses that hold, and those that do not."""

import pytest
from pydantic import ValidationError

from carte_sociale.model.background import FondDeCarte

TUILES = {"qui": {"fr": "l'association Exemple"}, "attribution": "© Exemple"}


def refused(**parts: object) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(ValidationError) as error:
        FondDeCarte.model_validate(parts)
    return [(details["type"], details["loc"]) for details in error.value.errors()]


@pytest.mark.parametrize(
    ("adresse", "origine"),
    [
        ("https://tuiles.exemple.be/{z}/{x}/{y}.png", "https://tuiles.exemple.be"),
        ("https://a.exemple.be:8443/t/{z}/{y}/{x}", "https://a.exemple.be:8443"),
        ("https://exemple.be/{z}/{x}/{y}@2x.png?cle=abc", "https://exemple.be"),
        ("HTTPS://exemple.be/{z}/{x}/{y}", "https://exemple.be"),
    ],
)
def test_tiles_have_one_origin(adresse: str, origine: str) -> None:
    fond = FondDeCarte.model_validate({"tuiles": {"adresse": adresse, **TUILES}})
    assert fond.tuiles is not None
    assert fond.tuiles.adresse == adresse
    assert fond.tuiles.zoom_max == 19
    assert fond.images_tierces == origine


@pytest.mark.parametrize(
    ("adresse", "code"),
    [
        ("http://tuiles.exemple.be/{z}/{x}/{y}.png", "tuiles-sans-chiffrement"),
        ("https://tuiles.exemple.be/{z}/{x}.png", "tuiles-sans-marques"),
        ("https://tuiles.exemple.be/", "tuiles-sans-marques"),
        ("https://tuiles.exemple.be/{z}/{x}/{x}/{y}", "tuiles-sans-marques"),
        ("https://{s}.exemple.be/{z}/{x}/{y}.png", "tuiles-marque-inconnue"),
        ("https://exemple.be/{z}/{x}/{y}{r}.png", "tuiles-marque-inconnue"),
        ("https://{z}.exemple.be/{x}/{y}", "tuiles-adresse"),
        ("https://exemple.be/?z={z}&x={x}&y={y}", "tuiles-adresse"),
        ("tuiles.exemple.be/{z}/{x}/{y}.png", "tuiles-adresse"),
        ("https://moi@exemple.be/{z}/{x}/{y}", "tuiles-adresse"),
        ("https://exemple.be/{z}/{x}/{y}; script-src *", "tuiles-adresse"),
        ("https://exemple.be;/{z}/{x}/{y}", "tuiles-adresse"),
        ("https://127.0.0.1/{z}/{x}/{y}", "tuiles-adresse"),
    ],
)
def test_other_addresses_of_tiles_are_refused(adresse: str, code: str) -> None:
    assert refused(tuiles={"adresse": adresse, **TUILES}) == [(code, ("tuiles", "adresse"))]


@pytest.mark.parametrize(
    "chemin", ["bruxelles.pmtiles", "fonds/bruxelles.pmtiles", "../fonds/a-b_c.1.pmtiles", "../../b.pmtiles"]
)
def test_a_file_of_the_same_site_asks_nothing_elsewhere(chemin: str) -> None:
    fond = FondDeCarte.model_validate({"pmtiles": chemin})
    assert fond.pmtiles == chemin
    assert fond.images_tierces == ""


@pytest.mark.parametrize(
    ("chemin", "code"),
    [
        ("https://exemple.be/b.pmtiles", "pmtiles-autre-site"),
        ("//exemple.be/b.pmtiles", "pmtiles-autre-site"),
        ("data:,b.pmtiles", "pmtiles-autre-site"),
        ("/fonds/b.pmtiles", "pmtiles-chemin"),
        ("\\\\exemple.be\\b.pmtiles", "pmtiles-chemin"),
        ("fonds/b.mbtiles", "pmtiles-chemin"),
        ("fonds/.pmtiles", "pmtiles-chemin"),
        ("fonds/../b.pmtiles", "pmtiles-chemin"),
        ("mon fond.pmtiles", "pmtiles-chemin"),
        ("b.pmtiles?x=1", "pmtiles-chemin"),
    ],
)
def test_other_paths_are_refused(chemin: str, code: str) -> None:
    assert refused(pmtiles=chemin) == [(code, ("pmtiles",))]


def test_one_of_the_two_is_given() -> None:
    tuiles = {"adresse": "https://exemple.be/{z}/{x}/{y}", **TUILES}
    assert refused(pmtiles="b.pmtiles", tuiles=tuiles) == [("fond-de-carte-double", ())]
    assert refused() == [("fond-de-carte-vide", ())]


@pytest.mark.parametrize(("zoom", "right"), [("0", True), ("22", True), ("23", False), ("-1", False)])
def test_zoom_is_one_that_exists(zoom: str, right: bool) -> None:
    parts = {"adresse": "https://exemple.be/{z}/{x}/{y}", "zoom_max": zoom, **TUILES}
    if right:
        fond = FondDeCarte.model_validate({"tuiles": parts})
        assert fond.tuiles is not None
        assert fond.tuiles.zoom_max == int(zoom)
    else:
        expected = "zoom-impossible" if zoom == "23" else "attendu-nombre"
        assert refused(tuiles=parts) == [(expected, ("tuiles", "zoom_max"))]
