"""A rules folder → a Rulebook, or every Problem of all its files at once."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from checker.document.document import Document
from checker.language.wording import with_wording
from checker.model.dictionary import Dictionary
from checker.model.problem import Place, Problem, Rejected
from checker.model.quality import QualityCheck
from checker.model.rule import (
    Parameter,
    Reading,
    ReadingOption,
    Reference,
    Rulebook,
)
from checker.rulebook import words
from checker.rulebook.dictionary import build_tables, with_populations
from checker.rulebook.documents.acceptance import AcceptanceShape
from checker.rulebook.documents.dictionary import DictionaryShape
from checker.rulebook.documents.profile import ProfileShape
from checker.rulebook.documents.quality import QualityShape
from checker.rulebook.documents.rules import (
    ClauseShape,
    CrosswalkShape,
    ParametersShape,
    RuleFileShape,
)
from checker.rulebook.documents.standard import ReferencesShape, StandardShape
from checker.rulebook.files import CASES, RULES, RuleFiles
from checker.rulebook.framing import (
    check_acceptance,
    check_points,
    check_references,
    check_standard,
)
from checker.rulebook.parameters import (
    ParameterValue,
    read_parameters,
    read_value,
    value_fault,
)
from checker.rulebook.profiles import PROFILES, chain_of, profile_names
from checker.rulebook.quality import read_quality
from checker.rulebook.rules import Frame, read_rules
from checker.rulebook.scheme import acceptance_of, standard_of
from checker.rulebook.shaping import AnyShape, nearest, shaped
from checker.rulebook.tailoring import Chain, RuleSet, tailor

STANDARD: Final = "standard.yaml"
PARAMETERS: Final = "parameters.yaml"
REFERENCES: Final = "references.yaml"
CROSSWALK: Final = "crosswalk.yaml"
ACCEPTANCE: Final = "acceptance.yaml"
QUALITY: Final = "quality.yaml"


def build(files: RuleFiles, profile: str) -> Rulebook:
    """Return the rulebook that a rules folder holds, tailored by a profile.

    Raises:
        Rejected: with every fault of every file.
    """
    return _Reading(files, profile).rulebook()


def build_every(files: RuleFiles) -> tuple[dict[str, Rulebook], list[Problem]]:
    """Return a rulebook for each profile that has no fault, and every fault, each once, sorted."""
    reading = _Reading(files, "")
    books = reading.rulebooks()
    return books, sorted(set(reading.problems))


@dataclass(slots=True)
class _RuleFile:
    shape: RuleFileShape
    document: Document


@dataclass(slots=True)
class _Written:
    """A rule set as its files say it, before any profile."""

    version: str
    base: RuleSet
    references: ReferencesShape
    frame: Frame
    quality: tuple[QualityCheck, ...]
    rule_files: list[_RuleFile]


class _Reading:
    """One reading of a rules folder; gathers problems from every file."""

    def __init__(self, files: RuleFiles, profile: str) -> None:
        self.files = files
        self.profile = profile
        self.problems: list[Problem] = list(files.problems)

    def rulebook(self) -> Rulebook:
        chain = chain_of(self.profile, self.files, self.problems)
        written = self._written()
        if not chain:
            raise Rejected(self.problems)
        for profile in chain:
            self._check_choices(*profile, written.rule_files, written.frame)
        return self._finished(written, chain)

    def rulebooks(self) -> dict[str, Rulebook]:
        """Return the rulebook of each profile, seen with what it extends, that has no fault."""
        books: dict[str, Rulebook] = {}
        names = profile_names(self.files)
        try:
            written = self._written()
        except Rejected:  # a profile is tried against rules, so only its own form can be told
            for name in names:
                chain_of(name, self.files, self.problems)
            return books
        for name in names:
            chain = chain_of(name, self.files, self.problems)
            for profile in chain:
                self._check_choices(*profile, written.rule_files, written.frame)
            if chain:
                with suppress(Rejected):
                    books[name] = self._finished(written, chain)
        return books

    def _written(self) -> "_Written":
        """Read everything but the profiles.

        Raises:
            Rejected: with every fault so far, those of a profile read before among them.
        """
        self._check_files()
        standard = self._shaped(STANDARD, StandardShape)
        acceptance = self._shaped(ACCEPTANCE, AcceptanceShape)
        references = self._shaped(REFERENCES, ReferencesShape)
        crosswalk = self._shaped(CROSSWALK, CrosswalkShape)
        rule_files = self._rule_files()
        parameters = self._parameters(rule_files)
        dictionary, used = self._dictionary(parameters)
        if self.problems and (dictionary is None or standard is None or references is None):
            raise Rejected(self.problems)
        assert dictionary
        assert standard
        assert references
        frame = Frame(
            dictionary,
            parameters,
            frozenset(i.no for c in standard[0].chapters for i in c.items),
            frozenset(r.id for r in references[0].references),
            crosswalk[0].clauses if crosswalk else {},
            self.problems,
            used=used,
        )
        quality = self._quality(dictionary, parameters, used)
        rules = tuple(r for f in rule_files for r in read_rules(f.shape, f.document, frame))
        whole = len(rule_files) == len(self.files.rule_files)  # else rules only seem to lack
        if crosswalk and whole:
            self._check_crosswalk(crosswalk[0].clauses, crosswalk[1], frame)
        check_standard(*standard, self.problems)
        check_references(*references, self.problems)
        if acceptance:
            check_points(*standard, acceptance[0].total, self.problems)
        known = standard_of(standard[0], self._readings(standard, frame))
        if acceptance and whole:
            check_acceptance(*acceptance, dictionary, frame.places, self.problems)
        if self.problems or not acceptance:
            raise Rejected(self.problems)
        base = RuleSet(rules, dict(parameters), known, acceptance_of(acceptance[0]))
        return _Written(standard[0].version, base, references[0], frame, quality, rule_files)

    def _finished(self, written: "_Written", chain: Chain) -> Rulebook:
        frame = written.frame
        tailored = tailor(written.base, chain, self.problems)
        if self.problems:
            raise Rejected(self.problems)
        book = Rulebook(
            version=written.version,
            digest=self.files.digest,
            standard=tailored.standard,
            dictionary=frame.dictionary,
            rules=tuple(sorted(tailored.rules, key=lambda rule: rule.id)),
            parameters=frame.parameters,
            values=tailored.values,
            profile=tailored.profile,
            acceptance=tailored.acceptance,
            references=tuple(Reference(**r.model_dump()) for r in written.references.references),
            quality=written.quality,
        )
        return with_wording(book)

    def _check_files(self) -> None:
        """Report files that nothing reads: a misspelt rules.yaml would lose its rules unseen."""
        known = {STANDARD, PARAMETERS, REFERENCES, CROSSWALK, ACCEPTANCE, QUALITY}
        known |= {*self.files.rule_files, self.files.dictionary_file}
        for file in self.files.data:
            if file not in known and not file.startswith(PROFILES):
                near = nearest(Path(file).name, (*(Path(k).name for k in known), RULES, CASES))
                said = words.stray_file(near)
                place = Place(self.files.shown(file))
                self.problems.append(Problem(place, "stray_file", said[0], advice=said[1]))

    def _shaped(self, file: str, shape: type[AnyShape]) -> tuple[AnyShape, Document] | None:
        data = self.files.data.get(file)
        if data is None:
            said = words.missing_file(file)
            self.problems.append(Problem(Place(file), "missing_file", said[0], advice=said[1]))
            return None
        return shaped(self.files.shown(file), data, shape, self.problems)

    def _readings(
        self, standard: tuple[StandardShape, Document], frame: Frame
    ) -> tuple[Reading, ...]:
        found = []
        for i, shape in enumerate(standard[0].readings):
            at = ("readings", i)
            if shape.default not in {o.id for o in shape.options}:
                said = words.unknown("reading", shape.default, "")
                place = standard[1].place((*at, "default"))
                self.problems.append(Problem(place, "unknown_reading", said[0], advice=said[1]))
            options = tuple(
                ReadingOption(
                    o.id,
                    o.title,
                    self._values(o.parameters, (*at, "options", k), standard[1], frame),
                )
                for k, o in enumerate(shape.options)
            )
            found.append(
                Reading(shape.name, shape.title, shape.contradiction, shape.default, options)
            )
        return tuple(found)

    def _values(
        self,
        raw: Mapping[str, object],
        at: tuple[str | int, ...],
        document: Document,
        frame: Frame,
    ) -> tuple[tuple[str, ParameterValue], ...]:
        found = []
        for name, text in raw.items():
            known = frame.parameters.get(name)
            value = read_value(text, known.unit) if known else None
            if known is None or value is None or value_fault(value, known):
                said = words.unknown("parameter", name, "")
                place = document.place((*at, "parameters", name))
                self.problems.append(Problem(place, "parameter_value", said[0], advice=said[1]))
            else:
                found.append((name, value))
        return tuple(found)

    def _rule_files(self) -> list[_RuleFile]:
        found = []
        for file in self.files.rule_files:
            shape = self._shaped(file, RuleFileShape)
            if shape:
                found.append(_RuleFile(*shape))
        return found

    def _parameters(self, rule_files: list[_RuleFile]) -> dict[str, Parameter]:
        known: dict[str, Parameter] = {}
        places: dict[str, Place] = {}
        shared = self._shaped(PARAMETERS, ParametersShape)
        if shared:
            read_parameters(shared[0].parameters, shared[1], known, places, self.problems)
        for file in rule_files:
            read_parameters(file.shape.parameters, file.document, known, places, self.problems)
        return known

    def _dictionary(self, parameters: dict[str, Parameter]) -> tuple[Dictionary | None, set[str]]:
        file = self.files.dictionary_file
        found = self._shaped(file, DictionaryShape)
        if found is None:
            return None, set()
        tables = build_tables(*found, self.problems)
        return with_populations(tables, *found, parameters, self.problems)

    def _quality(
        self, dictionary: Dictionary, parameters: dict[str, Parameter], used: set[str]
    ) -> tuple[QualityCheck, ...]:
        """Return the data-quality checks; a rule set may do without them."""
        if QUALITY not in self.files.data:
            return ()
        found = self._shaped(QUALITY, QualityShape)
        if found is None:
            return ()
        checks, names = read_quality(*found, dictionary, parameters, self.problems)
        used |= names
        return checks

    def _check_crosswalk(
        self, clauses: Mapping[str, ClauseShape], document: Document, frame: Frame
    ) -> None:
        for rule in clauses:
            if rule not in frame.places:
                said = words.unknown("rule", rule, nearest(rule, frame.places))
                place = document.place(("clauses", rule), key=True)
                self.problems.append(Problem(place, "unknown_rule", said[0], advice=said[1]))

    def _check_choices(
        self, profile: ProfileShape, document: Document, rule_files: list[_RuleFile], frame: Frame
    ) -> None:
        """Report lists of a profile that do not fit where the rules use them."""
        for index, choice in enumerate(profile.parameters):
            known = frame.parameters.get(choice.name)
            value = read_value(choice.value, known.unit) if known else None
            if known is None or not isinstance(value, tuple):
                continue
            parameters = {**frame.parameters, choice.name: replace(known, default=value)}
            trial = replace(frame, parameters=parameters, problems=[], places={}, used=set())
            for file in rule_files:
                read_rules(file.shape, file.document, trial)
            for fault in trial.problems[:1]:
                place, found = document.place(("parameters", index, "value")), str(choice.value)
                self.problems.append(replace(fault, place=place, found=found))
