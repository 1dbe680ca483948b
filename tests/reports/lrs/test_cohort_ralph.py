"""The view over several rooms, from a real store, by the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from app.cli import main
from app.reports import xapi
from app.reports.cohort import cohort, gather
from app.reports.lrs import Lrs
from app.reports.outbox import Outbox
from app.reports.told import read
from app.store.lrs_settings import Endpoint
from tests.reports.sessions import session, toy

FOREIGN = [
    {
        "id": f"0f0f0f0f-0000-4000-8000-{number:012}",
        "actor": {"mbox": "mailto:somebody@example.com"},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/attempted"},
        "object": {"id": "https://elsewhere.example/course"},
    }
    for number in range(25)
]


def test_several_rooms_come_back_as_one_view(
    endpoint: Endpoint,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("NORESTORE_HOME", str(tmp_path))
    monkeypatch.setenv("NORESTORE_LRS_SECRET", endpoint.secret)
    held = [session(seed, provider=f"Broker {seed % 3}") for seed in range(1, 7)]
    made = [one for room in held for one in xapi.session_statements(room, toy())]
    lrs = Lrs(endpoint)
    lrs.post(FOREIGN)
    box = Outbox()
    for room in held:
        box.add(xapi.session_statements(room, toy()))
    assert box.send(lrs).sent == len(made)
    view = gather(lrs)
    assert view.foreign == len(FOREIGN)
    assert view.cases == cohort(read(made)).cases
    store = ["--lrs", endpoint.url, "--key", endpoint.key]

    assert main(["cohort", *store]) == 0
    text = capsys.readouterr().out
    assert f"{len(made)} statements of this game; 25 others were left out" in text
    assert "Broker 2" in text
    assert endpoint.secret not in text

    assert main(["cohort", *store, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["cases"][0]["workshops"]) == 6

    assert main(["cohort", *store, "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["choice_id"] for row in rows} == {"look", "ask", "restore", "hand_over"}

    assert main(["cohort", *store, "--csv", "rooms", "--case", "another"]) == 1
    assert main(["cohort", *store, "--since", "2090-01-01"]) == 1
    assert main(["cohort", "--lrs", "http://lrs.example.com"]) == 2
    assert "without encryption" in capsys.readouterr().err
    assert main(["cohort", *store, "--since", "yesterday"]) == 2
