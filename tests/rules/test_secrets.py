"""A secret address is refused wherever it is typed, and nothing that is said of such a file repeats any of it."""

import pytest

from carte_sociale.problems import catalogue
from carte_sociale.reports import FORMATS, Bilan

SECRET = "Zzyxwelt"
"""What must never come back."""

REGION = "organisations/region/refuge.yml"
REFUGE = """\
nom: {fr: Refuge pour femmes, nl: Opvang voor vrouwen}
nature: cpas
resume: {fr: Un abri contre les violences., nl: Een schuilplaats tegen geweld.}
sources: [{url: https://exemple.be/refuge, date: 2025-01}]
confidentiel: oui
contacts: {telephones: [{numero: 02 529 10 70}], site: https://exemple.be}
lieux: [{id: secret, forme: adresse-secrete}]
"""


@pytest.fixture
def reports(verifie):
    """Every report of a file: four formats, three languages."""

    def check(text, fichier=REGION, **others):
        problems = verifie({fichier: text, **{f"organisations/uccle/{k}.yml": v for k, v in others.items()}})
        bilan = Bilan(1, problems, frozenset(problems[::2]))
        whole = Bilan(1, problems)
        shown = [form(b, langue) for form in FORMATS.values() for langue in ("fr", "nl", "en") for b in (bilan, whole)]
        return problems, "\n".join([*shown, repr(problems)])

    return check


def test_a_refuge_without_an_address_is_valid(codes):
    assert codes(base=REFUGE, fichier=REGION) == []


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ("    adresse: {commune: uccle}\n", "secret-adresse@10:5"),
        ("    position: {lat: 50.84, lon: 4.35, precision: rue, origine: source}\n", "secret-adresse@10:5"),
        ("    quartier: 1\n", "secret-adresse@10:5"),
        ("    hote: autre\n", "secret-adresse@10:5"),
        ("    itinerance: {fr: le lundi, nl: op maandag}\n", "secret-adresse@10:5"),
        ("    acces_physique: {chemin: {fr: au fond, nl: achteraan}}\n", "secret-adresse@10:5"),
        ("    adres: daar\n", "secret-adresse@10:5"),
    ],
)
def test_key_that_says_where(codes, extra, code):
    text = REFUGE.replace("lieux: [{id: secret, forme: adresse-secrete}]\n", "") + (
        "services: []\nlieux:\n  - {id: secret, forme: adresse-secrete}\n"
        if not extra
        else f"services: []\nlieux:\n  - id: secret\n    forme: adresse-secrete\n{extra}"
    )
    # lines 1-6 base, 7 services, 8 lieux, 9 id, 10 forme, 11 extra
    assert code.replace("@10", "@11") in codes(base=text, fichier=REGION)


@pytest.mark.parametrize(
    "words",
    [
        "au 12 rue de la Paix",
        "Rue Haute",
        "rue haute 12",
        "av. Louise",
        "avenue des Rossignols",
        "Place Saint-Denis",
        "chaussée d'Alsemberg 3",
        "bd Anspach 1",
        "Nieuwstraat 12",
        "in de Hoogstraat",
        "Brusselsesteenweg 5",
        "à Ixelles",
        "in Elsene",
        "1050",
        "à 1190 Forest",
        "50.8467, 4.3525",
        "lat 50,8467",
        "https://maps.app.goo.gl/abc",
        "https://www.google.com/maps/place/x",
        "https://www.openstreetmap.org/node/1",
        "12 Long Street",
        "place Zorba 917bis",
        "https://exemple.be/contact/rue-zorbalune-12",
        "https://exemple.be/?adresse=Rue%20Zorbalune%2012",
        "https://exemple.be/fr/saint-gilles/abri",
        "https://exemple.be/abri-elsene",
        "refuge-avenue-zorbalune-12",
        "rue_zorbalune_47bis",
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "# {}\n",
        'presentation: {{texte: {{fr: "{}"}}}}\n',
        "presentation:\n  texte:\n    en: >-\n      voir\n      {}\n",
    ],
)
def test_words_that_say_where(codes, words, line):
    found = codes(base=REFUGE + line.format(words), fichier=REGION)
    assert [one.split("@")[0] for one in found] == ["secret-texte"]


