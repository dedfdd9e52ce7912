import pytest

from carte_sociale.rules.people import looks_personal, named_person


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("info@exemple.be", False),
        ("accueil@exemple.be", False),
        ("service.social@cpas.be", False),
        ("onthaal.anderlecht@caw.be", False),
        ("cpas-ocmw@uccle.brussels", False),
        ("social1070@exemple.be", False),
        ("lerelais@exemple.be", False),
        ("planning.marolles@exemple.be", False),
        ("sophie@exemple.be", True),
        ("jean.dupont@exemple.be", True),
        ("j.dupont@exemple.be", True),
        ("Fatima_Benali@exemple.be", True),
        ("kdevos.janssens@exemple.be", True),
        ("marie-claire.peeters@exemple.be", True),
    ],
)
def test_looks_personal(address, expected):
    assert looks_personal(address) is expected


def test_words_of_the_organisations_own_name_are_no_person():
    assert not looks_personal("rosa.parks@exemple.be", frozenset({"rosa", "parks"}))


@pytest.mark.parametrize(
    ("text", "function", "expected"),
    [
        ("Demandez l'accueil social.", False, ""),
        ("Bonjour Madame, Monsieur", False, ""),
        ("Madame et Monsieur", False, ""),
        ("Contactez Mme Dupont le lundi", False, "Mme Dupont"),
        ("vraag naar mevrouw Peeters of Mevrouw Peeters", False, "Mevrouw Peeters"),
        ("demander Sophie", False, "Sophie"),
        ("Appelez Bruxelles Accueil", False, ""),
        ("personne de contact : Jean Dupont", False, "Jean Dupont"),
        ("contactpersoon: Ahmed", False, "Ahmed"),
        ("responsable : service social", False, ""),
        ("Rue Docteur Huet", False, ""),
        ("Dr Huet", True, "Dr Huet"),
        ("Sophie", True, "Sophie"),
        ("Fatima, assistante sociale", True, "Fatima"),
        ("assistante sociale (Nathalie)", True, "Nathalie"),
        ("accueil - Karim", True, "Karim"),
        ("onthaal / Nele", True, "Nele"),
        ("Espace Claire, accueil", True, ""),
        ("Accueil, Saint-Pierre", True, ""),
        ("Fatima, assistante sociale", False, ""),
        ("Marie Peeters, accueil", True, "Marie Peeters"),
        ("accueil social", True, ""),
        ("Permanence juridique", True, ""),
    ],
)
def test_named_person(text, function, expected):
    assert named_person(text, function=function) == expected


def test_in_a_record(codes):
    contacts = (
        "contacts:\n"
        "  telephones:\n"
        "    - numero: 02 529 41 20\n"
        "      fonction: {fr: Sophie Dupont}\n"
        "  courriels:\n"
        "    - adresse: sophie.dupont@exemple.be\n"
    )
    assert codes(contacts) == ["personne-nommee@8:22", "courriel-personnel@10:16"]


def test_names_of_organisations_and_streets_are_not_read(codes, base):
    text = base.replace("Le Relais", "Maison Mme Dupont")
    place = "lieux:\n  - {id: a, forme: adresse, adresse: {rue: {fr: Rue Docteur Huet}, commune: anderlecht}}\n"
    assert [one for one in codes(place, base=text) if one.startswith("personne")] == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("nom_contact", "cle-nominative@5:1"),
        ("Prénom", "cle-nominative@5:1"),
        ("responsable", "cle-nominative@5:1"),
        ("contactpersoon", "cle-nominative@5:1"),
        ("contact", "cle-inconnue@5:1"),
    ],
)
def test_keys_that_call_for_a_name(codes, key, expected):
    assert codes(f"{key}: Sophie\n") == [expected]
