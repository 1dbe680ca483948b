"""A parser of command lines whose help and errors are in the reader's language.

argparse takes its own sentences from gettext's compiled catalogues and from nowhere else; as the
game has none, ``spoken`` lends it ours while it works.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from app.cli.reader import reader
from app.phrase import Phrase
from app.play.catalog import marked

_Action = TypeVar("_Action", bound=argparse.Action)

ARGPARSE = (
    marked("usage: "),
    marked("positional arguments"),
    marked("options"),
    marked("show this help message and exit"),
    marked("show program's version number and exit"),
    marked("%(prog)s: error: %(message)s\n"),
    marked("argument %(argument_name)s: %(message)s"),
    marked("unrecognized arguments: %s"),
    marked("the following arguments are required: %s"),
    marked("one of the arguments %s is required"),
    marked("not allowed with argument %s"),
    marked("ignored explicit argument %r"),
    marked("expected one argument"),
    marked("expected at most one argument"),
    marked("expected at least one argument"),
    marked("expected %s argument"),
    marked("expected %s arguments"),
    marked("invalid choice: %(value)r (choose from %(choices)s)"),
    marked("invalid %(type)s value: %(value)r"),
    marked("ambiguous option: %(option)s could match %(matches)s"),
)
"""What argparse itself says to somebody at a terminal."""


class Parser(argparse.ArgumentParser):
    """Says its help in the reader's language; so do the parsers of its commands."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter, **options})

    def _add_action(self, action: _Action) -> _Action:
        # Here and not where they are shown, for argparse's errors name them as well.
        if isinstance(action.metavar, str):
            action.metavar = reader().message(action.metavar)
        return super()._add_action(action)


def refused(why: Phrase) -> argparse.ArgumentTypeError:
    """The error for an argument of the wrong kind."""
    return argparse.ArgumentTypeError(reader().told(why))


@contextmanager
def spoken() -> Iterator[None]:
    """Let argparse say its own sentences in the reader's language."""
    words = reader()
    lent: dict[str, Callable[..., str]] = {
        "_": lambda text: words.message(text) if text else text,
        "ngettext": lambda one, many, number: words.message(one if number == 1 else many),
    }
    before = {name: vars(argparse)[name] for name in lent if name in vars(argparse)}
    for name in before:
        setattr(argparse, name, lent[name])
    try:
        yield
    finally:
        for name, own in before.items():
            setattr(argparse, name, own)


def plain(text: str) -> str:
    """A text of the help as translators meet it: one line, without the marks of a docstring."""
    return " ".join(text.replace("``", "").split())


class _Formatter(argparse.HelpFormatter):
    """Looks up every sentence of the help before argparse fills and breaks it."""

    def start_section(self, heading: str | None) -> None:
        super().start_section(_said(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(_said(text))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _said("usage: ") if prefix is None else prefix)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _said(action.help)


def _said(text: str | None) -> str | None:
    if not text or text == argparse.SUPPRESS:
        return text
    return reader().message(text if text in ARGPARSE else plain(text))