@pytest.mark.parametrize(
    "words",
    [
        "L'adresse est donnée par téléphone.",
        "Pour les femmes à la rue avec des enfants",
        "Nous vous trouvons une place sur place ou ailleurs",
        "Ouvert 24h/24, 7 jours sur 7",
        "Partout à Bruxelles",
        "Telefonisch bereikbaar, opvang voor vrouwen op straat",
        "Depuis 1998, plus de 3 mois, en 2019",
    ],
)
def test_words_that_say_nothing_of_it(codes, words):
    assert codes(f'presentation: {{texte: {{fr: "{words}"}}}}\n', base=REFUGE, fichier=REGION) == []


def test_street_cut_over_two_lines(codes):
    text = REFUGE + "presentation:\n  texte:\n    fr: >-\n      Nous sommes dans la rue\n      Haute au numéro douze\n"
    assert [one.split("@")[0] for one in codes(base=text, fichier=REGION)] == ["secret-texte"]


def test_one_secret_place_beside_a_public_desk(codes, base):
    public = "lieux:\n  - {id: a, forme: adresse, adresse: {rue: {fr: Rue Neuve}, commune: bruxelles}}\n"
    assert codes(public + "  - {id: b, forme: adresse-secrete}\n") == []
    assert codes(public + "  - {id: b, forme: adresse-secrete, adresse: {commune: uccle}}\n") == ["secret-adresse@7:37"]


def test_folder_and_name(codes):
    assert codes(base=REFUGE, fichier="organisations/uccle/refuge.yml") == ["secret-dossier@1:1"]
    assert codes(base=REFUGE, fichier="organisations/region/refuge-rue-haute.yml") == ["secret-nom-de-fichier@1:1"]


@pytest.mark.parametrize("answer", ["oui", "ja", "true", "OUI", '"oui"', "vrai"])
@pytest.mark.parametrize(
    "key", ["confidentiel", "Confidentiel", '"confidentiel"', '"confi\\u0064entiel"', "confidentielle"]
)
def test_every_way_to_say_it(reports, key, answer):
    text = REFUGE.replace("confidentiel: oui", f"{key}: {answer}").replace(
        "lieux: [{id: secret, forme: adresse-secrete}]", ""
    )
    problems, shown = reports(
        f"{text}lieux: [{{id: a, forme: adresse, adresse: {{rue: {{fr: Rue {SECRET}}}, commune: uccle}}}}]\n"
    )
    assert "secret-adresse" in {p.code for p in problems}
    assert SECRET not in shown


def _service(rest):
    return f"services: [{{id: a, nom: {{fr: a, nl: b}}, themes: [], {rest}}}]\n"


