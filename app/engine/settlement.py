"""From the loss to who pays: the bill at an ending, with every step of the waterfall.

All arithmetic is on whole cents and works on ints (one ending) and on NumPy arrays (the
solver's endings) alike: ``liability`` and ``coverage`` hold the rules, ``amounts`` puts them
together, ``waterfall`` tells one ending's steps.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.amounts import Amounts, settle_amounts
from app.engine.coverage import InsurancePolicy
from app.engine.expression import Values
from app.engine.scenario import Scenario
from app.engine.steps import Step
from app.engine.waterfall import coverage_steps, liability_steps, own_steps

__all__ = ["Amounts", "Settlement", "Step", "settle", "settle_amounts"]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Who bears what in the end, all in cents.

    ``own_costs``: your unpaid hours and outlays; ``you_pay``: your retained loss, which
    contains them, your deductible, what no insurer covers, and uninsured defence.
    ``insurer_pays``: on the claim alone; ``recourse``: what the lab pays back, to you first,
    then to the insurer; ``defence_costs``: in all, whoever bears them.
    ``liability_steps`` run from the claim to ``justified_claim``; ``coverage_steps`` from
    there to ``insurer_pays``; ``own_steps`` add up to ``you_pay``.
    """

    client_loss: int
    claim: int
    justified_claim: int
    recourse: int
    insurer_pays: int
    you_pay: int
    own_costs: int
    defence_costs: int
    liability_steps: tuple[Step, ...]
    coverage_steps: tuple[Step, ...]
    own_steps: tuple[Step, ...]


def settle(scenario: Scenario, values: Values, terms: InsurancePolicy) -> Settlement:
    """The settlement of one ending, with its steps told."""
    amounts = settle_amounts(scenario, values, terms)
    return Settlement(
        client_loss=amounts.client_loss,
        claim=amounts.claim,
        justified_claim=amounts.justified,
        recourse=amounts.recourse,
        insurer_pays=amounts.insurer_pays,
        you_pay=amounts.you_pay,
        own_costs=amounts.own_costs,
        defence_costs=amounts.defence,
        liability_steps=liability_steps(scenario, values, amounts),
        coverage_steps=coverage_steps(terms, amounts),
        own_steps=own_steps(amounts),
    )
