"""`checker rules coverage`: how much of the rules their cases exercise."""

from pathlib import Path

import click

from checker.cli.rules.choosing import choice_options, chosen, progress
from checker.cli.rules.delivery import deliver, inspection_options, rule_set, shown
from checker.workbench.diagnostic import Inspection


@click.command()
@choice_options
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
    help="另写一个网页：逐项、逐条、逐支，走到没走到一目了然。",
)  # fmt: skip
@inspection_options
@click.pass_context
def coverage(
    ctx: click.Context,
    form: str,
    output: Path | None,
    html: Path | None,
    text: str,
    items: tuple[str, ...],
    ids: tuple[str, ...],
    rules: Path,
    profile: str | None,
) -> None:
    """看用例走到了规则的多少，还有哪些没走到。

    \b
    数的有：检查项、规则、结果、原因、判据各支、条件真假、参数两侧、读的列、字典的列。
    各类的下限写在 workbench.yaml 的 coverage；只看一部分规则时不管下限。

    \b
    例：
      checker rules coverage                      各类覆盖率和没走到的
      checker rules coverage --html out/cov.html  另写网页
      checker rules coverage -f json              数字
    """
    from checker.workbench.coverage import words
    from checker.workbench.coverage.inspection import inspection, measure

    found = rule_set(ctx, "coverage", form, output, rules=rules, profile=profile)
    choice = chosen(found, text, items, ids)
    with progress(words.progress(), len(choice.chosen(found))) as told:
        measured = measure(found, choice, told)
    inspected = inspection(found, measured)
    if html:
        from checker.cli.writing import write
        from checker.workbench.coverage.page import page

        write(html.parent, {html.name: page(found, measured, inspected).encode()})
    deliver(ctx, inspected, form, output, text=_text)


def _text(inspection: Inspection) -> str:
    """Return the gaps in rules, the errors, and one line a kind; what only the page lists is left out."""
    from dataclasses import replace

    from checker.workbench.coverage.words import summary

    told = tuple(d for d in inspection.diagnostics if "." not in d.subject or "-" in d.subject)
    lines = "\n".join(summary(inspection.figures["kinds"]))
    return f"{shown(replace(inspection, diagnostics=told))}{lines}\n"
