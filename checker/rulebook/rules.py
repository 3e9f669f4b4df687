"""Rule files: shapes → rules, with their checks read and typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.document.document import Document
from checker.language.parse import read_check, read_row_condition
from checker.language.typecheck import NO_TABLE, Scope
from checker.model.dictionary import Dictionary
from checker.model.outcome import Level
from checker.model.problem import Place, Problem
from checker.model.rule import EvidenceRequest, Parameter, Rule, SeedPlace, Source
from checker.rulebook import words
from checker.rulebook.documents.rules import ClauseShape, RuleFileShape, RuleShape
from checker.rulebook.documents.shape import SeedShape
from checker.rulebook.names import Declared
from checker.rulebook.shaping import nearest
from checker.rulebook.unread import is_read


@dataclass(slots=True)
class Frame:
    """What the rules of all files share while they are read."""

    dictionary: Dictionary
    parameters: Mapping[str, Parameter]
    declared: Declared
    clauses: Mapping[str, ClauseShape]
    problems: list[Problem]
    places: dict[str, Place] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


def seed_place(shape: SeedShape) -> SeedPlace:
    """Return a place in the document the standard is known from."""
    return SeedPlace(shape.section, shape.line, shape.sentence)


def read_rules(shape: RuleFileShape, document: Document, frame: Frame) -> list[Rule]:
    """Return the rules of one file, if nothing is wrong; faults go into the frame."""
    if frame.declared.lacks("item", shape.item):
        said = words.unknown("item", shape.item, nearest(shape.item, frame.declared("item")))
        _report(document, ("item",), "unknown_item", said, frame)
    found = []
    for index, rule in enumerate(shape.rules):
        at = ("rules", index)
        _check_frame(rule, shape.item, document, at, frame)
        read = _rule(rule, shape.item, document, at, frame)
        if read is not None:
            found.append(read)
    return found


def _check_frame(
    rule: RuleShape, item: str, document: Document, at: tuple[str | int, ...], frame: Frame
) -> None:
    if rule.id in frame.places:
        said = words.duplicate("rule", rule.id, str(frame.places[rule.id]))
        _report(document, (*at, "id"), "duplicate_rule", said, frame)
    if is_read(rule.id):
        frame.places.setdefault(rule.id, document.place((*at, "id")))
    if is_read(rule.id, item) and not frame.declared.lacks("item", item):
        chapter, _, number = item.partition(".")
        if rule.id.split("-")[1] != chapter.rjust(2, "0") + number.rjust(2, "0"):
            _report(document, (*at, "id"), "wrong_folder", words.wrong_folder(item), frame)
    if rule.level is Level.PERMISSION and is_read(rule.weight) and rule.weight:
        said = words.permission_with_weight()
        _report(document, (*at, "weight"), "permission_with_weight", said, frame)
    for i, name in enumerate(rule.source.references):
        if frame.declared.lacks("reference", name):
            said = words.unknown("reference", name, nearest(name, frame.declared("reference")))
            _report(document, (*at, "source", "references", i), "unknown_reference", said, frame)


def _rule(
    shape: RuleShape, item: str, document: Document, at: tuple[str | int, ...], frame: Frame
) -> Rule | None:
    scope = Scope(
        frame.dictionary, frame.parameters, lambda p, key: document.place(p, key=key),
        declared=frame.declared.may_have,
    )  # fmt: skip
    check = applies = None
    if is_read(shape.check):
        check = read_check(shape.check, (*at, "check"), scope)
    if is_read(shape.applies_when) and shape.applies_when is not None:
        subject = frame.dictionary.tables.get(frame.dictionary.subject, NO_TABLE)
        applies = read_row_condition(shape.applies_when, (*at, "applies_when"), subject, scope)
    frame.problems += scope.problems
    frame.used |= scope.used
    if check is None or frame.problems:
        return None  # once anything is wrong, no rule is wanted, only what else is wrong
    return Rule(
        id=shape.id, item=item, title=shape.title, requirement=shape.requirement,
        level=shape.level, source=_source(shape, frame), check=check,
        verification=shape.verification, weight=shape.weight, remedy=shape.remedy,
        applies_when=applies,
        evidence=tuple(EvidenceRequest(**e.model_dump()) for e in shape.evidence),
        severity=shape.severity, veto_candidate=shape.veto_candidate,
        level_basis=shape.level_basis, note=shape.note,
    )  # fmt: skip


def _source(shape: RuleShape, frame: Frame) -> Source:
    source, clause = shape.source, frame.clauses.get(shape.id)
    return Source(
        source.topic_basis,
        source.content_basis,
        tuple(seed_place(s) for s in source.seed),
        source.references,
        clause.clause_no if clause else source.clause_no,
        clause.full_text_verified if clause else source.full_text_verified,
    )


def _report(
    document: Document,
    at: tuple[str | int, ...],
    code: str,
    said: tuple[str, str],
    frame: Frame,
) -> None:
    frame.problems.append(Problem(document.place(at), code, said[0], advice=said[1]))
