"""Heat on the nodes of a graph: what is measured, how warm it makes a node, what that means."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.authoring.heat import Heat
from app.engine.scenario import Scenario
from app.gui.language import reader
from app.gui.widgets.graph_items import Warmth
from app.gui.widgets.meters import euros


def heats() -> tuple[tuple[str, str], ...]:
    """The modes with their names."""
    translate = QCoreApplication.translate
    return (
        ("", translate("Heat", "No heat")),
        ("tested", translate("Heat", "Covered by tests")),
        ("visits", translate("Heat", "Visited by chance")),
        ("costs", translate("Heat", "Expected cost")),
    )


def warmth(heat: Heat, mode: str, scenario: Scenario | None) -> Mapping[str, Warmth]:
    """Each node's heat in a mode; empty without heat, and while nothing is measured."""
    if scenario is None:
        return {}
    if mode == "costs":
        most = max(heat.costs.values(), default=0) or 1
        return {
            id_: Warmth((max(0, cost) / most) ** 0.5, euros(cost))
            for id_, cost in heat.costs.items()
        }
    counts, all_ = {
        "tested": (heat.tested, heat.tests),
        "visits": (heat.visits, heat.runs),
    }.get(mode, ({}, 0))
    if not all_:
        return {}
    never = QCoreApplication.translate("Heat", "never")
    return {
        id_: Warmth((counts.get(id_, 0) / all_) ** 0.5, _share(counts.get(id_, 0), all_, never))
        for id_ in scenario.nodes
    }


def legend(heat: Heat, mode: str) -> str:
    """What the colours and figures mean, or why there are none."""
    translate = QCoreApplication.translate
    if not mode:
        return translate("Heat", "Box: decision, hexagon: chance, rounded: ending")
    if heat.problems or not heat.runs:
        return reader().told(heat.problems[0]) if heat.problems else translate("Heat", "Measuring…")
    if mode == "costs":
        return translate("Heat", "Cost still to come under perfect play; deeper colour: more")
    if mode == "visits":
        told = translate("Heat", "Plays by chance that come here, of {n}; deeper colour: more")
        return told.replace("{n}", str(heat.runs))
    if not heat.tests:
        return translate("Heat", "There are no tests yet: write tests.yaml beside the scenario")
    told = translate("Heat", "Tests that come here, of {n}; deeper colour: more")
    return told.replace("{n}", str(heat.tests))


def _share(count: int, all_: int, never: str) -> str:
    return f"{count} / {all_}" if count else never
