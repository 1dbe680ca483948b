"""Errors of the rules. Each message says what is wrong and what to do about it."""

from app.phrase import Phrase


class EngineError(Exception):
    """Base of every error that the engine raises on purpose."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.phrase = phrase


class ExpressionError(EngineError):
    """An expression is not part of the small language, or does not type-check."""


class UnknownNameError(ExpressionError):
    """An expression uses a name that nothing defines; ``known`` lists some that are."""

    def __init__(self, name: str, known: str) -> None:
        super().__init__(
            Phrase("{name} is not a name here; known: {known}", name=repr(name), known=known)
        )
        self.name = name


class ScenarioError(EngineError):
    """A scenario contradicts itself: a missing node, a bad domain, probabilities not 1."""


class IllegalChoiceError(EngineError):
    """A choice that does not exist here, or whose condition does not hold."""
