"""All that a workshop leaves behind, by one click: papers, tables and statements in a folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from app.engine.scenario import Scenario
from app.gui.paper.pdf import PaperError, pdf, write
from app.phrase import Phrase, reason_of
from app.play.languages import catalog
from app.reports.attendance import certificates
from app.reports.session import Attendee, Session
from app.reports.tables import decisions_csv, results_csv
from app.reports.workshop_document import workshop_paper
from app.reports.xapi import lines, session_statements


def files(
    session: Session, scenario: Scenario, attendees: Sequence[Attendee] = ()
) -> dict[str, Callable[[], bytes]]:
    """The name of each file, in the session's language, and what makes its content.

    Without attendees there is no file of certificates.
    """
    words = catalog(session.language, scenario)
    say = words.message
    made: dict[str, Callable[[], bytes]] = {
        f"{say('report')}.pdf": lambda: pdf(workshop_paper(session, words)),
        f"{say('decisions')}.csv": lambda: decisions_csv(session.plays),
        f"{say('results')}.csv": lambda: results_csv(session.plays),
        f"{say('statements')}.xapi.jsonl": lambda: lines(session_statements(session, scenario)),
    }
    if attendees:
        made[f"{say('certificates')}.pdf"] = lambda: pdf(certificates(session, attendees, words))
    return made


def folder_name(session: Session) -> str:
    """A name for the folder that sorts by time: ``2026-11-24 server-crash 1a2b3c``."""
    case = re.sub(r"[^A-Za-z0-9_-]", "_", session.scenario)[:60]
    mark = re.sub(r"[^A-Za-z0-9]", "", session.id)[:6]
    return f"{session.started:%Y-%m-%d} {case} {mark}".strip()


def save_workshop(
    session: Session, scenario: Scenario, folder: Path, attendees: Sequence[Attendee] = ()
) -> tuple[Path, ...]:
    """Write everything into a folder of its own below ``folder``; the files' paths.

    Saved once more, the same session's files are replaced, each whole or not at all. Names of
    attendees are in the certificates only. Needs a QGuiApplication; raises PaperError.
    """
    target = folder / folder_name(session)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PaperError(
            Phrase(
                "{path}: cannot be written ({reason}); choose another folder",
                path=target,
                reason=reason_of(error),
            )
        ) from error
    paths = []
    for name, make in files(session, scenario, attendees).items():
        write(make(), target / name)
        paths.append(target / name)
    return tuple(paths)
