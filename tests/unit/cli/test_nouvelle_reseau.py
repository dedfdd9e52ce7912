"""`carte nouvelle` on the network: few questions, a valid file, nothing overwritten, a tie added to a record."""

from pathlib import Path

import pytest
import yaml

from .conftest import JOUR, Commande

TILLEULS = Path("organisations/ixelles/maison-des-tilleuls.yml")
BANC = "le-banc-du-parc"
PROJET = {
    "nom": "Un jardin à deux",
    "nom-nl": "Een tuin met twee",
    "resume": "On y cultive ensemble.",
    "resume-nl": "",
    "porteur": "maison-des-tilleuls",
    "partenaire": BANC,
    "fin": "",
    "quartiers": "Matonge",
    "themes": "",
    "pouvoir": "",
    "source": "https://jardin.example/page",
    "etablit": "qui porte et avec qui",
    "date": "2026-10",
    "id": "",
}
MUTUALISATION = {
    "nom": "Une salle partagée",
    "nom-nl": "",
    "resume": "Deux maisons prêtent leur salle.",
    "resume-nl": "",
    "quoi": "locaux",
    "partie": "maison-des-tilleuls",
    "partie-2": "Le comité du coin (exemple)",
    "garder": "2",
    "fin": "",
    "fonction": "Accueil",
    "courriel": "salle@tilleuls.example",
    "source": "https://jardin.example/page",
    "etablit": "qui partage",
    "date": "",
    "id": "",
}
RENCONTRE = {
    "nom": "Midi des accueils",
    "nom-nl": "",
    "resume": "On y parle d'accueil.",
    "resume-nl": "",
    "organisateur": BANC,
    "pour-qui": "membres",
    "communes": "Elsene",
    "ou": "Grande salle",
    "heures": "12h-14h",
    "dates": "2027-01-12, 2027-02-09",
    "annonces": "",
    "source": "https://jardin.example/page",
    "etablit": "les dates",
    "date": "",
    "id": "",
}
RELATION = {
    "de": "maison-des-tilleuls",
    "type": "partenaire",
    "vers": BANC,
    "page": "https://tilleuls.example/amis",
    "dit-le": "",
}


def typed(answers: dict[str, str], **changed: str) -> str:
    return "\n".join({**answers, **changed}.values()) + "\n"


