"""The summary on the terminal: the conclusion, what is wrong, and what to do next."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checker.cli import next_steps, words
from checker.cli.folding import folded
from checker.language.phrases import mark
from checker.model.outcome import Outcome, Possible, Severity
from checker.model.result import Finding, Result
from checker.report import quantities
from checker.report import words as reported
from checker.report.visible import one_line

MOST_FAILED = 12
MOST_PLACES = 3
MOST_UNREAD = 5

STYLE = {
    Outcome.PASSED: "green",
    Outcome.FAILED: "red",
    Outcome.CANT_TELL: "yellow",
    Outcome.UNTESTED: "cyan",
    Outcome.INAPPLICABLE: "dim",
}
ORDER = {Severity.MAJOR: 0, Severity.MINOR: 1, Severity.OBSERVATION: 2, None: 3}


def show(result: Result, written: Sequence[str]) -> None:
    """Print the summary of a result, and what was written where."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(Text(one_line(_title(result)), style="bold"))
    console.print(_figures(result))
    failed = sorted(
        (f for f in result.findings if f.outcome is Outcome.FAILED and f.severity),
        key=lambda f: (ORDER[f.severity], -f.gain, f.rule),
    )
    label = words.summary_headings()
    if failed:
        _heading(console, f"{label['failed']}（{len(failed)}）")
        for finding in failed[:MOST_FAILED]:
            _failed(console, finding)
        if len(failed) > MOST_FAILED:
            console.print(Padding(words.and_more(len(failed) - MOST_FAILED), (0, 0, 0, 2)))
    if result.unread:
        _heading(console, words.unread(len(result.unread)))
        for name in result.unread[:MOST_UNREAD]:
            console.print(f"  {one_line(name)}", soft_wrap=True)
        if len(result.unread) > MOST_UNREAD:
            console.print(f"  {words.more_files(len(result.unread) - MOST_UNREAD)}")
    for heading, table in next_steps.shown(result):
        _heading(console, heading)
        console.print(Padding(table, (0, 0, 0, 2)))
    if written:
        _heading(console, label["written"])
        for line in written:
            console.print(f"  {one_line(line)}", soft_wrap=True)


def _title(result: Result) -> str:
    start, end = result.period
    name = result.subject or words.unnamed()
    return words.title(
        name,
        reported.kind(result.kind, result.standard.words.reviewer),
        f"{start} ～ {end}",
        result.assessed_on,
    )


def _figures(result: Result) -> Table:
    label = words.summary_headings()
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    conclusion = result.conclusion
    style = {True: "bold green", False: "bold red", None: "bold yellow"}[conclusion.conforms]
    table.add_row(label["conclusion"], Text(one_line(conclusion.title), style=style))
    if conclusion.conforms is None and conclusion.possible:
        table.add_row(label["possible"], one_line("、".join(conclusion.possible)))
    decimals = result.scheme.decimals
    span = quantities.span_text(result.points, decimals)
    points = words.out_of(span, result.scheme.total)
    if result.declared_away:
        without = quantities.span_text(result.points_without_declared, decimals)
        points = words.with_without(points, len(result.declared_away), without)
    table.add_row(label["points"], points)
    grade = conclusion.grade or "、".join(conclusion.possible_grades)
    table.add_row(label["grade"], one_line(grade))
    table.add_row(label["rules"], _counts(result))
    skipped = [i.no for c in result.chapters for i in c.items if not i.evaluated]
    if skipped:
        table.add_row(label["skipped"], one_line(words.without_rules(skipped)))
    for index, reason in enumerate(conclusion.reasons):
        table.add_row("" if index else label["why"], one_line(reason))
    return table


def _counts(result: Result) -> Text:
    counts = result.counts
    numbers = {
        Outcome.PASSED: counts.passed,
        Outcome.FAILED: counts.failed,
        Outcome.CANT_TELL: counts.cant_tell,
        Outcome.UNTESTED: counts.untested,
        Outcome.INAPPLICABLE: counts.inapplicable,
    }
    parts = Text("  ").join(
        Text(f"{reported.outcome(o)} {n}", style=STYLE[o]) for o, n in numbers.items()
    )
    return Text(words.rules_counted(counts.total, "")).append_text(parts)


def _heading(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text, style="bold"))


def _failed(console: Console, finding: Finding) -> None:
    grade = reported.near() if finding.near else ""
    severity = reported.severity(finding.severity) if finding.severity else ""
    head = Text.assemble(
        (severity, "red" if finding.severity is not Severity.OBSERVATION else "yellow"),
        one_line(f"  {finding.rule}  {finding.title}"),
        f"（{grade}）" if grade else "",
    )
    console.print(Padding(head, (0, 0, 0, 2)))
    for line in _details(finding):
        console.print(Padding(folded(one_line(line), console.width - 6), (0, 0, 0, 6)))


def _details(finding: Finding) -> Iterator[str]:
    if finding.explanation:
        yield finding.explanation
    several = len(finding.measured) > 1
    for number, leaf in enumerate(finding.measured):
        if leaf.possible == (Possible.MET,):
            continue
        if several:
            yield mark(number) + leaf.sentence
        yield words.measured_against(quantities.value_text(leaf), leaf.limit)
        certain = [r for r in leaf.offending if r.certain]
        shown = "、".join(f"{r.id or ''} {r.place}".strip() for r in certain[:MOST_PLACES])
        if len(certain) > MOST_PLACES:
            yield words.offending(shown, leaf.offending_count)
        elif certain:
            yield words.offending_all(shown)
        yield from leaf.details[:2]
    yield words.to_do(finding.remedy)
