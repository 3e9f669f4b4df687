"""`checker verify`: a result → whether it is what judging the submission again comes to."""

from collections.abc import Iterator
from pathlib import Path

import click

from checker.cli import exits, problems
from checker.cli import verify_words as words
from checker.cli.options import RULES
from checker.cli.results import read_result
from checker.model.problem import Place, Problem, Rejected
from checker.model.result import Result
from checker.report.visible import one_line


@click.command()
@click.argument(
    "result", metavar="结果文件",
    type=click.Path(path_type=Path, exists=True, dir_okay=False, readable=False),
)  # fmt: skip
@click.argument("submission", metavar="资料", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--rules", type=click.Path(path_type=Path, readable=False), default=RULES, metavar="目录",
    help="规则目录。默认用随程序带的规则。",
)  # fmt: skip
@click.pass_context
def verify(ctx: click.Context, result: Path, submission: Path, rules: Path) -> None:
    """由申报资料复算，看结果文件是不是照实算出来的。

    评价方案和评价日按结果文件里写的。一致的退出码是 0，不一致的是 6。

    \b
    例：
      checker verify out/result.json 我的资料
    """
    try:
        told = read_result(result)
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, "compared"), err=True)
        ctx.exit(exits.INPUT_UNUSABLE)
    from checker.cli.check import assessed

    fresh = assessed(submission, rules, told.rulebook.profile, told.assessed_on)
    other = list(_other_basis(told, fresh))
    if other:
        click.echo("\n".join([words.other_basis(), *map(one_line, other)]), err=True)
        ctx.exit(exits.INTEGRITY)
    found = tuple(differences(told, fresh, result.name))
    if found:
        click.echo("\n".join([words.differs(len(found)), *problems.lines(found)]), err=True)
        ctx.exit(exits.INTEGRITY)
    click.echo(words.same(told.report_no))
    ctx.exit(exits.CONFORMS)


def differences(told: Result, fresh: Result, file: str) -> Iterator[Problem]:
    """Yield where a result is not what was computed again, each place once."""
    from checker.assessment.consistency import discrepancy
    from checker.model.comparison import differing

    for path, there, wanted in differing(told, fresh):
        field = ".".join(str(step) for step in path)
        found, computed, what = discrepancy(told, path, there, wanted)
        yield Problem(Place(file, field=field), "not_recomputed", what, found, computed)


def _other_basis(told: Result, fresh: Result) -> Iterator[str]:
    """Yield what the two were drawn from, where it is not the same: then nothing can be compared."""
    if told.program != fresh.program:
        yield words.basis_program(told.program, fresh.program)
    if told.rulebook.digest != fresh.rulebook.digest:
        yield words.basis_rules(
            (told.rulebook.version, told.rulebook.digest),
            (fresh.rulebook.version, fresh.rulebook.digest),
        )
    was, now = ({f.path: f.sha256 for f in one.files} for one in (told, fresh))
    for path in sorted(was.keys() | now.keys()):
        if was.get(path) != now.get(path):
            yield words.basis_file(path, there=path in now, listed=path in was)
