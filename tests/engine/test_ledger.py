from __future__ import annotations

import pytest
from hypothesis import given

from app.engine.ledger import Ledger
from app.engine.scenario import Bearer
from app.engine.settlement import settle_amounts
from tests.engine.cases import HEADS, SCENARIO, law_cases, policies, values


def test_the_ledger_lists_every_head_in_order() -> None:
    ledger = Ledger.of(SCENARIO, values({"hardware": 500, "own": 70}))
    assert [(head.id, amount) for head, amount in ledger.entries] == [
        ("idle", 0),
        ("reentry", 0),
        ("hardware", 500),
        ("profit", 0),
        ("own", 70),
    ]
    assert ledger["hardware"] == 500
    assert (ledger.total(Bearer.CLIENT), ledger.total(Bearer.OWN)) == (500, 70)


def test_an_unknown_head_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="penalties"):
        Ledger.of(SCENARIO, values({}))["penalties"]


@given(law_cases(), policies())
def test_the_ledger_balances(row, terms) -> None:
    ledger = Ledger.of(SCENARIO, row)
    amounts = settle_amounts(SCENARIO, row, terms)
    assert ledger.total() == sum(ledger[head.id] for head in HEADS)
    assert ledger.total() == amounts.client_loss + amounts.own_costs
