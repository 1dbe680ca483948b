"""A hand-made settlement with every kind of step, without an engine behind it."""

from __future__ import annotations

from app.engine.settlement import Settlement, Step

LIABILITY = (
    Step("claim", "The client claims", 100_000_00, 100_000_00,
         "The client puts its damage at {amount}; it lost {loss}.", "§§ 280(1), 249, 251 BGB",
         {"amount": 100_000_00, "loss": 91_500_00}),
    Step("profit", "Turnover is not profit", -8_500_00, 91_500_00,
         "Only lost profit is replaced; {amount} of the claim is turnover whose costs were saved.",
         "§ 252 BGB", {"amount": 8_500_00}),
    Step("breach", "Caused by a breach of duty", 0, 91_500_00,
         "A breach of duty caused all of it; that you are at fault is presumed.",
         "§§ 611, 280(1) BGB; OLG Hamm 13 U 133/03"),
    Step("unavoidable", "Would have happened anyway", -1_600_00, 89_900_00,
         "Even careful conduct would not have spared the client {amount}.", "§ 249(1) BGB",
         {"amount": 1_600_00}),
    Step("contributory_fault", "The client's own share cannot be proved", 0, 89_900_00,
         "The client neglected something too, but you have to prove it and cannot.",
         "§ 254 BGB; OLG Hamm 13 U 95/98"),
    Step("cap", "The agreed limit of liability", -39_900_00, 50_000_00,
         "The contract limits your liability for ordinary negligence; {amount} lie beyond.",
         "§§ 276, 311(1) BGB", {"amount": 39_900_00}),
)  # fmt: skip
COVERAGE = (
    Step("justified", "Justified claim", 50_000_00, 50_000_00,
         "So much of the claim is justified; whoever covers you pays this and fends off the rest.",
         "§ 100 VVG", {"amount": 50_000_00}),
    Step("quota", "Cut by the quota", -25_000_00, 25_000_00,
         "The insurer was told after more than a week; grossly careless, a cut of {amount}.",
         "§§ 104, 28(2) VVG", {"amount": 25_000_00}),
    Step("deductible", "Your deductible", -1_000_00, 24_000_00,
         "You keep the deductible of {amount}.", "Insurance contract", {"amount": 1_000_00}),
)  # fmt: skip
OWN = (
    Step("own_costs", "Your unpaid hours and outlays", 7_240_50, 7_240_50,
         "Nobody pays you {amount} of work and outlays.", "No contract pays for it",
         {"amount": 7_240_50}),
    Step("rescue", "Rescue costs repaid", -600_00, 6_640_50,
         "You spent {amount} to avert the loss; the insurer repays them, successful or not.",
         "§ 83 VVG", {"amount": 600_00}),
    Step("retained", "Your part of the justified claim", 26_000_00, 32_640_50,
         "The insurer does not pay {amount} of the justified claim; you do.", "§ 280(1) BGB",
         {"amount": 26_000_00}),
    Step("defended", "Defended by the insurer", 0, 32_640_50,
         "The insurer fends off the unjustified part and pays the {defence} for it, "
         "on top of the sum insured.", "§§ 100, 101 VVG", {"defence": 4_457_00}),
)  # fmt: skip

BILL = Settlement(
    client_loss=91_500_00,
    claim=100_000_00,
    justified_claim=50_000_00,
    recourse=0,
    insurer_pays=24_000_00,
    you_pay=32_640_50,
    own_costs=7_240_50,
    defence_costs=8_915_00,
    liability_steps=LIABILITY,
    coverage_steps=COVERAGE,
    own_steps=OWN,
)
NO_CLAIM = Settlement(
    client_loss=800_00,
    claim=0,
    justified_claim=0,
    recourse=0,
    insurer_pays=0,
    you_pay=320_00,
    own_costs=320_00,
    defence_costs=0,
    liability_steps=(
        Step("claim", "No claim", 0, 0, "The client lost {loss} and claims nothing from you.",
             "§ 280(1) BGB", {"amount": 0, "loss": 800_00}),
    ),
    coverage_steps=(),
    own_steps=(
        Step("own_costs", "Your unpaid hours and outlays", 320_00, 320_00,
             "Nobody pays you {amount} of work and outlays.", "No contract pays for it",
             {"amount": 320_00}),
    ),
)  # fmt: skip
