"""``solve`` and ``simulate``: what perfect play, a plan or chance come to in a scenario."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.common import (
    DEFAULT_SCENARIO,
    InputError,
    add_language,
    load,
    print_json,
    terms_of,
)
from app.cli.parsing import refused
from app.cli.reader import reader
from app.engine.coverage import insurance_terms
from app.engine.scenario import DecisionNode, Scenario
from app.phrase import Phrase
from app.play.catalog import ENGLISH, Catalog
from app.play.playthrough import Playthrough
from app.play.wording import money, number

if TYPE_CHECKING:
    from app.engine.review import Review
    from app.engine.solver.simulate import Manner, Sample, Summary
    from app.engine.solver.solution import Solution

OBJECTIVES = {"balanced": "BALANCED", "client": "CLIENT_LOSS", "own": "OWN_LOSS"}
DEFAULT_RUNS = 100_000
_MOST_RUNS = 10_000_000
_BAR_WIDTH = 50


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    solve = commands.add_parser("solve", help="work out perfect play")
    simulate = commands.add_parser("simulate", help="play many times and show the results")
    for parser in (solve, simulate):
        parser.add_argument(
            "scenario", nargs="?", default=DEFAULT_SCENARIO, metavar="SCENARIO", help="id or folder"
        )
        parser.add_argument("--terms", metavar="ID", help="insurance terms")
        parser.add_argument(
            "--objective",
            choices=OBJECTIVES,
            default="balanced",
            help="whose loss to keep small: the client's, your own, or their sum (balanced)",
        )
        parser.add_argument("--json", action="store_true", help="print the result as JSON")
        add_language(parser)
    simulate.add_argument(
        "--plan", default="optimal", metavar="PLAN", help="optimal, random, or one of the author's"
    )
    simulate.add_argument("--runs", type=_runs, default=DEFAULT_RUNS, help="how many plays")
    simulate.add_argument("--seed", type=int, default=1, help="the same seed, the same plays")
    solve.set_defaults(run=run_solve)
    simulate.set_defaults(run=run_simulate)


def run_solve(arguments: argparse.Namespace) -> int:
    """Print what perfect play is worth from the first scene on."""
    scenario = load(arguments.scenario)
    data = solve_data(scenario, solved(scenario, arguments))
    if arguments.json:
        print_json({"scenario": scenario.id, "objective": arguments.objective, **data})
    else:
        print(solve_text(scenario, data, reader(arguments.language, scenario)))
    return 0


def run_simulate(arguments: argparse.Namespace) -> int:
    """Print the distribution of results over many plays."""
    from app.engine.solver.simulate import simulate, summarise

    scenario = load(arguments.scenario)
    solution = solved(scenario, arguments, arguments.plan)
    manner: Manner = "random" if arguments.plan == "random" else "solution"
    seed = arguments.seed % 2**63
    sample = simulate(solution, arguments.runs, seed, manner)
    summary = summarise(sample.cost(solution.weights))
    expected = None if manner == "random" else solution.start_value
    data = simulation_data(sample, summary, expected)
    if arguments.json:
        asked = {key: getattr(arguments, key) for key in ("objective", "plan", "seed")}
        print_json({"scenario": scenario.id, "terms": solution.tree.terms.id, **asked, **data})
    else:
        print(simulation_text(scenario, data, reader(arguments.language, scenario)))
    return 0


def solved(scenario: Scenario, arguments: argparse.Namespace, plan: str = "optimal") -> Solution:
    """Perfect play, or an author's plan with perfect play off its way. Raises InputError."""
    from app.engine.solver.solution import Objective, solve
    from app.engine.solver.tree import Tree

    choices = None
    if plan not in ("optimal", "random"):
        if plan not in scenario.plans:
            known = ", ".join(["optimal", "random", *scenario.plans])
            raise InputError(
                Phrase(
                    "{scenario} has no plan {plan}; known: {known}",
                    scenario=scenario.id,
                    plan=repr(plan),
                    known=known,
                )
            )
        choices = scenario.plans[plan].choices
    weights = Objective[OBJECTIVES[arguments.objective]].weights
    return solve(Tree(scenario, terms_of(scenario, arguments.terms)), weights, choices)


def reviewed(play: Playthrough) -> Review:
    """The exact review of a finished play, for the balanced objective."""
    from app.engine.review import review
    from app.engine.solver.solution import solve
    from app.engine.solver.tree import Tree

    return review(solve(Tree(play.scenario, play.terms)), play.state)


def reviewed_data(play: Playthrough) -> dict[str, Any] | None:
    """The exact review, JSON-ready; None while the play goes on."""
    from app.reports.review_data import review_data

    return review_data(reviewed(play)) if play.state.is_terminal() else None


