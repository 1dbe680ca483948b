"""The pseudo language: English under accents and a good deal longer, to see what breaks.

Whatever shows without accents never went through a translation; whatever is cut off will be
cut off in a language of longer words.
"""

from __future__ import annotations

import re

PSEUDO = "x-pseudo"
GROWTH = 0.4

_PLAIN = "AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz"
_ACCENTED = "ÅåÇçÐðÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(r"(\{[^{}\n]*\}|<[^<>]*>|&[a-z]+;|%[1-9n])")


def disguised(text: str) -> str:
    """A text with accents, each paragraph longer by two fifths; placeholders and tags stay."""
    return "\n".join(_longer(line) for line in text.split("\n"))


def disguised_lines(text: str) -> str:
    """A text with accents whose lines keep their length, for what is laid out in columns."""
    parts = _KEPT.split(text)
    return "".join(
        part if index % 2 else part.translate(_ACCENTS) for index, part in enumerate(parts)
    )


def _longer(line: str) -> str:
    if not line.strip():
        return line
    missing = round(len(line) * GROWTH + 0.5)
    # A word grows by letters, a sentence by words, so that lines can break as they would.
    filler = "".join("~ "[index % 7 == 6] for index in range(missing))
    joint = " " if " " in line.strip() else ""
    return disguised_lines(line) + (joint + filler)[:missing].rstrip()
