"""What to do next, on the terminal: the tables to hand in, in the order of the report; the rest."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from checker.cli import next_words as words
from checker.model.result import Result
from checker.report.gaps import (
    NextTable,
    Step,
    first_tables,
    next_tables,
    other_steps,
    reaches,
    tables_lead,
)
from checker.report.quantities import points_text
from checker.report.visible import one_line


def shown(result: Result) -> Iterator[tuple[str, RenderableType]]:
    """Yield each part with its heading; nothing where nothing is left to do."""
    tables, steps = next_tables(result), other_steps(result)
    first = first_tables(result, tables)
    parts: list[tuple[str, RenderableType]] = []
    if first:
        parts.append((words.tables_heading(), _handing_in(result, first, tables)))
    if steps:
        parts.append((words.others_heading(also=bool(first)), _others(result, steps)))
    if not tables_lead(first, steps):
        parts.reverse()
    yield from parts


def _handing_in(
    result: Result, first: Sequence[NextTable], tables: Sequence[NextTable]
) -> RenderableType:
    decimals = result.scheme.decimals
    shown = Table.grid(padding=(0, 2))
    shown.add_column()
    shown.add_column(justify="right", no_wrap=True)
    shown.add_column(justify="right", no_wrap=True)
    shown.add_column()
    for table in first:
        certain = points_text(table.gain - table.on_site, decimals)
        shown.add_row(
            words.hand_in(table.number, table.step, len(table.rules)),
            words.adds(points_text(table.gain, decimals)) if table.rules else words.adds_later(),
            words.in_all(points_text(table.points, decimals)),
            words.on_site(certain, every=table.visits == len(table.rules)) if table.visits else "",
        )
    lines = [
        words.reach(r.grade, points_text(r.line, decimals), r.table.number)
        for r in reaches(result, tables)
    ]
    last = tables[-1]
    lines.append(words.all_in(len(tables), points_text(last.points, decimals)))
    return Group(shown, words.sentence(lines, visits=last.confirmed_later > 0))


def _others(result: Result, steps: Sequence[Step]) -> RenderableType:
    shown = Table.grid(padding=(0, 2))
    shown.add_column()
    shown.add_column(justify="right", no_wrap=True)
    for step in steps:
        said = (
            words.put_right(step.rules[0].rule, step.rules[0].title)
            if step.kind == "remedy"
            else words.have_confirmed(len(step.rules))
        )
        shown.add_row(one_line(said), words.at_most(points_text(step.gain, result.scheme.decimals)))
    return shown
