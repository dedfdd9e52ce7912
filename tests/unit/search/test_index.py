"""The files of the search: what they hold is what the atlas says, in one order."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.loading.project import read_project
from carte_sociale.model.fields import LANGUES_DU_SITE
from carte_sociale.search.columns import (
    LOT,
    ORIGINE,
    PAS,
    base,
    column,
    criteria,
    days,
    in_lots,
    locations,
    names,
    steps,
)
from carte_sociale.search.files import write_common, write_index
from carte_sociale.search.hours import hours, packs
from carte_sociale.search.legend import legend
from carte_sociale.search.lexicon import folded, lexicon, places
from carte_sociale.search.streets import streets
from carte_sociale.search.territory import territory

RACINE = Path(__file__).parents[3]
VIDE = {"paquets": [], "heures": ""}


@pytest.fixture(scope="module")
def reel() -> Atlas:
    return build_atlas(read_project(RACINE))


def read(text: str) -> list[list[int]]:
    """A column as the browser reads it."""
    return [[int(number, 36) for number in item.split(".")] if item else [] for item in text.split(",")]


def as_address(name: str) -> str:
    """A name as the browser makes an address of it."""
    return "-".join(re.findall("[a-z0-9]+", folded(name)))


def service(**parts: Any) -> dict[str, Any]:
    return {"id": "s", "nom": {"fr": "Accueil"}, "themes": ["eau"], **parts}


def test_columns_hold_what_was_written() -> None:
    items = [[0], [], [35, 36, 1295, 1296], [7]]
    assert read(column(items)) == items


def test_base_says_what_the_atlas_says(reel: Atlas) -> None:
    order = reel.par_nom(reel.entrees, "nl")
    found = json.loads(base(reel, order, "nl", VIDE, ["a"], ["<svg/>"]))
    themes = reel.donnees.vocabulaires["themes"].ids
    communes = [commune.slug for commune in reel.donnees.territoire.communes]
    assert found["nombre"] == len(reel.entrees)
    assert [[themes[n] for n in item] for item in read(found["themes"])] == [list(e.themes) for e in order]
    assert [[communes[n] for n in item] for item in read(found["communes"])] == [list(e.communes) for e in order]
    assert read(found["quartiers"]) == [list(e.quartiers) for e in order]
    assert found["lieux"] == places(reel.donnees, "nl")
    assert (found["lots"], found["signes"]) == (["a"], ["<svg/>"])


def test_lots_hold_every_record_once_those_of_one_theme_together(reel: Atlas) -> None:
    order = reel.par_nom(reel.entrees, "fr")
    lots = in_lots(order, reel.donnees.vocabulaires["themes"].ids)
    assert sorted(rank for lot in lots for rank in lot) == list(range(len(order)))
    for lot in lots:
        assert len(lot) <= LOT
        assert len({order[rank].themes[:1] for rank in lot}) == 1
        assert lot == sorted(lot)


def test_a_theme_with_many_records_takes_several_lots(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(**{f"a{n}": {"services": [service()]} for n in range(LOT + 1)}, z={})
    order = atlas.par_nom(atlas.entrees, "fr")
    assert [len(lot) for lot in in_lots(order, atlas.donnees.vocabulaires["themes"].ids)] == [LOT, 1, 1]


def test_lexicon_has_the_words_of_volunteers(reel: Atlas) -> None:
    found = json.loads(lexicon(reel.donnees, "fr"))
    themes = {id_: (nom, mots.split("|")) for id_, nom, mots, *_ in found["themes"]}
    spoken = reel.donnees.synonymes.mots["fr"]["mediation-de-dettes"]
    assert themes["mediation-de-dettes"][0] == "Payer mes dettes"
    assert {folded(word) for word in spoken} <= set(themes["mediation-de-dettes"][1])
    assert folded("Œuvre sociale, l'Été") == "oeuvre sociale, l'ete"
    terms = [term for name in ("themes", "natures", "publics") for term in reel.donnees.vocabulaires[name]]
    assert [word for term in terms for word in term.synonymes["fr"] if "|" in word] == []


@pytest.mark.parametrize("langue", LANGUES_DU_SITE)
def test_places_are_told_in_every_language_and_as_people_call_them(reel: Atlas, langue: str) -> None:
    found = places(reel.donnees, langue)
    communes = {
        slug or as_address(nom): (nom, {nom, *autres, *codes}) for slug, nom, autres, codes in found["communes"]
    }
    assert communes["molenbeek-saint-jean"][0] == ("Sint-Jans-Molenbeek" if langue == "nl" else "Molenbeek-Saint-Jean")
    assert {"Molenbeek", "Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek", "1080"} <= communes["molenbeek-saint-jean"][1]
    assert {"Saint-Josse", "Sint-Joost"} <= communes["saint-josse-ten-noode"][1]
    assert "Woluwe" not in communes["woluwe-saint-pierre"][1]
    quartiers = {code: (slug or as_address(nom), {nom, *autres}) for code, slug, nom, autres in found["quartiers"]}
    assert {code: slug for code, (slug, _) in quartiers.items()} == {
        quartier.code: quartier.slug for quartier in reel.donnees.territoire.quartiers
    }
    assert ("grand-place", {"Grand Place", "Grote Markt"}) in quartiers.values()
    lived = {
        name: {quartiers[code][0] for code in codes}
        for names, *codes in found["lieux_dits"]
        for name in names.split("|")
    }
    assert "cureghem-bara" in lived["Cureghem"]
    assert lived == {name: set(slugs) for name, slugs in reel.donnees.synonymes.lieux.items()}


def test_lexicon_tells_grave_themes_and_common_words(reel: Atlas) -> None:
    found = json.loads(lexicon(reel.donnees, "nl"))
    told = {id_: marks for id_, _nom, _mots, *marks in found["themes"]}
    assert told["prevention-du-suicide"] == ["suicide"]
    assert told["soins-palliatifs"] == [None, 1]
    assert told["ecole"] == [None]
    assert "droge" in found["courants"].split("|")


def test_every_language_has_many_expressions_of_its_own(reel: Atlas) -> None:
    spoken = reel.donnees.synonymes.mots
    counts = {langue: len({word for words in spoken[langue].values() for word in words}) for langue in LANGUES_DU_SITE}
    assert counts["fr"] >= 600
    assert counts["nl"] >= 400
    assert counts["en"] >= 300
    assert all(len(spoken[langue]) == len(reel.donnees.vocabulaires["themes"].ids) for langue in LANGUES_DU_SITE)


def test_an_expression_stands_once_under_a_theme(reel: Atlas) -> None:
    """Neither twice in a file, nor in a file and the vocabulary: it would be mended in one place only."""

    def plain(word: str) -> str:
        return re.sub(r"\W+", " ", word.casefold()).strip()

    for langue, themes in reel.donnees.synonymes.mots.items():
        for theme, said in themes.items():
            words = [plain(word) for word in (*said, *reel.terme("themes", theme).synonymes[langue])]
            assert sorted(words) == sorted(set(words)), (langue, theme)


def test_criteria_keep_three_answers(atlas_of: Callable[..., Atlas]) -> None:
    libre = {"frais": "gratuit", "inconditionnel": "oui", "disponibilite": {"etat": "ouvert", "date": "2026-11-20"}}
    complet = {"inconditionnel": "non", "disponibilite": {"etat": "complet", "date": "2026-11-21"}}
    atlas = atlas_of(
        a={"services": [service(acces=["sans-rendez-vous"], **libre)]}, b={"services": [service(**complet)]}, c={}
    )
    found = json.loads(criteria(atlas, atlas.par_nom(atlas.entrees, "fr"), "fr"))
    ids = {name: [id_ for id_, _ in found["mots"][name]] for name in found["mots"]}
    assert [[ids["acces"][n] for n in item] for item in read(found["acces"])] == [["sans-rendez-vous"], [], []]
    assert [[ids["frais"][n] for n in item] for item in read(found["frais"])] == [["gratuit"], [], []]
    assert read(found["sans_condition"]) == [[1], [0], []]
    assert read(found["de_la_place"]) == [[days("2026-11-20")], [], []]
    assert read(found["complet"]) == [[], [days("2026-11-21")], []]


def test_criteria_are_those_of_each_service_where_services_differ(atlas_of: Callable[..., Atlas]) -> None:
    doctor = service(id="m", themes=["medecin-generaliste"], publics=["adultes"], frais="gratuit")
    desk = service(id="d", themes=["eau"], acces=["sans-rendez-vous"], inconditionnel="oui")
    room = {"disponibilite": {"etat": "ouvert", "date": "2026-11-20"}}
    atlas = atlas_of(
        a={"services": [doctor, {**desk, **room}], "lieu_de_liens": {"langues": ["nl"]}},
        b={"services": [desk, {**desk, "id": "e"}]},
    )
    order = atlas.par_nom(atlas.entrees, "fr")
    found = json.loads(criteria(atlas, order, "fr"))
    ids = {name: [id_ for id_, _ in known] for name, known in found["mots"].items()}
    ids |= {name: list(atlas.donnees.vocabulaires[name].ids) for name in ("themes", "publics")}

    def parts(field: str) -> list[list[list[str]]]:
        told = [[read(part)[0] for part in item.split(";")] for item in found[field].split(",")]
        return [[[ids[field][n] for n in part] for part in item] for item in told]

    assert parts("themes") == [[["medecin-generaliste"], ["eau"]], [[]]]  # of the other one the base tells
    assert parts("publics") == [[["adultes"], []], [[]]]
    assert parts("acces") == [[[], ["sans-rendez-vous"]], [["sans-rendez-vous"]]]
    assert parts("langues") == [[["nl"], ["nl"]], [[]]]  # of the whole of a lieu de liens
    assert parts("frais") == [[["gratuit"], []], [[]]]
    assert found["sans_condition"] == ";1,1"
    assert found["de_la_place"].split(",")[1] == ""


def test_points_are_where_places_are(reel: Atlas) -> None:
    order = reel.par_nom(reel.entrees, "fr")
    found = json.loads(locations(reel, order))
    for entree, item in zip(order, read(found["points"]), strict=True):
        points = [place.point for place in entree.endroits if place.point]
        read_back = [
            (ORIGINE[0] + north * PAS, ORIGINE[1] + east * PAS)
            for north, east in zip(item[::2], item[1::2], strict=True)
        ]
        assert len(points) == len(read_back)
        for (lat, lon), (north, east) in zip(points, read_back, strict=True):
            assert abs(lat - north) <= PAS
            assert abs(lon - east) <= PAS


def test_hours_that_nobody_may_trust_are_not_there(atlas_of: Callable[..., Atlas]) -> None:
    checked = {"date": "2026-10-01", "role": "editeur", "moyen": "telephone"}
    week = [{"quand": "Mo-Fr 09:00-12:00"}]
    atlas = atlas_of(
        a={"services": [service(horaires=week)], "verification": checked},
        b={"services": [service(horaires=week)]},
        c={"services": [service(horaires=[{"quand": "24/7", "canal": "telephone"}])], "verification": checked},
    )
    found = hours(atlas.donnees, atlas.par_nom(atlas.entrees, "fr"), packs(atlas.donnees, atlas.entrees, {}))
    (first, trusted, there), (), (second, _, remote) = read(found["heures"])
    assert (first, second, there, remote) == (0, 1, 0, 1)
    assert len(found["paquets"]) == 2
    du = atlas.donnees.feries.du
    assert 0 < trusted < (atlas.donnees.feries.au - du).days


def test_a_pack_of_hours_that_was_kept_is_not_made_again(atlas_of: Callable[..., Atlas]) -> None:
    checked = {"date": "2026-10-01", "role": "editeur", "moyen": "telephone"}
    weeks = {name: [{"quand": f"{name} 09:00-12:00"}] for name in ("Mo", "Tu")}
    atlas = atlas_of(
        **{name.lower(): {"services": [service(horaires=w)], "verification": checked} for name, w in weeks.items()}
    )
    made = packs(atlas.donnees, atlas.entrees, {})
    monday, tuesday = made
    again = packs(atlas.donnees, atlas.entrees, {monday: b"kept", ("24/7", "", ()): b"of nobody"})
    assert again == {monday: b"kept", tuesday: made[tuesday]}


def test_names_in_other_languages_are_kept(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={"nom": {"fr": "Maison", "nl": "Huis", "en": "Maison"}})
    found = json.loads(names(atlas.entrees, "en"))
    assert found == {"noms": ["Maison"], "autres": ["Huis"]}


def test_streets_are_those_of_the_territory(reel: Atlas) -> None:
    found = json.loads(streets(reel.donnees.territoire))
    rues = reel.donnees.territoire.rues
    assert len(found["noms"]) == len(rues) == len(read(found["points"]))
    here = found["noms"].index("Rue de Ribaucourt")
    assert found["noms_nl"][here] == "de Ribaucourtstraat"
    assert steps(*ORIGINE) == (0, 0)


class Ids:
    """The rows of `territory`, as what they are of."""

    def endroit(self, sorte: str, chose: Any) -> str:
        return f"{sorte} {chose.slug}"

    def cpas(self, entree: Any) -> str:
        return f"cpas {entree.id}"

    def contrat(self, dispositif: Any, lien: str) -> str:
        return f"contrat {dispositif.id} {lien}"

    def contrats(self, contrats: Any) -> str:
        return " ".join(f"{dispositif.id} {lien}" for dispositif, lien in contrats)

    def bassin(self, bassin: Any, lien: str, partie: Any = None) -> str:
        return f"bassin {bassin.slug} {lien} {partie['fr'] if partie else ''}".strip()


def test_whom_a_place_goes_with_is_what_the_atlas_says(reel: Atlas) -> None:
    found = json.loads(territory(reel, "fr", Ids()))
    territoire = reel.donnees.territoire
    slugs = [commune.slug for commune in territoire.communes]
    assert list(found["quartiers"]) == [str(quartier.code) for quartier in territoire.quartiers]
    for quartier in territoire.quartiers:
        link, communes, contracts, bassins = found["quartiers"][str(quartier.code)]
        assert link == f"quartier {quartier.slug}"
        assert [slugs[rank] for rank in communes] == [slug for slug, _ in quartier.communes]
        assert contracts == [f"contrat {d.id} {lien}" for d, lien in reel.contrats_de(quartier.code)]
        known = territoire.bassin_du_quartier(quartier.code)
        assert bassins == ([f"bassin {known[0].slug} {known[1]}"] if known else [])
    for slug, (link, always, bassins, parts) in zip(slugs, found["communes"], strict=True):
        assert link == f"commune {slug}"
        cpas = [e.id for e in reel.entrees if e.nature == "cpas" and slug in e.communes]
        assert sorted(row for row in always if row.startswith("cpas")) == sorted(f"cpas {id_}" for id_ in cpas) != []
        assert [row.split()[1] for row in bassins] == [b.slug for b, _ in territoire.bassins_de_la_commune(slug)]
        contracts = {
            d.id for d in reel.donnees.reseau.dispositifs if d.type == "clss" and d.commune and d.commune.slug == slug
        }
        said = {word for row in [*always, *parts] for word in row.split() if word.startswith("clss-")}
        assert said == contracts, slug


def test_a_contract_of_a_whole_commune_goes_with_every_street_of_it(reel: Atlas) -> None:
    found = json.loads(territory(reel, "fr", Ids()))
    slugs = [commune.slug for commune in reel.donnees.territoire.communes]
    whole = {slug: rows[1] for slug, rows in zip(slugs, found["communes"], strict=True) if len(rows[1]) > 1}
    assert whole == {"koekelberg": ["cpas cpas-de-koekelberg", "contrat clss-koekelberg source"]}
    assert found["communes"][slugs.index("koekelberg")][3] == []


def test_files_are_scripts_named_after_what_they_hold(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(a={"nom": {"fr": "Chez </script>\u2028Zoé"}}, b={"services": [service()]})
    written: dict[str, bytes] = {}
    communs = write_common(atlas, str, written.__setitem__)
    cards = lambda found: [f"<p>{e.id}".encode() for e in found]  # noqa: E731
    index = write_index(
        atlas, "fr", communs, cards, Ids(), packs(atlas.donnees, atlas.entrees, {}), written.__setitem__
    )
    for address, content in written.items():
        text = content.decode()
        name = re.fullmatch(r"recherche/([0-9a-f]{12})\.js", address)
        assert name
        assert text.startswith(f'carteIndex("{name[1]}",')
        assert "\u2028" not in text

    def held(name: str) -> Any:
        return json.loads(written[f"recherche/{name}.js"].decode().partition(",")[2].removesuffix(")\n"))

    assert [held(name) for name in held(index.base)["lots"]] == [["<p>b"], ["<p>a"]]
    assert set(communs.lexiques) == set(LANGUES_DU_SITE)
    kept = held(index.casiers)
    assert [held(name) for name in kept["ids"]] == [[e.id for e in atlas.par_nom(atlas.entrees, "fr")]]
    assert [{id_: said["carte"] for id_, said in held(name).items()} for name in kept["casiers"]] == [
        {"a": "<p>a", "b": "<p>b"}
    ]
    named = {
        index.base,
        index.criteres,
        index.endroits,
        index.heures,
        index.noms,
        index.casiers,
        index.reperes,
        communs.rues,
        communs.fond,
        *kept["casiers"],
        *kept["ids"],
    }
    assert named <= {address[10:22] for address in written}


def test_locations_say_how_many_places_and_which_are_no_door(reel: Atlas) -> None:
    order = reel.par_nom(reel.entrees, "fr")
    found = json.loads(locations(reel, order))
    several, unknown = 0, 0
    themes = reel.donnees.vocabulaires["themes"].ids
    assert [[themes[n] for n in item] for item in read(found["themes"])] == [list(e.themes[:1]) for e in order]
    for entree, (count, *streets_only), points in zip(order, read(found["lieux"]), read(found["points"]), strict=True):
        shown = [place for place in entree.endroits if place.point]
        assert count == len(entree.endroits)
        assert len(points) == 2 * len(shown)
        assert streets_only == [rank for rank, place in enumerate(shown) if place.approximatif]
        several += count > 1
        unknown += bool(streets_only)
    assert several > 5
    assert unknown > 5


def test_legend_gives_each_theme_its_family(reel: Atlas) -> None:
    vocabulaires = reel.donnees.vocabulaires
    found = json.loads(legend(vocabulaires, lambda name: f"<svg>{name}"))
    assert [famille[0] for famille in found["familles"]] == list(vocabulaires["familles"].ids)
    assert all(set(names) == set(LANGUES_DU_SITE) and sign.startswith("<svg>") for _, names, sign in found["familles"])
    expected = [(theme.id, theme.famille) for theme in vocabulaires["themes"]]
    assert [(id_, found["familles"][rank][0]) for id_, rank in found["themes"]] == expected
