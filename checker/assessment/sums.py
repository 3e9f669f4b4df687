"""What findings add up to: severity, points, gains, items, chapters, aspects, conclusion.

Knows findings, chapters and the scheme, and nothing of data: so the same sums are drawn from a
submission that was just judged, from outcomes that are only supposed, and from a result that was
read back and is held against itself.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from checker.assessment import score as scoring
from checker.assessment.conclusion import Standing, conclude
from checker.assessment.findings import Assessed
from checker.assessment.group import Group, scored_item, weight
from checker.assessment.score import Part, Scored, rule_part
from checker.assessment.severity import severity, tally_major, tally_vetoes, vetoed
from checker.model.frozen import dataclass
from checker.model.numerals import rounded
from checker.model.outcome import AssessmentKind, Level, Outcome, Possible, Severity, roll_up
from checker.model.result import (
    AspectResult,
    ChapterResult,
    Conclusion,
    Finding,
    ItemResult,
    OutcomeCounts,
    Points,
)
from checker.model.rule import Acceptance, Chapter, Item

_NONE = Points(Fraction(0), Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What findings add up to: points of the whole and of the chapters, and the conclusion."""

    points: Points
    chapters: tuple[ChapterResult, ...]
    conclusion: Conclusion


@dataclass(frozen=True, slots=True)
class Worth:
    """What one finding comes to among the others."""

    severity: Severity | None
    vetoed: bool
    points: Points
    gain: Fraction


