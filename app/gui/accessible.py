"""What assistive technology is told that widgets of our own are.

Qt knows its own classes; for a widget that paints itself it can only say "something". A class
of ours says more by an attribute ``spoken_as``, the name of a role of ``QAccessible.Role`` (the
title paints sooner without that long enumeration).
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed = False


def tell_roles() -> None:
    """Let Qt ask our widgets what they are, from now on."""
    global _installed  # noqa: PLW0603 - as global as what Qt keeps
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface)


def _interface(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
    role = getattr(widget, "spoken_as", None)
    if isinstance(role, str) and isinstance(widget, QWidget):
        return QAccessibleWidget(widget, QAccessible.Role[role])
    return None
