"""`checker rules test`: run the cases beside the rules."""

import time
from collections.abc import Collection, Iterator
from pathlib import Path

import click

from checker.cli.rules.choosing import choice_options, chosen, progress
from checker.cli.rules.delivery import deliver, inspection_options, near, rule_set, shown
from checker.model.problem import Rejected
from checker.workbench.cases import Case
from checker.workbench.choice import Choice
from checker.workbench.diagnostic import Inspection
from checker.workbench.rule_set import RuleSet, read_rule_set

PAUSE = 0.4
"""Seconds between two looks at the files: two hundred dates of change cost a millisecond."""


@click.command()
@choice_options
@click.option("--fail-fast", is_flag=True, help="有一个不同就停下。")
@click.option("--watch", is_flag=True, help="看着文件，改了什么就重跑涉及的用例。")
@inspection_options
@click.pass_context
def test(
    ctx: click.Context,
    form: str,
    output: Path | None,
    text: str,
    items: tuple[str, ...],
    ids: tuple[str, ...],
    fail_fast: bool,
    watch: bool,
    rules: Path,
    profile: str | None,
) -> None:
    """跑规则旁边的用例，并找出说得太少的用例。

    \b
    用例按规则写的样子判定：参数取默认值，不受 --profile 改动影响。

    \b
    例：
      checker rules test                     全部用例
      checker rules test --item 5.2          只跑 5.2
      checker rules test -k 部分填报 --watch 名称里有这几个字的，改了就重跑
    """
    begun = time.perf_counter()
    found = rule_set(ctx, "test", form, output, rules=rules, profile=profile)
    choice = chosen(found, text, items, ids)
    inspection = _inspect(found, choice, None, fail_fast=fail_fast)
    if watch:
        click.echo(_text(inspection, begun))
        _watch(found, choice)
    deliver(ctx, inspection, form, output, text=lambda i: _text(i, begun))


def _inspect(
    rules: RuleSet, choice: Choice, only: Collection[Case] | None, *, fail_fast: bool = False
) -> Inspection:
    from checker.workbench.testing import words
    from checker.workbench.testing.inspection import cases_chosen, inspect

    number = len(only) if only is not None else len(cases_chosen(rules, choice))
    with progress(words.progress(), number) as told:
        return inspect(rules, choice, only=only, fail_fast=fail_fast, told=told)


def _text(inspection: Inspection, begun: float) -> str:
    from checker.workbench.testing.words import summary

    seconds = f"{time.perf_counter() - begun:.1f}"
    return f"{shown(inspection)}{summary(inspection.figures, seconds)}\n"


def _watch(rules: RuleSet, choice: Choice) -> None:
    """Rerun what a change touches, until the person stops it."""
    from checker.workbench.testing import words
    from checker.workbench.testing.changes import touched

    before = _dates(rules)
    click.echo(words.watching(len(before)), err=True)
    for names in _changes(rules, before):
        begun = time.perf_counter()
        try:
            after = read_rule_set(near(rules.folder), rules.profile)
        except Rejected as rejected:
            click.echo("\n".join(f"{p.place}  {p.message}" for p in sorted(rejected.problems)))
            continue
        cases = touched(rules, after)
        click.echo(words.changed(names, len(cases)), err=True)
        click.echo(_text(_inspect(after, choice, cases), begun))
        rules = after


def _changes(rules: RuleSet, before: dict[Path, int]) -> Iterator[list[str]]:
    while True:
        time.sleep(PAUSE)
        now = _dates(rules)
        if now != before:
            differ = {p for p in before.keys() | now.keys() if before.get(p) != now.get(p)}
            before = now
            yield sorted(str(p) for p in differ)


def _dates(rules: RuleSet) -> dict[Path, int]:
    """Return when each file of a rule set was last changed."""
    dictionary = near(rules.folder / rules.files.dictionary_file)
    found = {}
    for path in (*sorted(rules.folder.rglob("*.yaml")), dictionary):
        try:
            found[path] = path.stat().st_mtime_ns
        except OSError:
            continue  # being replaced just now: the next look sees it
    return found
