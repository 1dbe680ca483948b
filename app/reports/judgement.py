"""What the review says of a decision, of luck, and of knowing more: sentences for a freelancer.

Every sentence judges a decision by what could be known then, and never by how it ended.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.engine.review import Branch, DecisionReview, Label, OptionReview, Review, thresholds
from app.engine.scenario import Ending, Scenario
from app.engine.state import State
from app.play.catalog import Catalog
from app.play.wording import money

_LEAST_SHARE = 0.005
"""Beliefs below half a percent are left out."""
_WORTH_TELLING = 100
"""Luck and knowledge below 1 EUR are not worth a sentence."""


def decision_verdict(review: Review, decision: DecisionReview, catalog: Catalog) -> str:
    """How good a decision was, then what luck made of it until the next one, if anything."""
    say, language = catalog.message, catalog.language
    regret = {"regret": money(decision.regret, language)}
    judged = {
        Label.BEST: say("No choice was better, given what you could know."),
        Label.SOUND: say("Sound: on average only {regret} more than the best choice.", regret),
        Label.RISKY: say("Risky: on average it costs {regret} more than the best choice.", regret),
        Label.GRAVE: say("Grave: on average it costs {regret} more than the best choice.", regret),
    }[decision.label]
    luck = _luck_after(review, decision)
    if abs(luck) < _WORTH_TELLING:
        return judged
    careful = decision.label in (Label.BEST, Label.SOUND)
    amount = {"amount": money(abs(luck), language)}
    if luck > 0:
        told = (
            say("What followed was bad luck ({amount}) and does not make it worse.", amount)
            if careful
            else say("The bad luck that followed ({amount}) is not counted against it.", amount)
        )
    else:
        told = (
            say("What followed was good luck as well ({amount}).", amount)
            if careful
            else say("That it went well this time ({amount}) was luck.", amount)
        )
    return f"{judged} {told}"


def legend(review: Review, catalog: Catalog) -> str:
    """What the labels mean, with this case's limits in money."""
    limits = {
        label.value: money(round(cents), catalog.language)
        for label, cents in thresholds(review.start_value).items()
    }
    return catalog.message(
        "The labels tell how much more a choice costs on average than the best one, given what "
        "could be known then. Best: less than {best}. Sound: less than {sound}. Risky: less than "
        "{risky}. Grave: more than that. How it ended plays no part.",
        limits,
    )


def beliefs(decision: DecisionReview, scenario: Scenario, catalog: Catalog) -> list[str]:
    """What could be known at a decision: each hidden fact, its words in natural frequencies."""
    return [
        f"{fact_label(scenario, fact_id, catalog)}: "
        + "; ".join(
            f"{fact_word(scenario, fact_id, word, catalog)} ({spoken})"
            for word, spoken in _frequencies(chances, catalog)
        )
        for fact_id, chances in decision.belief.items()
    ]


def truth(ending: State, catalog: Catalog) -> list[tuple[str, str]]:
    """What was hidden on this server: each fact's label and what it was."""
    scenario = ending.scenario
    return [
        (
            fact_label(scenario, fact.id, catalog),
            fact_word(scenario, fact.id, fact.domain.words[code], catalog),
        )
        for fact, code in zip(scenario.facts, ending.deal.world, strict=True)
    ]


def otherwise(option: OptionReview, taken: bool, scenario: Scenario, catalog: Catalog) -> list[str]:
    """How an option would have ended on this server, played best and by one's own choices."""

    def told(branch: Branch) -> dict[str, str]:
        node = scenario.nodes[branch.ending]
        return {
            "client": money(branch.client_loss, catalog.language),
            "you": money(branch.you_pay, catalog.language),
            "ending": catalog.text(node.title) if isinstance(node, Ending) else "",
        }

    best = catalog.message(
        "On this same server, with this choice and best play from there: the client loses "
        "{client}, you pay {you} (“{ending}”).",
        told(option.best_after),
    )
    if taken:
        own = catalog.message(
            "With your own later choices, as it went: the client lost {client}, you pay {you} "
            "(“{ending}”).",
            told(option.own_after),
        )
    elif option.own_after == option.best_after:
        own = catalog.message("With your own later choices where still possible: the same.")
    else:
        own = catalog.message(
            "With your own later choices where still possible: the client loses {client}, you "
            "pay {you} (“{ending}”).",
            told(option.own_after),
        )
    return [best, own]


