"""The QR code on the wall, as plain squares for whoever paints them."""

from __future__ import annotations

QUIET = 4
"""Light squares that must surround the code, as the standard asks."""


def squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of a QR code, dark squares True; without the quiet zone around it."""
    import segno

    # M mends 15 %: a lamp's glare on the wall, somebody's head.
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
