"""Who pays what, in figures: one path of arithmetic for one ending and for many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.engine.coverage import Coverage, InsurancePolicy, cover
from app.engine.expression import Values, maximum, minimum
from app.engine.law import Answers
from app.engine.ledger import Ledger
from app.engine.liability import Liability, assess
from app.engine.scenario import Bearer, Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """The figures of a :class:`Settlement` for one ending or many.

    Ints, or int64 arrays as long as the columns; a figure that is the same in every row may
    be a plain int. ``retained``: your part of the justified claim before any recourse;
    ``conceded``: promised beyond the justified claim.
    """

    client_loss: Any
    claim: Any
    justified: Any
    recourse: Any
    insurer_pays: Any
    you_pay: Any
    own_costs: Any
    defence: Any
    own_defence: Any
    retained: Any
    conceded: Any
    rescue_repaid: Any
    liability: Liability
    coverage: Coverage
    answers: Answers


def settle_amounts(scenario: Scenario, columns: Values, terms: InsurancePolicy) -> Amounts:
    """Who pays what, for the public values at an ending: one int or int64 array per slot."""
    answers = Answers.of(scenario.legal, columns)
    liability = assess(scenario, columns, answers)
    coverage = cover(terms, answers, liability)
    own_costs = Ledger.of(scenario, columns).total(Bearer.OWN)
    retained = liability.justified - coverage.pays
    # § 105 VVG: a promise costs no cover, but what it adds to the justified claim is yours.
    conceded = maximum(minimum(answers.admitted, liability.claim) - liability.justified, 0)
    you_pay = own_costs - coverage.rescue_repaid + retained - coverage.recourse_to_you
    you_pay = you_pay + conceded + coverage.own_defence
    return Amounts(
        client_loss=liability.client_loss,
        claim=liability.claim,
        justified=liability.justified,
        recourse=coverage.recourse_to_you + coverage.recourse_to_insurer,
        insurer_pays=coverage.pays,
        you_pay=you_pay,
        own_costs=own_costs,
        defence=coverage.defence,
        own_defence=coverage.own_defence,
        retained=retained,
        conceded=conceded,
        rescue_repaid=coverage.rescue_repaid,
        liability=liability,
        coverage=coverage,
        answers=answers,
    )
