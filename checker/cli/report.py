"""`checker report`: result.json → reports."""

from pathlib import Path

import click

from checker.cli import exits, problems
from checker.cli.options import output_options
from checker.cli.results import read_sound
from checker.model.problem import Rejected


@click.command()
@click.argument(
    "result", type=click.Path(path_type=Path, exists=True, dir_okay=False, readable=False)
)
@output_options
@click.pass_context
def report(ctx: click.Context, result: Path, output: Path | None, formats: tuple[str, ...]) -> None:
    """由 result.json 重新出报告。

    先核对结果是否自相一致：分数、结论等与各条结果对不上的，不出报告。自相一致不等于没有改过；
    要确认，请用 checker verify 由申报资料复算。

    \b
    例：
      checker report out/result.json -o out -f pdf
    """
    from checker.cli.summary import show
    from checker.cli.writing import deliver

    try:
        read = read_sound(result)
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, "result"), err=True)
        ctx.exit(exits.INPUT_UNUSABLE)
    written = deliver(read, output, formats) if output or formats else []
    if output or not formats:
        show(read, written)
    ctx.exit(exits.for_conclusion(read.conclusion.conforms))
