import pytest

from carte_sociale.rules import duplicates

PHONE = "contacts: {telephones: [{numero: 02 529 41 20}]}\n"
SITE = "contacts: {site: 'https://www.exemple.be/relais/'}\n"
PLACE = "lieux: [{id: a, forme: adresse, adresse: {rue: {fr: Rue Neuve}, numero: '1', commune: bruxelles}}]\n"


def _pair(base, first, second, name="Het Relais"):
    return {
        "organisations/bruxelles/a.yml": base + first,
        "organisations/bruxelles/b.yml": base.replace("Le Relais", "Relais (le)").replace("Het Relais", name) + second,
    }


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (PHONE, PHONE.replace("02 529 41 20", "+32 2 529.41.20"), "même téléphone"),
        (SITE, SITE.replace("https://www.", "http://").replace("relais/", "relais"), "même site web"),
        (PLACE, PLACE.replace("fr: Rue Neuve", "fr: rue neuve, nl: Nieuwstraat"), "même adresse"),
    ],
)
def test_same_fact_and_nearly_the_same_name(verifie, base, first, second, reason):
    (problem,) = verifie(_pair(base, first, second))
    assert (problem.code, problem.fichier) == ("doublon-probable", "organisations/bruxelles/a.yml")
    assert (problem.contexte["autre"], problem.contexte["raison"]["fr"]) == ("organisations/bruxelles/b.yml", reason)


def test_several_reasons_are_said_once(verifie, base):
    both = PHONE.replace("}]}", "}], site: https://exemple.be}")
    (problem,) = verifie(_pair(base, both, both))
    assert problem.contexte["raison"]["en"] == "same phone, same website"


@pytest.mark.parametrize(
    ("first", "second"),
    [(PHONE, PHONE.replace("20}", "21}")), (PHONE, ""), ("", ""), (PLACE, PLACE.replace("'1'", "'3'"))],
)
def test_same_name_alone_is_no_duplicate(verifie, base, first, second):
    assert verifie(_pair(base, first, second)) == []


def test_same_phone_alone_is_no_duplicate(verifie, base):
    files = _pair(base, PHONE, PHONE)
    files["organisations/bruxelles/b.yml"] = (
        "nom: {fr: Planning familial}\n" + files["organisations/bruxelles/b.yml"].split("\n", 1)[1]
    )
    assert verifie(files) == []


def test_records_that_are_tied_are_two(verifie, base, donnees):
    tie = f"relations: [{{vers: b, type: {min(donnees.ids('relations'))}}}]\n"
    assert verifie(_pair(base, PHONE + tie, PHONE)) == []


def test_said_of_the_other_record_where_one_is_sensitive(verifie, base):
    files = _pair(base, PHONE + "confidentiel: non\n", PHONE)
    (problem,) = verifie(files)
    assert problem.fichier == "organisations/bruxelles/b.yml"


def test_one_record_a_company_number(verifie, base):
    number = "numero_entreprise: 0417.497.106\n"
    files = {"organisations/bruxelles/a.yml": base + number, "organisations/bruxelles/b.yml": base + number}
    files["organisations/bruxelles/b.yml"] = files["organisations/bruxelles/b.yml"].replace("Relais", "Phare")
    assert [(p.fichier[-5], p.code) for p in verifie(files)] == [("b", "numero-entreprise-double")]


def test_the_work_grows_with_the_records_not_with_their_pairs(verifie, base, monkeypatch):
    """A switchboard shared by 300 records: each name meets its neighbours only, where all pairs would be 180,000."""
    compared = []
    monkeypatch.setattr("rapidfuzz.fuzz.token_sort_ratio", lambda a, b: compared.append((a, b)) or 0)
    numbered = {
        f"organisations/evere/f{n}.yml": base.replace("Le Relais", f"Antenne {n}").replace("Het Relais", f"Post {n}")
        for n in range(300)
    }
    verifie({name: text + PHONE for name, text in numbered.items()})
    assert 300 < len(compared) <= 600 * duplicates.VOISINS
