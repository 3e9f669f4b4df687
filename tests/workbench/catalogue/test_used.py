"""What a rule uses is told through populations and related tables too."""

from checker.model.check import (
    AllOf,
    CellTest,
    Count,
    Expect,
    Leaf,
    Param,
    Predicate,
    Related,
    Share,
)
from checker.model.dictionary import Dictionary, Population
from checker.workbench.catalogue.used import used
from tests.builders import column, table

PONDS = Dictionary(
    {
        t.name: t
        for t in (
            table("ponds", column("depth", "int")),
            table("fish", column("pond", "ref", to="ponds"), column("age", "int")),
            table("owner", column("big", "bool"), one_row=True),
        )
    },
    {
        "old_fish": Population(
            "old_fish", "老鱼", "fish", CellTest(("age",), Predicate(at_least=Param("old")))
        )
    },
    "owner",
)
STOCKED = Leaf(
    Share("ponds", Related(Leaf(Count("old_fish"), Expect(at_least=Param("few"))), "pond")),
    Expect(at_least=Param("most")),
)


def test_a_parameter_of_a_population_is_used_by_who_names_the_population():
    found = used(STOCKED, None, PONDS)
    assert found.parameters == ("few", "most", "old")
    assert found.populations == ("old_fish",)


def test_columns_of_related_tables_and_of_the_condition_are_read():
    found = used(STOCKED, AllOf((CellTest(("big",), Predicate(equals=True)),)), PONDS)
    assert found.tables == ("fish", "owner", "ponds")
    assert {("fish", "pond"), ("fish", "age"), ("owner", "big")} <= found.columns
    assert ("ponds", "depth") not in found.columns
