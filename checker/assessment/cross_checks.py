"""What parts of a result say of each other, where neither can be drawn from the other."""

from collections.abc import Iterable, Iterator, Sequence

from checker.assessment import consistency_words as words
from checker.assessment.measured import in_order
from checker.language.expectations import combine
from checker.model.comparison import Path
from checker.model.outcome import Possible, Reason
from checker.model.result import Finding, Measured, Result

Fault = tuple[Path, str, str]
"""Where, what was found, what follows from the rest."""


def cross_checks(result: Result) -> Iterator[Fault]:
    """Yield where one part of a result does not fit another."""
    yield from _names(result)
    yield from _profile(result)
    yield from _parameters(result)
    for index, finding in enumerate(result.findings):
        yield from _unlike_leaves(finding, ("findings", index))
    for path, leaf in _leaves(result):
        yield from _unlike_table(leaf, path, result)
        yield from _numbers(leaf, path)


def repeated(named: Iterable[tuple[Path, str]]) -> Iterator[Fault]:
    """Yield the names that stand further up already."""
    seen = set()
    for path, name in named:
        if name in seen:
            yield path, words.twice(name), words.once()
        seen.add(name)


def _leaves(result: Result) -> Iterator[tuple[Path, Measured]]:
    for index, finding in enumerate(result.findings):
        for leaf, measured in enumerate(finding.measured):
            yield ("findings", index, "measured", leaf), measured


# Names


def _names(result: Result) -> Iterator[Fault]:
    rules = {f.rule for f in result.findings}
    for index, site in enumerate(result.site_findings):
        if site.rule not in rules:
            yield ("site_findings", index, "rule"), site.rule, words.a_rule()
    references = {r.id for r in result.references}
    for index, finding in enumerate(result.findings):
        for number, name in enumerate(finding.references):
            if name not in references:
                yield ("findings", index, "references", number), name, words.a_reference()
    yield from repeated((("tables", n, "name"), t.name) for n, t in enumerate(result.tables))
    yield from repeated((("quality", n, "id"), q.id) for n, q in enumerate(result.quality))
    if result.subject and all(fact.text != result.subject for fact in result.facts):
        yield ("subject",), result.subject, words.a_fact()


# The profile: every difference from the rule set as it is written


def _profile(result: Result) -> Iterator[Fault]:
    told = {(d.kind, d.subject): d for d in result.rulebook.differences}
    for index, finding in enumerate(result.findings):
        path = ("findings", index)
        weight = told.get(("weight", finding.rule))
        if weight and weight.chosen != str(finding.weight):
            yield (*path, "weight"), str(finding.weight), weight.chosen
        scored = ("unscored", finding.rule) not in told
        if scored is not finding.scored:
            yield (*path, "scored"), text(finding.scored), text(scored)
        if ("off", finding.rule) in told:
            yield (*path, "rule"), finding.rule, words.switched_off()
    for kind, rule in told:
        if kind == "veto" and rule not in result.scheme.enabled_vetoes:
            yield ("scheme", "enabled_vetoes"), text(result.scheme.enabled_vetoes), rule


def _parameters(result: Result) -> Iterator[Fault]:
    differences = result.rulebook.differences
    chosen = {d.subject: d for d in differences if d.kind == "parameter"}
    by_reading = any(d.kind == "reading" for d in differences)
    for index, parameter in enumerate(result.parameters):
        path, told = ("parameters", index), chosen.get(parameter.name)
        if parameter.unit == "column":  # here by its label, there by its name
            continue
        wanted = told.chosen if told else parameter.default
        if parameter.value != wanted and (told or not by_reading):
            yield (*path, "value"), parameter.value, wanted
        if told and parameter.default != told.base:
            yield (*path, "default"), parameter.default, told.base


# What was measured


def _unlike_leaves(finding: Finding, path: Path) -> Iterator[Fault]:
    """Yield a finding that says something else than its leaves together."""
    found, told = set(finding.possible), _by_leaves(finding)
    if any(found == one for one in told):
        return
    if finding.joined and found <= told[0]:  # how its leaves are joined, only words tell
        return
    yield (*path, "possible"), text(finding.possible), text(in_order(told[0]))


def _by_leaves(finding: Finding) -> Sequence[set[Possible]]:
    """Return what a finding may be by its leaves: by them alone, or where its condition may fail."""
    leaves = [frozenset(leaf.possible) for leaf in finding.measured]
    if finding.joined:
        return [set().union(*leaves) | {Possible.EMPTY}]
    together = set(combine(leaves, best=False))
    if finding.reason is Reason.CONDITION_NOT_MET:
        return [{Possible.EMPTY}]
    return [together, together | {Possible.EMPTY}]


def _unlike_table(leaf: Measured, path: Path, result: Result) -> Iterator[Fault]:
    """Yield what a leaf says of tables that the list of tables says otherwise."""
    state = {
        t.name: None if t.closed else Reason.TABLE_PARTIAL if t.submitted else Reason.NOT_SUBMITTED
        for t in result.tables
    }
    for n, missing in enumerate(leaf.missing):
        whole = missing.reason in (Reason.NOT_SUBMITTED, Reason.TABLE_PARTIAL)
        known = state.get(missing.table, missing.reason)
        if whole and known is not missing.reason:
            yield (*path, "missing", n, "reason"), missing.reason, known or words.complete()
    for n, row in enumerate(leaf.offending):
        if row.table != leaf.table:
            yield (*path, "offending", n, "table"), row.table, leaf.table


def _numbers(leaf: Measured, path: Path) -> Iterator[Fault]:
    """Yield ends that lie the wrong way round, and more offending rows than were asked about."""
    sure, possible = leaf.population
    if not 0 <= sure <= possible:
        yield (*path, "population"), f"{sure}–{possible}", f"0 ≤ … ≤ {possible}"
    if leaf.offending and max(leaf.offending_count, len(leaf.offending)) > possible:
        number = max(leaf.offending_count, len(leaf.offending))
        yield (*path, "population", 1), str(possible), f"≥ {number}"
    value = leaf.value
    if value and value.low is not None and value.high is not None and value.low > value.high:
        yield (*path, "value", "low"), str(value.low), f"≤ {value.high}"
    if value is None and not leaf.may_be_empty:
        yield (*path, "may_be_empty"), "false", "true"


def text(value: object) -> str:
    """Return a value as it stands in the file, if it is one; else how many there are."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, tuple):
        plain = all(isinstance(v, str) for v in value)
        return "、".join(map(str, value)) or words.nothing() if plain else words.entries(len(value))
    return str(value) or words.blank()
