"""Who does what, seen otherwise: in groups, with some columns, what is open, for a commune; the link to that view."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

LIGNES = ".tableau tbody tr[data-fiche]"
PREPARE = """document.addEventListener('readystatechange', () => {
  if (document.readyState === 'interactive') { %s }
})"""
CACHEES = """() => [...document.querySelectorAll('.tableau thead th')]
  .filter((th) => !th.getClientRects().length).map((th) => th.dataset.colonne)"""
DIFFERENTES = (
    """(all) => new Set(all.map((tr) => tr.cells[0].innerText + tr.cells[1].innerText + tr.cells[7].innerText)).size"""
)
GROUPES = """() => [...document.querySelectorAll('.tableau tbody:has(.groupe)')].map((body) => [
  body.querySelector('.groupe').textContent, [...body.querySelectorAll('tr[data-fiche]')].map((tr) => tr.innerText)])"""


@pytest.fixture
def ouvrir_a(contexte: Callable[..., BrowserContext], adresse: str) -> Callable[..., Page]:
    """Opens a table, wide; `invente` puts what no record says yet in its lines, before any script of ours."""

    def open_one(chemin: str, invente: str = "", **options: object) -> Page:
        page = contexte(viewport={"width": 1280, "height": 900}, **options).new_page()
        if invente:
            page.add_init_script(PREPARE % invente)
        page.goto(f"{adresse}{chemin}")
        return page

    return open_one


def _shown(page: Page) -> int:
    return page.locator(f"{LIGNES}:visible").count()


def _said(page: Page) -> str:
    return page.locator(".compte").inner_text()


@pytest.mark.parametrize("cle", ["theme", "commune"])
def test_lines_stand_under_each_of_their_groups(ouvrir_a: Callable[..., Page], cle: str) -> None:
    page = ouvrir_a("fr/professionnels/bassins/sud/")
    total, distinct = _shown(page), page.locator(LIGNES).evaluate_all(DIFFERENTES)
    page.locator("#filtre-groupe").select_option(cle)
    groups = page.evaluate(GROUPES)
    names = [re.sub(r" \(\d+\)$", "", title) for title, _ in groups]
    assert len(names) == len(set(names)) > 3
    for title, lines in groups:
        name, count = re.fullmatch(r"(.*) \((\d+)\)", title).groups()
        assert len(lines) == int(count)
        assert all(name in line for line in lines)
    assert page.locator(f"{LIGNES}:visible").evaluate_all(DIFFERENTES) == distinct
    assert f"Résultats : {total} sur {total}" in _said(page).replace("\xa0", " ")
    assert urlsplit(page.url).fragment == f"groupe={cle}"
    page.locator("#filtre-groupe").select_option("")
    assert page.locator(".groupe").count() == 0
    assert _shown(page) == total


def test_columns_are_chosen_and_the_address_keeps_them(ouvrir_a: Callable[..., Page], adresse: str) -> None:
    page = ouvrir_a("fr/professionnels/")
    page.locator("details.colonnes summary").focus()
    page.keyboard.press("Enter")
    for name in ("Langues", "Prix"):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    hidden = page.evaluate(CACHEES)
    assert hidden == ["langue", "prix"]
    assert page.locator(LIGNES).first.locator("th:visible, td:visible").count() == 9
    page.locator("#filtre-groupe").select_option("commune")
    assert page.locator(".groupe th").first.get_attribute("colspan") == "9"
    page.locator("#filtre-groupe").select_option("")
    assert urlsplit(page.url).fragment == "sans=langue.prix"
    assert page.locator("thead th[data-colonne='nom']").is_visible()
    assert page.locator("#colonne-nom").count() == 0
    other = ouvrir_a("fr/professionnels/#sans=langue.prix.nom.inconnue")
    assert other.evaluate(CACHEES) == ["langue", "prix"]
    other.locator(".effacer").click()
    assert other.locator("thead th:visible").count() == 11


def test_each_choice_says_what_it_would_leave(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/")
    page.locator("#filtre-public").select_option("sans-papiers")
    options = page.evaluate(
        "[...document.querySelectorAll('#filtre-acces option')].slice(1).map((o) => [o.value, o.text])"
    )
    empty = [value for value, text in options if text.endswith("– rien d'écrit")]
    assert 0 < len(empty) < len(options)
    for value, text in options:
        page.locator("#filtre-acces").select_option(value)
        count = re.search(r"\((\d+)\)$", text)
        assert _shown(page) == (int(count[1]) if count else 0), text
    page.locator("#filtre-acces").select_option(empty[0])
    assert re.search("Pour \\d+ autres|Notre liste n'a rien", _said(page))


def test_a_family_is_chosen_whole(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/")
    family = page.locator("#filtre-theme optgroup").first
    values = family.locator("option").evaluate_all("(all) => all.map((o) => o.value)")
    assert values[0].startswith("famille.")
    page.locator("#filtre-theme").select_option(values[0])
    themes = page.locator(f"{LIGNES}:visible [data-theme]").evaluate_all(
        "(all) => all.map((td) => td.dataset.theme.split(' '))"
    )
    assert themes
    assert all(set(values[1:]) & set(ids) for ids in themes)


def test_the_menu_sorts_by_name_place_and_age_only(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/")
    sortable = page.evaluate(
        "[...document.querySelectorAll('.tableau thead th:has(button)')].map((th) => th.dataset.colonne)"
    )
    assert sortable == ["nom", "service", "commune", "place", "verifie"]


PLACES = """
  const cells = [...document.querySelectorAll('.tableau tbody tr')].slice(0, 4).map((tr) => tr.cells[9]);
  const states = [['complet', 10], ['ouvert', 20], ['ouvert', 61]];
  states.forEach(([etat, age], i) => {
    const jour = new Date(Date.UTC(2026, 10, 28) - age * 864e5).toISOString().slice(0, 10);
    const mots = `<span class="regle">${etat}</span>, <time>${jour}</time>`;
    cells[i].innerHTML = `<span data-disponibilite="${jour}" data-place="${etat}">${mots}</span>`;
  });
