"""Templates are compiled once for all languages, and find their words ready."""

import pytest
from jinja2 import Environment, TemplateAssertionError, UndefinedError

from carte_sociale.rendering.environment import make_environment
from carte_sociale.rendering.places import theme_folder


@pytest.fixture(scope="module")
def environments() -> dict[str, Environment]:
    return {langue: make_environment(theme_folder(), langue, {}) for langue in ("fr", "nl")}


def shown(environments: dict[str, Environment], template: str, **values: object) -> list[str]:
    return [environment.from_string(template).render(**values) for environment in environments.values()]


def test_words_are_those_of_the_language_and_safe(environments: dict[str, Environment]) -> None:
    assert shown(environments, "{{ _('Accueil') }}<b>") == ["Accueil<b>", "Startpagina<b>"]
    assert shown(environments, """{{ _("S'il faut < & >") }}""") == ["S'il faut < & >"] * 2


def test_values_in_words_are_escaped(environments: dict[str, Environment]) -> None:
    template = "{{ _('Bassin %(nom)s', nom=nom) }}|{{ _('Bassin %(nom)s', nom=nom) | length }}"
    assert shown(environments, template, nom="<i>") == ["Bassin &lt;i&gt;|16", "Zorgzone &lt;i&gt;|18"]


def test_what_is_counted_takes_its_form(environments: dict[str, Environment]) -> None:
    template = "{% trans n=n %}{{ n }} porte{% pluralize %}{{ n }} portes{% endtrans %}"
    assert shown(environments, template, n=0) == ["0 porte", "0 portes"]
    assert shown(environments, template, n=1) == ["1 porte"] * 2
    assert shown(environments, "{{ ngettext('%(num)s porte', '%(num)s portes', 2) }}") == ["2 portes"] * 2


def test_words_that_nobody_could_translate_are_refused(environments: dict[str, Environment]) -> None:
    with pytest.raises(TemplateAssertionError):
        shown(environments, "{{ _(words) }}", words="Accueil")


def test_calls_take_arguments_of_every_kind(environments: dict[str, Environment]) -> None:
    macro = "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}"
    template = macro + "{{ m(1) }} {{ m(1, b=3) }} {{ m(*[4, 5]) }} {{ m(**{'a': 6}) }}"
    assert shown(environments, template)[0] == "12 13 45 62"


def test_a_macro_is_told_what_it_does_not_take(environments: dict[str, Environment]) -> None:
    macro = "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}"
    for wrong in ("m(1, c=3)", "m(1, 2, 3)"):
        with pytest.raises(TypeError):
            shown(environments, macro + "{{ " + wrong + " }}")
    with pytest.raises(UndefinedError):
        shown(environments, macro + "{{ m() }}")


def test_a_dot_is_an_attribute_and_brackets_are_an_item(environments: dict[str, Environment]) -> None:
    assert shown(environments, "{{ x['real'] }} {{ y.real }}", x={"real": "item"}, y=3)[0] == "item 3"
    with pytest.raises(AttributeError):
        shown(environments, "{{ x.item }}", x={"item": 1})
