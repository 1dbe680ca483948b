"""Qt's own start: when it fails, a sentence says what is missing. Without this it would abort."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext, QtMsgType

CANNOT_OPEN = 2
"""Exit code when no window can be opened."""
OWN_FAULT = 3
"""Exit code after an error of our own."""


def start_qt() -> QApplication:
    """The application; leaves the process, with a sentence, when there is no way to a screen."""
    qInstallMessageHandler(_hear)
    app = QApplication([sys.argv[0] if sys.argv else "norestore"])
    qInstallMessageHandler(None)
    return app


def give_up(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """For ``sys.excepthook`` until the window is complete: without it there is nothing to go on
    with, so say where the details are and end.
    """
    from app.store import faults

    try:
        where = f"the details are in {faults.note(error)}"
    except OSError:
        where = "the details could not be written down"
    _tell(f"norestore: the window cannot open ({kind.__name__}); saved plays are safe; {where}")
    QApplication.exit(OWN_FAULT)


def draw_by_processor() -> None:
    """Keep graphics drivers out of it, for a safe start."""
    for name, value in (
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ("QT_OPENGL", "software"),
        ("QT_XCB_GL_INTEGRATION", "none"),
    ):
        os.environ.setdefault(name, value)


def _hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    from PySide6.QtCore import QtMsgType

    if kind == QtMsgType.QtFatalMsg:
        _tell(f"norestore: the window cannot open: {reason(text)}")
        os._exit(CANNOT_OPEN)
    # The rest leads up to that, or is of no use to a player.
    if os.environ.get("NORESTORE_DEBUG") and sys.stderr is not None:
        print(text, file=sys.stderr)  # noqa: T201


def reason(text: str) -> str:
    """Why Qt has given up, from what it said last."""
    from app.store.libraries import advice, missing

    if "platform plugin" not in text:
        return text
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "none"
    return advice(missing()) or (
        f"the screen {display!r} cannot be reached; to play in a terminal, run: "
        "norestore play server-crash --text"
    )


def _tell(sentence: str) -> None:
    """Say it in the terminal, and without one by whatever shows a message on this desktop."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)  # noqa: T201
        if sys.stderr.isatty():
            return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    import shutil
    import subprocess

    for command in (("zenity", "--error", "--text"), ("kdialog", "--error"), ("xmessage",)):
        program = shutil.which(command[0])
        if program:
            subprocess.run(
                [program, *command[1:], sentence], check=False, stderr=subprocess.DEVNULL
            )
            return
