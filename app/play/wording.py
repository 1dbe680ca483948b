"""How amounts, times and the engine's reasons read, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.play.catalog import ENGLISH, Catalog, marked

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = (marked("{n} d"), marked("{n} h"), marked("{n} min"))
_COMMA_LANGUAGES = ("de", "es", "fr", "it", "nl", "pl", "pt")


def number(value: int, language: str = "en") -> str:
    """A whole number with thousands separated: ``12,345``; German ``12.345``."""
    text = f"{value:,}"
    return text.replace(",", ".") if language[:2] in _COMMA_LANGUAGES else text


def money(cents: int, language: str = "en") -> str:
    """Cents as ``12,345.00 EUR``; German ``12.345,00 EUR``. A minus sign stands in front."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    point = "," if language[:2] in _COMMA_LANGUAGES else "."
    return f"{sign}{number(whole, language)}{point}{rest:02d} EUR"


def whole_euros(cents: float, language: str = "en") -> str:
    """Cents rounded to ``12,345 EUR``, where cents would only be in the way."""
    return f"{number(round(cents / 100), language)} EUR"


def duration(minutes: int, catalog: Catalog = ENGLISH) -> str:
    """Minutes as a person says them: ``45 min``, ``2 h``, ``1 h 30 min``, ``3 d 4 h``."""
    days, rest = divmod(minutes, 1440)
    hours, left = divmod(rest, 60)
    parts = [
        catalog.message(unit, {"n": number(amount, catalog.language)})
        for amount, unit in zip((days, hours, left), _UNITS, strict=True)
        if amount
    ]
    return " ".join(parts) or catalog.message(_UNITS[-1], {"n": "0"})


def weekday(moment: datetime, catalog: Catalog = ENGLISH) -> str:
    """The day of the week: ``Tuesday``."""
    return catalog.message(_WEEKDAYS[moment.weekday()])


def clock(moment: datetime, catalog: Catalog = ENGLISH) -> str:
    """Weekday and time of day: ``Tuesday 08:12``."""
    day, time = weekday(moment, catalog), f"{moment:%H:%M}"
    return catalog.message("{weekday} {time}", {"weekday": day, "time": time})


def calendar_date(moment: datetime, catalog: Catalog = ENGLISH) -> str:
    """The date, ISO in English and day first where that is the custom."""
    return f"{moment:%d.%m.%Y}" if catalog.language[:2] == "de" else f"{moment:%Y-%m-%d}"


def sentence(template: str, details: Mapping[str, int | str], catalog: Catalog = ENGLISH) -> str:
    """A reason of the engine in words.

    Numbers whose names end in ``days``, ``percent``, ``count`` or ``hours`` stay numbers, all
    others are cents.
    """
    plain = ("days", "percent", "count", "hours")
    words = {
        name: (
            catalog.message(value)
            if isinstance(value, str)
            else number(value, catalog.language)
            if name.endswith(plain)
            else money(value, catalog.language)
        )
        for name, value in details.items()
    }
    return catalog.message(template, words)