class Sums:
    """One set of findings; holds what the sums share.

    Args:
        aspects: name and title of what items of several chapters may share.
        assessed: one finding a rule.
    """

    def __init__(
        self,
        chapters: Sequence[Chapter],
        aspects: Sequence[tuple[str, str]],
        scheme: Acceptance,
        kind: AssessmentKind,
        assessed: Sequence[Assessed],
    ) -> None:
        self.chapters = chapters
        self.named_aspects = aspects
        self.scheme = scheme
        self.kind = kind
        self.assessed = tuple(assessed)
        self.groups = tuple(self._groups())
        self.items = tuple(scored_item(g, self._part) for g in self.groups)
        self.scored = scoring.score(self.items)
        self.gains: dict[tuple[int, Part], scoring.Exact] = {}

    def verdict(self) -> Verdict:
        """Return the points of the whole and of the chapters, and the conclusion."""
        chapters = tuple(self._chapter(c) for c in self.chapters)
        points = self._total(self.scored)
        return Verdict(points, chapters, conclude(self._standing(points, chapters), self.scheme))

    def worth(self, one: Assessed, group: Group, index: int) -> Worth:
        """Return what one finding comes to.

        Args:
            index: position of its group among the groups.
        """
        return Worth(
            severity(one, group.findings, self.scheme),
            vetoed(one, self.scheme),
            self._rule_points(one, group),
            self.rounded(self.exact_gain(one.rule.id, index) * self.scheme.total),
        )

    def exact_gain(self, rule: str, index: int) -> scoring.Exact:
        """Return what a rule can still add; the same for rules that count alike in one item."""
        alike = (index, self.scored.rules[rule])
        if alike not in self.gains:
            self.gains[alike] = scoring.gain(self.items, self.scored, rule, index)
        return self.gains[alike]

    def worst(self) -> Callable[[Sequence[str]], Fraction]:
        """Return what tells the points of the worst case while rules come out at their best."""
        rising = scoring.Rising(self.items, self.scored)
        return lambda rules: Fraction(rising.meet(rules) * self.scheme.total)

    def points_without_declared(self) -> Points:
        """Return the points if everything that does not apply had failed instead."""

        def part(one: Assessed) -> Part:
            failed = {Possible.MISSED if p is Possible.EMPTY else p for p in one.counted}
            return rule_part(weight(one), failed, self.scheme.near_miss)

        return self._total(scoring.score([scored_item(g, part) for g in self.groups]))

    def aspects(self) -> Iterator[AspectResult]:
        """Yield the items of each aspect taken together; the chapters keep them all the same."""
        for name, title in self.named_aspects:
            groups = [g for g in self.groups if g.item.aspect == name]
            outcomes = [f.outcome for g in groups for f in g.findings]
            points = sum(g.item.points for g in groups)
            part = scoring.mean(points, [self.scored.items[g.item.no] for g in groups])
            yield AspectResult(
                title, tuple(g.item.no for g in groups), roll_up(outcomes), count(outcomes),
                self._points(part, Fraction(points)),
            )  # fmt: skip

    def rounded(self, value: int | Fraction) -> Fraction:
        """Return points to the places of the scheme."""
        return rounded(value, self.scheme.decimals)

    def _groups(self) -> list[Group]:
        by_item: dict[str, list[Assessed]] = {}
        for one in self.assessed:
            by_item.setdefault(one.rule.item, []).append(one)
        return [
            Group(item, chapter.no, by_item[item.no])
            for chapter in self.chapters
            for item in chapter.items
            if item.no in by_item
        ]

    def _part(self, one: Assessed) -> Part:
        return rule_part(weight(one), one.counted, self.scheme.near_miss)

    def _rule_points(self, one: Assessed, group: Group) -> Points:
        part = self.scored.rules[one.rule.id]
        weights = sum(
            p.weight for f in group.findings if not (p := self.scored.rules[f.rule.id]).dropped
        )
        if part.dropped or not weights:
            return _NONE
        return self._points(part, Fraction(group.item.points * part.weight, weights))

    def _points(self, part: Part, maximum: Fraction) -> Points:
        if part.dropped:
            return _NONE
        return Points(
            self.rounded(part.low * maximum),
            self.rounded(part.high * maximum),
            self.rounded(maximum),
        )

    def _total(self, scored: Scored) -> Points:
        return self._points(scored.total, Fraction(self.scheme.total))

    def _chapter(self, chapter: Chapter) -> ChapterResult:
        items = tuple(self._item(item) for item in chapter.items)
        outcomes = [f.outcome for g in self.groups if g.chapter == chapter.no for f in g.findings]
        part = self.scored.chapters.get(chapter.no)
        points = sum(g.item.points for g in self.groups if g.chapter == chapter.no)
        return ChapterResult(
            chapter.no, chapter.title, roll_up(outcomes), count(outcomes),
            self._points(part, Fraction(points)) if part else _NONE, items, chapter.reserved,
        )  # fmt: skip

    def _item(self, item: Item) -> ItemResult:
        group = next((g for g in self.groups if g.item.no == item.no), None)
        outcomes = [f.outcome for f in group.findings] if group else []
        part = self.scored.items.get(item.no)
        return ItemResult(
            item.no, item.title, roll_up(outcomes), count(outcomes),
            self._points(part, Fraction(item.points)) if part else _NONE,
            group is not None, item.seed, item.points,
        )  # fmt: skip

    def _standing(self, points: Points, chapters: tuple[ChapterResult, ...]) -> Standing:
        required = [
            a for a in self.assessed
            if a.rule.scored
            and a.rule.level is Level.REQUIREMENT
            and a.outcome is not Outcome.INAPPLICABLE
        ]  # fmt: skip
        counting = [a for a in self.assessed if weight(a)]
        vetoes = tally_vetoes(self.assessed, self.scheme)
        major = tally_major([g.findings for g in self.groups], self.scheme)
        return Standing(
            kind=self.kind,
            vetoes=(vetoes.certain, vetoes.possible),
            major=(major.certain, major.possible),
            score=points if points.maximum else None,
            chapters=chapters,
            may_drop_out=frozenset(no for no, p in self.scored.chapters.items() if p.may_drop),
            missing=sum(a.outcome is Outcome.CANT_TELL for a in required),
            requirements=len(required),
            untested=(
                sum(a.outcome is Outcome.UNTESTED for a in counting),
                sum(a.awaits_site for a in counting),
            ),
        )


def count(outcomes: Sequence[Outcome]) -> OutcomeCounts:
    """Return the number of each outcome; they add up."""
    number = {o: sum(one is o for one in outcomes) for o in Outcome}
    return OutcomeCounts(
        passed=number[Outcome.PASSED],
        failed=number[Outcome.FAILED],
        cant_tell=number[Outcome.CANT_TELL],
        untested=number[Outcome.UNTESTED],
        inapplicable=number[Outcome.INAPPLICABLE],
        error=number[Outcome.ERROR],
        total=len(outcomes),
    )


def declared_away(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the rules that do not apply."""
    return tuple(f.rule for f in findings if f.outcome is Outcome.INAPPLICABLE)


def gaps(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the rules that can still add points, most valuable first."""
    open_ = sorted((f for f in findings if f.gain), key=lambda f: f.rule)  # no gain is below 0
    return tuple(f.rule for f in sorted(open_, key=lambda f: f.gain, reverse=True))
