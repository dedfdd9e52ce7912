"""Large files, wrong in as many places as they hold: an answer within 2 s, and no more memory than it takes.

What a rule does for each fault must not look at all the others.
"""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from carte_sociale.loading.text import TAILLE_MAX

from .controle import steps
from .tour import faults

DEBUT = "nom: {fr: Abri, nl: Schuilplaats}\nnature: cpas\nresume: {fr: a, nl: b}\nsources: [{url: https://a.be}]\n"
DRAPEAUX = {"open": "", "secret": "confidentil: oui\n"}
MORCEAUX: dict[str, tuple[str, ...]] = {
    "blocks without a key": ("services:\n", "- nom: {fr: a b c}\n"),
    "addresses": ("lieux:\n", "- adresse: {rue: a}\n"),
    "misspelt keys": ("services:\n", "- {nm: a}\n"),
    "escaped texts": ("doutes:\n", '- "a\\tb"\n'),
    "texts": ("doutes:\n", "- texte: {fr: a, nl: a}\n"),
    "hours": ("services:\n- horaires:\n", "  - quand: lundi 9h\n"),
    "comments": ("", "# a\n"),
    "words": ("# ", "Rue A "),
    "empty keys": ("lieux:\n", "- adresse:\n"),
    "relations": ("relations:\n", "- vers: a\n"),
    "ids": ("anciens_ids:\n", "- a\n"),
    "blanks": ("", "\n"),
    "tabs": ("", "\ta\n"),
    "conflicts": ("", "=======\n"),
    "quotes": ("", 'a: "\n'),
    "one word": ("# ", "a"),
    "joined words": ("# ", "rue_"),
    "a street and no number": ("# ", "rue a "),
    "addresses of the web": ("# ", "https://a/rue-"),
    "blank lines after a sign of secrecy": ("a: un refuge confidentiel\n", " \n"),
    "blanks on a line": ("a: un refuge", " "),
    "brackets": ("a: ", "["),
    "texts in capitals": ("doutes: [{texte: {fr: '", "AB ", "'}}]\n"),
    "signs of markup": ("doutes: [{texte: {fr: '", "<a ", "'}}]\n"),
    "stars": ("doutes: [{texte: {fr: '", "**a", "'}}]\n"),
    "names": ("doutes: [{texte: {fr: '", "Madame Anne ", "'}}]\n"),
    "functions": ("contacts: {telephones: [{numero: '112', fonction: {fr: '", "Fatima, ", "'}}]}\n"),
    "hours on a line": ("services: [{horaires: [{quand: '", "lun 9h-12h, ", "'}]}]\n"),
    "spaces of hours": ("services: [{horaires: [{quand: 'lun 9h", " ", "9h'}]}]\n"),
    "digits": ("contacts: {telephones: [{numero: '", "02 ", "'}]}\n"),
    "an address": ("lieux: [{adresse: '", "Rue Haute 1, ", "'}]\n"),
    "a mailbox": ("contacts: {courriels: [{adresse: '", "a.", "b@c.be'}]}\n"),
    "a link": ("contacts: {site: 'https://", "a-.", "'}\n"),
}


@pytest.mark.parametrize("drapeau", DRAPEAUX)
@pytest.mark.parametrize("sorte", MORCEAUX)
def test_many_faults_take_no_time(sorte: str, drapeau: str) -> None:
    start, piece, *end = MORCEAUX[sorte]
    text = DEBUT + DRAPEAUX[drapeau] + start
    text += piece * ((TAILLE_MAX - 20 - len(text)) // len(piece)) + "".join(end)
    assert TAILLE_MAX - 100 < len(text.encode()) <= TAILLE_MAX
    assert list(faults([0], lambda _: (sorte, text.encode()), lambda octets: islice(steps(octets), 3))) == []


def test_a_file_of_any_size_is_refused_without_being_read_whole(projet_fictif: Path) -> None:
    with (projet_fictif / "organisations/region/immense.yml").open("wb") as file:
        file.truncate(8 << 30)  # a hole: it takes no place on the disk
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import tour\n" + (
        "from carte_sociale.cli import main; tour.limit_memory(); main()"
    )
    command = [sys.executable, "-c", code, "valider", "--format", "json"]
    done = subprocess.run(command, cwd=projet_fictif, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "")
    assert '"code": "fichier-trop-gros"' in done.stdout
