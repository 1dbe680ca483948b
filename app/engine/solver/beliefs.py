"""Beliefs over the hidden facts, updated by Bayes' rule and told apart by number."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.engine.facts import World, worlds
from app.engine.scenario import ChanceNode, Scenario
from app.engine.solver.rows import Floats, Integers
from app.engine.state import State

_FINENESS = 2.0**40
"""Beliefs that agree to so fine a part are one belief; far below a cent of any cost."""
_SAME = 1e-9

Keys = NDArray[np.uint64]


class Beliefs:
    """A growing table of beliefs; row ``i`` holds the probabilities of every world.

    ``worlds`` has shape (worlds, facts): the codes of the facts in each possible world.
    Number 0 is the belief at the start.
    """

    def __init__(self, scenario: Scenario, prior: Floats | None = None) -> None:
        listed, chances = possible_worlds(scenario)
        self.worlds = listed
        self._rows = np.empty((64, len(listed)))
        self._size = 0
        self._salt = 0
        self._keys: Keys = np.empty(0, dtype=np.uint64)
        self._numbers: Integers = np.empty(0, dtype=np.int64)
        self.intern((chances if prior is None else prior)[None, :])

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> Floats:
        belief: Floats = self._rows[number]
        return belief

    def stack(self, numbers: Integers) -> Floats:
        """The beliefs of these numbers, shape (len(numbers), worlds)."""
        beliefs: Floats = self._rows[numbers]
        return beliefs

    def intern(self, weights: Floats) -> Integers:
        """For each row of ``weights`` (shape: rows, worlds) the number of the belief in
        proportion to it. Found by a hash, then checked: a collision costs time, no answer.
        """
        beliefs = weights / weights.sum(axis=1, keepdims=True)
        distinct, first, back = np.unique(
            self._hash(beliefs), return_index=True, return_inverse=True
        )
        place = np.searchsorted(self._keys, distinct)
        new = np.ones(len(distinct), dtype=bool)
        inside = place < len(self._keys)
        new[inside] = self._keys[place[inside]] != distinct[inside]
        numbers = np.empty(len(distinct), dtype=np.int64)
        numbers[~new] = self._numbers[place[~new]]
        numbers[new] = self._size + np.arange(np.count_nonzero(new))
        self._append(beliefs[first[new]])
        self._keys = np.insert(self._keys, place[new], distinct[new])
        self._numbers = np.insert(self._numbers, place[new], numbers[new])
        found: Integers = numbers[back]
        if np.abs(self._rows[found] - beliefs).max(initial=0.0) > _SAME:
            self._hash_anew()
            return self.intern(beliefs)
        return found

    def _append(self, beliefs: Floats) -> None:
        size = self._size + len(beliefs)
        if size > len(self._rows):
            grown = np.empty((max(size, 2 * len(self._rows)), self._rows.shape[1]))
            grown[: self._size] = self._rows[: self._size]
            self._rows = grown
        self._rows[self._size : size] = beliefs
        self._size = size

    def _hash(self, beliefs: Floats) -> Keys:
        dice = np.random.default_rng(self._salt)
        factors = dice.integers(0, 2**64, size=beliefs.shape[1], dtype=np.uint64) | np.uint64(1)
        keys: Keys = (np.rint(beliefs * _FINENESS).astype(np.uint64) * factors).sum(axis=1)
        return keys

    def _hash_anew(self) -> None:
        self._salt += 1
        keys = self._hash(self._rows[: self._size])
        order = np.argsort(keys)
        self._keys, self._numbers = keys[order], order


def possible_worlds(scenario: Scenario) -> tuple[Integers, Floats]:
    """The codes of the facts in each possible world (shape: worlds, facts), and its chance."""
    listed: list[World] = []
    chances: list[float] = []
    for world, chance in worlds(scenario.facts):
        listed.append(world)
        chances.append(float(chance))
    codes = np.array(listed, dtype=np.int64).reshape(len(listed), len(scenario.facts))
    return codes, np.array(chances)


def belief_at(state: State, start: Beliefs | None = None) -> Floats:
    """What can be known at the end of a history: the probability of each possible world.

    ``start``: the beliefs of a tree from the scenario's start, which spare listing the worlds.
    """
    if start is None:
        codes, belief = possible_worlds(state.scenario)
    else:
        codes, belief = start.worlds, start[0]
    facts = list(codes.T)
    history = state.history()
    for before, after in zip(history, history[1:], strict=False):
        node = before.node
        if isinstance(node, ChanceNode):
            outcome = next(outcome for outcome in node.outcomes if outcome.id == after.action)
            belief = belief * outcome.weight.evaluate([*before.values, *facts])
            belief = belief / belief.sum()
    return belief
