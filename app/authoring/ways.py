"""How a play can come to a node: ways found by a walk through all situations, retold as plays."""

from __future__ import annotations

from app.authoring.exploration import Exploration, possible_worlds
from app.engine.coverage import insurance_terms
from app.engine.errors import EngineError
from app.engine.scenario import Scenario
from app.engine.state import Deal, State
from app.phrase import Phrase

MOST_WAYS = 12


def ways_to(found: Exploration, node_id: str, most: int = MOST_WAYS) -> tuple[State, ...]:
    """Plays that stand at a node, one for each situation there, the shortest first.

    None when nothing leads there. Each play remembers its history, so that its log and its
    review are whole.
    """
    numbers = [
        number
        for number, situation in enumerate(found.situations)
        if situation.node == node_id and found.reached[number]
    ]
    # Situations are numbered as they are found, so the first ones have the shortest ways.
    steps = sorted((_steps(found, number) for number in numbers[: 4 * most]), key=_length)
    worlds = possible_worlds(found.scenario, {})
    plays = (_retold(found.scenario, way, worlds[world]) for way, world in steps[:most])
    return tuple(play for play in plays if play is not None)


def _length(way: tuple[tuple[str, ...], int]) -> int:
    return len(way[0])


def _steps(found: Exploration, number: int) -> tuple[tuple[str, ...], int]:
    """The moves from the start to a situation, and the number of a world that allows them."""
    world = found.reached[number] & -found.reached[number]
    told: list[str] = []
    while True:
        origin = next(origin for origin in found.origins[number] if origin.open_in & world)
        if origin.before < 0:
            return tuple(reversed(told)), world.bit_length() - 1
        told.append(origin.move)
        number = origin.before


def _retold(scenario: Scenario, way: tuple[str, ...], world: tuple[int, ...]) -> State | None:
    """The play that takes these moves, with the first insurance terms that allow it."""
    known = insurance_terms(scenario)
    for terms in dict.fromkeys((scenario.default_terms, *scenario.terms)):
        values = scenario.initial_values(known[terms].in_force)
        state = State(scenario, known[terms], Deal(0, world), scenario.start, values)
        try:
            for move in way:
                state = _moved(state, move)
        except EngineError:
            continue
        return state
    return None


def _moved(state: State, move: str) -> State:
    if not state.is_chance():
        return state.choose(move)
    outcome = next((one for one, _ in state.chance_outcomes() if one.id == move), None)
    if outcome is None:
        raise EngineError(
            Phrase("{move} cannot happen at {node_id}", move=move, node_id=state.node_id)
        )
    return state.apply(outcome)
