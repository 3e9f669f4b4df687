"""What one slip makes of a check, operator by operator, each mutant worked out by hand."""

from checker.model.check import AnyOf, CellTest, Duration, Param, Predicate
from checker.workbench.mutation.change import Surroundings
from checker.workbench.mutation.checks import of_check
from tests.builders import check, column, dictionary, parameter, parameters, table

KNOWN = parameters(
    parameter("two", "2", "count"), parameter("three", "3", "count"),
    parameter("most", "90%", "1"), parameter("half", "50%", "1"),
    parameter("slack", "5%", "1"), parameter("weeks", "14", "日"),
    parameter("kinds", ["甲", "乙"], "list"), parameter("yearly", "4", "count/年"),
)  # fmt: skip
WORDS = dictionary(
    table("community", column("large", "bool"), column("members", "int", minimum="1"), one_row=True),
    table("homes", column("size", "int", minimum="0", maximum="9")),
    table(
        "jobs",
        column("home", "ref", to="homes"), column("other_home", "ref", to="homes"),
        column("kind", "enum", values=("甲", "乙", "丙")),
        column("rank", "ordered", values=("低", "中", "高")),
        column("tags", "enum", values=("子", "丑"), many=True),
        column("begun", "date"), column("ended", "date", blank="nothing_once_used"),
        column("closed", "date", blank="nothing_once_used"),
        column("cost", "dec", unit="元"), column("price", "dec", unit="元"),
        column("urgent", "bool"),
    ),
    populations={"urgent_jobs": ("jobs", {"urgent": True}), "top_jobs": ("jobs", {"rank": "高"})},
)  # fmt: skip


def changes(data, mentioned=(), named=()):
    known = Surroundings(WORDS, KNOWN, {"jobs": frozenset(mentioned)}, tuple(named))
    return list(of_check(check(data, WORDS, KNOWN), data, ("check",), known))


def ids(data, mentioned=(), named=()):
    return {change.id.removeprefix("check.") for change in changes(data, mentioned, named)}


def of_where(where, mentioned=()):
    """The ids of what is changed inside a condition."""
    found = ids(
        {"measure": "count", "of": "jobs", "where": where, "expect": {"at_least": 1}}, mentioned
    )
    return {i.removeprefix("where.") for i in found if i.startswith(("where.", "where:"))} - {
        "where:drop"
    }


def count(expect):
    return {"measure": "count", "of": "homes", "expect": expect}


def share(expect, **more):
    return {"measure": "share", "of": "homes", "that": {"size": 3}, "expect": expect, **more}


def test_a_limit_moves_by_one_and_turns_round():
    assert ids(count({"at_least": 2})) == {
        "expect.at_least:-1", "expect.at_least:+1", "expect.at_least:at_most",
    }  # fmt: skip


def test_no_limit_falls_below_none():
    assert ids(count({"at_most": 0})) == {"expect.at_most:+1", "expect.at_most:at_least"}


def test_an_exact_number_becomes_a_least_and_a_most():
    assert ids(count({"equals": 2})) == {
        "expect.equals:-1", "expect.equals:+1", "expect.equals:at_least", "expect.equals:at_most",
    }  # fmt: skip


def test_none_at_all_and_at_most_none_are_the_same_of_what_is_counted():
    assert ids(count({"equals": 0})) == {"expect.equals:+1", "expect.equals:at_least"}


def test_of_two_sides_each_is_dropped():
    assert ids(count({"at_least": 2, "at_most": 4})) == {
        "expect.at_least:drop", "expect.at_most:drop", "expect.at_least:-1", "expect.at_least:+1",
        "expect.at_most:-1", "expect.at_most:+1",
    }  # fmt: skip


def test_a_share_moves_by_a_point_but_not_beyond_the_whole():
    found = ids(share({"at_least": "100%"}))

    assert {i for i in found if i.startswith("expect")} == {
        "expect.at_least:-1%", "expect.at_least:at_most",
    }  # fmt: skip


