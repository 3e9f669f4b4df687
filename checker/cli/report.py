"""`checker report`: result.json → reports."""

from pathlib import Path

import click

from checker.cli import exits, problems
from checker.cli.options import output_options
from checker.model.problem import Rejected


@click.command()
@click.argument("result", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@output_options
@click.pass_context
def report(ctx: click.Context, result: Path, output: Path | None, formats: tuple[str, ...]) -> None:
    """由 result.json 重新出报告。

    \b
    例：
      checker report out/result.json -o out -f pdf
    """
    from checker.cli.summary import show
    from checker.cli.writing import deliver
    from checker.report import result_json

    try:
        read = result_json.loads(result.read_text(encoding="utf-8"))
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, rules=False), err=True)
        ctx.exit(exits.INPUT_UNUSABLE)
    written = deliver(read, output, formats) if output or formats else []
    if output or not formats:
        show(read, written)
    ctx.exit(exits.for_conclusion(read.conclusion.conforms))
