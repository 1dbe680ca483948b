"""Time: whole minutes since the first scene, and how many of them are office minutes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.engine.expression import maximum, minimum

DAY = 1440
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the story starts and when the client's people work.

    ``opens`` and ``closes`` are minutes of the day, on the first ``workdays`` days of
    each week, Monday first.
    """

    start: datetime
    opens: int = 8 * 60
    closes: int = 17 * 60
    workdays: int = 5
    _offset: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        minute = self.start.weekday() * DAY + self.start.hour * 60 + self.start.minute
        object.__setattr__(self, "_offset", minute)

    @property
    def start_minute(self) -> int:
        """Minutes from the Monday 00:00 before the start to the start."""
        return self._offset

    def at(self, minutes: int) -> datetime:
        """The date and time of day after so many minutes."""
        return self.start + timedelta(minutes=minutes)

    def day(self, minutes: Any) -> Any:
        """The calendar day, 1 on the day of the start. Ints or arrays."""
        return (minutes + self.start_minute % DAY) // DAY + 1

    def office_minutes(self, begin: Any, end: Any) -> Any:
        """Office minutes between two moments, in minutes since the start. Ints or arrays."""
        if isinstance(begin, int) and isinstance(end, int):
            weekday, since = divmod((begin + self._offset) % WEEK, DAY)
            until = since + end - begin
            if until <= DAY:  # within one day, as most steps of a play are
                if weekday >= self.workdays:
                    return 0
                return max(min(until, self.closes) - max(since, self.opens), 0)
        return self._office_until(end) - self._office_until(begin)

    def _office_until(self, minutes: Any) -> Any:
        moment = minutes + self._offset
        per_day = self.closes - self.opens
        day_of_week = moment % WEEK // DAY
        today = minimum(maximum(moment % DAY - self.opens, 0), per_day)
        whole_days = minimum(day_of_week, self.workdays)
        worked_today = today * (day_of_week < self.workdays)
        return moment // WEEK * self.workdays * per_day + whole_days * per_day + worked_today