"""
"""Three lines whose room is known: full, free, and free by an answer that is too old on 28 November 2026."""


def test_an_old_answer_is_no_room(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/#moment=2026-11-28T10:00", PLACES)
    ids = page.evaluate(f"[...document.querySelectorAll('{LIGNES}')].slice(0, 3).map((tr) => tr.dataset.fiche)")
    old = page.locator(LIGNES).nth(2).locator("td").nth(8)
    assert "À redemander" in old.inner_text()
    assert "ouvert" not in old.inner_text()
    place = page.locator("#filtre-place")
    place.select_option("ouvert")
    assert page.locator(f"{LIGNES}:visible").evaluate_all("(all) => all.map((tr) => tr.dataset.fiche)") == [ids[1]]
    total = page.locator(LIGNES).count()
    assert f"Pour {total - 2} autres" in _said(page).replace("\xa0", " ")
    place.select_option("a-demander")
    assert _shown(page) == total - 2
    place.select_option("")
    page.locator("th[data-colonne='place'] button").click()
    first = page.locator(LIGNES).evaluate_all("(all) => all.slice(0, 2).map((tr) => tr.dataset.fiche)")
    assert first == [ids[1], ids[0]]
    page.locator("th[data-colonne='place'] button").click()
    first = page.locator(LIGNES).evaluate_all("(all) => all.slice(0, 2).map((tr) => tr.dataset.fiche)")
    assert first == [ids[0], ids[1]]


HEURES = """
  const paquet = { d: '2026-11-01', n: 200, s: Array(7).fill([540, 720]) };
  document.querySelectorAll('[data-horaires]').forEach((tr) => tr.removeAttribute('data-horaires'));
  document.querySelectorAll('.tableau tbody tr')[1].dataset.horaires = JSON.stringify([['', paquet, '']]);
"""
"""One line whose hours are known: nine to twelve, every day."""


def test_what_is_open_now_is_what_a_line_can_tell(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/#moment=2026-11-26T10:00", HEURES)
    total = page.locator(LIGNES).count()
    name = page.locator(LIGNES).nth(1).get_attribute("data-fiche")
    page.locator("#filtre-ouvert").check()
    assert page.locator(f"{LIGNES}:visible").evaluate_all("(all) => all.map((tr) => tr.dataset.fiche)") == [name]
    assert "Ouvert maintenant" in _said(page)
    assert f"Pour {total - 1} autres" in _said(page).replace("\xa0", " ")
    page.evaluate("location.hash = 'moment=2026-11-26T13:00&ouvert=1'")
    page.wait_for_function(f"[...document.querySelectorAll('{LIGNES}')].every((tr) => tr.hidden)")


def test_hours_of_the_site_tell_who_is_open(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/#moment=2026-11-26T10:00&ouvert=1")
    assert 0 < _shown(page) < page.locator(LIGNES).count()
    assert page.locator(f"{LIGNES}:visible").evaluate_all("(all) => all.every((tr) => tr.dataset.ouvert === 'oui')")


def test_the_link_is_that_of_the_view(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/communes/ixelles/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#filtre-public").select_option(index=1)
    page.locator("#filtre-groupe").select_option("theme")
    link = page.get_by_role("link", name="Copier le lien de cette vue")
    assert link.evaluate("(a) => a.href") == page.url
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Adresse copiée.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    lines = page.locator(f"{LIGNES}:visible").all_inner_texts()
    assert (
        ouvrir_a(f"fr/professionnels/communes/ixelles/#{urlsplit(page.url).fragment}")
        .locator(f"{LIGNES}:visible")
        .all_inner_texts()
        == lines
    )


@pytest.mark.parametrize("largeur", [360, 1280])
@pytest.mark.parametrize("chemin", ["fr/professionnels/communes/ixelles/", "nl/professionnels/bassins/sud/"])
def test_a_used_table_has_no_problem_that_axe_finds(ouvrir_a: Callable[..., Page], chemin: str, largeur: int) -> None:
    page = ouvrir_a(f"{chemin}#groupe=theme&sans=prix")
    page.set_viewport_size({"width": largeur, "height": 900})
    page.locator("details.colonnes summary").click()
    page.locator("details.autres-tableaux summary").click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"][:3]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur


def test_words_of_the_tools_are_in_dutch(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("nl/professionnels/communes/ixelles/#groupe=commune")
    text = page.locator("main").inner_text()
    assert "Wie doet wat: Elsene" in text
    assert "weten we niet" in text
    assert "Kolommen kiezen" in text
    assert not re.search("nous ne savons pas|Grouper|Choisir|pas encore vérifié", text)


def test_a_commune_is_whole_without_script(ouvrir_a: Callable[..., Page]) -> None:
    page = ouvrir_a("fr/professionnels/communes/ixelles/", java_script_enabled=False)
    names = page.locator(f"{LIGNES} th").all_inner_texts()
    assert len(names) > 10
    assert page.locator("main button, main input, main select").count() == 0
    assert page.locator("a[download]").count() == 2
    page.locator("details.autres-tableaux summary").click()
    page.locator("details.autres-tableaux a").first.click()
    assert "/professionnels/bassins/" in page.url
