"""Hand-made views: what the screens show, without any scenario or engine behind them."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.engine.scenario import Bearer, PanelKind, Tone
from app.play.view import ChoiceView, HeadView, KnownView, LogView, PanelView, SceneView

START = datetime(2026, 3, 3, 8, 12)  # noqa: DTZ001 (a story has no time zone)

TERMINAL = """\
fs01:~# dmesg -T | tail -7
[Tue Mar  3 07:58:41] sd 0:0:2:0: [sdc] tag#22 FAILED Result: hostbyte=DID_OK
[Tue Mar  3 07:58:41] sd 0:0:2:0: [sdc] Sense Key : Medium Error [current]
[Tue Mar  3 07:58:41] blk_update_request: I/O error, dev sdc, sector 1187441920
[Tue Mar  3 08:03:12] md/raid6:md0: read error corrected (8 sectors at 1187441920 on sdc)
[Tue Mar  3 08:09:55] EXT4-fs error (device dm-3): ext4_lookup: inode #2621441: comm smbd
fs01:~# systemctl --failed --no-legend
● smbd.service  ● mft-gateway.service  ● erp-worker@2.service
"""

TICKET = """\
Since this morning orders from yesterday open empty. Three colleagues, same thing. Is that you?

Priority: high. Reported by: Dispatch, Ms Kern. Answer promised within 30 minutes."""


def first_scene() -> SceneView:
    """The first scene of a play: nothing lost yet."""
    return SceneView(
        node_id="first_alarm",
        title="One line in the ticket system",
        scene="office",
        now=START,
        minutes=0,
        consequence=(),
        paragraphs=(
            "08:12. The ticket is one line long, and it came in four minutes after the office "
            "opened. Orders of yesterday open empty. You have looked after this company's "
            "servers for three years, and you know the sentence by its tone: somebody has "
            "already tried everything twice.",
            "From your desk you can reach the file server. It answers, slowly. Three services "
            "are down. A restart would take a quarter of an hour and has helped before.",
            "In the corridor the dispatcher counts lorries out loud.",
        ),
        panels=(
            PanelView(PanelKind.TERMINAL, "root@fs01", TERMINAL),
            PanelView(PanelKind.TICKET, "#4711", TICKET),
            PanelView(
                PanelKind.MAIL,
                "Ms Kern",
                "Good morning,\n\nthe 09:30 tour cannot be loaded without delivery notes. Please "
                "call me as soon as you know anything.\n\nKern, dispatch",
            ),
        ),
        choices=(
            ChoiceView(
                "save_logs",
                "Save the logs and the state of the array first",
                "Half an hour in which nothing gets better, but nothing is lost either.",
                30,
                320_00,
                40_00,
            ),
            ChoiceView(
                "restart",
                "Restart the three services",
                "Quick, and it has helped before. It also rotates the logs.",
                15,
                160_00,
                20_00,
            ),
            ChoiceView(
                "drive",
                "Drive to the server centre at once",
                "Forty minutes on the road.",
                70,
                None,
                93_00,
            ),
            ChoiceView("call", "Call Ms Kern before touching anything", "", None, None, None),
        ),
        client_loss=0,
        own_costs=0,
        heads=(),
        known=(),
        log=(),
        hints={"outage": "partial", "array_state": "ok"},
        step=0,
    )


def second_scene() -> SceneView:
    """After a costly step: a consequence, losses, things known, log lines."""
    return SceneView(
        node_id="relapse",
        title="The array says it is degraded",
        scene="server_room",
        now=START + timedelta(minutes=1695),
        minutes=1695,
        consequence=(
            "It held for a day. At 11:40 the second disk dropped out of the array, and with it "
            "the delivery notes, the price lists, and the patience of the managing director.",
        ),
        paragraphs=(
            "You stand in the cold aisle with a torch between your teeth. Bay three blinks "
            "amber, bay six does not blink at all. The rebuild that somebody started remotely "
            "stands at 41 %.",
            "“Can we work tomorrow?” asks the phone.",
        ),
        panels=(
            PanelView(PanelKind.TERMINAL, "root@fs01", TERMINAL),
            PanelView(
                PanelKind.PHONE,
                "Mr Adler, managing director",
                "“I have sixty people here who sort screws by colour. What do I tell them?”",
            ),
        ),
        choices=(
            ChoiceView(
                "stop",
                "Stop the rebuild and every write, the backup jobs too",
                "All services go down now. The disks stay as they are.",
                20,
                640_00,
                27_00,
            ),
            ChoiceView(
                "image",
                "Image every disk with a map file before anything else",
                "Slow and dull. Whatever comes later can start again from here.",
                540,
                5_760_00,
                720_00,
            ),
            ChoiceView(
                "swap",
                "Swap both disks and let the array rebuild",
                "If the remaining disks are clean, the company works tomorrow.",
                150,
                1_600_00,
                200_00,
            ),
        ),
        client_loss=8_412_50,
        own_costs=512_00,
        heads=(
            HeadView("idle_staff", "Idle staff", Bearer.CLIENT, 8_412_50),
            HeadView("own_time", "Your unpaid hours", Bearer.OWN, 512_00),
        ),
        known=(
            KnownView("Cause", "Two disks of the array are failing"),
            KnownView("Backup", "Job reports are green; nobody has ever restored from it"),
            KnownView("Services", "File shares and data exchange are down"),
        ),
        log=(
            LogView(START + timedelta(minutes=30), "Saved syslog and controller log."),
            LogView(START + timedelta(minutes=95), "Told Ms Kern by phone; she knows of no test."),
            LogView(START + timedelta(minutes=1690), "Second disk dropped out at 11:40."),
        ),
        hints={"outage": "full", "array_state": "rebuilding", "services_restarted": True},
        step=4,
    )


def ending() -> SceneView:
    """An ending with prose of its own."""
    return SceneView(
        node_id="total_loss",
        title="Sixty people type",
        scene="meeting",
        now=START + timedelta(days=16),
        minutes=16 * 1440,
        consequence=("The laboratory's letter has two pages and one sentence that matters.",),
        paragraphs=(
            "The records are gone. For three weeks the company types its own past back in from "
            "paper, delivery note by delivery note.",
            "Mr Adler does not shout. He asks for your insurance's address.",
        ),
        panels=(),
        choices=(),
        client_loss=100_000_00,
        own_costs=4_320_00,
        heads=(),
        known=(KnownView("Backup", "Filled with garbage, then destroyed"),),
        log=second_scene().log,
        hints={"outage": "full", "array_state": "failed"},
        step=12,
        tone=Tone.LOST,
    )
