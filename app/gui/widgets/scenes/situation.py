"""What a picture shows, read from a scene's view: the place, the hour, the state of things."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.play.view import SceneView


class Outage(StrEnum):
    """How much of the client's services is down."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class ArrayState(StrEnum):
    """The state of the disk array, as far as it is known."""

    OK = "ok"
    DEGRADED = "degraded"
    REBUILDING = "rebuilding"
    FAILED = "failed"
    DARK = "dark"
    """Nothing works, and the case does not say what the array does."""


class Earth(StrEnum):
    """Whether the rack's earth wire holds, once somebody has measured it."""

    UNKNOWN = "unknown"
    GOOD = "good"
    BAD = "bad"


WordT = TypeVar("WordT", bound=StrEnum)

SCENES = ("office", "car", "server_room", "workbench", "lab", "meeting", "phone", "night")
DISKS = 5
"""Bays of the painted array."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a painter may look at; equal situations give equal pictures."""

    scene: str = "office"
    minute_of_day: int = 8 * 60
    outage: Outage = Outage.NONE
    array: ArrayState = ArrayState.OK
    mft_dead: bool = False
    rental: bool = False
    imaged: bool = False
    unreadable: bool = False
    restarted: bool = False
    pulled: bool = False
    """The disks are out of their bays, sealed for the lab."""
    earth: Earth = Earth.UNKNOWN

    @classmethod
    def of(cls, view: SceneView) -> Situation:
        """The situation of a view. Unknown scenes become the office, unknown hints nothing."""
        hints = view.hints
        outage = _outage(hints.get("outage"))
        silent = outage is Outage.FULL and "array_state" not in hints
        default = ArrayState.DARK if silent else ArrayState.OK
        array = _word(ArrayState, hints.get("array_state"), default)
        sent = hints.get("night") in ("courier", "seal") or hints.get("lab_order") in (
            "provider",
            "client",
        )
        return cls(
            scene=view.scene if view.scene in SCENES else "office",
            minute_of_day=view.now.hour * 60 + view.now.minute,
            outage=outage,
            array=array,
            mft_dead=_is(hints.get("mft_dead")),
            rental=hints.get("rental") in (True, "rented"),
            imaged=_is(hints.get("imaged")),
            unreadable=hints.get("backup_state") == "destroyed"
            or hints.get("data") in ("part", "all", "stale", "lost"),
            restarted=_is(hints.get("services_restarted")),
            # An array that runs has disks, those of the lab or others.
            pulled=sent and array in (ArrayState.DEGRADED, ArrayState.FAILED),
            earth=_word(Earth, hints.get("earth"), Earth.UNKNOWN),
        )

    def disk_states(self) -> tuple[str, ...]:
        """For each bay: ok, warn, bad or off."""
        states = ["ok"] * DISKS
        if self.array is ArrayState.DEGRADED:
            states[2] = "warn"
        elif self.array is ArrayState.REBUILDING:
            states[2] = "busy"
        elif self.array is ArrayState.DARK:
            states = ["off"] * DISKS
        elif self.array is ArrayState.FAILED:
            states = ["off"] * DISKS
            states[0] = states[2] = "bad"
        return tuple(states)

    def service_states(self) -> tuple[str, ...]:
        """For each of the four servers: ok, warn, bad or off."""
        if self.outage is Outage.FULL:
            return ("bad", "bad", "off", "off")
        if self.outage is Outage.PARTIAL:
            return ("ok", "warn", "bad", "ok")
        return ("ok",) * 4


def _outage(value: object) -> Outage:
    if value in ("hampered", "light"):
        return Outage.PARTIAL
    return _word(Outage, value, Outage.NONE)


def _is(value: bool | int | str | None) -> bool:
    return value not in (None, False, 0, "", "no", "none", "false")


def _word(kind: type[WordT], value: object, default: WordT) -> WordT:
    return next((word for word in kind if word == value), default)
