from pathlib import Path

import pytest
import yaml

from .conftest import Commande

REPONSES = {
    "lieu": "adresse",
    "nom": "Maison du Saule (exemple)",
    "nom-nl": "Wilgenhuis (voorbeeld)",
    "nature": "maison-de-quartier",
    "resume": "Un exemple inventé : « café », écoute #1.",
    "resume-nl": "Een verzonnen voorbeeld.",
    "commune": "Elsene",
    "rue": "Chaussée de Wavre",
    "numero": "12",
    "code-postal": "1050",
    "telephone": "02 512 00 02",
    "courriel": "accueil@saule.example",
    "site": "https://saule.example",
    "service": "Café : ouvert",
    "service-nl": "Koffie",
    "themes": "mediation-de-dettes",
    "horaires": "lun-ven 9h-12h, sauf jours fériés",
    "source": "https://saule.example/page",
    "date": "2026-10",
    "id": "",
}
ECRIT = "organisations/ixelles/maison-du-saule-exemple.yml"


def typed(**changed: str) -> str:
    answers = {**REPONSES, **{key.replace("_", "-"): value for key, value in changed.items()}}
    return "\n".join(answers.values()) + "\n"


def files() -> set[str]:
    return {str(path) for path in Path("organisations").rglob("*") if path.is_file()}


def test_what_is_written_is_valid_and_complete(carte: Commande) -> None:
    result = carte("nouvelle", "fiche", entree=typed())
    assert result.exit_code == 0
    record = yaml.load(Path(ECRIT).read_text(encoding="utf-8"), yaml.BaseLoader)
    assert record == {
        "nom": {"fr": "Maison du Saule (exemple)", "nl": "Wilgenhuis (voorbeeld)"},
        "nature": "maison-de-quartier",
        "resume": {"fr": "Un exemple inventé : « café », écoute #1.", "nl": "Een verzonnen voorbeeld."},
        "lieux": [
            {
                "id": "accueil",
                "forme": "adresse",
                "adresse": {
                    "commune": "ixelles",
                    "rue": {"fr": "Chaussée de Wavre"},
                    "numero": "12",
                    "code_postal": "1050",
                },
            }
        ],
        "contacts": {
            "telephones": [{"numero": "02 512 00 02"}],
            "courriels": [{"adresse": "accueil@saule.example"}],
            "site": "https://saule.example",
        },
        "services": [
            {
                "id": "cafe-ouvert",
                "nom": {"fr": "Café : ouvert", "nl": "Koffie"},
                "themes": ["mediation-de-dettes"],
                "horaires": [{"quand": "lun-ven 9h-12h, sauf jours fériés", "date_source": "2026-10"}],
            }
        ],
        "sources": [{"url": "https://saule.example/page", "date": "2026-10"}],
    }
    checked = carte("valider")
    assert checked.exit_code == 0
    assert checked.output.startswith("fiches lues : 4, erreurs : 0, avertissements : 0")


def test_what_is_understood_of_hours_is_shown(carte: Commande) -> None:
    result = carte("nouvelle", "fiche", entree=typed())
    assert "lundi à vendredi" in result.output
    assert "Mo-Fr 09:00-12:00; PH off" in result.output


def test_a_stub_is_enough(carte: Commande) -> None:
    empty = ("nom_nl", "resume_nl", "rue", "code_postal", "telephone", "courriel", "site", "date")
    answers = {**REPONSES, **{key.replace("_", "-"): "" for key in empty}, "service": ""}
    for key in ("numero", "service-nl", "themes", "horaires"):  # not asked without a street or a service
        del answers[key]
    assert carte("nouvelle", "fiche", entree="\n".join(answers.values()) + "\n").exit_code == 0
    record = yaml.load(Path(ECRIT).read_text(encoding="utf-8"), yaml.BaseLoader)
    assert list(record) == ["nom", "nature", "resume", "lieux", "sources"]
    assert carte("valider").exit_code == 0


@pytest.mark.parametrize(
    ("question", "wrong", "words"),
    [
        ("telephone", "02 99", "numéro de téléphone"),
        ("courriel", "accueil chez saule", "courriel"),
        ("site", "www.saule.example", "https://www.saule.example"),
        ("code-postal", "1000", "1050"),
        ("source", "saule", "https://"),
        ("date", "octobre", "AAAA-MM"),
        ("horaires", "lun-ven 9h-12h tip top", "^^^^^^^"),
        ("resume", "<b>gras</b> texte", "<b>"),
        ("id", "Maison du Saule", "maison-du-saule"),
        ("id", "maison-des-tilleuls", "déjà pris"),
        ("nom", "", "Il faut une réponse ici."),
    ],
)
def test_a_refused_answer_is_explained_and_asked_again(carte: Commande, question: str, wrong: str, words: str) -> None:
    result = carte("nouvelle", "fiche", entree=typed(**{question: f"{wrong}\n{REPONSES[question]}"}))
    assert result.exit_code == 0
    assert words in result.output
    assert Path(ECRIT).is_file()


def test_the_nearest_terms_are_offered_for_a_word(carte: Commande) -> None:
    result = carte("nouvelle", "fiche", entree=typed(nature="maison de quartié\n1", themes="dètes\n1"))
    assert result.exit_code == 0
    assert "1. Maison de quartier" in result.output or "(maison-de-quartier)" in result.output
    record = yaml.load(Path(ECRIT).read_text(encoding="utf-8"), yaml.BaseLoader)
    assert record["services"][0]["themes"] == ["mediation-de-dettes"]


