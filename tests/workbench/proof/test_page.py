"""The page on proofs names every check that `prove` makes, and every check names the page."""

from pathlib import Path

import pytest

from checker.workbench.proof.kinds import PAGE, kinds

TEXT = (Path(__file__).resolve().parents[3] / PAGE).read_text(encoding="utf-8")
KINDS = kinds(score=True)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_page_names_it(kind):
    assert f"`{kind.id}`" in TEXT
    assert kind.page == PAGE


def test_kinds_are_in_the_order_of_their_ids():
    ids = [kind.id for kind in KINDS]
    assert ids == sorted(ids)
    assert {k.id for k in kinds(score=False)} < set(ids)
