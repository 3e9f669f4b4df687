"""`checker rules mutate`: would the cases notice if a rule said something else?"""

import os
from pathlib import Path

import click

from checker.cli.rules.choosing import choice_options, chosen, progress
from checker.cli.rules.delivery import deliver, inspection_options, rule_set, shown
from checker.workbench.diagnostic import Inspection


@click.command()
@choice_options
@click.option(
    "--jobs", "-j", type=click.IntRange(1), default=lambda: os.cpu_count() or 1, metavar="数",
    help="同时用几个处理器核心，默认全用。",
)  # fmt: skip
@click.option("--fresh", is_flag=True, help="不用以前留下的结果，全部重试。")
@inspection_options
@click.pass_context
def mutate(
    ctx: click.Context,
    form: str,
    output: Path | None,
    text: str,
    items: tuple[str, ...],
    ids: tuple[str, ...],
    jobs: int,
    fresh: bool,
    rules: Path,
    profile: str | None,
) -> None:
    """把规则一处一处改坏，看用例看不看得出来。

    \b
    每次只改一处：数值差一步、“且”“或”对换、少一个条件、列看错、参数用错……
    至少有一个用例的结果变了，才算看得出来。
    看不出的要么补用例，要么写进 workbench.yaml 的 survivors 并说明理由。
    约束力和权重，用 cases.yaml 里 worth 写的来对。

    \b
    例：
      checker rules mutate                   全部规则
      checker rules mutate --item 5.2        只试 5.2
      checker rules mutate -f json -o m.json 各章、各类变异的数字
    """
    from checker.workbench.mutation.inspection import inspect
    from checker.workbench.mutation.kept import Kept, usual_folder
    from checker.workbench.mutation.words import progress as title

    found = rule_set(ctx, "mutate", form, output, rules=rules, profile=profile)
    choice = chosen(found, text, items, ids)
    folder = None if fresh else usual_folder()
    with progress(title(), len(choice.chosen(found))) as told:
        inspection = inspect(
            found, choice, jobs=jobs, kept=Kept(folder) if folder else None, told=told
        )
    deliver(ctx, inspection, form, output, text=_text)


def _text(inspection: Inspection) -> str:
    from checker.workbench.mutation.words import summary

    return shown(inspection) + "\n".join(summary(inspection.figures)) + "\n"
