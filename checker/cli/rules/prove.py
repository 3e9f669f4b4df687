"""`checker rules prove`: what holds of the rules in every submission there could be."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import exits
from checker.cli.rules.choosing import choice_options, chosen, progress
from checker.cli.rules.delivery import deliver, inspection_options, rule_set, shown
from checker.workbench.diagnostic import Inspection

if TYPE_CHECKING:
    from checker.model.submission import Submission
    from checker.workbench.rule_set import RuleSet


@click.command()
@choice_options
@click.option(
    "--witness", type=click.Path(path_type=Path, file_okay=False), metavar="目录",
    help="每个结论的例证各写一个文件，可以粘进 cases.yaml。",
)  # fmt: skip
@click.option(
    "--specimen", type=click.Path(path_type=Path, exists=True), metavar="资料",
    help="一份齐全的自评资料；求等级、结论的例证时从它改起。",
)  # fmt: skip
@click.option("--no-score", is_flag=True, help="只看规则本身，不看得分、等级和结论。")
@inspection_options
@click.pass_context
def prove(
    ctx: click.Context,
    form: str,
    output: Path | None,
    text: str,
    items: tuple[str, ...],
    ids: tuple[str, ...],
    witness: Path | None,
    specimen: Path | None,
    no_score: bool,
    rules: Path,
    profile: str | None,
) -> None:
    """证明规则站得住：条条能通过、能不通过，没有矛盾、重复和多余。

    \b
    每个“能”都有一份小资料作例证：先用规则自己的用例拼，拼不出再求解，由评价引擎评过才算数；
    每个“不能”都换更多种行再求一遍。说明见 docs/proofs.md。
    有意让一条推出另一条、或两条互斥的，写进 workbench.yaml 的 relations 并说明理由。

    \b
    例：
      checker rules prove                       整套规则，连同得分、等级和结论
      checker rules prove --item 5.2            5.2 的规则，以及它们与别的规则
      checker rules prove --rule X --witness w  X 的例证写进 w/
    """
    from checker.workbench.proof.beside import witnesses_for
    from checker.workbench.proof.inspection import inspect, questions
    from checker.workbench.proof.words import progress as title

    found = rule_set(ctx, "prove", form, output, rules=rules, profile=profile)
    choice = chosen(found, text, items, ids)
    whole = choice.everything and not no_score
    about = [rule.id for rule in choice.chosen(found)]
    submission = _read(ctx, specimen, found) if specimen else None
    asked = witnesses_for(found)
    with progress(title(), questions(found, asked, about, score=whole)) as told:
        inspection, witnesses = inspect(found, asked, about, told, score=whole, specimen=submission)
    if witness is not None:
        from checker.cli.writing import write

        write(witness, {name: content.encode() for name, content in witnesses().items()})
    deliver(ctx, inspection, form, output, text=_text)


def _read(ctx: click.Context, specimen: Path, found: "RuleSet") -> "Submission":
    """Return the submission handed in; tell all its problems and exit if it has any."""
    from checker.cli import problems
    from checker.model.problem import Rejected
    from checker.submission.reading import read

    try:
        return read(specimen, found.book.dictionary)
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, "submission"), err=True)
        ctx.exit(exits.INPUT_UNUSABLE)


def _text(inspection: Inspection) -> str:
    from checker.workbench.proof.score_view import score_lines
    from checker.workbench.proof.words import summary

    figures = inspection.figures
    lines = [
        *summary(figures),
        *(["", *score_lines(figures["score"])] if "score" in figures else ()),
    ]
    return shown(inspection) + "\n".join(lines).rstrip("\n") + "\n"