def test_a_word_like_nothing_shows_the_whole_list(carte: Commande) -> None:
    result = carte("nouvelle", "fiche", entree=typed(commune="xxxxxxxx\n9\n"[:-1]))
    assert "Rien ne ressemble à « xxxxxxxx »" in result.output
    assert "(woluwe-saint-pierre)" in result.output


SANS_ADRESSE = ("commune", "rue", "numero", "code-postal", "service-nl", "themes", "horaires")


def typed_in_secret(**changed: str) -> str:
    answers = {**REPONSES, "lieu": "adresse-secrete", "resume": "Un abri inventé.", "service": "", **changed}
    return "\n".join(answer for key, answer in answers.items() if key not in SANS_ADRESSE) + "\n"


def test_a_secret_address_is_never_asked(carte: Commande) -> None:
    result = carte("nouvelle", "fiche", entree=typed_in_secret())
    assert result.exit_code == 0
    assert "Commune" not in result.output
    written = Path("organisations/region/maison-du-saule-exemple.yml").read_text(encoding="utf-8")
    assert "confidentiel: oui" in written
    assert carte("valider").exit_code == 0


@pytest.mark.parametrize("question", ["nom", "resume"])
def test_a_secret_told_in_words_is_refused_and_not_repeated(carte: Commande, question: str) -> None:
    told = "Abri, chaussée de Wavre, 1050 Ixelles"
    kept = {"nom": REPONSES["nom"], "resume": "Un abri inventé."}[question]
    result = carte("nouvelle", "fiche", entree=typed_in_secret(**{question: f"{told}\n{kept}"}))
    assert result.exit_code == 0
    assert result.output.count("Wavre") == 1  # what was typed, and no message
    written = Path("organisations/region/maison-du-saule-exemple.yml").read_text(encoding="utf-8")
    assert "Wavre" not in written
    assert "confidentiel: oui" in written


def test_a_file_name_that_tells_a_secret_is_asked_again(carte: Commande) -> None:
    result = carte("nouvelle", "fiche", entree=typed_in_secret(id="abri-chaussee-de-wavre\nabri"))
    assert result.exit_code == 0
    assert "le nom de son fichier semble dire où" in result.output
    assert Path("organisations/region/abri.yml").is_file()


@pytest.mark.parametrize("number", ["99", "0", "9" * 5000])
def test_a_number_that_no_option_has_is_asked_again(carte: Commande, number: str) -> None:
    result = carte("nouvelle", "fiche", entree=typed(lieu=f"{number}\nadresse"))
    assert result.exit_code == 0
    assert "Les numéros vont de 1 à " in result.output


@pytest.mark.parametrize("count", range(0, len(REPONSES), 3))
def test_an_end_of_input_leaves_no_file(carte: Commande, count: int) -> None:
    before = files()
    result = carte("nouvelle", "fiche", entree="".join(f"{answer}\n" for answer in list(REPONSES.values())[:count]))
    assert result.exit_code == 1
    assert "Arrêté : rien n'a été écrit." in result.output
    assert files() == before


def test_an_existing_file_is_never_overwritten(carte: Commande, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even when it came while the questions were answered."""
    Path(ECRIT).write_text("déjà là", encoding="utf-8")
    monkeypatch.setattr("carte_sociale.cli.nouvelle.taken_ids", lambda projet: frozenset())
    monkeypatch.setattr("carte_sociale.cli.nouvelle.final_problems", lambda *arguments: [])
    result = carte("nouvelle", "fiche", entree=typed())
    assert result.exit_code == 2
    assert Path(ECRIT).read_text(encoding="utf-8") == "déjà là"


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    import carte_sociale.cli.nouvelle as module

    class Refused:
        def __len__(self) -> int:
            return 3

    with pytest.raises(TypeError):
        module._write(tmp_path / "organisations" / "fiche.yml", Refused())  # type: ignore[arg-type]
    assert not (tmp_path / "organisations" / "fiche.yml").exists()


def test_the_questions_come_in_dutch_first_for_dutch(carte: Commande) -> None:
    answers = {**REPONSES, "nom": "Wilgenhuis (voorbeeld)", "nom-nl": "Maison du Saule (exemple)"}
    answers |= {"resume": "Een verzonnen voorbeeld.", "resume-nl": "Un exemple inventé.", "rue": "Waversesteenweg"}
    answers |= {"service": "Koffie", "service-nl": "Café", "horaires": "ma-vr 9u-12u, behalve op feestdagen"}
    result = carte("nouvelle", "fiche", entree="\n".join(answers.values()) + "\n", langue="nl")
    assert result.exit_code == 0
    record = yaml.load(Path("organisations/ixelles/wilgenhuis-voorbeeld.yml").read_text("utf-8"), yaml.BaseLoader)
    assert record["nom"] == {"nl": "Wilgenhuis (voorbeeld)", "fr": "Maison du Saule (exemple)"}
    assert carte("valider").exit_code == 0


def test_every_question_is_in_three_languages() -> None:
    from carte_sociale.cli.questions import _WORDS

    assert all(sorted(words) == ["en", "fr", "nl"] for words in _WORDS.values())
