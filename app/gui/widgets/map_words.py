"""The map in words: what stands in its places, its list, and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.play.catalog import Catalog
from app.play.map_view import MapView, Place, Visit
from app.play.wording import clock, duration, money


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list, the place it leads to (none: a heading), and the lines below it."""

    text: str
    place: str
    children: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph beside the map; ``role`` and ``tone`` as labels have them."""

    text: str
    role: str = "body"
    tone: str = ""


class MapWords:
    """The words for a map, in the reader's language."""

    def __init__(self, view: MapView, catalog: Catalog) -> None:
        self._view, self._catalog = view, catalog
        self.titles = {id_: self._title(place) for id_, place in view.places.items()}
        self.notes = {id_: self._note(place) for id_, place in view.places.items()}

    # --- in the places -------------------------------------------------------------------

    def _title(self, place: Place) -> str:
        """A title; of chance, what it said."""
        if place.title:
            return place.title
        told = [paragraph for visit in place.visits for paragraph in visit.told]
        return told[0] if told else self._chance()

    def _note(self, place: Place) -> str:
        """When one was there, and how often."""
        if not place.visits:
            return QCoreApplication.translate("MapWords", "never seen")
        when = clock(place.visits[0].when, self._catalog)
        count = len(place.visits)
        return when if count == 1 else f"{when} · {count} ×"

    def _chance(self) -> str:
        return QCoreApplication.translate("MapWords", "Chance")

    # --- the list ------------------------------------------------------------------------

    def lines(self) -> tuple[Line, ...]:
        """The way that stands, step by step, then what was taken back, then the rest."""
        steps = sorted(
            ((visit, place) for place in self._view.places.values() for visit in place.visits),
            key=lambda step: step[0].number,
        )
        chance: dict[int, list[Line]] = {}
        for visit, place in steps:
            if place.kind == "chance":
                chance.setdefault(visit.number, []).append(Line(self._step(visit, place), place.id))
        translate = QCoreApplication.translate
        way = [
            Line(
                self._step(visit, place),
                place.id,
                tuple(self._below(visit, place, chance.get(visit.number, []))),
            )
            for visit, place in steps
            if visit.number and place.kind != "chance"
        ]
        back = [step for step in steps if not step[0].number]
        undone = tuple(Line(self._step(visit, place), place.id) for visit, place in back)
        if undone:
            way.append(Line(translate("MapWords", "Taken back"), "", undone))
        unseen = tuple(
            Line(self.titles[place.id], place.id)
            for place in self._view.places.values()
            if not place.visits
        )
        if unseen:
            way.append(Line(translate("MapWords", "Never seen"), "", unseen))
        return tuple(way)

    def _step(self, visit: Visit, place: Place) -> str:
        """``3. One line → Save the logs first``; of chance, what it said."""
        if place.kind == "chance":
            return visit.told[0] if visit.told else self._chance()
        text = f"{visit.number}. {place.title}" if visit.number else place.title
        return f"{text} → {visit.chosen}" if visit.chosen else text

    def _below(self, visit: Visit, place: Place, chance: list[Line]) -> Iterator[Line]:
        translate = QCoreApplication.translate
        if visit.chosen:
            yield Line(f"{clock(visit.when, self._catalog)}. {self._cost(visit)}", place.id)
        yield from chance
        left = translate("MapWords", "Not taken: {road}")
        for road in place.roads:
            yield Line(left.replace("{road}", road), place.id)

    # --- beside the map ------------------------------------------------------------------

    def told(self, id_: str) -> list[Told]:
        """All that is known of a place."""
        place, translate = self._view.places[id_], QCoreApplication.translate
        kinds = {
            "decision": translate("MapWords", "Decision"),
            "chance": self._chance(),
            "ending": translate("MapWords", "Ending"),
        }
        parts = [kinds[place.kind]]
        if id_ == self._view.here:
            parts.append(translate("MapWords", "you are here"))
        elif not place.visits:
            parts.append(translate("MapWords", "never seen"))
        elif not place.on_the_way:
            parts.append(translate("MapWords", "taken back"))
        lines = [Told(" · ".join(parts), "small", "muted")]
        for visit in place.visits:
            lines += self._visit(visit)
        if place.roads:
            left = translate("MapWords", "Roads not taken")
            if id_ == self._view.here:
                left = translate("MapWords", "Roads not taken so far")
            lines.append(Told(left, "small_strong", "muted"))
            lines += [Told(road) for road in place.roads]
        return lines

    def _visit(self, visit: Visit) -> Iterator[Told]:
        translate = QCoreApplication.translate
        when = clock(visit.when, self._catalog)
        if not visit.number and visit.chosen:
            when = translate("MapWords", "{when}, taken back").replace("{when}", when)
        yield Told(when, "small_strong", "muted")
        if visit.chosen:
            yield Told(visit.chosen, "strong")
            yield Told(self._cost(visit), "small")
        for paragraph in visit.told:
            yield Told(paragraph)

    def _cost(self, visit: Visit) -> str:
        language = self._catalog.language
        told = QCoreApplication.translate(
            "MapWords", "It took {time} and cost the client {client}, you {own}."
        )
        return (
            told.replace("{time}", duration(visit.minutes, self._catalog))
            .replace("{client}", money(visit.client_cost, language))
            .replace("{own}", money(visit.own_cost, language))
        )