PLACES_OF_THE_MARK = {
    "key": f"{SECRET}: oui\n",
    "key in lower case": f"{SECRET.lower()}: oui\n",
    "key of an address": f"adresse: {SECRET}\n",
    "key twice": f"{SECRET}: a\n{SECRET}: b\n",
    "known key twice": f"nom: {{fr: {SECRET}}}\n",
    "value out of a list": f"statut: {SECRET}\n",
    "value of a commune": _service(f"perimetre: {{type: strict, communes: [{SECRET}]}}"),
    "date": f"verification: {{date: rue {SECRET}}}\n",
    "phone": f"ligne_aide: {{sms: {SECRET} 12}}\n",
    "site": f"ligne_aide: {{chat: {SECRET}.be}}\n",
    "company number": f"numero_entreprise: {SECRET}\n",
    "yes or no": f"fictif: {SECRET}\n",
    "former id": f"anciens_ids: [Rue {SECRET}]\n",
    "text without language": f"presentation: {SECRET}\n",
    "text cut by a comma": f"presentation: {{texte: {{fr: rue, {SECRET}}}}}\n",
    "list instead of text": f"sigle: [{SECRET}]\n",
    "text instead of list": f"services: {SECRET}\n",
    "anchor": f"sigle: &{SECRET} a\n",
    "tag": f"sigle: !{SECRET} a\n",
    "alias": f"sigle: *{SECRET}\n",
    "open quote": f'sigle: "rue {SECRET}\n',
    "open bracket": f"sigle: [rue {SECRET}\n",
    "colon in text": f"sigle: rue: {SECRET}\n",
    "tab": f"\tsigle: {SECRET}\n",
    "special space": f"\u00a0sigle: {SECRET}\n",
    "invisible character": f"sigle: {SECRET}\u200b\n",
    "merge conflict": f"<<<<<<< {SECRET}\n",
    "comment": f"# rue {SECRET}\n",
    "two documents": f"---\nsigle: {SECRET}\n",
    "indent": f" sigle: {SECRET}\n",
    "street": f"presentation: {{texte: {{fr: rue {SECRET}}}}}\n",
    "hours": _service(f"horaires: [{{quand: lun {SECRET} 9h}}]"),
    "place of a service": _service(f"lieux: [rue-{SECRET.lower()}]"),
    "function": _service(f"contacts: {{telephones: [{{numero: 112, fonction: {{fr: Mme {SECRET}}}}}]}}"),
    "mailbox": _service(f"contacts: {{courriels: [{{adresse: sophie.{SECRET}@x.be}}]}}"),
    "tie": f"relations: [{{type: finance, vers: {SECRET.lower()}}}]\n",
    "doubt": f"doutes: [{{champ: {SECRET}, texte: {{fr: a}}}}]\n",
    "html": f"presentation: {{texte: {{fr: <b>{SECRET}</b>}}}}\n",
    "capitals": f"presentation: {{texte: {{fr: RUE DE LA {SECRET.upper()} DOUZE}}}}\n",
    "very deep": "a: " + "[" * 15 + SECRET + "]" * 15 + "\n",
    "complex key": f"? [{SECRET}]\n: a\n",
}


@pytest.mark.parametrize("place", PLACES_OF_THE_MARK)
def test_nothing_repeats_the_mark(reports, place):
    problems, shown = reports(REFUGE + PLACES_OF_THE_MARK[place])
    assert SECRET.lower() not in shown.lower()
    assert problems or place == "comment"


@pytest.mark.parametrize("place", PLACES_OF_THE_MARK)
def test_nothing_repeats_the_mark_of_an_address_before_it(reports, place):
    """The address comes first, the mark after it, `confidentiel` last: the order of keys changes nothing."""
    street = f"{{rue: {{fr: Rue {SECRET} 5}}, code_postal: 10700, commune: {SECRET}}}"
    address = f"lieux: [{{id: {SECRET.lower()}, forme: adresse, adresse: {street}}}]\n"
    text = REFUGE.replace("confidentiel: oui\n", "").replace("lieux: [{id: secret, forme: adresse-secrete}]\n", address)
    _, shown = reports(text + PLACES_OF_THE_MARK[place] + "confidentiel: oui\n")
    assert SECRET.lower() not in shown.lower()


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le", "utf-8-sig"])
def test_nothing_repeats_it_in_another_encoding(reports, encoding):
    _, shown = reports((REFUGE + f"sigle: é{SECRET}\n# rue {SECRET}\n").encode(encoding))
    assert SECRET not in shown


def test_other_records_do_not_repeat_it(reports, base):
    """A likely duplicate, a former id and a tie name the file of a secret record at most."""
    address = (
        f"lieux: [{{id: a, forme: adresse, adresse: {{rue: {{fr: Rue {SECRET}}}, numero: '5', commune: uccle}}}}]\n"
    )
    secret = REFUGE.replace("lieux: [{id: secret, forme: adresse-secrete}]\n", address)
    twin = REFUGE.replace("confidentiel: oui\n", "").replace("lieux: [{id: secret, forme: adresse-secrete}]\n", "")
    problems, shown = reports(secret, twin=twin)
    assert "doublon-probable" in {p.code for p in problems}
    assert SECRET not in shown


def test_a_word_in_a_text_does_not_make_a_file_sensitive(verifie, base):
    text = base.replace("Un lieu ouvert à tous.", "Un accueil confidentiel et gratuit.") + "statut: asb\n"
    (problem,) = verifie({"organisations/uccle/a.yml": text})
    assert problem.valeur == "asb"


