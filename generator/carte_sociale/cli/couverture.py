"""`carte couverture`."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from babel.numbers import format_decimal

from carte_sociale.atlas.atlas import Atlas, build_atlas
from carte_sociale.atlas.coverage import DETOUR, MARCHE, PAS
from carte_sociale.atlas.entries import Entree
from carte_sociale.atlas.survey import ThemeVu, survey, to_check
from carte_sociale.cli.shared import MauvaisUsage, find_project, loaded, shared_options
from carte_sociale.cli.words_reseau import dit
from carte_sociale.exports.tables import harmless as plain_cell
from carte_sociale.loading.project import Projet, read_project
from carte_sociale.model.territory import Quartier
from carte_sociale.problems import printable
from carte_sociale.reports import as_cell, as_code, escaped


@dataclass(frozen=True)
class _Vue:
    """What is said of one quartier, in one language; `fichiers` are the files of records, by id."""

    atlas: Atlas[Entree]
    quartier: Quartier
    themes: list[ThemeVu]
    a_verifier: list[Entree]
    fichiers: Mapping[str, str]
    langue: str

    def nom(self, entree: Entree) -> str:
        return printable(entree.nom.pour(self.langue).texte)

    def theme(self, vu: ThemeVu) -> str:
        return self.atlas.terme("themes", vu.theme).label[self.langue]

    def raison(self, entree: Entree) -> str:
        """Why a record has no place on the map."""
        terme = self.atlas.donnees.vocabulaires["formes_lieu"].get(entree.hors_carte or "")
        return terme.label[self.langue] if terme else dit("adresse-inconnue", self.langue)

    def dates(self, entree: Entree) -> str:
        say = self.langue
        checked = dit("verifie", say, jour=entree.verifie.isoformat()) if entree.verifie else dit("jamais", say)
        source = (
            dit("source", say, jour=recent.iso) if (recent := entree.source_recente) else dit("source-sans-date", say)
        )
        return f"{checked} ; {source}" if say == "fr" else f"{checked}; {source}"

    @property
    def titre(self) -> str:
        return dit("couverture", self.langue, nom=self.quartier.nom[self.langue])

    @property
    def hypothese(self) -> str:
        return dit("hypothese", self.langue, detour=format_decimal(DETOUR, locale=self.langue))

    def lignes(self, vu: ThemeVu) -> Iterator[tuple[str, list[str]]]:
        """Give what is said of a theme: words, and the names that follow them."""
        seen = vu.couverture
        if seen.a_pas:
            yield dit("a-pas", self.langue, m=PAS), [self.nom(e) for e in seen.a_pas]
        if seen.a_pied:
            yield dit("a-pied", self.langue, p=PAS, m=MARCHE), [self.nom(e) for e in seen.a_pied]
        if seen.proche:
            yield dit("proche", self.langue, nom=self.nom(seen.proche[0]), m=seen.proche[1]), []
        elif seen.vide:
            yield dit("rien", self.langue), []
        if vu.sans_point:
            yield dit("sans-point", self.langue), [f"{self.nom(e)} ({self.raison(e)})" for e in vu.sans_point]


def _as_text(vue: _Vue) -> str:
    colon = " :" if vue.langue == "fr" else ":"
    lines = [vue.titre, vue.hypothese]
    for vu in vue.themes:
        lines += ["", vue.theme(vu)]
        for words, names in vue.lignes(vu):
            lines += [f"  {words}{colon}" if names else f"  {words}", *(f"    {name}" for name in names)]
    if not vue.a_verifier:
        return "\n".join([*lines, "", dit("rien-a-verifier", vue.langue)])
    lines += ["", dit("a-verifier", vue.langue, nombre=len(vue.a_verifier))]
    lines += [f"  {vue.nom(c)}\n    {vue.fichiers[c.id]}  {vue.dates(c)}" for c in vue.a_verifier]
    return "\n".join(lines)


def _as_markdown(vue: _Vue) -> str:
    parts = [f"### {as_cell(vue.titre)}", vue.hypothese]
    for vu in vue.themes:
        rows = [
            f"- {as_cell(': '.join([words, *filter(None, [', '.join(names)])]))}" for words, names in vue.lignes(vu)
        ]
        parts.append(f"#### {as_cell(vue.theme(vu))}\n\n" + "\n".join(rows))
    checks = (f"- [ ] {as_cell(vue.nom(c))} {as_code(vue.fichiers[c.id])} {vue.dates(c)}" for c in vue.a_verifier)
    head = "a-verifier" if vue.a_verifier else "rien-a-verifier"
    parts.append(f"#### {dit(head, vue.langue, nombre=len(vue.a_verifier))}\n\n" + "\n".join(checks))
    return "\n\n".join(parts).rstrip()


def _rows(vue: _Vue) -> Iterator[tuple[str, str, str, str, str]]:
    """Give theme, where (`500`, `1000`, `plus-loin`, `sans-lieu`), id, name, metres where they are known."""
    for vu in vue.themes:
        near = vu.couverture
        groups = ((str(PAS), near.a_pas), (str(MARCHE), near.a_pied), ("sans-lieu", vu.sans_point))
        for where, entries in groups:
            yield from ((vu.theme, where, entree.id, vue.nom(entree), "") for entree in entries)
        if near.proche:
            yield vu.theme, "plus-loin", near.proche[0].id, vue.nom(near.proche[0]), str(near.proche[1])


def _as_csv(vue: _Vue) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("theme", "ou", "fiche", "nom", "metres", "verifie", "source"))
    checks = {entree.id: entree for entree in vue.a_verifier}
    for row in _rows(vue):
        check = checks.get(row[2])
        checked = check.verifie.isoformat() if check and check.verifie else ""
        source = check.source_recente.iso if check and check.source_recente else ""
        writer.writerow([plain_cell(cell) for cell in (*row, checked, source)])
    return out.getvalue().rstrip("\n")


def _as_json(vue: _Vue) -> str:
    themes: dict[str, list[dict[str, object]]] = {vu.theme: [] for vu in vue.themes}
    for theme, where, id_, name, metres in _rows(vue):
        themes[theme].append({"ou": where, "fiche": id_, "nom": name, "metres": int(metres) if metres else None})
    checks = [
        {
            "fiche": check.id,
            "fichier": vue.fichiers[check.id],
            "verifie": check.verifie.isoformat() if check.verifie else None,
            "source": check.source_recente.iso if check.source_recente else None,
        }
        for check in vue.a_verifier
    ]
    report = {"quartier": vue.quartier.slug, "detour": DETOUR, "themes": themes, "a_verifier": checks}
    return escaped(json.dumps(report, ensure_ascii=False, indent=2))


FORMATS: Mapping[str, Callable[[_Vue], str]] = {
    "texte": _as_text,
    "csv": _as_csv,
    "json": _as_json,
    "markdown": _as_markdown,
}


def _quartier(projet: Projet, slug: str, langue: str) -> Quartier:
    territoire = projet.donnees.territoire
    found = territoire.quartier_par_slug(slug)
    if found is None:
        near = (territoire.quartier_par_slug(s) for s in projet.donnees.plus_proches("quartiers", slug)[:5])
        names = ", ".join(f"{quartier.nom[langue]} ({quartier.slug})" for quartier in near if quartier)
        raise MauvaisUsage("quartier-inconnu", langue, quartier=slug, proches=names or "…")
    return found


@click.command(short_help="Dit ce que notre liste a autour d'un quartier, et quoi vérifier.")
@click.option("--quartier", "slug", required=True, metavar="SLUG", help="Le quartier, par exemple matonge.")
@click.option(
    "--format", "format_", type=click.Choice(list(FORMATS)), default="texte", help="La forme du rapport ; texte sinon."
)
@shared_options
def couverture(slug: str, format_: str, projet: Path, langue: str, aujourdhui: date) -> None:
    """Dit, thème par thème, ce que notre liste a à 500 m et à 1 km à pied d'un quartier, puis quoi vérifier d'abord.

    Les mètres sont une ligne droite depuis le bord du quartier, fois 1,3. Ce qui se fait par téléphone, change de
    place ou vaut pour toute la Région est dit à part. C'est notre liste : le quartier peut avoir davantage.

    À vérifier : ce qui ne l'a jamais été, puis ce qui l'a été il y a plus de six mois, la source la plus ancienne
    d'abord.
    """
    project = loaded(read_project, find_project(projet, langue), langue)
    quartier = _quartier(project, slug, langue)
    atlas = build_atlas(project)
    seen = survey(atlas, quartier)
    files = {lue.id: lue.document.fichier for lue in project.lues}
    click.echo(FORMATS[format_](_Vue(atlas, quartier, seen, to_check(seen, aujourdhui), files, langue)))
