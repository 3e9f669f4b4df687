"""`checker check`: a submission → a result, on the screen or as files."""

from datetime import date
from pathlib import Path

import click

from checker.cli import exits, problems
from checker.cli.options import Day, output_options, rules_options
from checker.model.problem import Rejected
from checker.model.result import Result


@click.command()
@click.argument("path", metavar="资料", type=click.Path(path_type=Path, readable=False))
@output_options
@rules_options
@click.option("--as-of", type=Day(), metavar="日期", help="评价日，替代申报资料里写的。")
@click.pass_context
def check(
    ctx: click.Context,
    path: Path,
    output: Path | None,
    formats: tuple[str, ...],
    rules: Path,
    profile: str,
    as_of: date | None,
) -> None:
    """评价一份申报资料（目录、.yaml 或 .json）。

    \b
    例：
      checker check 我的资料              只看结果摘要
      checker check 我的资料 -o out       另写 PDF、HTML、JSON
      checker check 我的资料 -f json      JSON 写到标准输出
    """
    result = assessed(path, rules, profile, as_of)
    from checker.cli.writing import deliver

    written = deliver(result, output, formats) if output or formats else []
    if output or not formats:
        from checker.cli.summary import show

        show(result, written)
    ctx.exit(exits.for_conclusion(result.conclusion.conforms))


def assessed(path: Path, rules: Path, profile: str, as_of: date | None) -> Result:
    """Return the result of a submission.

    Raises:
        click.exceptions.Exit: the rules or the submission cannot be used; problems were shown.
    """
    from checker.assessment.assess import assess_submission
    from checker.rulebook.files import load
    from checker.submission.reading import read

    try:
        rulebook = load(rules, profile)
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, "rules"), err=True)
        raise click.exceptions.Exit(exits.RULES_INVALID) from None
    try:
        known = [rule.id for rule in rulebook.rules]
        submission = read(path, rulebook.dictionary, assessed_on=as_of, rules=known)
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, "submission"), err=True)
        raise click.exceptions.Exit(exits.INPUT_UNUSABLE) from None
    return assess_submission(rulebook, submission)
