"""Codes to join with, device tokens, and how often anybody may knock."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

LETTERS = "BCDFGHJKMNPQRTVWXZ"
"""No vowels (no words come about), and nothing that is mistaken for another letter or digit."""
CODE_LENGTH = 5
RETURN_LENGTH = 8
"""Eleven thousand million codes: too many to guess one of a room's at the rate allowed."""
_MOST_CALLERS = 5_000


def new_code() -> str:
    """A short code that is easily read from a wall and said aloud."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_return_code() -> str:
    """What somebody types in to be the same person on another page or phone: ``BCDF-GHJK``."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(RETURN_LENGTH))
    return f"{letters[: RETURN_LENGTH // 2]}-{letters[RETURN_LENGTH // 2 :]}"


def same_code(typed: str, code: str) -> bool:
    """Whether somebody typed the code, in whatever case and with whatever between."""
    return bool(code) and secrets.compare_digest(_plain(typed).encode(), code.encode())


def _plain(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def new_token() -> str:
    """What a phone proves with that it is the same as before."""
    return secrets.token_urlsafe(18)


def fingerprint(token: str) -> str:
    """What the log keeps of a token: enough to know it again, not to use it."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def way_back(room: str, typed: str) -> str:
    """What the log keeps of a return code; another one in each room."""
    return fingerprint(f"{room}/{_plain(typed)}")


class Allowance:
    """A bucket of tries for each caller: ``burst`` at once, then ``rate`` a second."""

    def __init__(
        self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.rate = rate
        self.burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, caller: str) -> bool:
        """Use a try up; False when there is none left."""
        left = self._left(caller)
        allowed = left >= 1
        self._buckets[caller] = (left - 1 if allowed else left, self._clock())
        self._buckets.move_to_end(caller)
        # A flood of made-up callers must not fill the memory; the longest unheard of goes.
        while len(self._buckets) > _MOST_CALLERS:
            self._buckets.popitem(last=False)
        return allowed

    def has(self, caller: str) -> bool:
        """Whether a try is left, without using it up."""
        return self._left(caller) >= 1

    def _left(self, caller: str) -> float:
        left, since = self._buckets.get(caller, (self.burst, self._clock()))
        return min(self.burst, left + (self._clock() - since) * self.rate)
