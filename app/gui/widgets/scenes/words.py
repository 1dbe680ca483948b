"""The same picture in words, for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.gui.widgets.scenes.situation import ArrayState, Earth, Outage, Situation

translate = QCoreApplication.translate


def name(situation: Situation) -> str:
    """What the picture shows, in a few words."""
    return {
        "office": translate("SceneWidget", "Picture: your office"),
        "car": translate("SceneWidget", "Picture: on the road to the server centre"),
        "server_room": translate("SceneWidget", "Picture: the rack in the server centre"),
        "workbench": translate("SceneWidget", "Picture: the workbench with the drives"),
        "lab": translate("SceneWidget", "Picture: the data-recovery lab"),
        "meeting": translate("SceneWidget", "Picture: the negotiating table"),
        "phone": translate("SceneWidget", "Picture: the phone rings"),
        "night": translate("SceneWidget", "Picture: the empty office at night"),
    }[situation.scene]


def description(situation: Situation) -> str:
    """The picture in sentences: place, time of day, and what its lights tell."""
    return " ".join([_place(situation), _light(situation), *_state(situation)])


def _place(situation: Situation) -> str:
    return {
        "office": translate(
            "SceneWidget", "A desk with a monitor, a phone and a mug in front of a wide window."
        ),
        "car": translate(
            "SceneWidget", "A van on a country road; the server centre stands on the horizon."
        ),
        "server_room": translate(
            "SceneWidget", "An open rack between closed ones, a lamp above it."
        ),
        "workbench": translate(
            "SceneWidget", "An opened drive on an antistatic mat, others beside it, a wrist strap."
        ),
        "lab": translate(
            "SceneWidget", "A clean bench with an opened drive, an imaging device and a microscope."
        ),
        "meeting": translate(
            "SceneWidget", "You face the client and a colleague across a table with papers."
        ),
        "phone": translate(
            "SceneWidget", "A phone in its cradle shows a call; a note pad lies ready."
        ),
        "night": translate(
            "SceneWidget", "Nobody is there; one screen is on before the lights of the town."
        ),
    }[situation.scene]


def _light(situation: Situation) -> str:
    minute = situation.minute_of_day
    clock = f"{minute // 60:02d}:{minute % 60:02d}"
    if minute < 330 or minute >= 1200:
        return translate("SceneWidget", "It is {clock}, night.").format(clock=clock)
    if minute < 480:
        return translate("SceneWidget", "It is {clock}, dawn.").format(clock=clock)
    if minute < 1020:
        return translate("SceneWidget", "It is {clock}, daylight.").format(clock=clock)
    return translate("SceneWidget", "It is {clock}, dusk.").format(clock=clock)


def _state(situation: Situation) -> list[str]:
    says: list[str] = []
    shows_services = situation.scene in ("office", "night", "server_room", "phone")
    if shows_services and situation.outage is Outage.PARTIAL:
        says.append(translate("SceneWidget", "Some services are down."))
    if shows_services and situation.outage is Outage.FULL:
        says.append(translate("SceneWidget", "All services are down."))
    out = situation.pulled and situation.scene == "server_room"
    if out:
        says.append(
            translate("SceneWidget", "The bays are empty: the disks stand beside the rack, sealed.")
        )
    elif situation.scene in ("server_room", "workbench"):
        says.append(
            {
                ArrayState.OK: translate("SceneWidget", "All disk lights are green."),
                ArrayState.DEGRADED: translate(
                    "SceneWidget", "One disk light is amber: the array is degraded."
                ),
                ArrayState.REBUILDING: translate(
                    "SceneWidget", "One disk blinks amber: the array is being rebuilt."
                ),
                ArrayState.DARK: translate("SceneWidget", "All disk lights are dark."),
                ArrayState.FAILED: translate(
                    "SceneWidget", "Two disk lights are red, the rest dark: the array failed."
                ),
            }[situation.array]
        )
    if situation.scene == "server_room" and situation.mft_dead:
        says.append(translate("SceneWidget", "The MFT component is scorched and dead."))
    if situation.scene == "server_room" and situation.rental:
        says.append(translate("SceneWidget", "A rented rack runs beside it."))
    if situation.scene == "server_room" and situation.earth is Earth.GOOD:
        says.append(translate("SceneWidget", "The earth wire of the rack is connected."))
    if situation.scene == "server_room" and situation.earth is Earth.BAD:
        says.append(translate("SceneWidget", "The earth wire of the rack hangs loose."))
    if situation.scene in ("server_room", "lab") and situation.imaged and not out:
        says.append(translate("SceneWidget", "The images of all disks are complete."))
    lost = situation.array is ArrayState.FAILED or situation.unreadable
    if situation.scene == "lab" and lost:
        says.append(
            translate("SceneWidget", "The sector map has many red fields: unreadable data.")
        )
    return says