def test_the_share_of_a_list_moves_by_one_of_the_list():
    data = {
        "measure": "covered", "of": "jobs", "value": "kind", "required": ["甲", "乙"],
        "expect": {"at_least": "100%"},
    }  # fmt: skip

    assert ids(data) == {
        "expect.at_least:-50%", "expect.at_least:at_most", "required.0:drop=甲", "required.1:drop=乙",
        "required:add=丙", "of:of=urgent_jobs", "of:of=top_jobs",
    }  # fmt: skip


def test_a_parameter_is_taken_for_the_others_that_the_rule_names_and_the_next_by_name():
    data = share({"at_least": "$most", "tolerance": "$slack"})
    found = ids(data, named=("most", "slack"))

    assert {i for i in found if i.startswith("expect")} == {
        "expect.at_least:at_most", "expect.at_least:param=slack", "expect.at_least:param=half",
        "expect.tolerance:drop",
    }  # fmt: skip


def test_what_to_do_when_there_is_none_is_turned():
    assert "when_empty:failed" in ids(share({"at_least": "100%"}))
    assert "when_empty:inapplicable" in ids(share({"at_least": "100%"}, when_empty="failed"))
    assert not any("when_empty" in i for i in ids(count({"at_least": 1})))


def test_a_ratio_by_a_number_that_is_never_none_has_nothing_to_turn():
    members = {"measure": "sum", "of": "community", "value": "members"}
    homes = {"measure": "count", "of": "homes"}
    data = {
        "measure": "ratio",
        "numerator": homes,
        "denominator": members,
        "expect": {"at_least": 1},
    }

    assert not any("when_empty" in i for i in ids(data))
    turned = {**data, "numerator": members, "denominator": homes}
    assert "when_empty:failed" in ids(turned)


def test_all_and_any_change_places_and_each_member_is_dropped():
    both = {"all": [count({"at_least": 1}), share({"at_least": "100%"})]}
    found = ids(both)

    assert {"all:any", "all.0:drop", "all.1:drop"} <= found
    assert {"any:all", "any.0:drop", "any.1:drop"} <= ids({"any": both["all"]})


def test_a_check_of_one_member_has_nothing_to_drop():
    assert not any("drop" in i for i in ids({"all": [count({"at_least": 1})]}))


def test_a_population_is_taken_for_its_table_and_for_the_others_over_it():
    data = {"measure": "count", "of": "urgent_jobs", "expect": {"at_least": 1}}

    assert {i for i in ids(data) if i.startswith("of")} == {"of:of=jobs", "of:of=top_jobs"}


def test_of_several_conditions_each_is_dropped_and_one_may_do():
    assert of_where({"urgent": True, "kind": "甲"}) == {
        "where:any", "urgent:drop", "kind:drop", "urgent:value=false", "kind:value=乙", "kind:or=乙",
    }  # fmt: skip


def test_a_list_of_conditions_loses_its_members_too():
    assert {"any:all", "any.0:drop", "any.1:drop"} <= of_where(
        {"any": [{"urgent": True}, {"kind": "甲"}]}
    )


def test_one_of_loses_each_value_and_gains_every_other():
    assert of_where({"kind": {"one_of": ["甲", "乙"]}}) == {
        "kind.one_of.0:drop=甲", "kind.one_of.1:drop=乙", "kind.one_of:add=丙",
    }  # fmt: skip


def test_a_rank_moves_to_its_neighbours_and_turns_round():
    assert of_where({"rank": {"at_least": "中"}}) == {
        "rank.at_least:value=低", "rank.at_least:value=高", "rank.at_least:at_most",
    }  # fmt: skip


def test_beyond_the_highest_rank_there_is_nothing_to_turn_to():
    assert of_where({"rank": "高"}) == {"rank:value=中", "rank:or=中", "rank:at_most"}
    assert "size:at_least" not in {
        i.removeprefix("that.") for i in ids({**share({"at_least": "100%"}), "that": {"size": 9}})
    }


def test_a_column_is_taken_for_those_the_rule_reads_and_the_next_of_its_type():
    assert "ended:column=closed" in of_where({"ended": {"present": True}})
    assert {i for i in of_where({"cost": {"at_least": 5}}) if "column" in i} == {
        "cost:column=price"
    }
    # begun is the only date that is always there: nothing of its type to mix it up with
    assert not any("column" in i for i in of_where({"begun": {"within": "period"}}))