def read(name: str) -> dict[str, object]:
    data: dict[str, object] = yaml.load(Path("content/_data", name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return data


def valid(carte: Commande, name: str) -> None:
    checked = carte("valider", f"content/_data/{name}")
    assert (checked.exit_code, "erreurs : 0, avertissements : 0" in checked.output) == (0, True), checked.output


def test_a_project_is_written_and_valid(carte: Commande) -> None:
    result = carte("nouvelle", "projet", entree=typed(PROJET))
    assert result.exit_code == 0, result.output
    assert read("projets/un-jardin-a-deux.yml") == {
        "nom": {"fr": "Un jardin à deux", "nl": "Een tuin met twee"},
        "resume": {"fr": "On y cultive ensemble."},
        "quartiers": ["matonge"],
        "porteur": {"fiche": "maison-des-tilleuls", "lien": "source"},
        "partenaires": [{"fiche": BANC, "lien": "source"}],
        "sources": [{"url": "https://jardin.example/page", "etablit": "qui porte et avec qui", "date": "2026-10"}],
    }
    valid(carte, "projets/un-jardin-a-deux.yml")


FINANCEMENT = {
    **{key: PROJET[key] for key in list(PROJET)[: list(PROJET).index("pouvoir")]},
    "pouvoir": "COCOM",
    "type": "subside",
    "debut": "2025",
    "fin-du-financement": "2027-06",
    "renouvellement": "Renouvellement demandé",
    **{key: PROJET[key] for key in list(PROJET)[list(PROJET).index("pouvoir") + 1 :]},
}


@pytest.mark.parametrize(
    ("changed", "written"),
    [
        ({}, {"debut": "2025", "fin": "2027-06", "renouvellement": "demande-en-cours"}),
        ({"debut": "", "renouvellement": ""}, {"fin": "2027-06"}),
        ({"debut": "", "fin-du-financement": "", "renouvellement": ""}, {}),
    ],
)
def test_a_project_says_how_long_it_is_funded_as_far_as_its_author_knows(
    carte: Commande, changed: dict[str, str], written: dict[str, str]
) -> None:
    result = carte("nouvelle", "projet", entree=typed(FINANCEMENT, **changed))
    assert result.exit_code == 0, result.output
    assert "jamais un montant" in result.output
    data = read("projets/un-jardin-a-deux.yml")
    assert data["financements"] == [{"type": "subside", "pouvoir": "cocom", **written}]
    assert list(data)[-2:] == ["financements", "sources"]
    valid(carte, "projets/un-jardin-a-deux.yml")


@pytest.mark.parametrize(
    ("question", "wrong", "words"),
    [
        ("debut", "bientôt", "AAAA"),
        ("fin-du-financement", "2024", "2025"),
        ("renouvellement", "peut-être\n1", "Rien ne ressemble"),
    ],
)
def test_an_answer_on_funding_that_is_refused_is_asked_again(
    carte: Commande, question: str, wrong: str, words: str
) -> None:
    again = wrong if question == "renouvellement" else f"{wrong}\n{FINANCEMENT[question]}"
    result = carte("nouvelle", "projet", entree=typed(FINANCEMENT, **{question: again}))
    assert result.exit_code == 0, result.output
    assert words in result.output
    valid(carte, "projets/un-jardin-a-deux.yml")


def test_a_party_without_a_record_keeps_its_name(carte: Commande) -> None:
    result = carte("nouvelle", "mutualisation", entree=typed(MUTUALISATION))
    assert "2. Aucune de celles-là" in result.output
    assert read("mutualisations/une-salle-partagee.yml")["parties"] == [
        {"fiche": "maison-des-tilleuls", "lien": "source"},
        {"nom": {"fr": "Le comité du coin (exemple)"}, "lien": "source"},
    ]
    valid(carte, "mutualisations/une-salle-partagee.yml")


def test_a_meeting_is_written_and_valid(carte: Commande) -> None:
    result = carte("nouvelle", "rencontre", entree=typed(RENCONTRE))
    assert result.exit_code == 0, result.output
    meeting = read("rencontres/midi-des-accueils.yml")
    assert (meeting["heures"], meeting["dates"]) == ("12h-14h", ["2027-01-12", "2027-02-09"])
    assert meeting["communes"] == ["ixelles"]
    valid(carte, "rencontres/midi-des-accueils.yml")


@pytest.mark.parametrize(
    ("sorte", "answers", "question", "wrong", "words"),
    [
        ("projet", PROJET, "porteur", "zzzzzz", "Aucune fiche ne ressemble"),
        ("projet", PROJET, "quartiers", "matonga\n1", "n'est pas un mot de la liste"),
        ("projet", PROJET, "source", "jardin", "https://"),
        ("projet", PROJET, "resume", "Il coûte 300 €.", "montant"),
        ("rencontre", RENCONTRE, "heures", "midi", "début"),
        ("rencontre", RENCONTRE, "dates", "12/01/2027", "2027-01-12"),
    ],
)
def test_a_refused_answer_is_explained_and_asked_again(
    carte: Commande, sorte: str, answers: dict[str, str], question: str, wrong: str, words: str
) -> None:
    again = wrong if "\n" in wrong else f"{wrong}\n{answers[question]}"
    if question == "porteur":
        again = f"{wrong}\nmaison-des-tilleuls"
    result = carte("nouvelle", sorte, entree=typed(answers, **{question: again}))
    assert words in result.output
    if question != "porteur":
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("changed", "written"),
    [
        ({"quartiers": "zzzzzz\n"}, {}),
        ({"quartiers": "Matonge, zzzzzz\n"}, {"quartiers": ["matonge"]}),
        ({"themes": "zzzzzz\n"}, {"quartiers": ["matonge"]}),
        ({"pouvoir": "zzzzzz\n"}, {"quartiers": ["matonge"]}),
    ],
)
def test_a_word_that_nothing_is_like_may_be_passed_over_where_none_is_wanted(
    carte: Commande, changed: dict[str, str], written: dict[str, object]
) -> None:
    result = carte("nouvelle", "projet", entree=typed(PROJET, **changed))
    assert result.exit_code == 0, result.output
    assert "ligne vide pour passer" in result.output
    data = read("projets/un-jardin-a-deux.yml")
    assert {key: data[key] for key in ("quartiers", "themes", "financements") if key in data} == written
    valid(carte, "projets/un-jardin-a-deux.yml")


def test_a_word_that_is_wanted_may_not_be_passed_over(carte: Commande) -> None:
    result = carte("nouvelle", "mutualisation", entree=typed(MUTUALISATION, quoi="zzzzzz\n\n1"))
    assert "Il faut une réponse ici." in result.output
    assert "ligne vide pour passer" not in result.output
    valid(carte, "mutualisations/une-salle-partagee.yml")


def test_without_a_word_it_asks_which(carte: Commande) -> None:
    result = carte("nouvelle", entree="projet\n" + typed(PROJET))
    assert result.exit_code == 0
    assert "4. Quelque chose que plusieurs partagent" in result.output


def test_no_file_is_overwritten(carte: Commande) -> None:
    assert carte("nouvelle", "projet", entree=typed(PROJET)).exit_code == 0
    path = Path("content/_data/projets/un-jardin-a-deux.yml")
    before = path.read_bytes()
    result = carte("nouvelle", "projet", entree=typed(PROJET, id="un-jardin-a-deux\n"))
    assert "est déjà pris" in result.output
    assert path.read_bytes() == before
    assert Path("content/_data/projets/un-jardin-a-deux-2.yml").is_file()


@pytest.mark.parametrize("count", range(0, len(PROJET), 3))
def test_an_end_of_input_leaves_no_file(carte: Commande, count: int) -> None:
    result = carte("nouvelle", "projet", entree="".join(f"{answer}\n" for answer in list(PROJET.values())[:count]))
    assert result.exit_code == 1
    assert not list(Path("content/_data").glob("projets/*jardin*"))


def test_a_tie_is_four_lines_more_in_the_record_that_declares_it(carte: Commande) -> None:
    before = TILLEULS.read_text(encoding="utf-8").splitlines()
    result = carte("nouvelle", "relation", entree=typed(RELATION))
    assert result.exit_code == 0, result.output
    after = TILLEULS.read_text(encoding="utf-8").splitlines()
    added = [line.strip() for line in after if line not in before]
    assert [line for line in before if line not in after] == []
    said = [f"- type: {RELATION['type']}", f"vers: {BANC}", f"declare_par: {RELATION['page']}"]
    assert added[-4:-1] == said
    assert added[-1].startswith("declare_le: ")
    assert carte("valider", str(TILLEULS)).exit_code == 0


@pytest.mark.parametrize(("answer", "written"), [("", JOUR), ("2025-03", "2025-03")])
def test_a_tie_says_when_it_was_said_today_where_nothing_is_answered(
    carte: Commande, answer: str, written: str
) -> None:
    result = carte("nouvelle", "relation", entree=typed(RELATION, **{"dit-le": answer}))
    assert result.exit_code == 0, result.output
    assert "ligne vide : aujourd'hui" in result.output
    record = yaml.load(TILLEULS.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert record["relations"][-1]["declare_le"] == written


def test_a_tie_that_is_no_page_is_not_written(carte: Commande) -> None:
    before = TILLEULS.read_bytes()
    result = carte("nouvelle", "relation", entree=typed(RELATION, page="on me l'a dit"))
    assert result.exit_code == 1
    assert "Rien n'a été écrit" in result.output
    assert TILLEULS.read_bytes() == before


def test_a_tie_needs_two_organisations(carte: Commande) -> None:
    result = carte("nouvelle", "relation", entree=typed(RELATION, vers=f"maison-des-tilleuls\n{BANC}"))
    assert result.exit_code == 0
    assert "il en faut deux" in result.output


@pytest.mark.parametrize("langue", ["nl", "en"])
def test_every_sort_asks_in_every_language(carte: Commande, langue: str) -> None:
    assert carte("nouvelle", "rencontre", entree=typed(RENCONTRE), langue=langue).exit_code == 0
