"""The contract with the client and the insurance terms: presets, and own ones that extend them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from app.authoring.finding import Report, shorten, suggestion
from app.authoring.formulas import Formulas
from app.authoring.parts import entries, word
from app.authoring.reading import Listing, Scalar, Table, Value
from app.engine.coverage import PRESETS, InsurancePolicy
from app.engine.law import CapKind, Contract, ContractKind
from app.engine.scenario import Text
from app.phrase import Phrase

CONTRACTS: Mapping[str, Contract] = {
    "full_service": Contract(ContractKind.SERVICE),
    "full_service_capped": Contract(ContractKind.SERVICE, CapKind.NEGOTIATED, 50_000_00),
    "full_service_small_print": Contract(ContractKind.SERVICE, CapKind.STANDARD_TERMS, 20_000_00),
    "one_job": Contract(ContractKind.WORKS),
    "one_job_small_print": Contract(ContractKind.WORKS, CapKind.STANDARD_TERMS, 10_000_00),
}
"""What a scenario's contract may extend, by id; the caps are assumed (A)."""


@dataclass(frozen=True)
class Insurance:
    """What a scenario offers: ids in order, the default, and its own policies with their names."""

    offer: tuple[str, ...]
    default: str
    own: Mapping[str, InsurancePolicy]
    names: Mapping[str, Text]


def contract(table: Table, shown: Table, formulas: Formulas, report: Report) -> Contract:
    """The contract: a preset, a kind of its own, or a preset with parts of it replaced.

    ``shown``: the whole file as written, in which faulty parts are not missing.
    """
    written = entries(shown.get("contract"))
    base = CONTRACTS.get(word(table.get("extends")))
    kind, cap = table.get("kind"), table.get("cap")
    if not written.keys() & {"kind", "extends"}:
        message = Phrase("the contract has neither 'kind' nor 'extends'")
        report.add(
            table.mark, "E202", message, Phrase("add 'kind: service' or 'extends: full_service'")
        )
    found = base or Contract()
    if kind is not None:
        found = replace(found, kind=ContractKind(word(kind)))
    if isinstance(cap, Table):
        amount = formulas.cents(cap.entries["amount"])
        return replace(found, cap_kind=CapKind(word(cap.entries["kind"])), cap=amount)
    return found if cap is None else replace(found, cap_kind=CapKind.NONE, cap=0)


def insurance(table: Table, formulas: Formulas, report: Report) -> Insurance:
    """The insurance terms on offer; own ones may extend a preset or an own one above."""
    written = table.get("own")
    own: dict[str, InsurancePolicy] = {}
    names: dict[str, Text] = {}
    for id_, value in entries(written).items():
        assert isinstance(written, Table)
        assert isinstance(value, Table)
        if id_ in PRESETS:
            message = Phrase("the name {id} is already that of built-in terms", id=repr(id_))
            report.add(written.keys[id_], "E304", message, Phrase("choose another name"))
        name = word(value.get("name")).strip() or id_.replace("_", " ").capitalize()
        names[id_] = Text(f"terms.{id_}", name)
        base = _base(value, {**PRESETS, **own}, report)
        own[id_] = _policy(replace(base, id=id_, name=name), value, formulas, report)
    known = {**PRESETS, **own}
    offer, default = table.entries["offer"], table.entries["default"]
    assert isinstance(offer, Listing)
    for item in offer.items:
        if word(item) not in known:
            message = Phrase("{item} is not an id of insurance terms", item=shorten(word(item)))
            report.add(item.mark, "E205", message, suggestion(word(item), known))
    offered = tuple(dict.fromkeys(word(item) for item in offer.items))
    if word(default) not in offered:
        message = Phrase(
            "the default terms {default} are not on offer", default=repr(word(default))
        )
        report.add(default.mark, "E302", message, suggestion(word(default), offered))
    return Insurance(offered, word(default), own, names)


def _base(table: Table, known: Mapping[str, InsurancePolicy], report: Report) -> InsurancePolicy:
    extends = table.get("extends")
    if extends is None:
        if "sum_insured" not in table.entries:
            message = Phrase("these terms have neither 'extends' nor 'sum_insured'")
            report.add(table.mark, "E202", message, Phrase("add 'extends: solid' or a sum insured"))
        return InsurancePolicy("", "", in_force=True)
    if word(extends) not in known:
        message = Phrase("there are no terms {extends} above", extends=shorten(word(extends)))
        report.add(extends.mark, "E302", message, suggestion(word(extends), known))
        return InsurancePolicy("", "", in_force=True)
    return known[word(extends)]


def _policy(
    base: InsurancePolicy, table: Table, formulas: Formulas, report: Report
) -> InsurancePolicy:
    """``base`` with what the author writes put in its place."""

    def cents(key: str, otherwise: int) -> int:
        value = table.get(key)
        return otherwise if value is None else formulas.cents(value)

    def flag(key: str, otherwise: bool) -> bool:
        value = table.get(key)
        return value.data is True if isinstance(value, Scalar) else otherwise

    limit = table.get("sublimit")
    sublimit = base.sublimit
    if limit is not None:
        sublimit = None if word(limit) == "none" else formulas.cents(limit)
    policy = replace(
        base,
        in_force=flag("in_force", base.in_force),
        sanctions_agreed=flag("sanctions_agreed", base.sanctions_agreed),
        sum_insured=cents("sum_insured", base.sum_insured),
        sublimit=sublimit,
        deductible=cents("deductible", base.deductible),
        deductible_rate=_share(table.get("deductible_share"), base.deductible_rate),
        deductible_min=cents("deductible_least", base.deductible_min),
        deductible_max=cents("deductible_most", base.deductible_max),
        gross_quota=_share(table.get("gross_quota"), base.gross_quota),
        premium=cents("premium", base.premium),
    )
    if "deductible" in table.entries:
        if any(f"deductible_{part}" in table.entries for part in ("share", "least", "most")):
            message = Phrase("these terms have a fixed deductible and one by share")
            report.add(table.keys["deductible"], "E207", message, Phrase("keep one of the two"))
        policy = replace(policy, deductible_rate=Fraction(0), deductible_min=0, deductible_max=0)
    elif (
        policy.deductible_rate
        and "deductible_most" not in table.entries
        and not base.deductible_rate
    ):
        policy = replace(policy, deductible_max=policy.sum_insured)
    _check(policy, table, report)
    return policy


def _check(policy: InsurancePolicy, table: Table, report: Report) -> None:
    if policy.deductible_rate and policy.deductible_min > policy.deductible_max:
        message = Phrase("the least deductible is more than the most")
        report.add(table.mark, "E405", message, Phrase("swap deductible_least and deductible_most"))
    if policy.in_force and max(policy.deductible, policy.deductible_min) > policy.sum_insured:
        message = Phrase("the deductible is more than the sum insured, so nothing is ever paid")
        report.add(
            table.mark, "E405", message, Phrase("raise sum_insured, or lower the deductible")
        )


def _share(value: Value | None, otherwise: Fraction) -> Fraction:
    data = value.data if isinstance(value, Scalar) else otherwise
    assert isinstance(data, int | Fraction)
    return Fraction(data)
