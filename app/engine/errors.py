"""Errors of the rules. Each message says what is wrong and what to do about it."""


class EngineError(Exception):
    """Base of every error that the engine raises on purpose."""


class ExpressionError(EngineError):
    """An expression is not part of the small language, or does not type-check."""


class ScenarioError(EngineError):
    """A scenario contradicts itself: a missing node, a bad domain, probabilities not 1."""


class IllegalChoiceError(EngineError):
    """A choice that does not exist here, or whose condition does not hold."""
