"""Whose words the player reads: a lookup from a text's stable key to the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.engine.scenario import Text
from app.phrase import Euros, Phrase, filled, words_of


def _source(_key: str, source: str) -> str:
    return source


@dataclass(frozen=True, slots=True)
class Catalog:
    """Translations of one language; without any, everything stays in its English source.

    ``lookup`` takes a stable key and the English source and answers with the text to show;
    sentences of the program itself have their English message id as both.
    """

    language: str = "en"
    lookup: Callable[[str, str], str] = _source

    def text(self, text: Text) -> str:
        """The reader's version of a scenario text."""
        return self.lookup(text.key, text.source)

    def message(self, message_id: str, details: Mapping[str, str] | None = None) -> str:
        """The reader's version of a sentence of the program, ``{placeholders}`` filled in.

        A placeholder without a detail stays as it is written.
        """
        return filled(self.lookup(message_id, message_id), details or {})

    def told(self, said: str) -> str:
        """The reader's version of what a deeper layer says; what is no phrase stays as it is."""
        if isinstance(said, Euros):
            from app.play.wording import money

            return money(said.cents, self.language)
        if not isinstance(said, Phrase):
            return said
        details = {name: self.told(part) for name, part in said.details.items()}
        return self.message(said.template, details)

    def why(self, error: BaseException) -> str:
        """The reader's version of what an error says."""
        return self.told(words_of(error))


ENGLISH = Catalog()


def marked(message_id: str) -> str:
    """The message id itself; marks one for translators that ``message`` meets as a value."""
    return message_id