def untested_worth(decision: DecisionReview, catalog: Catalog) -> str:
    """What a test that was on offer and not done would have been worth; empty if nothing."""
    if decision.value_of_information <= 0:
        return ""
    return catalog.message(
        "Testing first would have been worth {amount} on average, its own price paid.",
        {"amount": money(decision.value_of_information, catalog.language)},
    )


def knowing(worths: Mapping[str, int], scenario: Scenario, catalog: Catalog) -> list[str]:
    """What being told each hidden fact would have been worth, dearest first; cents by fact."""
    dear = sorted(
        ((cents, fact) for fact, cents in worths.items() if cents >= _WORTH_TELLING), reverse=True
    )
    if not dear:
        return [catalog.message("At this point, knowing more would have changed nothing.")]
    return [
        catalog.message(
            "{fact}: to know it for certain was worth up to {amount} here.",
            {
                "fact": fact_label(scenario, fact, catalog),
                "amount": money(cents, catalog.language),
            },
        )
        for cents, fact in dear
    ]


def perfect_information(review: Review, catalog: Catalog) -> str:
    """The value of perfect information, as the most that finding out may cost."""
    if review.perfect_information < _WORTH_TELLING:
        return catalog.message("Knowing everything hidden beforehand would have saved nothing.")
    return catalog.message(
        "To know all this before the first step would have saved {amount} on average, even with "
        "the best decisions. Finding out was worth that much, and no more.",
        {"amount": money(review.perfect_information, catalog.language)},
    )


def fact_label(scenario: Scenario, fact_id: str, catalog: Catalog) -> str:
    """A hidden fact's name in the reader's words."""
    texts = scenario.fact_texts.get(fact_id)
    return catalog.text(texts.label) if texts else fact_id.replace("_", " ")


def fact_word(scenario: Scenario, fact_id: str, word: str, catalog: Catalog) -> str:
    """One of a hidden fact's values in the reader's words."""
    texts = scenario.fact_texts.get(fact_id)
    shown = texts.words.get(word) if texts else None
    return catalog.text(shown) if shown else word.replace("_", " ")


def _frequencies(chances: Mapping[str, float], catalog: Catalog) -> list[tuple[str, str]]:
    """Words with how often they occur, most frequent first: "in 8 of 10 such cases".

    In hundredths where tenths would lose a word or not add up.
    """
    shares = sorted(chances.items(), key=lambda item: -item[1])
    shares = [(word, share) for word, share in shares if share >= _LEAST_SHARE]
    if len(shares) == 1:
        return [(shares[0][0], catalog.message("certain"))]
    tenths = [round(10 * share) for _, share in shares]
    whole = 10 if all(tenths) and sum(tenths) == 10 else 100
    counts = [(word, max(1, min(whole - 1, round(whole * share)))) for word, share in shares]
    return [
        (
            word,
            catalog.message(
                "in {n} of {whole} such cases" if not index else "in {n} of {whole}",
                {"n": str(count), "whole": str(whole)},
            ),
        )
        for index, (word, count) in enumerate(counts)
    ]


def _luck_after(review: Review, decision: DecisionReview) -> int:
    """Luck in cents from a decision to the next one."""
    later = [other.step for other in review.decisions if other.step > decision.step]
    here = [r for r in review.reveals if r.step > decision.step]
    return sum(r.luck for r in here if not later or r.step < min(later))
