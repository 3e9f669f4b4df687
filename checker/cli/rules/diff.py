"""`checker rules diff`: what changed between two versions of the rules, and whom it hits."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NoReturn

import click

from checker.cli.options import keeping_options
from checker.cli.rules import diff_words as words
from checker.cli.rules import revisions
from checker.cli.rules.delivery import FORMATS, deliver, dressed, near
from checker.model.problem import Rejected
from checker.workbench.diagnostic import Inspection, rejected

if TYPE_CHECKING:
    from checker.workbench.comparison.change import Change
    from checker.workbench.comparison.impact import Pair, Replay
    from checker.workbench.comparison.meaning import Meaning
    from checker.workbench.comparison.meanings import Asking
    from checker.workbench.comparison.result import Comparison
    from checker.workbench.comparison.traits import Version
    from checker.workbench.rule_set import RuleSet

OWN_FORMATS: Final = ("markdown", "html")
FAIL_ON: Final = ("any", "stronger", "impact", "none")
MANY: Final = 16
"""From so many submissions on, a second process pays for its start."""


@click.command()
@click.argument("old", metavar="旧版")
@click.argument("new", metavar="[新版]", required=False)
@keeping_options
@click.option(
    "--impact", type=click.Path(path_type=Path), multiple=True, metavar="目录",
    help="用两个版本重新评价这个目录下的每份申报，看谁受影响。可以写几次。",
)  # fmt: skip
@click.option(
    "--witness", type=click.Path(path_type=Path, file_okay=False), metavar="目录",
    help="把例证写成申报文件，放进这个目录。",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), default="any", show_default=True,
    help="什么算有问题（退出码 1）：any 结果可能变；stronger 有收紧；impact 以往的申报受影响；none 都不算。",
)  # fmt: skip
@click.option(
    "--format", "-f", "form", type=click.Choice((*FORMATS, *OWN_FORMATS)), default="text",
    show_default=True, help="结果的格式。",
)  # fmt: skip
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
    help="结果写到哪个文件；不写则显示在屏幕上。",
)  # fmt: skip
@click.pass_context
def diff(
    ctx: click.Context,
    old: str,
    new: str | None,
    rules: Path,
    profile: str | None,
    impact: tuple[Path, ...],
    witness: Path | None,
    fail_on: str,
    form: str,
    output: Path | None,
) -> None:
    """比较两个版本的规则：改了什么字，收紧还是放宽，以往的申报谁受影响。

    版本可以是规则目录，也可以是 git 版本（HEAD~3、v1.2、main:rules）；新版不写就是 --rules 的目录。

    \b
    例：
      checker rules diff HEAD                      工作目录和上次提交比
      checker rules diff v1.2 v1.3                 两个版本比
      checker rules diff HEAD --impact samples     再看样例受不受影响
      checker rules diff main -f markdown -o 说明.md   给合并请求用的说明

    \b
    退出码：0 结果都不会变  1 会变（见 --fail-on）  2 用法有误  4 有一个版本的规则集有误
    """
    if fail_on == "impact" and not impact:
        raise click.UsageError(words.needs_impact())
    paths = [(path, near(path).as_posix()) for top in impact for path in _archive(top)]
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        sources = (
            revisions.source(old, rules, Path(one)),
            revisions.source(new or str(near(rules)), rules, Path(other)),
        )
        found = _compared(ctx, sources, profile, paths if impact else None, form, output)
    if witness:
        _write_witnesses(found, witness)
    _deliver(ctx, found, fail_on, form, output)


def _compared(
    ctx: click.Context,
    sources: tuple[revisions.Source, revisions.Source],
    profile: str | None,
    paths: Sequence[tuple[Path, str]] | None,
    form: str,
    output: Path | None,
) -> "Comparison":
    from checker.workbench.comparison.compare import changes, renames
    from checker.workbench.comparison.levers import levers
    from checker.workbench.comparison.result import Comparison
    from checker.workbench.comparison.traits import version
    from checker.workbench.rule_set import usual_profile

    profile = profile or usual_profile(*(s.folder for s in sources))
    read = _read(ctx, sources, profile, form, output)
    old, new = (version(s.name, rules) for s, rules in zip(sources, read, strict=True))
    found = changes(old, new)
    solver = find_spec("z3") is not None
    meant = tuple(_meanings(old, new, found, solver=solver))
    replays = None
    if paths is not None:
        from checker.workbench.comparison.impact import pair

        renamed = {now: was for was, now in renames(found).items()}
        replays = tuple(_replays(paths, pair(old.book, new.book, levers(found), renamed)))
    return Comparison(old, new, found, meant, replays, solver)


def _read(
    ctx: click.Context,
    sources: tuple[revisions.Source, revisions.Source],
    profile: str,
    form: str,
    output: Path | None,
) -> list["RuleSet"]:
    """Return both rule sets; deliver all faults of both, saying whose they are, and exit."""
    found, faults = [], []
    for number, source in enumerate(sources):
        try:
            found.append(revisions.read(source, profile))
        except Rejected as problems:
            side = words.side(source.name, new=bool(number))
            faults += [replace(p, message=f"{side}：{p.message}") for p in problems.problems]
    if faults:
        deliver(ctx, rejected("diff", faults), "text" if form in OWN_FORMATS else form, output)
    return found


def _meanings(
    old: "Version", new: "Version", found: "tuple[Change, ...]", *, solver: bool
) -> Iterator["Meaning"]:
    from checker.workbench.comparison.meanings import meaning, to_compare

    asking = _solver() if solver else None
    wanted = to_compare(old, new, found)
    with _progress("proving", len(wanted)) as step:
        for was, now in wanted:
            told = meaning(was, now, old, new, asking)
            step()
            if told:
                yield told


def _solver() -> "Asking":
    from checker.workbench.comparison.proving import asking

    return asking


def _replays(paths: Sequence[tuple[Path, str]], both: "Pair") -> Iterator["Replay"]:
    from checker.workbench.comparison.archive import judged

    with _progress("replaying", len(paths)) as step:
        if len(paths) < MANY or (os.cpu_count() or 1) < 2:
            for path, name in paths:
                yield judged(path, name, both)
                step()
            return
        with ProcessPoolExecutor(initializer=_remember, initargs=(both,)) as pool:
            for found in pool.map(_judged, paths, chunksize=4):
                yield found
                step()


_both: "list[Pair]" = []
"""What a worker process compares: handed over once, not with every submission."""


def _remember(both: "Pair") -> None:
    _both[:] = [both]


def _judged(path: tuple[Path, str]) -> "Replay":
    from checker.workbench.comparison.archive import judged

    return judged(*path, _both[0])


def _archive(folder: Path) -> list[Path]:
    from checker.workbench.comparison.archive import submissions

    if not folder.exists():
        raise click.UsageError(words.no_archive(str(folder)))
    found = submissions(folder)
    if not found:
        raise click.UsageError(words.empty_archive(str(folder)))
    return found


@contextmanager
def _progress(what: str, number: int) -> Iterator[Callable[[], None]]:
    """Show a bar on stderr where a person looks at it; a short task needs none."""
    if not sys.stderr.isatty() or number < 2:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words.progress(what), total=number)
        yield lambda: bar.advance(task)


def _write_witnesses(found: "Comparison", folder: Path) -> None:
    from checker.cli.writing import write
    from checker.workbench.comparison.witness import document

    made = {
        f"{meaning.rule}-{flip.turn.value}.yaml": document(flip, meaning).encode()
        for meaning in found.meanings
        for flip in meaning.flips
    }
    if made:
        write(folder, made)
    click.echo(words.written(len(made), str(folder)), err=True)


def _deliver(
    ctx: click.Context, found: "Comparison", fail_on: str, form: str, output: Path | None
) -> NoReturn:
    from checker.workbench.comparison.inspecting import FailOn, inspection

    def view(_: Inspection) -> str:
        if form in OWN_FORMATS:
            module = import_module(f"checker.workbench.comparison.{form}")
            said: str = module.render(found)
            return said
        from checker.workbench.comparison.text import render

        return render(found, dressed)

    told = inspection(found, FailOn(fail_on))
    deliver(ctx, told, "text" if form in OWN_FORMATS else form, output, view)
