"""`checker explain`: what a rule or an item asks, where it comes from, whose numbers it uses."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from checker.cli import exits, problems, words
from checker.cli.options import rules_options
from checker.model.problem import Rejected
from checker.model.rule import Rule, Rulebook
from checker.report.visible import one_line


@click.command()
@click.argument("name", metavar="编号")
@rules_options
@click.pass_context
def explain(ctx: click.Context, name: str, rules: Path, profile: str) -> None:
    """说明一条规则或一个检查项。

    \b
    例：
      checker explain 4.1          一个检查项的全部规则
      checker explain 规则编号     一条规则
    """
    from checker.rulebook.files import load

    try:
        book = load(rules, profile)
    except Rejected as rejected:
        click.echo(problems.text(rejected.problems, "rules"), err=True)
        ctx.exit(exits.RULES_INVALID)
    found = [r for r in book.rules if name.upper() == r.id or name == r.item]
    if not found:
        known = [r.id for r in book.rules] + sorted({r.item for r in book.rules})
        near = next(iter(get_close_matches(name.upper(), known, 1)), "")
        raise click.UsageError(words.no_such_rule(name, near))
    click.echo("\n\n".join("\n".join(_lines(rule, book)) for rule in found))


def _lines(rule: Rule, book: Rulebook) -> Iterator[str]:
    from checker.language.explain import Speaker
    from checker.language.explain import explain as sentence
    from checker.model import terms

    label = words.labels()
    item = next(i for c in book.standard.chapters for i in c.items if i.no == rule.item)
    speaker = Speaker(book.dictionary, book.parameters, book.values)
    yield one_line(f"{rule.id}  {rule.title}")
    yield from _field(label["item"], f"{item.no} {item.title}")
    yield from _field(label["level"], words.proposed(terms.level(rule.level)))
    yield from _field(label["requirement"], rule.requirement)
    yield from _field(label["check"], sentence(rule.check, speaker, rule.applies_when))
    yield from _field(label["source"], _provenance(rule, book.standard.words.seed))
    if not rule.source.full_text_verified:
        yield from _field("", words.unverified(book.standard.seed_title))
    yield from _parameters(rule, book, label["parameters"])
    names = "、".join(terms.verification(m) for m in rule.verification)
    yield from _field(label["verification"], names)
    for index, one in enumerate(rule.evidence):
        said = words.evidence(one.type, one.title, one.number, one.covers, one.freshness)
        yield from _field("" if index else label["evidence"], said)
    yield from _field(label["points"], words.weight(rule.weight, item.points))
    yield from _field(label["remedy"], rule.remedy)
    if rule.note:
        yield from _field(label["note"], rule.note)


def _provenance(rule: Rule, source: str) -> str:
    from checker.model import terms

    places = "；".join(terms.seed_place(s) for s in rule.source.seed)
    topic = terms.basis(rule.source.topic_basis, source)
    content = terms.basis(rule.source.content_basis, source)
    return words.provenance(f"{topic}（{places}）" if places else topic, content)


def _parameters(rule: Rule, book: Rulebook, label: str) -> Iterator[str]:
    from checker.language.explain import spoken
    from checker.language.mentions import parameters
    from checker.model import terms

    for index, name in enumerate(dict.fromkeys(parameters((rule.check, rule.applies_when)))):
        known = book.parameters[name]
        value = spoken(book.values[name], known.unit, book.dictionary)
        origin = terms.origin(known.origin, book.standard.words.seed)
        said = words.parameter(known.title, value, origin, known.source)
        yield from _field("" if index else label, said)


def _field(label: str, text: str) -> Iterator[str]:
    width = 10
    shown = label + " " * (width - 2 * len(label))
    yield f"  {shown}{one_line(text)}"
