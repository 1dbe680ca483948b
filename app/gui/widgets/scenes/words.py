"""The same picture in words, for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.gui.widgets.scenes.situation import ArrayState, Outage, Situation


def _tr(text: str) -> str:
    return QCoreApplication.translate("SceneWidget", text)


def name(situation: Situation) -> str:
    """What the picture shows, in a few words."""
    return {
        "office": _tr("Picture: your office"),
        "car": _tr("Picture: on the road to the server centre"),
        "server_room": _tr("Picture: the rack in the server centre"),
        "workbench": _tr("Picture: the workbench with the drives"),
        "lab": _tr("Picture: the data-recovery lab"),
        "meeting": _tr("Picture: the negotiating table"),
        "phone": _tr("Picture: the phone rings"),
        "night": _tr("Picture: the empty office at night"),
    }[situation.scene]


def description(situation: Situation) -> str:
    """The picture in sentences: place, time of day, and what its lights tell."""
    return " ".join([_place(situation), _light(situation), *_state(situation)])


def _place(situation: Situation) -> str:
    return {
        "office": _tr("A desk with a monitor, a phone and a mug in front of a wide window."),
        "car": _tr("A van on a country road; the server centre stands on the horizon."),
        "server_room": _tr("An open rack between closed ones, a lamp above it."),
        "workbench": _tr("An opened drive on an antistatic mat, others beside it, a wrist strap."),
        "lab": _tr("A clean bench with an opened drive, an imaging device and a microscope."),
        "meeting": _tr("You face the client and a colleague across a table with papers."),
        "phone": _tr("A phone in its cradle shows a call; a note pad lies ready."),
        "night": _tr("Nobody is there; one screen is on before the lights of the town."),
    }[situation.scene]


def _light(situation: Situation) -> str:
    minute = situation.minute_of_day
    clock = f"{minute // 60:02d}:{minute % 60:02d}"
    if minute < 330 or minute >= 1200:
        return _tr("It is {clock}, night.").format(clock=clock)
    if minute < 480:
        return _tr("It is {clock}, dawn.").format(clock=clock)
    if minute < 1020:
        return _tr("It is {clock}, daylight.").format(clock=clock)
    return _tr("It is {clock}, dusk.").format(clock=clock)


def _state(situation: Situation) -> list[str]:
    says: list[str] = []
    shows_services = situation.scene in ("office", "night", "server_room", "phone")
    if shows_services and situation.outage is Outage.PARTIAL:
        says.append(_tr("Some services are down."))
    if shows_services and situation.outage is Outage.FULL:
        says.append(_tr("All services are down."))
    if situation.scene in ("server_room", "workbench"):
        says.append(
            {
                ArrayState.OK: _tr("All disk lights are green."),
                ArrayState.DEGRADED: _tr("One disk light is amber: the array is degraded."),
                ArrayState.REBUILDING: _tr("One disk blinks amber: the array is being rebuilt."),
                ArrayState.FAILED: _tr("Two disk lights are red, the rest dark: the array failed."),
            }[situation.array]
        )
    if situation.scene == "server_room" and situation.mft_dead:
        says.append(_tr("The MFT component is scorched and dead."))
    if situation.scene == "server_room" and situation.rental:
        says.append(_tr("A rented rack runs beside it."))
    if situation.scene in ("server_room", "lab") and situation.imaged:
        says.append(_tr("The images of all disks are complete."))
    lost = situation.array is ArrayState.FAILED or situation.unreadable
    if situation.scene == "lab" and lost:
        says.append(_tr("The sector map has many red fields: unreadable data."))
    return says
