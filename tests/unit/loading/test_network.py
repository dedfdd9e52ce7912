"""The files of the network: read like records, each slip placed, one broken file hiding no other."""

from pathlib import Path

import pytest

from carte_sociale.loading.network import Reseau, read_network
from carte_sociale.loading.project import Donnees

PROJET = """\
nom: {fr: Un projet}
resume: {fr: Il sert d'exemple.}
porteur: cpas-de-forest
partenaires: [brusano, {nom: {fr: Un comité}}]
themes: [orientation]
quartiers: [matonge, {quartier: flagey-malibran, lien: infere}]
financements: [{type: convention, pouvoir: cocom, debut: 2025, fin: 2026-12}]
sources: [{etablit: "tout"}]
"""
RENCONTRE = """\
nom: {fr: Une rencontre}
resume: {fr: On s'y parle.}
organisateur: brusano
pour_qui: membres
heures: 9h30-12h
dates: [2026-12-01, {date: 2027-01-05, heures: 14:00-16:00}]
repetition: {rang: dernier, jour: mardi, sauf_mois: [juillet], vu: 2026-10-01}
sources: [{etablit: tout}]
"""


def read(tmp_path: Path, donnees: Donnees, **files: str) -> tuple[Reseau, list[str]]:
    """`read(projets__a="nom: …")`: the network of these files, and each problem as `code file:line:column`."""
    for name, text in files.items():
        path = tmp_path / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    reseau, problems = read_network(tmp_path, tmp_path, donnees)
    return reseau, [f"{p.code} {p.fichier}:{p.ligne}:{p.colonne}" for p in problems]


def test_the_name_of_a_file_is_its_id_and_one_word_stands_for_a_block(tmp_path: Path, donnees: Donnees) -> None:
    reseau, problems = read(tmp_path, donnees, projets__a=PROJET)
    (projet,) = reseau.projets
    assert (projet.id, problems) == ("a", [])
    assert [(partie.fiche, partie.nom is None) for partie in projet.membres] == [
        ("cpas-de-forest", True),
        ("brusano", True),
        (None, False),
    ]
    assert [(q.quartier, q.lien) for q in projet.quartiers] == [("matonge", "source"), ("flagey-malibran", "infere")]


def test_hours_of_a_meeting_are_read_in_either_writing(tmp_path: Path, donnees: Donnees) -> None:
    reseau, problems = read(tmp_path, donnees, rencontres__a=RENCONTRE)
    (rencontre,) = reseau.rencontres
    assert problems == []
    assert rencontre.heures is not None
    spans = [rencontre.heures, *(date.heures for date in rencontre.dates if date.heures)]
    assert [(f"{span.debut:%H:%M}", f"{span.fin:%H:%M}") for span in spans] == [("09:30", "12:00"), ("14:00", "16:00")]


@pytest.mark.parametrize(
    ("line", "replacement", "problem"),
    [
        ("porteur: cpas-de-forest", "porteur: {}", "partie-fiche-ou-nom projets/a.yml:3:10"),
        ("porteur: cpas-de-forest", "porteur: {fiche: a, nom: {fr: A}}", "partie-fiche-ou-nom projets/a.yml:3:10"),
        ("porteur: cpas-de-forest", "porteurs: a", "cle-inconnue projets/a.yml:3:1"),
        ("quartiers: [matonge", "quartiers: [matonga", "valeur-hors-vocabulaire projets/a.yml:6:13"),
        ("themes: [orientation]", "themes: orientation", "attendu-liste projets/a.yml:5:9"),
        ('sources: [{etablit: "tout"}]', "sources: []", "liste-vide projets/a.yml:8:10"),
    ],
)
def test_a_slip_is_placed_and_hides_no_other_file(
    tmp_path: Path, donnees: Donnees, line: str, replacement: str, problem: str
) -> None:
    broken = PROJET.replace(line, replacement)
    assert broken != PROJET
    reseau, problems = read(tmp_path, donnees, projets__a=broken, projets__b=PROJET)
    assert problem in problems
    assert [projet.id for projet in reseau.projets] == ["b"]


@pytest.mark.parametrize("hours", ["9h à midi", "12:00-09:00", "25:00-26:00", "09:00", "9-12"])
def test_what_is_no_stretch_of_a_day_is_said(tmp_path: Path, donnees: Donnees, hours: str) -> None:
    _, problems = read(tmp_path, donnees, rencontres__a=RENCONTRE.replace("9h30-12h", hours))
    assert problems == ["heures-invalides rencontres/a.yml:5:9"]
