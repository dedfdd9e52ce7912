"""The moving map of every page shows what the open data show, and nothing else."""

import json
from collections import defaultdict
from pathlib import Path

from carte_sociale import routes

from .lecture import Page


def test_cards_give_the_points_of_the_open_data_and_no_other(site_web: Path, pages: list[Page]) -> None:
    """Line 22 of the requirements: what a map shows stands in the list, and in `data/organisations.geojson`."""
    points: defaultdict[str, set[str]] = defaultdict(set)
    for feature in json.loads((site_web / routes.DONNEES["geojson"]).read_bytes())["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        points[feature["properties"]["id"]].add(f"{lat:.4f},{lon:.4f}")
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        if page.sorte in {"quartier", "theme"}:
            for card in page.xpath("//article[@data-points]"):
                shown = {point.removesuffix("~") for point in card.get("data-points").split()}
                assert shown <= points[card.get("data-fiche")], (page, card.get("data-fiche"))
                seen[card.get("data-fiche")] |= shown
    assert dict(seen) == dict(points)


def test_a_card_of_a_quartier_gives_its_places_there_only(pages: list[Page]) -> None:
    elsewhere: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        if page.sorte == "quartier" and page.langue == "fr":
            for card in page.xpath("//article[@data-points]"):
                points = card.get("data-points").split()
                assert len(points) == len(card.xpath(".//a/span[@aria-hidden]")), page
                elsewhere[card.get("data-fiche")].add(card.get("data-points"))
    assert max(len(places) for places in elsewhere.values()) > 2
