"""What the facilitator sets up, as one value, and what a host is made from. No Qt in here."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.engine.scenario import Scenario
from app.gui.language import reader
from app.gui.plays import new_seed
from app.play.wording import calendar_date
from app.workshop.eventlog import EventLog, LogError, unfinished_workshops, workshop_files
from app.workshop.events import Mode, RoomOpened, TieRule
from app.workshop.host import Host
from app.workshop.preset import OWN_TERMS, policy_fields, read_preset

_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """A workshop to be opened.

    ``terms``: id of insurance terms, or empty when they are those of the ``preset`` in that
    file. ``teams``: how many, where there are any. ``provider``, their
    address and contact are for certificates; ``address`` and ``port`` to listen on.
    """

    scenario: Scenario
    language: str
    terms: str
    preset: Path | None
    mode: Mode
    tie_rule: TieRule
    teams: int
    minutes: int
    provider: str
    provider_address: str
    contact: str
    address: str
    port: int


@dataclass(frozen=True, slots=True)
class Held:
    """A workshop that was held, to its end or not: its log, its case and when it began."""

    path: Path
    title: str
    when: str


def unfinished(scenarios: Sequence[Scenario]) -> list[Held]:
    """The workshops that were not brought to their end, newest first; only a few."""
    return _held(unfinished_workshops()[:_MOST_SHOWN], scenarios)


def finished(scenarios: Sequence[Scenario]) -> list[Held]:
    """The workshops that were, newest first; only a few."""
    going_on = unfinished_workshops()
    closed = [path for path in workshop_files() if path not in going_on]
    return _held(closed[:_MOST_SHOWN], scenarios)


def _held(paths: Sequence[Path], scenarios: Sequence[Scenario]) -> list[Held]:
    titles = {one.id: reader(one).text(one.title) for one in scenarios}
    found = []
    for path in paths:
        with suppress(LogError), EventLog.open(path) as log:
            at, first = log.read()[0]
            if isinstance(first, RoomOpened):
                when = datetime.fromtimestamp(at / 1000).astimezone()
                date = f"{calendar_date(when, reader())}, {when:%H:%M}"
                found.append(Held(path, titles.get(first.scenario, first.scenario), date))
    return found


def opening(plan: Plan) -> RoomOpened:
    """The first event of a room. Raises PresetError."""
    preset = read_preset(plan.preset) if plan.preset is not None else None
    scenario = plan.scenario
    opened = RoomOpened(
        room=secrets.token_hex(8),
        scenario=scenario.id,
        content_hash=scenario.content_hash,
        terms=plan.terms,
        seed=new_seed(),
        mode=plan.mode,
        language=plan.language,
        tie_rule=plan.tie_rule,
        teams=plan.teams,
        minutes=plan.minutes,
        provider=plan.provider,
        address=plan.provider_address,
        contact=plan.contact,
    )
    if preset is None:
        return opened
    return replace(
        opened,
        terms=OWN_TERMS,
        policy=policy_fields(preset.policy),
        provider=plan.provider or preset.provider,
        address=plan.provider_address or preset.address,
        contact=plan.contact or preset.contact,
        logo="" if preset.logo is None else str(preset.logo),
    )


def listening(host: Host, address: str, port: int) -> Host:
    """The host, listening; where it cannot, it is closed. Raises HostError."""
    try:
        host.start(address, port)
    except BaseException:
        host.close()
        raise
    return host
