from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.clock import Calendar

TUESDAY = Calendar(datetime(2026, 3, 3, 8, 12))  # noqa: DTZ001

calendars = st.builds(
    lambda start, opens, length, workdays: Calendar(start, opens, opens + length, workdays),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(  # noqa: DTZ001
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.integers(0, 700),
    st.integers(1, 700),
    st.integers(1, 7),
)


def by_the_minute(calendar: Calendar, begin: int, end: int) -> int:
    """The plain definition: look at every minute."""
    count = 0
    for minute in range(begin, end):
        moment = calendar.start + timedelta(minutes=minute)
        time = moment.hour * 60 + moment.minute
        count += moment.weekday() < calendar.workdays and calendar.opens <= time < calendar.closes
    return count


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        (0, 60, 60),  # within the morning
        (0, 24 * 60, 9 * 60),  # to the next morning: one working day
        (8 * 60 + 48, 8 * 60 + 48 + 15 * 60, 0),  # 17:00 to 08:00
        (3 * 24 * 60 + 9 * 60, 6 * 24 * 60 - 12, 0),  # the weekend
        (0, 7 * 24 * 60, 45 * 60),  # a week
    ],
)
def test_office_minutes(begin: int, end: int, minutes: int) -> None:
    assert TUESDAY.office_minutes(begin, end) == minutes


@given(calendars, st.integers(0, 20_000), st.integers(0, 1500))
def test_office_minutes_are_those_counted_one_by_one(
    calendar: Calendar, begin: int, length: int
) -> None:
    expected = by_the_minute(calendar, begin, begin + length)
    assert calendar.office_minutes(begin, begin + length) == expected


@given(calendars, st.lists(st.integers(0, 400_000), min_size=1))
def test_many_moments_at_once_agree_with_one(calendar: Calendar, ends: list[int]) -> None:
    together = calendar.office_minutes(np.zeros(len(ends), dtype=np.int64), np.array(ends))
    assert together.tolist() == [calendar.office_minutes(0, end) for end in ends]


@given(calendars, st.integers(0, 400_000))
def test_day_and_date_agree(calendar: Calendar, minutes: int) -> None:
    days = calendar.at(minutes).date() - calendar.start.date()
    assert calendar.day(minutes) == days.days + 1
