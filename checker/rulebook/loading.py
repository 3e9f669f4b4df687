"""A rules folder → a Rulebook, or every Problem of all its files at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from checker.document.document import Document
from checker.language.wording import with_wording
from checker.model.dictionary import Dictionary
from checker.model.problem import Place, Problem, Rejected
from checker.model.quality import QualityCheck
from checker.model.rule import Parameter, Reading, Reference, Rule, Rulebook
from checker.rulebook import words
from checker.rulebook.choices import Choices
from checker.rulebook.dictionary import build_tables, with_populations
from checker.rulebook.documents.acceptance import AcceptanceShape
from checker.rulebook.documents.dictionary import DictionaryShape
from checker.rulebook.documents.quality import QualityShape
from checker.rulebook.documents.rules import CrosswalkShape, ParametersShape, RuleFileShape
from checker.rulebook.documents.standard import ReferencesShape, StandardShape
from checker.rulebook.files import CASES, RULES, RuleFiles
from checker.rulebook.framing import (
    check_acceptance,
    check_known,
    check_points,
    check_references,
    check_standard,
)
from checker.rulebook.names import Declared
from checker.rulebook.parameters import read_parameters
from checker.rulebook.profiles import PROFILES, chain_of, profile_names
from checker.rulebook.quality import read_quality
from checker.rulebook.readings import read_readings
from checker.rulebook.rules import Frame, read_rules
from checker.rulebook.scheme import acceptance_of, standard_of
from checker.rulebook.shaping import AnyShape, nearest, salvaged
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


Shaped = tuple[AnyShape, Document]


@dataclass(slots=True)
class _Written:
    """A rule set as its files say it, before any profile; whole if there are no problems."""

    standard: Shaped[StandardShape] | None
    acceptance: Shaped[AcceptanceShape] | None
    references: Shaped[ReferencesShape] | None
    rule_files: list[_RuleFile]
    frame: Frame
    rules: tuple[Rule, ...] = ()
    quality: tuple[QualityCheck, ...] = ()
    readings: tuple[Reading, ...] = ()


class _Reading:
    """One reading of a rules folder; gathers problems from every file.

    No fault ends the reading. What is declared with a fault of its own counts as declared (see
    names), so that only what is wrong by itself is told.
    """

    def __init__(self, files: RuleFiles, profile: str) -> None:
        self.files = files
        self.profile = profile
        self.problems: list[Problem] = list(files.problems)
        self.declared = Declared()

    def rulebook(self) -> Rulebook:
        written = self._written()
        chain = self._chain(self.profile, written)
        if self.problems:
            raise Rejected(sorted(set(self.problems)))
        return self._finished(written, chain)

    def rulebooks(self) -> dict[str, Rulebook]:
        """Return the rulebook of each profile, seen with what it extends, that has no fault."""
        books: dict[str, Rulebook] = {}
        written = self._written()
        rules_are_fine = not self.problems
        for name in profile_names(self.files):
            before = len(self.problems)
            chain = self._chain(name, written)
            if rules_are_fine and len(self.problems) == before:
                books[name] = self._finished(written, chain)
        return books

    def _chain(self, name: str, written: _Written) -> Chain:
        """Return a profile with those it extends, checked against the rules."""
        chain = chain_of(name, self.files, self.problems)
        choices = Choices(
            self.declared, written.frame.parameters, partial(self._trial, written), self.problems
        )
        for profile in chain:
            choices.check(*profile)
        return chain

    def _written(self) -> _Written:
        """Read everything but the profiles."""
        self._check_files()
        standard = self._shaped(STANDARD, StandardShape, "item", "reading")
        acceptance = self._shaped(ACCEPTANCE, AcceptanceShape)
        references = self._shaped(REFERENCES, ReferencesShape, "reference")
        crosswalk = self._shaped(CROSSWALK, CrosswalkShape)
        rule_files = self._rule_files()
        self._declare(standard, references, rule_files)
        parameters = self._parameters(rule_files)
        dictionary, used = self._dictionary(parameters)
        clauses = crosswalk[0].clauses if crosswalk else {}
        frame = Frame(dictionary, parameters, self.declared, clauses, self.problems, used=used)
        written = _Written(standard, acceptance, references, rule_files, frame)
        written.quality = self._quality(frame)
        written.rules = tuple(r for f in rule_files for r in read_rules(f.shape, f.document, frame))
        if crosswalk:
            for rule in clauses:
                at = ("clauses", str(rule))
                check_known("rule", rule, at, crosswalk[1], self.declared, self.problems)
        if standard:
            check_standard(*standard, self.problems)
            written.readings = read_readings(*standard, parameters, self.declared, self.problems)
        if references:
            check_references(*references, self.problems)
        if acceptance:
            check_acceptance(*acceptance, self.declared, self.problems)
        if standard and acceptance:
            check_points(*standard, acceptance[0].total, self.problems)
        return written

    def _declare(
        self,
        standard: Shaped[StandardShape] | None,
        references: Shaped[ReferencesShape] | None,
        rule_files: list[_RuleFile],
    ) -> None:
        """Note the names that standard, references and rules declare."""
        if standard:
            chapters = standard[0].chapters
            held = [c.items for c in chapters]
            self.declared("item").add((i.no for items in held for i in items), chapters, *held)
            readings = standard[0].readings
            self.declared("reading").add((r.name for r in readings), readings)
        if references:
            listed = references[0].references
            self.declared("reference").add((r.id for r in listed), listed)
        for file in rule_files:
            rules = file.shape.rules
            self.declared("rule").add((r.id for r in rules), rules)

    def _finished(self, written: _Written, chain: Chain) -> Rulebook:
        """Return the rulebook of a rule set and a chain of profiles without faults."""
        frame = written.frame
        assert written.standard
        assert written.acceptance
        assert written.references
        standard = written.standard[0]
        base = RuleSet(
            frame.dictionary, written.rules, dict(frame.parameters),
            standard_of(standard, written.readings), acceptance_of(written.acceptance[0]),
        )  # fmt: skip
        tailored = tailor(base, chain)
        references = written.references[0].references
        book = Rulebook(
            version=standard.version,
            digest=self.files.digest,
            standard=tailored.standard,
            dictionary=frame.dictionary,
            rules=tuple(sorted(tailored.rules, key=lambda rule: rule.id)),
            parameters=frame.parameters,
            values=tailored.values,
            profile=tailored.profile,
            acceptance=tailored.acceptance,
            references=tuple(Reference(**r.model_dump()) for r in references),
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

    def _shaped(self, file: str, shape: type[AnyShape], *declares: str) -> Shaped[AnyShape] | None:
        """Return what can be read of a file; None if it is not there or cannot be read at all.

        Args:
            declares: kinds of names that are declared in it.
        """
        data = self.files.data.get(file)
        if data is None:
            said = words.missing_file(file)
            self.problems.append(Problem(Place(file), "missing_file", said[0], advice=said[1]))
            for kind in declares:
                self.declared(kind).whole = False
            return None
        found = salvaged(self.files.shown(file), data, shape, self.problems)
        if found is None:
            self.declared.hidden.append(data.decode(errors="replace"))
        return found

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
        shared = self._shaped(PARAMETERS, ParametersShape, "parameter")
        if shared:
            self.declared("parameter").add(shared[0].parameters)
            read_parameters(shared[0].parameters, shared[1], known, places, self.problems)
        for file in rule_files:
            self.declared("parameter").add(file.shape.parameters)
            read_parameters(file.shape.parameters, file.document, known, places, self.problems)
        return known

    def _dictionary(self, parameters: dict[str, Parameter]) -> tuple[Dictionary, set[str]]:
        file = self.files.dictionary_file
        found = self._shaped(file, DictionaryShape, "table", "source")
        if found is None:
            return Dictionary({}), set()
        tables = build_tables(*found, self.declared, self.problems)
        return with_populations(tables, *found, parameters, self.declared, self.problems)

    def _quality(self, frame: Frame) -> tuple[QualityCheck, ...]:
        """Return the data-quality checks; a rule set may do without them."""
        if QUALITY not in self.files.data:
            return ()
        found = self._shaped(QUALITY, QualityShape)
        if found is None:
            return ()
        checks, names = read_quality(
            *found, frame.dictionary, dict(frame.parameters), self.declared, self.problems
        )
        frame.used |= names
        return checks

    def _trial(self, written: _Written, parameters: Mapping[str, Parameter]) -> list[Problem]:
        """Return what is wrong with the rules under other parameters, and is not so anyway."""
        known = self.problems[:]
        trial = replace(
            written.frame, parameters=parameters, problems=known[:], places={}, used=set()
        )
        for file in written.rule_files:
            read_rules(file.shape, file.document, trial)
        return [p for p in trial.problems if p not in known]
