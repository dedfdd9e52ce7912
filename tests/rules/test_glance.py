"""A glance misses nothing: each rule says the same of a record with it and without it."""

from datetime import date

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carte_sociale.loading.ordinary import plain
from carte_sociale.loading.records import read_record
from carte_sociale.rules import REGLES_FICHE, Contexte
from carte_sociale.rules.glance import glance

JOUR = date(2026, 11, 30)
LIMITED = [rule for rule in REGLES_FICHE if hasattr(rule, "__wrapped__")]
WORDS = st.sampled_from(
    """
    Madame / M. / Mme / mevr. / Dr / Docteur / Dupont / DUPONT / Marie / Gilles / Saint-Gilles / MarieX / Hélène / Jean-
    Marie-Claire / demandez / Demandez / vraag naar / bel met / via / chez / après / voir avec / contact
    contactpersoon / personne de contact / responsable / référente / gsm / bureau de / et / subside / toelage / dotation
    subvention / grant / migrants / 500 / 5 000 / € / eur / EUROS / euros / million / miljoen / Mıllion / k / <b> / <!--
    &amp; / &#12; / ** / __ / ` / [a](www.b) / Ã© / â€™ / Â« / â / TOUT / EN / MAJUSCULES / refuge / adresse secrète
    vluchthuis / geheim adres / violences-conjugales / rue / ß / ŉ / # / #a
    """.strip()
    .replace("\n    ", " / ")
    .split(" / ")
)
SIGNS = st.sampled_from(
    (" ", " ", " ", "  ", "\n", ", ", ": ", " : ", "(", ")", "; ", ". ", "-", " - ", "’", "'", "=", "/", "\u00a0")
)
TEXTS = st.lists(WORDS | SIGNS | st.text(max_size=2), max_size=9).map("".join) | st.sampled_from(
    ["é" * 401, "a" * 1501, "Le Relais des habitants du quartier, ouvert à toutes et à tous, chaque jour"]
)
BLOCKS = st.dictionaries(st.sampled_from(("fr", "nl", "en", "de")), TEXTS, min_size=1, max_size=3)
MAILBOXES = st.sampled_from(
    (
        "info@a.be",
        "marie@a.be",
        "marie.dupont@a.be",
        "m.dupont@a.be",
        "marie2@a.be",
        "relais.nord@a.be",
        "a@b",
        "MARIE@A.BE",
    )
)
RECORDS = st.fixed_dictionaries(
    {"nom": BLOCKS, "nature": st.just("cpas"), "resume": BLOCKS},
    optional={
        "traductions_a_relire": st.lists(st.sampled_from(("fr", "nl", "en")), max_size=2),
        "presentation": st.fixed_dictionaries({"texte": BLOCKS}),
        "contacts": st.fixed_dictionaries(
            {
                "telephones": st.lists(
                    st.fixed_dictionaries({"numero": st.just("112"), "fonction": BLOCKS}), max_size=2
                ),
                "courriels": st.lists(st.fixed_dictionaries({"adresse": MAILBOXES}), max_size=2),
            }
        ),
        "services": st.lists(
            st.fixed_dictionaries(
                {"id": st.just("a"), "nom": BLOCKS, "themes": st.sampled_from((["violences-conjugales"], ["accueil"]))},
                optional={"description": BLOCKS},
            ),
            max_size=2,
        ),
        "financements": st.lists(st.fixed_dictionaries({"objet": BLOCKS}), max_size=1),
        "lieux": st.just(
            [{"id": "a", "forme": "adresse", "adresse": {"rue": {"fr": "Rue Neuve"}, "commune": "bruxelles"}}]
        ),
        "confidentiel": st.sampled_from(("oui", "non")),
        "sigle": TEXTS,
        "adresse": TEXTS,
    },
)


@settings(
    max_examples=400,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=RECORDS)
def test_a_glance_misses_nothing(donnees, index, data):
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
    lue, _ = read_record("organisations/bruxelles/a.yml", text, donnees)
    _assert_same(lue, donnees, index)


@pytest.mark.parametrize(
    "line",
    [
        "contacts: {courriels: [{adresse: marie.dupont@exemple.be}]}",
        "presentation: {texte: {fr: Demandez Marie}}",
        "presentation: {texte: {fr: 'bureau via', nl: 'Demandez Marie'}}",
        "presentation: {texte: {fr: Madame Dupont vous reçoit}}",
        "presentation: {texte: {fr: 'Contact : Anne Dupont'}}",
        "presentation: {texte: {fr: 'Contact : Zoltan Dupont'}}",
        "contacts: {telephones: [{numero: 02 529 41 20, fonction: {fr: Fatima}}]}",
        "contacts: {telephones: [{numero: 02 529 41 20, fonction: {fr: Saint-Gilles Dupont}}]}",
        "financements: [{type: subside, objet: {fr: 5000 €}}]",
        "financements: [{type: subside, objet: {fr: deux fois 3 Millions}}]",
        *(f"financements: [{{objet: {{fr: 3 {money}}}}}]" for money in ("euros", "millions", "miljoen", "duizend")),
        *(
            f"presentation: {{texte: {{fr: {grant} de 5.000 EUR}}}}"
            for grant in ("Subside", "subventions", "Toelage", "dotation", "dotatie", "a grant")
        ),
        "presentation: {texte: {fr: un <b>mot</b>}}",
        *(f"presentation: {{texte: {{fr: 'un {mot}'}}}}" for mot in ("**mot**", "__mot__", "`mot`", "[mot](www.a.be)")),
        "presentation: {texte: {fr: cafÃ©}}",
        "sigle: cafÃ©",
        "presentation: {texte: {fr: VENEZ TOUTES ET TOUS ICI}}",
        f"presentation: {{texte: {{fr: {'a' * 1501}}}}}",
        f"presentation: {{texte: {{fr: {'Ab ' * 30}, nl: {'aB  ' * 30}}}}}",
        "presentation: {texte: {fr: Un refuge}}\nlieux: [{id: a, adresse: {rue: {fr: Rue Neuve}}}]",
        'presentation: {texte: {fr: "Un r\\x65fuge"}}\nlieux: [{id: a, adresse: {rue: {fr: Rue Neuve}}}]',
    ],
)
def test_what_a_glance_must_see(donnees, index, base, line):
    lue, _ = read_record("organisations/bruxelles/a.yml", f"{base}{line}\n".encode(), donnees)
    assert _assert_same(lue, donnees, index)


def _assert_same(lue, donnees, index):
    contexte = Contexte(donnees, index, JOUR, False)
    found = []
    for rule in LIMITED:
        exact = [repr(problem) for problem in rule.__wrapped__(lue, contexte)]
        assert [repr(problem) for problem in rule(lue, contexte)] == exact
        found += exact
    return found


def test_what_a_glance_holds(donnees, base):
    extra = "contacts: {telephones: [{numero: 02 529 41 20, fonction: {fr: Accueil}}]}\ndoutes: [a, {fr: [b]}]\n"
    lue, _ = read_record("organisations/bruxelles/a.yml", (base + extra).encode(), donnees)
    seen = glance(lue)
    assert seen.textes == ("Le Relais", "Het Relais", "Un lieu ouvert à tous.", "Een plek voor iedereen.", "Accueil")
    assert seen.fonctions == ("Accueil",)
    assert {"cpas", "02 529 41 20", "a", "b"} <= set(seen.valeurs)
    assert seen.simple == plain(seen.ensemble)
    assert seen.holds(b"xyz", b"ouvert a tous")
    assert not seen.holds(b"xyz")
