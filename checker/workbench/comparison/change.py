"""What differs between two versions of a rule set, as values.

A Record is one thing that a rule set defines (a rule, a parameter, a column …) with its traits; a
Change is one trait, or one whole thing, that is not the same in both versions.
"""

from collections.abc import Hashable
from enum import StrEnum

from checker.model.frozen import dataclass
from checker.model.problem import NOWHERE, Place


class Subject(StrEnum):
    """What kind of thing a record is; the order is that of a report."""

    STANDARD = "standard"
    CHAPTER = "chapter"
    ITEM = "item"
    RULE = "rule"
    PARAMETER = "parameter"
    ACCEPTANCE = "acceptance"
    GRADE = "grade"
    CONCLUSION = "conclusion"
    PROFILE = "profile"
    READING = "reading"
    CONTRADICTION = "contradiction"
    DICTIONARY = "dictionary"
    TABLE = "table"
    COLUMN = "column"
    POPULATION = "population"
    QUALITY = "quality"
    REFERENCE = "reference"


class Effect(StrEnum):
    """What a change can do, at most.

    MEANING: outcomes of rules. SCORE: points, severity, grade or conclusion. INPUT: what can be
    handed in, and how a blank is read. WORDS: only what people read.
    """

    MEANING = "meaning"
    SCORE = "score"
    INPUT = "input"
    WORDS = "words"


class Act(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Trait:
    """One property of a record.

    Attributes:
        name: English name, e.g. "level"; its label stands in the words of this part.
        value: what is compared.
        text: the value as a person reads it.
        place: where it stands.
        effect: what a change of it can do.
    """

    name: str
    value: Hashable
    text: str
    place: Place = NOWHERE
    effect: Effect = Effect.WORDS


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a rule set defines.

    Attributes:
        id: what it is called; unique among records of one subject.
        title: its Chinese name.
        effect: what its coming or going can do.
        place: where it stands.
        rules: ids of the rules that read, use or belong to it.
        gist: what makes it itself apart from its id: an equal gist under another id is perhaps
            the same thing renamed; None where that is never asked.
    """

    subject: Subject
    id: str
    title: str
    traits: tuple[Trait, ...]
    effect: Effect = Effect.WORDS
    place: Place = NOWHERE
    rules: tuple[str, ...] = ()
    gist: Hashable = None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the old and the new version.

    Attributes:
        id: id in the new version; in the old one for what was removed.
        old_id: id in the old version where it was perhaps another; else "".
        field: name of the trait; "" where a whole record came or went.
        old, new: the trait in words; "" on the side where there is none.
        node: dotted path of the smallest part of a check that changed, e.g. "check.expect".
        rules: rules of either version that the change touches.
    """

    subject: Subject
    id: str
    title: str
    act: Act
    effect: Effect
    field: str = ""
    old: str = ""
    new: str = ""
    old_place: Place = NOWHERE
    new_place: Place = NOWHERE
    rules: tuple[str, ...] = ()
    old_id: str = ""
    node: str = ""
