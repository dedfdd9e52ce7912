"""Names are written where there is room, and left out elsewhere."""

from shapely import box

from carte_sociale.rendering.svg_labels import LabelBoard
from carte_sociale.rendering.svg_markers import place_markers


def nom(text: str) -> dict[str, str]:
    return {"fr": text, "nl": f"{text} nl", "en": text}


def test_a_name_stands_inside_its_area_in_the_language_asked() -> None:
    board = LabelBoard(360, 300, "nl")
    board.add_areas([(nom("Dries"), box(50, 50, 150, 150))], "nom-voisin")
    (text,) = board.texts()
    assert text.lignes == ("Dries nl",)
    assert 50 < text.x < 150


def test_a_long_name_breaks_at_its_dash() -> None:
    board = LabelBoard(360, 300, "fr")
    board.add_areas([(nom("Chaussée de Wavre - Saint-Julien"), box(50, 50, 150, 150))], "nom-voisin")
    assert board.texts()[0].lignes == ("Chaussée de Wavre -", "Saint-Julien")


def test_no_name_where_the_area_is_too_small_or_taken() -> None:
    board = LabelBoard(360, 300, "fr")
    board.block_markers(place_markers([(1, 100, 100, False)], 360, 300))
    board.add_areas(
        [(nom("Dansaert"), box(75, 90, 125, 110)), (nom("Anneessens"), box(200, 200, 215, 260))], "nom-voisin"
    )
    assert board.texts() == ()


def test_a_station_takes_another_side_when_the_first_is_taken_or_outside() -> None:
    board = LabelBoard(360, 300, "fr")
    board.add_stations([(350, 100, nom("Schuman")), (100, 100, nom("Parc"))])
    assert [(t.lignes[0], t.ancre) for t in board.texts()] == [("Schuman", "end"), ("Parc", "start")]


def test_two_stops_of_one_station_bear_one_name() -> None:
    board = LabelBoard(360, 300, "fr")
    board.add_stations([(100, 100, nom("Merode")), (100, 160, nom("Merode"))])
    assert len(board.texts()) == 1
