"""What a certificate of attendance says, but for the name: § 7 VersVermV asks for all of it."""

from __future__ import annotations

from datetime import datetime

from app.play.catalog import Catalog
from app.play.wording import calendar_date, duration
from app.workshop.agenda import DEBRIEF, MINUTE_MS
from app.workshop.room import Phase, Room


def certificate(room: Room, catalog: Catalog) -> dict[str, str] | None:
    """Content, date, duration and provider in words; None before the end of the debrief."""
    last = room.phase is Phase.DEBRIEF and room.debrief_step >= len(DEBRIEF) - 1
    if not room.marks or not (last or room.phase is Phase.OVER):
        return None
    minutes = round((room.marks[-1].at - room.marks[0].at) / MINUTE_MS)
    day = datetime.fromtimestamp(room.marks[0].at / 1000).astimezone()
    title = room.opened.title or catalog.text(room.scenario.title)
    return {
        "content": catalog.message(
            "Workshop on the liability of IT service providers: “{title}”", {"title": title}
        ),
        "date": calendar_date(day, catalog),
        "duration": duration(max(1, minutes), catalog),
        "provider": room.opened.provider,
    }