ADDRESS = f"""\
lieux:
  - id: a
    forme: adresse
    adresse:
      rue: {{fr: Rue {SECRET}}}
      numero: "47bis"
      code_postal: "1083"
      commune: {SECRET}ville
    position: {{lat: 50.87654, lon: 4.30987}}
"""
"""An address in a block, with a commune that does not exist and a point without its precision."""
OPEN = {
    place: ADDRESS.replace(f"rue: {{fr: Rue {SECRET}}}", broken)
    for place, broken in {
        "brace": f"rue: {{fr: Rue {SECRET}",
        "colon": f"rue: {{fr: Rue: {SECRET}",
        "quote": f'rue: {{fr: "Rue {SECRET}}}',
        "tab": f"\true: {{fr: Rue {SECRET}}}",
        "conflict": f"x\n<<<<<<< Rue {SECRET}",
    }.items()
}
FLAGS = (
    "confidentiel: true",
    "confidentiel true",
    "confidentiel; true",
    "confidentiel = true",
    "confidentiel:true",
    "CONFIDENTIEL",
    "Confidentiel : Vrai",
    "  confidentiel: true",
    "confidentieel: ja",
    "vertrouwelijk: true",
    "geheim: ja",
    "secret oui",
    "discret: oui",
    "confidentiel: ture",
    "confidentiel:",
)
WITHOUT_FLAG = "\n".join(REFUGE.splitlines()[:4]) + "\n"


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("first", [True, False], ids=["flag first", "flag last"])
@pytest.mark.parametrize("place", ["", *OPEN])
def test_a_clumsy_flag_masks_the_file_and_sends_to_security(reports, flag, first, place):
    address = OPEN.get(place, ADDRESS)
    text = WITHOUT_FLAG + (f"{flag}\n{address}" if first else f"{address}{flag}\n")
    problems, shown = reports(text)
    assert SECRET.lower() not in shown.lower()
    assert not any(mark in shown for mark in ("47bis", "1083", "50.87654", "4.30987"))
    assert any(p.code.startswith("secret-") and "SECURITY.md" in p.suggestion("nl") for p in problems)


@pytest.mark.parametrize("flag", FLAGS)
def test_one_answer_says_not_to_send_it_again(codes, flag):
    """Where the flag is misspelt, or the file cannot be read."""
    found = codes(f"{flag}\n{ADDRESS}", base=WITHOUT_FLAG, fichier=REGION)
    assert ("secret-douteux@1:1" in found) == (flag != "confidentiel: true")
    assert len([one for one in found if one.startswith("secret-douteux")]) < 2
    assert "secret-douteux@1:1" in codes(f"{flag}\n{OPEN['brace']}", base=WITHOUT_FLAG, fichier=REGION)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-be"])
def test_a_file_of_another_encoding_gets_that_answer_too(reports, encoding):
    problems, shown = reports((REFUGE + f"sigle: é{SECRET}\n").encode(encoding))
    assert "secret-douteux" in {p.code for p in problems}
    assert SECRET not in shown


def test_a_misspelt_flag_without_any_address_is_only_misspelt(codes):
    text = REFUGE.replace("confidentiel: oui", "confidentiel: ture")
    assert codes(base=text, fichier=REGION) == ["oui-non-attendu@5:15"]


def test_one_answer_a_block_and_none_that_helps_to_complete_it(codes):
    """Neither the unknown commune, nor the postcode, nor what the point lacks; the text inside is not told twice."""
    text = WITHOUT_FLAG + "confidentiel: oui\n" + ADDRESS
    assert codes(base=text, fichier=REGION) == ["secret-adresse@9:5", "secret-adresse@14:5"]


@pytest.mark.parametrize(
    "extra",
    [
        "lieux: [{id: a, forme: adresse}]\n",
        "lieux: [{id: a, forme: dans-un-autre-lieu}]\n",
        "services: [{id: a, nom: {fr: a, nl: b}, themes: [aide-sociale], perimetre: {type: strict}}]\n",
    ],
)
def test_nothing_asks_for_the_missing_address(codes, extra):
    assert codes(WITHOUT_LIEUX + extra, base="", fichier=REGION) == []


