"""The screens of a workshop in turn, with a host on this computer alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.gui.language import current
from app.gui.workshop.plan import Plan, opening
from app.workshop import orders
from app.workshop.agenda import DEBRIEF, Part
from app.workshop.cockpit import CockpitView
from app.workshop.events import Mode, TieRule
from app.workshop.host import open_workshop
from app.workshop.join import Seat
from app.workshop.network import LOOPBACK
from app.workshop.room import Phase

if TYPE_CHECKING:
    from app.engine.scenario import Scenario
    from app.gui.main_window import MainWindow
    from app.gui.workshop.debrief_desk import DebriefDesk
    from app.gui.workshop.hosting import Hosting

NAMES = ("Anna", "Deniz", "Eva", "Georg", "Kim", "")
_LONGEST = 20.0
"""Seconds to wait for the host."""


def workshop_tour(window: MainWindow, scenario: Scenario) -> Iterator[str]:
    """From the set-up to what a workshop leaves; yields each screen's name when it shows.

    The room's log is in the player's folder, which should be a temporary one.
    """
    hosting = window.pages.hosting
    hosting.open()
    yield "workshop"
    hosting.edit_product(None)
    yield "workshop-product"
    window.open_title()
    window.pages.joining.open()
    yield "workshop-join"
    window.open_title()
    plan = Plan(
        scenario, current(), scenario.default_terms, None, Mode.ROOM, TieRule.FACILITATOR, 0, 75,
        "", "", "", LOOPBACK, 0,
    )  # fmt: skip
    host = open_workshop(scenario, opening(plan))
    address = host.start(LOOPBACK)
    hosting.run(host)
    seats = [Seat(address.host, address.port) for _ in NAMES]
    try:
        for seat, name in zip(seats, NAMES, strict=True):
            seat.join(address.code, name)
            seat.follow(_nothing, _nothing)
        yield from _story(hosting)
        yield from _end(hosting)
    finally:
        for seat in seats:
            seat.leave()
        hosting.leave()


def _nothing(_told: object) -> None:
    """Somebody looks at the screen and does nothing."""


def _story(hosting: Hosting) -> Iterator[str]:
    link = hosting.link
    assert link is not None
    _until(hosting, lambda view: view.projector.here == len(NAMES))
    yield "cockpit-lobby"
    link.host.command(orders.show_scene).result(_LONGEST)
    link.host.command(orders.open_vote).result(_LONGEST)
    _until(hosting, lambda view: view.projector.phase is Phase.VOTING)
    view = link.view
    assert view is not None
    scene = view.tracks[0].scene
    assert scene is not None
    offered = [choice.id for choice in scene.choices]
    for number, person in enumerate(view.people[:4]):
        choice = offered[number % 2]
        link.host.command(orders.vote, person.id, 1, 0, choice, 2).result(_LONGEST)
    _until(hosting, lambda view: view.projector.voted == 4)
    yield "cockpit-voting"
    link.host.command(orders.close_vote).result(_LONGEST)
    link.host.command(orders.reveal).result(_LONGEST)
    _until(hosting, lambda view: view.projector.phase is Phase.REVEALED)
    yield "cockpit-tie"
    link.host.command(orders.decide, view.tracks[0].id, offered[0]).result(_LONGEST)
    link.host.command(orders.show_consequence).result(_LONGEST)
    _until(hosting, lambda view: view.projector.phase is Phase.CONSEQUENCE)
    yield "cockpit-consequence"


def _end(hosting: Hosting) -> Iterator[str]:
    link, desk = hosting.link, hosting.desk
    assert link is not None
    assert desk is not None
    for step, part in ((3, "decisions"), (5, "luck"), (len(DEBRIEF) - 1, "commitment")):
        link.host.command(orders.debrief, step).result(_LONGEST)
        _until(hosting, partial(_is_at, desk, DEBRIEF[step]))
        yield f"cockpit-{part}"
    link.host.command(orders.close).result(_LONGEST)
    _until(hosting, lambda view: view.projector.phase is Phase.OVER)
    yield "cockpit-over"


def _is_at(desk: DebriefDesk, part: Part, _view: CockpitView) -> bool:
    return desk.part is part and not desk.busy


def _until(hosting: Hosting, holds: Callable[[CockpitView], bool]) -> None:
    """Let the window hear from the host until something holds. Raises TimeoutError."""
    end = time.monotonic() + _LONGEST
    while hosting.link is None or hosting.link.view is None or not holds(hosting.link.view):
        if time.monotonic() > end:
            raise TimeoutError("the host does not answer")
        QApplication.processEvents()
        time.sleep(0.005)