def test_present_is_turned_and_dropped_where_another_test_stands_beside_it():
    assert of_where({"ended": {"present": True}}) == {
        "ended.present:present=false", "ended:column=closed",
    }  # fmt: skip
    beside = of_where({"ended": {"present": True, "within": "period"}})
    assert {"ended.present:drop", "ended.within:drop"} <= beside


def test_the_period_is_taken_for_a_look_back_and_the_other_way_round():
    assert of_where({"begun": {"within": "period"}}) == {"begun.within:last=12月"}
    assert of_where({"begun": {"within": {"last": {"days": 30}}}}) == {
        "begun.within:period", "begun.within.last:-1", "begun.within.last:+1",
    }  # fmt: skip


def test_a_list_cell_needs_one_less_or_any():
    assert of_where({"tags": {"includes_all": ["子", "丑"]}}) == {
        "tags.includes_all.0:drop=子", "tags.includes_all.1:drop=丑", "tags.includes_all:includes_any",
    }  # fmt: skip
    assert of_where({"tags": {"includes_any": ["子"]}}) == set()


def test_the_size_of_a_list_moves():
    assert of_where({"tags": {"size": {"at_least": 2}}}) == {
        "tags.size.at_least:-1", "tags.size.at_least:+1", "tags.size.at_least:at_most",
    }  # fmt: skip


def test_a_time_limit_moves_and_days_are_taken_for_working_days():
    limit = {"elapsed": {"from": "begun", "to": "ended", "at_most": {"workdays": 5}}}

    assert of_where(limit) == {
        "elapsed.at_most:-1", "elapsed.at_most:+1", "elapsed.at_most:unit=日", "elapsed.to:column=closed",
    }  # fmt: skip
    assert "elapsed.at_most:unit=工作日" in of_where(
        {"elapsed": {"from": "begun", "to": "ended", "at_most": "$weeks"}}
    )


def test_linked_rows_may_be_linked_by_another_column():
    data = {
        "measure": "share", "of": "homes", "expect": {"at_least": "100%"},
        "that": {
            "related": {"measure": "count", "of": "jobs", "by": "home", "expect": {"at_least": "$two"}}
        },
    }  # fmt: skip

    assert {i.removeprefix("that.") for i in ids(data) if i.startswith("that")} == {
        "that:drop", "related.by:column=other_home", "related.of:of=urgent_jobs",
        "related.of:of=top_jobs", "related.expect.at_least:at_most", "related.expect.at_least:param=three",
    }  # fmt: skip


def test_each_becomes_the_other_window_where_the_limit_allows_it():
    data = {"measure": "fewest_per", "of": "jobs", "date": "begun", "each": "month"}

    assert "each:quarter" in ids({**data, "expect": {"at_least": 1}})


def test_the_number_of_times_moves_but_not_to_none():
    data = {
        "measure": "covered", "of": "jobs", "value": "kind", "required": "$kinds", "times": 1,
        "expect": {"at_least": "100%"},
    }  # fmt: skip

    assert {i for i in ids(data) if i.startswith("times")} == {"times:+1"}


def test_the_nodes_say_what_the_ids_say():
    where = {"urgent": True, "kind": "甲"}
    data = {"measure": "count", "of": "jobs", "where": where, "expect": {"at_least": 1}}
    nodes = {c.id: c.node.measure.where for c in changes(data)}
    urgent = CellTest(("urgent",), Predicate(equals=True))
    kind = CellTest(("kind",), Predicate(equals="甲"))

    assert nodes["check.where:any"] == AnyOf((urgent, kind))
    assert nodes["check.where.kind:drop"] == urgent
    assert nodes["check.where.kind:or=乙"].members == (
        urgent, CellTest(("kind",), Predicate(one_of=("甲", "乙"))),
    )  # fmt: skip


def test_a_parameter_of_days_becomes_its_number_of_working_days():
    elapsed = {"from": "begun", "to": "ended", "at_most": "$weeks"}
    data = {
        "measure": "count",
        "of": "jobs",
        "where": {"elapsed": elapsed},
        "expect": {"at_least": 1},
    }
    limits = [c.node.measure.where.at_most for c in changes(data) if c.operator == "unit"]

    assert limits == [Duration(14, "工作日")]
    assert Param("weeks") not in limits
