"""A play's way through the tree, and moves by perfect play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.errors import EngineError
from app.engine.solver.solution import Solution
from app.engine.solver.tree import Block, Edge, Tree
from app.engine.state import State
from app.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Position:
    """A row of the tree: one merged information state."""

    block: Block
    row: int

    def edge(self, action: str) -> Edge:
        """The edge of a choice or outcome. Raises EngineError when it is impossible here."""
        for edge in self.block.edges:
            if edge.move.id == action and edge.target is not None and edge.child[self.row] >= 0:
                return edge
        raise EngineError(
            Phrase(
                "{action} is impossible at {node_id}",
                action=repr(action),
                node_id=self.block.node_id,
            )
        )

    def after(self, action: str) -> Position:
        """The position that a choice or outcome leads to."""
        edge = self.edge(action)
        assert edge.target is not None
        return Position(edge.target, int(edge.child[self.row]))


def positions(tree: Tree, history: Sequence[State]) -> list[Position]:
    """The position of each state of a history that begins where the tree begins."""
    found = [Position(tree.root, 0)]
    for state in history[1:]:
        found.append(found[-1].after(state.action))
    return found


def best_choice(solution: Solution, position: Position) -> str:
    """The id of perfect play's choice at a decision."""
    block = position.block
    return block.edges[int(solution.best[block.number][position.row])].move.id


def play_on(solution: Solution, state: State, own: dict[str, str] | None = None) -> State:
    """Play from ``state`` to an ending on the same server, by perfect play.

    ``own`` (decision node to choice) is preferred to perfect play wherever it is legal.
    """
    position = positions(solution.tree, state.history())[-1]
    while not state.is_terminal():
        if state.is_chance():
            state = state.reveal()
            position = position.after(state.action)
            continue
        wanted = (own or {}).get(state.node_id, "")
        legal = {choice.id for choice in state.legal_choices()}
        action = wanted if wanted in legal else best_choice(solution, position)
        state = state.choose(action)
        position = position.after(action)
    return state
