"""`checker report`: result.json → reports."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from checker.cli import exits, problems, words
from checker.cli.options import output_options
from checker.model.problem import Place, Problem, Rejected
from checker.model.result import Result
from checker.model.system import reason

SIZE_LIMIT: Final = 200 * 2**20
"""Most bytes of a result.json."""


@click.command()
@click.argument(
    "result", metavar="结果文件",
    type=click.Path(path_type=Path, exists=True, dir_okay=False, readable=False),
)  # fmt: skip
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

    try:
        read = _read(result)
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, "result"), err=True)
        ctx.exit(exits.INPUT_UNUSABLE)
    written = deliver(read, output, formats) if output or formats else []
    if output or not formats:
        show(read, written)
    ctx.exit(exits.for_conclusion(read.conclusion.conforms))


def _read(path: Path) -> Result:
    from checker.document.text import decode
    from checker.report import result_json

    place = Place(path.name)
    try:
        text = decode(path.read_bytes(), path.name, size_limit=SIZE_LIMIT)
        return result_json.loads(text)
    except OSError as error:
        said = words.cannot_read(reason(error))
        raise Rejected([Problem(place, "unreadable", said[0], advice=said[1])]) from None
    except Rejected as rejected:
        raise Rejected(
            [replace(p, place=replace(p.place, file=path.name)) for p in rejected.problems]
        ) from None
