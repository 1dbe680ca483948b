"""Beliefs over the hidden facts, updated by Bayes' rule and told apart by number."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.engine.facts import World, worlds
from app.engine.scenario import Scenario

_DECIMALS = 12
"""Beliefs that agree to so many decimals are one belief; far below a cent of any cost."""


class Beliefs:
    """A growing table of beliefs; row ``i`` holds the probabilities of every world.

    ``worlds`` has shape (worlds, facts): the codes of the facts in each possible world.
    """

    def __init__(self, scenario: Scenario, prior: NDArray[np.float64] | None = None) -> None:
        listed: list[World] = []
        chances: list[float] = []
        for world, chance in worlds(scenario.facts):
            listed.append(world)
            chances.append(float(chance))
        self.worlds = np.array(listed, dtype=np.int64).reshape(len(listed), len(scenario.facts))
        self._rows: list[NDArray[np.float64]] = []
        self._numbers: dict[bytes, int] = {}
        self.intern(np.array(chances) if prior is None else prior)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> NDArray[np.float64]:
        return self._rows[number]

    def intern(self, weights: NDArray[np.float64]) -> int:
        """The number of the belief proportional to ``weights`` (shape: worlds)."""
        belief = weights / weights.sum()
        key = (np.round(belief, _DECIMALS) + 0.0).tobytes()
        number = self._numbers.setdefault(key, len(self._rows))
        if number == len(self._rows):
            self._rows.append(belief)
        return number

    def stack(self, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """The beliefs of these numbers, shape (len(numbers), worlds)."""
        return np.array([self._rows[number] for number in numbers.tolist()])
