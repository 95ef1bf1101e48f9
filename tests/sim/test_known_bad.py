"""Proof that the simulation bites: each known-bad variant is caught within the number of runs that CI plays."""

from __future__ import annotations

import pytest

from tests.sim.__main__ import PROFILES
from tests.sim.bad import VARIANTS, Variant
from tests.sim.naive import WAYS
from tests.sim.play import play
from tests.sim.verdict import Figures

pytestmark = pytest.mark.slow


def _first_caught(variant: Variant) -> tuple[int, str]:
    known = () if variant.first is None else (variant.first,)
    for seed in (*known, *range(PROFILES["ci"])):
        with variant.in_force():
            verdict, _ = play(seed, variant.way)
        wanted = [broken for broken in verdict.broken if broken.invariant in variant.shows]
        if wanted:
            return seed, str(wanted[0])
    return -1, ""


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_a_known_bad_variant_is_caught(variant: Variant) -> None:
    seed, told = _first_caught(variant)

    assert seed >= 0, f"{variant.name}: not caught in {PROFILES['ci']} runs"
    assert told


@pytest.mark.parametrize("name", WAYS)
def test_a_naive_way_loses_what_people_typed(name: str) -> None:
    figures = Figures()
    for seed in range(12):
        figures.add(play(seed, WAYS[name])[0].figures)

    assert figures.unrecoverable > 0
