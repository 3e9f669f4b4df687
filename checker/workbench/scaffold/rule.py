"""A new rule: its place in rules.yaml, its parameter, its cases, and what the dictionary lacks."""

import re
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, Final

from checker.model.dictionary import Column, Dictionary, Kind, Table
from checker.model.frozen import dataclass
from checker.model.outcome import Level
from checker.workbench.rule_set import RuleSet
from checker.workbench.scaffold import words
from checker.workbench.scaffold.editing import CannotEditError, appended, scalar
from checker.workbench.scaffold.plan import Changes, Plan, RefusedError
from checker.workbench.scaffold.sketch import Drawn, draw

GIVEN: Final = ("2025-01-01", "2025-06-30", "2025-07-05")
"""Period and day of the cases of a rule set that has no cases yet."""

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class NewRule:
    """What a person asks for; "" lets the scaffold choose.

    Attributes:
        item: number of the item.
        measure: one of sketch.MEASURES.
        table, column: what is measured; labels make new ones of names that are not known.
        column_kind: type of a new column.
        parameter: name of the threshold.
    """

    item: str
    title: str = ""
    level: Level = Level.REQUIREMENT
    measure: str = "share"
    table: str = ""
    table_label: str = ""
    table_unit: str = ""
    column: str = ""
    column_label: str = ""
    column_kind: Kind = Kind.BOOL
    parameter: str = ""


def new_rule(rules: RuleSet, asked: NewRule) -> tuple[str, Plan]:
    """Return the id of a new rule and what to write.

    Raises:
        RefusedError: something asked for is not known, or cannot be written.
    """
    items = [i.no for c in rules.book.standard.chapters for i in c.items]
    if asked.item not in items:
        raise RefusedError(words.unknown("item", asked.item, _near(asked.item, items)))
    changes = Changes(rules.folder, rules.files.dictionary_file)
    try:
        table, column = _measured(rules, asked, changes)
        rule_id = next_id(rules, asked.item)
        parameter = _parameter_name(rules, asked, rule_id)
        folder = item_folder(rules, asked.item)
        start, *_ = given(rules)
        drawn = draw(asked.measure, table, column, parameter, start)
        _write_rule(rules.folder / folder / "rules.yaml", asked, rule_id, parameter, drawn, changes)
        _write_cases(rules, rules.folder / folder / "cases.yaml", asked, rule_id, drawn, changes)
    except CannotEditError as error:
        raise RefusedError(words.refused("flow", str(error))) from None
    return rule_id, changes.plan()


def next_id(rules: RuleSet, item: str) -> str:
    """Return the id after the last that was ever given in an item, as far as the files tell."""
    chapter, _, number = item.partition(".")
    start = f"{_prefix(rules)}-{chapter.rjust(2, '0')}{number.rjust(2, '0')}-"
    known = [str(r["id"]) for d in _rule_files(rules) for r in d.data["rules"]]
    known += [str(name) for name in rules.documents["crosswalk.yaml"].data.get("clauses") or {}]
    known += [case.shape.rule for case in rules.cases]
    last = max((int(k.removeprefix(start)) for k in known if k.startswith(start)), default=0)
    if last >= 99:
        raise RefusedError(words.refused("full", item))
    return f"{start}{last + 1:02d}"


def _prefix(rules: RuleSet) -> str:
    given = [rule.id.split("-")[0] for rule in rules.book.rules]
    return given[0] if given else rules.book.standard.id


def _rule_files(rules: RuleSet) -> list[Any]:
    return [d for d in rules.documents.values() if isinstance(d.data, dict) and "rules" in d.data]


def _near(name: str, known: Any) -> str:
    return next(iter(get_close_matches(name, list(known), 1, 0.5)), "")


# The dictionary


def _measured(rules: RuleSet, asked: NewRule, changes: Changes) -> tuple[Table, Column | None]:
    """Return the table and column measured; what the dictionary lacks is added to it."""
    dictionary = rules.book.dictionary
    file = Path(rules.files.shown(rules.files.dictionary_file))
    if asked.table in dictionary.populations:
        raise RefusedError(words.refused("population", asked.table))
    known = dictionary.tables.get(asked.table)
    if known is None:
        return _new_table(asked, dictionary, file, changes)
    if not asked.column:
        return known, None
    column = known.columns.get(asked.column)
    if column is None:
        if not asked.column_label:
            near = _near(asked.column, known.columns)
            raise RefusedError(words.unknown("column", asked.column, near))
        column = _column(asked)
        at = ("tables", asked.table, "columns")
        _append(file, at, _column_block(column), words.added("column", column.name), changes)
    return known, column