WITHOUT_LIEUX = WITHOUT_FLAG + "confidentiel: oui\n"


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ("adresse: daar\n", "secret-adresse@6:1"),
        ("rue: daar\n", "secret-adresse@6:1"),
        ("adresse:\n", "secret-adresse@6:1"),
    ],
)
def test_a_key_out_of_its_place_is_not_sent_to_its_place(codes, extra, code):
    assert codes(WITHOUT_LIEUX + extra, base="", fichier=REGION) == [code]


def test_in_a_secret_place_beside_a_public_desk_nothing_asks_for_more(codes):
    public = "lieux:\n  - {id: a, forme: adresse, adresse: {rue: {fr: Rue Neuve}, commune: bruxelles}}\n"
    secret = f"  - {{id: b, forme: adresse-secrete, adresse: {{commune: {SECRET}, cp: a}}, position: {{lat: 1}}}}\n"
    assert codes(public + secret) == ["secret-adresse@7:37", "secret-adresse@7:74"]


@pytest.mark.parametrize(
    "words",
    [
        "Le centre est à deux pas de la gare du Nord.",
        "Une maison dans le quartier",
        "Derrière l'église",
        "On est près du canal",
        "En face du parc",
        "À Cureghem, on vous attend",
        "Sortie du métro",
        "Een huis in Kuregem",
        "In de buurt, dicht bij het kanaal",
        "Naast de kerk",
        "Achter het station",
        "Close to the canal",
        "Behind the church",
    ],
)
@pytest.mark.parametrize("line", ['presentation: {{texte: {{fr: "{}"}}}}\n', "# pour nous : {}\n"])
def test_words_that_hint(codes, words, line):
    found = codes(line.format(words), base=REFUGE, fichier=REGION)
    assert [one.split("@")[0] for one in found] == ["secret-indice"]


@pytest.mark.parametrize(
    "words",
    [
        "Une maison de quartier",
        "Près de 200 femmes par an",
        "Nous vous trouvons une place",
        "Buurthuis en wijkwerking",
        "Un accueil au centre, à la place de la rue",
        "Voir https://exemple.be/gare/station",
        "Voir https://www.ixelles.be/aide",
        "Voir https://exemple.be/actualites/une-place-pour-toutes-2024",
        "Voir https://exemple.be/a-la-rue-24h-sur-24",
        "une-place-pour-toutes",
    ],
)
def test_words_that_do_not_hint(codes, words):
    assert codes(f'presentation: {{texte: {{fr: "{words}"}}}}\n', base=REFUGE, fichier=REGION) == []


def test_a_hint_over_two_lines(codes):
    text = REFUGE + "presentation:\n  texte:\n    fr: >-\n      Nous sommes à deux\n      pas du canal\n"
    assert [one.split("@")[0] for one in codes(base=text, fichier=REGION)] == ["secret-indice"]


@pytest.mark.parametrize("words", [f"47bis, rue Z. {SECRET}, sonner 2x", f"12 ter rue {SECRET}", f"rue Z. {SECRET}"])
def test_an_address_in_a_comment(reports, words):
    problems, shown = reports(REFUGE + f"# pour nous : {words}\n")
    assert [p.code for p in problems] == ["secret-texte"]
    assert SECRET not in shown


@pytest.mark.parametrize(
    ("fichier", "shown_as"),
    [
        (f"organisations/ganshoren/refuge-{SECRET}.yml", "organisations/ganshoren/… ("),
        (f"organisations/ganshoren/rue-{SECRET}/refuge.yml", "organisations/ganshoren/… ("),
        (f"organisations/rue-{SECRET}.yml", "organisations/… ("),
        (f"organisations/rue-{SECRET}/refuge.yml", "organisations/… ("),
        (f"organisations/{SECRET}-47bis/refuge.yml", "organisations/… ("),
        (f"organisations/region/refuge-rue-{SECRET}.yml", "organisations/region/… ("),
        (f"organisations/region/{SECRET}-47bis.yml", "organisations/region/… ("),
    ],
)
@pytest.mark.parametrize("text", [REFUGE, REFUGE + "x: [\n", REFUGE + ADDRESS], ids=["valid", "broken", "address"])
def test_the_name_of_the_file_is_not_repeated(verifie, fichier, shown_as, text):
    """GitHub's annotations keep it, to find the line: GitHub shows the file anyway."""
    bilan = Bilan(1, verifie({fichier: text}))
    for name in ("texte", "markdown", "json"):
        for langue in ("fr", "nl", "en"):
            report = FORMATS[name](bilan, langue)
            assert SECRET not in report
            assert shown_as in report
    assert f"file={fichier}," in FORMATS["github"](bilan, "fr")
    assert SECRET not in FORMATS["github"](bilan, "fr").replace(fichier, "")


