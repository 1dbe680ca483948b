"""From a room of phones to a real store, and back as its view."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.reports import xapi
from app.reports.cohort import gather
from app.reports.lrs import Lrs
from app.reports.outbox import Outbox
from app.store.lrs_settings import Endpoint
from tests.workshop.held import held
from tests.workshop.rooms import SCENARIO


def test_the_rooms_votes_reach_the_store_and_come_back_as_its_view(
    endpoint: Endpoint,
    validate: Callable[[bytes], int],
    tmp_path: Path,
) -> None:
    made = xapi.session_statements(held(), SCENARIO)
    told = xapi.lines(made)
    assert validate(told) == len(made) == 3
    assert b"Erika" not in told
    assert made[-1]["result"]["completion"] is False
    box, lrs = Outbox(tmp_path), Lrs(endpoint)
    box.add(made)
    assert box.send(lrs).sent == 3
    (case,) = gather(lrs).cases
    (decision,) = case.decisions
    votes = {option.choice: (option.votes, option.taken) for option in decision.options}
    assert (votes["ask"], votes["look"]) == ((2, 1), (4, 1))
    assert decision.before[1] == 2
    assert decision.after[1] == 3
    assert [(view.level, view.said) for view in case.calibration] == [(2, 1), (3, 2)]
    (workshop,) = case.workshops
    assert (workshop.name, workshop.people) == ("Muster Makler GmbH", 3)