def _new_table(
    asked: NewRule, dictionary: Dictionary, file: Path, changes: Changes
) -> tuple[Table, Column]:
    if not asked.table_label:
        near = _near(asked.table, [*dictionary.tables, *dictionary.populations])
        raise RefusedError(words.unknown("table", asked.table, near))
    _check_name(asked.table)
    column = _column(asked)
    unit = asked.table_unit or words.default_unit()
    lines = [
        f"{asked.table}:", f"  label: {scalar(asked.table_label)}", f"  unit: {scalar(unit)}",
        f"  guidance: {scalar(words.to_fill('table_guidance'))}", "  columns:",
        *(f"    {line}" for line in _column_block(column).split("\n")),
    ]  # fmt: skip
    _append(file, ("tables",), "\n" + "\n".join(lines), words.added("table", asked.table), changes)
    return Table(asked.table, asked.table_label, unit, {column.name: column}), column


def _column(asked: NewRule) -> Column:
    name = asked.column or ("amount" if asked.measure in ("sum", "mean") else "done")
    _check_name(name)
    kind = asked.column_kind
    if asked.measure in ("sum", "mean") and kind not in (Kind.INT, Kind.DEC):
        kind = Kind.DEC
    values = words.sample_values() if kind in (Kind.ENUM, Kind.ORDERED) else ()
    number = kind in (Kind.INT, Kind.DEC)
    label = asked.column_label or words.PLACEHOLDER
    return Column(name, label, kind, values=values, minimum=0 if number else None)


def _column_block(column: Column) -> str:
    parts = [f"label: {scalar(column.label)}", f"type: {column.kind.value}"]
    if column.values:
        parts.append(f"values: [{', '.join(map(scalar, column.values))}]")
    if column.minimum is not None:
        parts.append('min: "0"')
    parts.append(f"guidance: {scalar(words.to_fill('column_guidance'))}")
    return f"{column.name}: {{{', '.join(parts)}}}"


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise RefusedError(words.refused("name", name))


# The rule


def _parameter_name(rules: RuleSet, asked: NewRule, rule_id: str) -> str:
    if asked.parameter:
        _check_name(asked.parameter)
        if asked.parameter in rules.book.parameters:
            raise RefusedError(words.refused("exists", asked.parameter))
        return asked.parameter
    number = rule_id.rpartition("-")[2]
    name = f"{asked.table}_{asked.measure}_{number}_min"
    return name if name not in rules.book.parameters else f"{name}_{rule_id.split('-')[1]}"


def item_folder(rules: RuleSet, item: str) -> str:
    """Return the folder of an item, relative to the rules folder; a new one beside its chapter's."""
    chapter = item.partition(".")[0]
    beside = f"{chapter}"
    for file, document in rules.documents.items():
        if not isinstance(document.data, dict) or "rules" not in document.data:
            continue
        if document.data["item"] == item:
            return str(PurePosixPath(file).parent)
        if str(document.data["item"]).partition(".")[0] == chapter:
            beside = str(PurePosixPath(file).parent.parent)
    return f"{beside}/{item}"


def _write_rule(
    file: Path, asked: NewRule, rule_id: str, parameter: str, drawn: Drawn, changes: Changes
) -> None:
    holder = _parameter_block(parameter, drawn)
    block = _rule_block(asked, rule_id, drawn)
    if changes.data(file) is None:
        indented = "\n".join(f"  {line}" for line in holder.split("\n"))
        text = f'item: "{asked.item}"\n\nparameters:\n{indented}\n\nrules:\n{block}\n'
        changes.put(file, text.encode(), words.added("rule", rule_id))
        return
    data = changes.data(file)
    assert data is not None
    if b"\nparameters:" in b"\n" + data:
        _append(file, ("parameters",), holder, words.added("parameter", parameter), changes)
    else:
        made = _with_parameters(data, holder)
        changes.put(file, made, words.added("parameter", parameter))
    _append(file, ("rules",), "\n" + block, words.added("rule", rule_id), changes)


