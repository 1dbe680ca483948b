from __future__ import annotations

from itertools import pairwise, product
from random import Random

import pytest

from app.engine.solver.frontier import efficient_frontier
from app.engine.solver.solution import solve
from app.engine.solver.tree import Tree
from tests.engine.solver.generated import TERMS, generate


@pytest.mark.parametrize("seed", range(40))
def test_corners_trade_one_loss_for_the_other_ever_more_dearly(seed):
    corners = efficient_frontier(Tree(generate(Random(seed)), TERMS[seed % 3]))
    slopes = []
    for left, right in pairwise(corners):
        assert right.client_loss > left.client_loss - 1e-6
        assert right.retained < left.retained + 1e-6
        if right.client_loss - left.client_loss > 1e-6:
            slopes.append((right.retained - left.retained) / (right.client_loss - left.client_loss))
    assert all(before <= after + 1e-6 for before, after in pairwise(slopes))


def test_some_stories_have_several_corners():
    sizes = [len(efficient_frontier(Tree(generate(Random(seed)), TERMS[1]))) for seed in range(60)]
    assert max(sizes) >= 3


@pytest.mark.parametrize("seed", range(12))
def test_no_plan_beats_the_frontier(seed):
    tree = Tree(generate(Random(seed)), TERMS[1])
    corners = efficient_frontier(tree)
    tiny = 60.0
    for picks in product(("c0", "c1", "maybe"), repeat=3):
        plan = dict(zip(("n0", "n1", "n2"), picks, strict=True))
        client, retained = solve(tree, (1, 1), plan).start_parts
        for weight in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0):
            best = min(weight * c.client_loss + (1 - weight) * c.retained for c in corners)
            assert weight * client + (1 - weight) * retained >= best - tiny