def test_the_name_of_a_file_in_its_right_place_is_shown(verifie):
    bilan = Bilan(1, verifie({REGION: REFUGE + ADDRESS}))
    assert all(REGION in form(bilan, "fr") for form in FORMATS.values())


def test_no_other_record_repeats_the_name(verifie, base):
    """Neither a likely duplicate nor one that names it almost."""
    name = f"rue-{SECRET.lower()}"
    twin = REFUGE.replace("confidentiel: oui\n", "").replace("lieux: [{id: secret, forme: adresse-secrete}]\n", "")
    files = {
        f"organisations/ganshoren/{name}.yml": REFUGE,
        "organisations/uccle/near.yml": base + f"relations: [{{type: finance, vers: {name}s}}]\n",
        "organisations/uccle/twin.yml": twin,
    }
    problems = verifie(files)
    assert {"fiche-inconnue", "doublon-probable"} <= {p.code for p in problems}
    shown = FORMATS["texte"](Bilan(3, problems), "fr").replace(f"{name}s", "")
    assert name not in shown


def test_every_answer_of_a_secret_sends_to_security():
    codes = [code for code in catalogue() if code.startswith("secret-") or code == "refuge-avec-adresse"]
    assert len(codes) == 7
    for code in codes:
        assert all("SECURITY.md" in words for words in catalogue()[code]["suggestion"].values())


STREET = "lieux:\n  - id: a\n    forme: adresse\n    adresse: {rue: {fr: Rue Neuve}, commune: bruxelles}\n"


@pytest.mark.parametrize(
    ("words", "nature", "themes"),
    [
        ("Un lieu", "hebergement-d-urgence", "violences-conjugales"),
        ("Un lieu", "maison-d-accueil", "violences-conjugales"),
        ("Un lieu", "cpas", "violences-conjugales, hebergement-d-urgence"),
        ("Un refuge pour femmes", "cpas", "aide-sociale"),
        ("Son adresse reste secrète", "cpas", "aide-sociale"),
        ("Een vluchthuis", "cpas", "aide-sociale"),
    ],
)
def test_a_refuge_with_a_street_is_asked_about(codes, words, nature, themes):
    text = WITHOUT_FLAG.replace("Refuge pour femmes", words).replace("nature: cpas", f"nature: {nature}")
    service = f"services: [{{id: a, nom: {{fr: a, nl: b}}, themes: [{themes}]}}]\n"
    assert codes(service + STREET, base=text) == ["refuge-avec-adresse@9:5"]
    assert codes(service, base=text) == []


@pytest.mark.parametrize(
    ("words", "themes"),
    [("Aide aux réfugiés", "aide-sociale"), ("Écoute", "violences-conjugales"), ("Un lit", "hebergement-d-urgence")],
)
def test_no_refuge(codes, words, themes):
    service = f"services: [{{id: a, nom: {{fr: a, nl: b}}, themes: [{themes}]}}]\n"
    assert codes(service + STREET, base=WITHOUT_FLAG.replace("Refuge pour femmes", words)) == []


def test_an_unknown_street_of_a_refuge_is_not_repeated(reports):
    text = WITHOUT_FLAG.replace("Un abri", "Un refuge à adresse secrète") + STREET.replace("Rue Neuve", f"Rue {SECRET}")
    problems, shown = reports(text)
    assert "refuge-avec-adresse" in {p.code for p in problems}
    assert SECRET not in shown
