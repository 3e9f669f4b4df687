"""A new case: the tables that its rule reads are laid out, what comes out is left to the person."""

from difflib import get_close_matches

from checker.model.outcome import Outcome
from checker.workbench.catalogue.used import Used, used
from checker.workbench.rule_set import RuleSet
from checker.workbench.scaffold import words
from checker.workbench.scaffold.editing import CannotEditError, appended, scalar
from checker.workbench.scaffold.plan import Changes, Plan, RefusedError
from checker.workbench.scaffold.rule import given, item_folder
from checker.workbench.scaffold.sketch import cells


def new_case(rules: RuleSet, rule_id: str, name: str = "", outcome: Outcome | None = None) -> Plan:
    """Return what to write for a new case of a rule.

    Raises:
        RefusedError: there is no such rule, or its cases cannot be added to.
    """
    known = [rule.id for rule in rules.book.rules]
    if rule_id not in known:
        near = next(iter(get_close_matches(rule_id, known, 1, 0.5)), "")
        raise RefusedError(words.unknown("rule", rule_id, near))
    rule = rules.rule(rule_id)
    use = used(rule.check, rule.applies_when, rules.book.dictionary)
    expected = (outcome or Outcome.CANT_TELL).value
    remark = "" if outcome else f"  # {words.PLACEHOLDER}{words.remark('expect')}"
    block = "\n".join([
        f"- rule: {rule_id}",
        f"  name: {scalar(name or words.to_fill('case_name'))}",
        "  tables:",
        *(f"    {line}" for line in _tables(rules, use)),
        f"  expect: {{outcome: {expected}}}{remark}",
    ])  # fmt: skip
    changes = Changes(rules.folder, rules.files.dictionary_file)
    file = rules.folder / item_folder(rules, rule.item) / "cases.yaml"
    data = changes.data(file)
    if data is None:
        start, end, day = given(rules)
        head = f"given:\n  period: {{from: {start}, to: {end}}}\n  assessed_on: {day}\n\ncases:\n"
        changes.put(file, (head + block + "\n").encode(), words.added("cases", "1"))
        return changes.plan()
    try:
        made = appended(data, str(file), ("cases",), block)
    except CannotEditError as error:
        raise RefusedError(words.refused("flow", str(error))) from None
    changes.put(file, made, words.added("cases", "1"))
    return changes.plan()


def _tables(rules: RuleSet, use: Used) -> list[str]:
    start, *_ = given(rules)
    shown = []
    for name in use.tables:
        table = rules.book.dictionary.tables[name]
        read = {c: table.columns[c] for t, c in sorted(use.columns) if t == name and c}
        read.pop("id", None)
        row = cells(read, start)
        if table.one_row:
            shown.append(f"{name}: {{{row}}}")
        else:
            key = f"id: {name[:1].upper()}1"
            shown.append(f"{name}: [{{{', '.join(part for part in (key, row) if part)}}}]")
    return shown
