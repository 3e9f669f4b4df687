"""A rule set → its Catalogue."""

import os
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache
from itertools import groupby
from pathlib import Path, PurePosixPath

from checker.language.explain import Speaker, explain, explain_condition
from checker.model.check import CheckAll, CheckAny, Leaf
from checker.model.frozen import dataclass
from checker.model.numerals import decimal
from checker.model.outcome import Level, Outcome
from checker.model.problem import Place
from checker.model.quality import QualityCheck
from checker.model.rule import Chapter, Item, Rule, Rulebook
from checker.rulebook.profiles import profile_file
from checker.workbench.catalogue.cases import case_view
from checker.workbench.catalogue.dictionary import table_views
from checker.workbench.catalogue.parameters import parameter_views
from checker.workbench.catalogue.profiles import Tailorings, tailorings
from checker.workbench.catalogue.used import Used, used
from checker.workbench.catalogue.views import (
    Catalogue,
    Change,
    ChapterView,
    ItemView,
    ProfileView,
    QualityView,
    RuleView,
)
from checker.workbench.rule_set import RuleSet

CASE_OUTCOMES = (Outcome.PASSED, Outcome.FAILED, Outcome.INAPPLICABLE, Outcome.CANT_TELL)
"""The outcomes that a case may expect, in the order of the columns."""


def gather(rules: RuleSet) -> Catalogue:
    """Return the catalogue of a rule set, shown under the profile that it was read with.

    Raises:
        Rejected: another profile of the rule set has faults.
    """
    return _Gathering(rules, tailorings(rules), _seen_from_outside(rules.folder)).catalogue()


@dataclass(frozen=True, slots=True)
class _Gathering:
    """What all parts of the catalogue are made from."""

    rules: RuleSet
    tailored: Tailorings
    source: Callable[[Place], Place]

    @property
    def book(self) -> Rulebook:
        return self.rules.book

    @property
    def speaker(self) -> Speaker:
        return Speaker(self.book.dictionary, self.book.parameters, self.book.values)

    def catalogue(self) -> Catalogue:
        book, written = self.book, self.tailored.written
        uses = {r.id: used(r.check, r.applies_when, book.dictionary) for r in written.rules}
        asked = {
            q.id: used(q.asked, None, book.dictionary)
            for q in book.quality
            if isinstance(q.asked, Leaf | CheckAll | CheckAny)
        }
        chapters = self._chapters(uses)
        return Catalogue(
            standard=book.standard, version=book.version, digest=book.digest,
            source_name=book.standard.words.seed, profile=book.profile,
            chapters=chapters,
            parameters=parameter_views(self.rules, self.tailored, uses, asked, self.source),
            tables=table_views(self.rules, uses, asked, self.speaker, self.source),
            profiles=tuple(self._profiles()),
            quality=tuple(self._quality(q) for q in book.quality),
            acceptance=book.acceptance, dictionary=book.dictionary, references=book.references,
            readings=book.standard.readings, contradictions=book.standard.contradictions,
            verified=sum(r.source.full_text_verified for r in written.rules),
        )  # fmt: skip

    def _chapters(self, uses: Mapping[str, Used]) -> tuple[ChapterView, ...]:
        written = {i.no: i for c in self.tailored.written.standard.chapters for i in c.items}
        found = []
        for chapter in self.book.standard.chapters:
            items = tuple(self._item(written[i.no], i.points, chapter, uses) for i in chapter.items)
            found.append(ChapterView(chapter, items, sum(i.points for i in items)))
        return tuple(found)

    def _item(
        self, item: Item, points: int, chapter: Chapter, uses: Mapping[str, Used]
    ) -> ItemView:
        mine = [r for r in self.tailored.written.rules if r.item == item.no]
        force = {r.id: r for r in self.book.rules if r.item == item.no}
        whole = sum(_weight(r) for r in force.values())
        views = tuple(
            self._rule(r, force.get(r.id), item, _worth(force.get(r.id), points, whole), uses[r.id])
            for r in mine
        )
        return ItemView(item, points, chapter, views, self.source(self.rules.item_place(item.no)))

    def _rule(self, rule: Rule, force: Rule | None, item: Item, worth: str, use: Used) -> RuleView:
        book = self.book
        subject = book.dictionary.subject
        cases = tuple(
            case_view(c, book.dictionary, self.source) for c in self.rules.cases_of(rule.id)
        )
        applies = rule.applies_when
        return RuleView(
            rule=rule, item=item, level=force.level if force else rule.level,
            off=force is None, scored=force is not None and force.scored,
            weight=force.weight if force else rule.weight,
            sentence=explain(rule.check, self.speaker),
            applies=explain_condition(applies, subject, self.speaker) if applies else "",
            worth=worth, parameters=use.parameters,
            origins=tuple(dict.fromkeys(book.parameters[n].origin for n in use.parameters)),
            tables=use.tables, columns=use.columns, populations=use.populations,
            points=self._points(use), changes=self.changes(rule.id), cases=cases,
            counts={o: sum(c.outcome is o for c in cases) for o in CASE_OUTCOMES},
            place=self.source(self.rules.rule_place(rule.id)),
        )  # fmt: skip

    def _points(self, use: Used) -> tuple[str, ...]:
        """Return the contradictions answered by a reading that sets what a rule uses."""
        found = (
            reading.contradiction
            for reading in self.book.standard.readings
            for option in reading.options
            if {name for name, _ in option.parameters} & set(use.parameters)
        )
        return tuple(dict.fromkeys(found))

    def changes(self, subject: str) -> tuple[Change, ...]:
        """Return what the profiles change about a rule, parameter or item."""
        return tuple(
            Change(profile, difference)
            for profile in self.tailored.profiles
            for difference in profile.differences
            if difference.subject == subject
        )

    def _profiles(self) -> Iterable[ProfileView]:
        for profile in self.tailored.profiles:
            ordered = sorted(profile.differences, key=lambda d: (d.kind, d.subject))
            groups = groupby(ordered, key=lambda d: d.kind)
            document = self.rules.documents[profile_file(profile.name)]
            yield ProfileView(
                profile, tuple((kind, tuple(members)) for kind, members in groups),
                self.source(document.place(("name",))), profile.name == self.rules.profile,
            )  # fmt: skip

    def _quality(self, check: QualityCheck) -> QualityView:
        asked = check.asked
        said = ""
        if isinstance(asked, Leaf | CheckAll | CheckAny):
            said = explain(asked, self.speaker)
        document = self.rules.documents["quality.yaml"]
        at = next(i for i, c in enumerate(document.data["checks"]) if c["id"] == check.id)
        place = self.source(document.place(("checks", at, "id")))
        return QualityView(check, said, place)


def _weight(rule: Rule) -> int:
    counts = rule.scored and rule.level is not Level.PERMISSION
    return rule.weight if counts else 0


def _worth(rule: Rule | None, points: int, whole: int) -> str:
    if rule is None or not _weight(rule):
        return ""
    return decimal(Fraction(points * _weight(rule), whole), 1)


def _seen_from_outside(folder: Path) -> Callable[[Place], Place]:
    """Return what turns a place into one as seen from the folder that holds the rules folder."""
    name = folder.resolve().name

    @cache
    def shown(file: str) -> str:
        inside = os.path.relpath(file, folder)
        return PurePosixPath(os.path.normpath(f"{name}/{inside}")).as_posix()

    return lambda place: Place(shown(place.file), place.line) if place.file else place
