"""Contracts and insurance terms: presets, own ones, and own ones that extend others."""

from fractions import Fraction

import pytest

from app.authoring.finding import ScenarioFileError
from app.authoring.loading import parse_scenario
from app.authoring.texts import texts
from app.engine.coverage import PRESETS, insurance_terms
from app.engine.law import CapKind, Contract, ContractKind
from app.engine.settlement import settle
from app.engine.state import State
from tests.scenarios import SMALL

CONTRACT = "contract: {kind: service, cap: {kind: negotiated, amount: 50000.00 EUR}}\n"
OFFER = "terms: {offer: [none, solid], default: solid}\n"


def with_contract(text):
    assert CONTRACT in SMALL
    return parse_scenario(SMALL.replace(CONTRACT, f"contract: {text}\n")).scenario.contract


def with_terms(own, offer="[none, mine]", default="mine"):
    assert OFFER in SMALL
    terms = f"terms:\n  offer: {offer}\n  default: {default}\n  own:\n    {own}\n"
    return parse_scenario(SMALL.replace(OFFER, terms)).scenario


def faults(build, *arguments, **options):
    with pytest.raises(ScenarioFileError) as caught:
        build(*arguments, **options)
    return [(fault.code, fault.message, fault.remedy) for fault in caught.value.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{extends: full_service}", Contract(ContractKind.SERVICE)),
        (
            "{extends: one_job_small_print}",
            Contract(ContractKind.WORKS, CapKind.STANDARD_TERMS, 10_000_00),
        ),
        (
            "{extends: full_service_capped, kind: works}",
            Contract(ContractKind.WORKS, CapKind.NEGOTIATED, 50_000_00),
        ),
        (
            "{extends: one_job, cap: {kind: negotiated, amount: 70.50 EUR}}",
            Contract(ContractKind.WORKS, CapKind.NEGOTIATED, 70_50),
        ),
        ("{extends: full_service_capped, cap: none}", Contract(ContractKind.SERVICE)),
    ],
)
def test_a_contract_extends_a_preset(text, expected):
    assert with_contract(text) == expected


def test_a_contract_needs_a_kind_or_a_preset():
    assert faults(with_contract, "{}")[0][0] == "E202"
    ((code, _, remedy),) = faults(with_contract, "{extends: full_servce}")
    assert (code, remedy) == ("E205", "did you mean 'full_service'?")


def test_own_terms_extend_a_preset():
    scenario = with_terms("mine: {extends: small, sum_insured: 300000.00 EUR, sublimit: none}")
    mine = insurance_terms(scenario)["mine"]
    assert (mine.id, mine.name, mine.sum_insured, mine.limit) == ("mine", "Mine", *[300_000_00] * 2)
    assert mine.deductible == PRESETS["small"].deductible
    assert scenario.terms == ("none", "mine")
    assert set(PRESETS) < set(insurance_terms(scenario))


def test_own_terms_extend_own_terms_above():
    scenario = with_terms(
        "base: {name: Firm policy, sum_insured: 90000.00 EUR, deductible_share: 0.2}\n"
        "    mine: {extends: base, deductible_least: 100.00 EUR, sanctions_agreed: false}"
    )
    base, mine = (insurance_terms(scenario)[id_] for id_ in ("base", "mine"))
    assert (base.deductible_rate, base.deductible_max) == (Fraction(1, 5), 90_000_00)
    assert (mine.deductible_rate, mine.deductible_min) == (Fraction(1, 5), 100_00)
    assert base.sanctions_agreed
    assert not mine.sanctions_agreed


def test_a_fixed_deductible_replaces_one_by_share():
    mine = insurance_terms(with_terms("mine: {extends: hard, deductible: 250.00 EUR}"))["mine"]
    assert (mine.deductible, mine.deductible_rate, mine.deductible_min) == (250_00, 0, 0)


def test_the_name_can_be_translated():
    scenario = with_terms("mine: {extends: solid, name: Policy of the year}")
    assert ("terms.mine", "Policy of the year") in {
        (read.text.key, read.text.source) for read in texts(scenario)
    }


def test_own_terms_decide_who_pays():
    scenario = with_terms("mine: {extends: solid, sum_insured: 700.00 EUR, deductible: 0.00 EUR}")

    def insurer_pays(terms):
        state = State.start(scenario, terms, 1, {"backup": "destroyed"}, {"restored": "garbage"})
        state = state.choose("ask").choose("restore").advance()
        assert state.is_terminal()
        return settle(scenario, state.values, terms).insurer_pays

    assert insurer_pays(insurance_terms(scenario)["mine"]) == 700_00
    assert insurer_pays(PRESETS["solid"]) > 700_00


@pytest.mark.parametrize(
    ("own", "code", "told"),
    [
        ("mine: {name: Mine}", "E202", "sum_insured"),
        ("mine: {extends: sollid}", "E302", "did you mean 'solid'?"),
        ("mine: {extends: later}\n    later: {extends: solid}", "E302", "later"),
        ("mine: {extends: mine}", "E302", "mine"),
        ("solid: {extends: small}\n    mine: {extends: solid}", "E304", "another name"),
        ("mine: {extends: solid, deductible: 1, deductible_share: 0.1}", "E207", "keep one"),
        ("mine: {extends: solid, deductible: 2000000.00 EUR}", "E405", "raise sum_insured"),
        ("mine: {extends: hard, deductible_least: 9000.00 EUR}", "E405", "swap"),
        ("mine: {extends: solid, sum_insured: minutes}", "E403", "fixed amount"),
        ("mine: {extends: solid, premum: 1.00 EUR}", "E201", "did you mean 'premium'?"),
    ],
)
def test_faults_of_own_terms(own, code, told):
    found = faults(with_terms, own)
    assert any(code == c and told in message + remedy for c, message, remedy in found), found


def test_terms_on_offer_must_exist():
    found = faults(with_terms, "mine: {extends: solid}", offer="[none, mien]")
    assert ("E205", "'mien' is not an id of insurance terms", "did you mean 'mine'?") in found
