"""A scenario file as its author sees it: what loads, what is wrong, how far it was looked into.

Reading and looking happen on another thread; results of an older version of the file are
dropped. A broken file leaves the last good scenario in place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.authoring.exploration import Exploration, explore
from app.authoring.finding import Finding, ScenarioFileError
from app.authoring.heat import Heat, measure
from app.authoring.lint import check
from app.authoring.loading import Loaded, read_scenario
from app.gui.bridge import Tasks
from app.gui.watch import Watch
from app.phrase import Phrase, as_phrase


class Study(QObject):
    """Follows one file. Each signal says which part is there anew."""

    loaded_anew = Signal()
    findings_changed = Signal()
    ways_found = Signal()
    heat_measured = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._round = 0
        self.path = Path()
        self.loaded: Loaded | None = None
        self.findings: tuple[Finding, ...] = ()
        self.broken = False
        self.busy = False
        self.walked: Exploration | None = None
        self.heat = Heat()
        self._watch = Watch(self)
        self._watch.changed.connect(self.read)

    def open(self, path: Path) -> None:
        """Turn to another scenario: a folder or a file."""
        self.path = path
        self.loaded, self.walked, self.heat, self.findings = None, None, Heat(), ()
        self._watch.follow(path if path.is_dir() else path.parent)
        self.read()

    def read(self) -> None:
        """Read the file as it is now, and look into it."""
        self._round += 1
        self.busy = True
        path = self.path
        self._run(lambda: read_scenario(path), self._take)

    def node_at(self, finding: Finding) -> str:
        """The node in whose lines a finding lies, else empty."""
        if self.loaded is None or Path(finding.file).name != Path(self.loaded.file).name:
            return ""
        marks = {self.loaded.mark(key).line: "" for key in self.loaded.tree.entries}
        for node in self.loaded.scenario.nodes:
            marks[self.loaded.mark("nodes", node).line] = node
        before = [line for line in marks if line <= finding.line]
        return marks[max(before)] if before else ""

    # --- inside --------------------------------------------------------------------------

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """As ``Tasks.run``, for this version of the file only."""
        number = self._round

        def take(result: Any) -> None:
            if number == self._round:
                done(result)

        def fail(error: Exception) -> None:
            if number == self._round:
                self._fail(error)

        self._tasks.run(work, take, fail)

    def _take(self, loaded: Loaded) -> None:
        folder = Path(loaded.file).parent
        self.loaded, self.broken = loaded, False
        self.walked, self.heat, self.findings = None, Heat(), loaded.warnings
        self.loaded_anew.emit()
        self._run(lambda: explore(loaded.scenario), self._take_walk)
        self._run(lambda: check(loaded)[0], self._take_findings)
        self._run(lambda: measure(loaded.scenario, folder), self._take_heat)

    def _take_walk(self, walked: Exploration) -> None:
        self.walked = walked
        self.ways_found.emit()

    def _take_findings(self, findings: list[Finding]) -> None:
        self.findings, self.busy = tuple(findings), False
        self.findings_changed.emit()

    def _take_heat(self, heat: Heat) -> None:
        self.heat = heat
        self.heat_measured.emit()

    def _fail(self, error: Exception) -> None:
        self.busy = False
        if isinstance(error, ScenarioFileError):
            self.broken = True
            self.findings = error.findings
        else:
            told = Finding(
                str(self.path), 1, 1, "E000", as_phrase(error), Phrase("mend it and save again")
            )
            self.findings = (*self.findings, told)
        self.findings_changed.emit()