def _with_parameters(data: bytes, holder: str) -> bytes:
    """Return a rules.yaml that had no parameters with one, before its rules."""
    text = data.decode("utf-8")
    indented = "\n".join(f"  {line}" for line in holder.split("\n"))
    at = re.search(r"^rules:", text, re.MULTILINE)
    assert at
    newline = "\r\n" if "\r\n" in text else "\n"
    added = f"parameters:\n{indented}\n\n".replace("\n", newline)
    return (text[: at.start()] + added + text[at.start() :]).encode()


def _parameter_block(name: str, drawn: Drawn) -> str:
    default, low, high = drawn.limits
    return "\n".join([
        f"{name}:",
        f"  title: {scalar(words.to_fill('parameter_title'))}",
        f"  default: {default}", f"  unit: {drawn.unit}", f"  min: {low}", f"  max: {high}",
        f"  origin: own  # {words.remark('origin')}",
        f"  source: {scalar(words.to_fill('parameter_source'))}",
    ])  # fmt: skip


def _rule_block(asked: NewRule, rule_id: str, drawn: Drawn) -> str:
    evidence = (
        f"{{type: {words.evidence_type()}, title: {scalar(words.to_fill('evidence'))}, number: 1}}"
    )
    lines = [
        f"id: {rule_id}",
        f"title: {scalar(asked.title or words.default_title())}",
        f"requirement: {scalar(words.to_fill('requirement'))}",
        f"level: {asked.level.value}  # {words.remark('level')}",
        "level_basis: proposed",
        "source:",
        f"  topic_basis: stated  # {words.remark('topic_basis')}",
        "  content_basis: derived",
        f"  seed: []  # {words.remark('seed')}",
        f"  references: []  # {words.remark('references')}",
        "  clause_no: null",
        "  full_text_verified: false",
        f"# applies_when  {words.remark('applies_when')}",
        "check:",
        *(f"  {line}" for line in drawn.check),
        f"verification: [S]  # {words.remark('verification')}",
        "evidence:",
        f"- {evidence}",
        f"weight: 0  # {words.remark('weight')}",
        f"severity: minor  # {words.remark('severity')}",
        "veto_candidate: false",
        f"remedy: {scalar(words.to_fill('remedy'))}",
        f"note: {scalar(words.to_fill('note'))}",
    ]
    return "\n".join(["- " + lines[0], *(f"  {line}" for line in lines[1:])])


# The cases


def given(rules: RuleSet) -> tuple[str, str, str]:
    """Return period and day of the first cases file, as text; ours if there is none."""
    if not rules.cases:
        return GIVEN
    given = rules.cases[0].given
    return given.period.start, given.period.end, given.assessed_on


def _write_cases(
    rules: RuleSet, file: Path, asked: NewRule, rule_id: str, drawn: Drawn, changes: Changes
) -> None:
    title = asked.title or words.default_title()
    said = [f"# ── {rule_id} {title} ──"]
    kinds = {expect.split(",")[0] for _, _, expect in drawn.cases}
    for name, tables, expect in drawn.cases:
        said += [f"- rule: {rule_id}", f"  name: {scalar(name)}"]
        said += ["  tables:", f"    {tables}"] if tables else []
        said.append(f"  expect: {expect}")
    if not any("inapplicable" in kind for kind in kinds):
        said.append(f"# {words.PLACEHOLDER}{words.remark('no_inapplicable')}")
    block = "\n".join(said)
    noted = words.added("cases", str(len(drawn.cases)))
    worth = f'{rule_id}: {{level: {asked.level.value}, points: "0"}}'
    data = changes.data(file)
    if data is None:
        start, end, day = given(rules)
        head = (
            f"# {asked.item} {words.remark('cases')}\ngiven:\n"
            f"  period: {{from: {start}, to: {end}}}\n  assessed_on: {day}\n\n"
            f"worth:\n  {worth}\n\ncases:\n\n"
        )
        changes.put(file, (head + block + "\n").encode(), noted)
        return
    _append(file, ("cases",), "\n" + block, noted, changes)
    if re.search(rb"^worth:", data, re.MULTILINE):
        _append(file, ("worth",), worth, words.added("worth", rule_id), changes)


def _append(file: Path, at: tuple[str | int, ...], block: str, said: str, changes: Changes) -> None:
    data = changes.data(file)
    assert data is not None
    changes.put(file, appended(data, str(file), at, block), said)
