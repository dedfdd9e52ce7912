"""Problems for people and machines: terminal, GitHub annotations, Markdown for a pull request, JSON."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from carte_sociale.problems import Gravite, Problem, printable, visible

_WORDS = {
    "fr": {
        "erreur": "erreur",
        "avertissement": "avertissement",
        "fiches": "fiches lues : {n}",
        "erreurs": "erreurs : {n}",
        "avertissements": "avertissements : {n}",
        "rien": "Tout est en ordre.",
        "titre": "Contrôle des fiches",
        "nouveaux": "Ce que cette modification amène",
        "anciens": "Ce qui était déjà là",
        "ancien": "déjà là",
        "ecrire": "À faire :",
        "endroit": "Endroit",
        "probleme": "Ce qui ne va pas",
        "solution": "À faire",
    },
    "nl": {
        "erreur": "fout",
        "avertissement": "waarschuwing",
        "fiches": "gelezen fiches: {n}",
        "erreurs": "fouten: {n}",
        "avertissements": "waarschuwingen: {n}",
        "rien": "Alles is in orde.",
        "titre": "Controle van de fiches",
        "nouveaux": "Wat deze wijziging meebrengt",
        "anciens": "Wat er al was",
        "ancien": "was er al",
        "ecrire": "Te doen:",
        "endroit": "Plaats",
        "probleme": "Wat er niet klopt",
        "solution": "Te doen",
    },
    "en": {
        "erreur": "error",
        "avertissement": "warning",
        "fiches": "records read: {n}",
        "erreurs": "errors: {n}",
        "avertissements": "warnings: {n}",
        "rien": "All is well.",
        "titre": "Check of the records",
        "nouveaux": "What this change brings in",
        "anciens": "What was there before",
        "ancien": "already there",
        "ecrire": "To do:",
        "endroit": "Place",
        "probleme": "What is wrong",
        "solution": "To do",
    },
}


@dataclass(frozen=True, slots=True)
class Bilan:
    """What a check found. `anciens` (with `--depuis`) are the problems that the change did not bring in."""

    fiches: int
    problemes: Sequence[Problem]
    anciens: frozenset[Problem] | None = None

    @property
    def nouveaux(self) -> list[Problem]:
        """Problems that the change brought in; all of them where nothing is compared."""
        return [p for p in self.problemes if p not in (self.anciens or ())]

    def count(self, gravite: Gravite) -> int:
        """Return how many problems have this gravity."""
        return Counter(problem.gravite for problem in self.problemes)[gravite]

    @property
    def invalide(self) -> bool:
        """Whether an error blocks."""
        return self.count(Gravite.ERREUR) > 0


def one_line(problem: Problem, langue: str) -> str:
    """Return a problem as `file:line:column: gravity: message suggestion`."""
    gravite = _WORDS[langue][problem.gravite]
    where = f"{problem.nom_montre(langue)}:{problem.ligne}:{problem.colonne}"
    words = f"{problem.message(langue)} {problem.suggestion(langue)}".strip()
    return f"{where}: {gravite}: {words} [{problem.code}]"


def as_text(bilan: Bilan, langue: str) -> str:
    """Return the report for a terminal: each problem with the line it is on, then the counts."""
    words = _WORDS[langue]
    blocks: list[str] = []
    if bilan.anciens is None:
        blocks += [_block(problem, langue) for problem in bilan.problemes]
    else:
        old = [problem for problem in bilan.problemes if problem in bilan.anciens]
        for title, problems in ((words["nouveaux"], bilan.nouveaux), (words["anciens"], old)):
            blocks += [f"{title} ({len(problems)})", *(_block(problem, langue) for problem in problems)]
    return "\n\n".join([*blocks, summary(bilan, langue)])


def summary(bilan: Bilan, langue: str) -> str:
    """Return the counts in a line."""
    words = _WORDS[langue]
    counts = ", ".join(
        words[key].format(n=n)
        for key, n in (
            ("fiches", bilan.fiches),
            ("erreurs", bilan.count(Gravite.ERREUR)),
            ("avertissements", bilan.count(Gravite.AVERTISSEMENT)),
        )
    )
    return f"{counts}. {words['rien']}" if not bilan.problemes else f"{counts}."


def _block(problem: Problem, langue: str) -> str:
    words = _WORDS[langue]
    where = f"{problem.nom_montre(langue)}:{problem.ligne}:{problem.colonne}"
    lines = [f"{where}  {words[problem.gravite]}  [{problem.code}]"]
    if problem.extrait:
        margin = f"{problem.ligne:>5} | "
        caret = " " * (len(margin) + min(problem.colonne - 1, len(problem.extrait))) + "^"
        lines += [margin + printable(problem.extrait), caret]
    lines.append(f"  {problem.message(langue)}")
    if suggestion := problem.suggestion(langue):
        lines.append(f"  {words['ecrire']} {suggestion}")
    return "\n".join(lines)


def as_github(bilan: Bilan, langue: str) -> str:
    """Return GitHub annotations: one command a problem, shown on its line of the pull request.

    The title says which problems the change did not bring in, where that was asked.
    The file's name stays even where other reports hide it: GitHub shows it anyway, and finds the line by it.
    """
    old = bilan.anciens or frozenset()
    lines = [_annotation(problem, langue, old=problem in old) for problem in bilan.problemes]
    return "\n".join([*lines, summary(bilan, langue)])


def _annotation(problem: Problem, langue: str, *, old: bool) -> str:
    command = "error" if problem.gravite is Gravite.ERREUR else "warning"
    name = _property(visible(problem.fichier, keep="\r\n"))
    place = f"file={name},line={problem.ligne},col={problem.colonne}"
    words = f"{problem.message(langue)}\n{problem.suggestion(langue)}".strip()
    title = f"{problem.code} ({_WORDS[langue]['ancien']})" if old else problem.code
    return f"::{command} {place},title={_property(title)}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_markdown(bilan: Bilan, langue: str) -> str:
    """Return a comment for a pull request; what the change brought in comes first, the rest is folded."""
    words = _WORDS[langue]
    parts = [f"### {words['titre']}", summary(bilan, langue)]
    if bilan.anciens is None:
        parts += _table(bilan.problemes, langue)
    else:
        old = [problem for problem in bilan.problemes if problem in bilan.anciens]
        if bilan.nouveaux:
            parts += [f"#### {words['nouveaux']}", *_table(bilan.nouveaux, langue)]
        if old:
            head = f"<details><summary>{words['anciens']} ({len(old)})</summary>"
            parts += [head, *_table(old, langue), "</details>"]
    return "\n\n".join(parts)


def _table(problems: Sequence[Problem], langue: str) -> list[str]:
    if not problems:
        return []
    words = _WORDS[langue]
    rows = [f"| | {words['endroit']} | {words['probleme']} | {words['solution']} |", "|---|---|---|---|"]
    for problem in problems:
        mark = "❌" if problem.gravite is Gravite.ERREUR else "⚠️"
        cells = (
            mark,
            as_code(f"{problem.nom_montre(langue)}:{problem.ligne}:{problem.colonne}"),
            _MARKS.sub(r"\\\g<0>", problem.message(langue)),
            _MARKS.sub(r"\\\g<0>", problem.suggestion(langue)),
        )
        rows.append("| " + " | ".join(as_cell(cell) for cell in cells) + " |")
    return ["\n".join(rows)]


_MARKS = re.compile(r"[\\`*\[\]]")
"""Signs that would make a link, a picture or bold words of what a record holds."""


def as_code(text: str) -> str:
    """Return a text as code, between more backticks than it holds."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    edge = " " if "`" in text else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def as_cell(text: str) -> str:
    """Return what stands in one cell of a table, and tells nobody and no other proposal that it is named there."""
    plain = text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
    return plain.replace("@", "@\u200b").replace("#", "#\u200b")


def as_json(bilan: Bilan, langue: str) -> str:
    """Return one JSON object, as scripts rely on it; with `--depuis` each problem says whether it is `nouveau`."""
    problems = []
    for problem in bilan.problemes:
        row: dict[str, object] = {
            "fichier": problem.nom_montre(langue) if problem.nom_tu else problem.fichier,
            "ligne": problem.ligne,
            "colonne": problem.colonne,
            "gravite": problem.gravite.value,
            "code": problem.code,
            "champ": problem.champ,
            "valeur": problem.valeur,
            "message": problem.message(langue),
            "suggestion": problem.suggestion(langue),
        }
        if bilan.anciens is not None:
            row["nouveau"] = problem not in bilan.anciens
        problems.append(row)
    report = {
        "fiches": bilan.fiches,
        "erreurs": bilan.count(Gravite.ERREUR),
        "avertissements": bilan.count(Gravite.AVERTISSEMENT),
        "problemes": problems,
    }
    return escaped(json.dumps(report, ensure_ascii=False, indent=2))


def escaped(text: str) -> str:
    """Return JSON that steers no terminal, and that can be written: no half character stands in it as it is."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)


FORMATS = {"texte": as_text, "github": as_github, "json": as_json, "markdown": as_markdown}
"""Format → function of a `Bilan` and a language."""