def solve_data(scenario: Scenario, solution: Solution) -> dict[str, Any]:
    """The solution from the first scene on, JSON-ready; money in cents."""
    from app.engine.solver.information import perfect_information_value
    from app.engine.solver.path import Position, best_choice

    tree, root = solution.tree, solution.tree.root
    decides = root.signature is None and root.client_loss is None
    client_loss, retained = solution.start_parts
    return {
        "terms": tree.terms.id,
        "information_states": tree.size,
        "start_value": round(solution.start_value),
        "expected_client_loss": round(client_loss),
        "expected_you_pay": round(retained),
        "value_of_perfect_information": perfect_information_value(solution),
        "first_node": scenario.start,
        "first_choice": best_choice(solution, Position(root, 0)) if decides else None,
        "options": {choice: round(cost) for choice, cost in solution.option_costs(root, 0).items()}
        if decides
        else {},
    }


def solve_text(scenario: Scenario, data: dict[str, Any], catalog: Catalog = ENGLISH) -> str:
    """The solution as text."""
    rows = [
        (catalog.message("Expected cost of perfect play"), data["start_value"]),
        (catalog.message("The client's loss on average"), data["expected_client_loss"]),
        (catalog.message("What you pay on average"), data["expected_you_pay"]),
        (
            catalog.message("Worth of knowing every hidden fact first"),
            data["value_of_perfect_information"],
        ),
    ]
    lines = [catalog.text(scenario.title), *_table(rows, catalog)]
    told = {
        "states": number(data["information_states"], catalog.language),
        "terms": catalog.message(insurance_terms(scenario)[data["terms"]].name),
    }
    lines.append(catalog.message("{states} information states, insurance terms: {terms}", told))
    if data["options"]:
        lines.append(catalog.message("Expected cost by first choice:"))
        node = scenario.nodes[data["first_node"]]
        assert isinstance(node, DecisionNode)
        texts = {choice.id: catalog.text(choice.text) for choice in node.choices}
        cheapest_first = sorted(data["options"].items(), key=lambda option: option[1])
        options = [(f"{texts[id_]} ({id_})", cost) for id_, cost in cheapest_first]
        lines += _table(options, catalog)
    return "\n".join(lines)


def simulation_data(sample: Sample, summary: Summary, expected: float | None) -> dict[str, Any]:
    """The distribution, JSON-ready; money in cents. ``expected``: the solver's mean, if known."""
    counts = [int((sample.ending == index).sum()) for index in range(len(sample.endings))]
    return {
        "runs": summary.runs,
        "mean": round(summary.mean),
        "interval_99": [
            round(summary.mean - summary.half_width),
            round(summary.mean + summary.half_width),
        ],
        "expected": None if expected is None else round(expected),
        "quantiles": {str(share): round(cost) for share, cost in summary.quantiles.items()},
        "worst_5_percent_mean": round(summary.worst),
        "mean_client_loss": round(float(sample.client_loss.mean())),
        "mean_you_pay": round(float(sample.retained.mean())),
        "endings": dict(zip(sample.endings, counts, strict=True)),
        "distribution": [
            {"from": round(edge), "plays": count} for edge, count in summary.histogram
        ],
    }


def simulation_text(scenario: Scenario, data: dict[str, Any], catalog: Catalog = ENGLISH) -> str:
    """The distribution as text, with a bar for each range of cost."""
    low, high = data["interval_99"]
    language = catalog.language
    mean = catalog.message(
        "Mean {mean} (99 % interval {low} to {high})",
        {
            "mean": money(data["mean"], language),
            "low": money(low, language),
            "high": money(high, language),
        },
    )
    lines = [
        catalog.text(scenario.title),
        catalog.message("{runs} plays", {"runs": number(data["runs"], language)}),
        mean,
    ]
    rows = [
        (catalog.message("{share} % cost at most", {"share": f"{float(share):.0%}"[:-1]}), cost)
        for share, cost in data["quantiles"].items()
    ]
    rows.append((catalog.message("Mean of the worst 5 %"), data["worst_5_percent_mean"]))
    if data["expected"] is not None:
        rows.append((catalog.message("Worked out exactly"), data["expected"]))
    lines += _table(rows, catalog)
    most = max(bar["plays"] for bar in data["distribution"])
    for bar in data["distribution"]:
        drawn = "#" * -(-bar["plays"] * _BAR_WIDTH // most)
        edge, plays = money(bar["from"], language), number(bar["plays"], language)
        lines.append(f"{edge:>18}  {plays:>9}  {drawn}".rstrip())
    return "\n".join(lines)


def _table(rows: list[tuple[str, int]], catalog: Catalog) -> list[str]:
    width = max(len(label) for label, _ in rows)
    return [f"  {label:<{width}}  {money(cost, catalog.language):>16}" for label, cost in rows]


def _runs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 12 and 2 <= int(text) <= _MOST_RUNS):
        raise refused(
            Phrase(
                "{text} is not a number of plays from 2 to {most}",
                text=repr(text[:30]),
                most=_MOST_RUNS,
            )
        )
    return int(text)
