"""Two versions → every change, field by field. What is only formatted otherwise is no change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from checker.model.problem import Place
from checker.workbench.comparison.change import Act, Change, Effect, Record, Subject, Trait
from checker.workbench.comparison.dictionary_traits import dictionary_records
from checker.workbench.comparison.frame_traits import frame_records
from checker.workbench.comparison.marking import similarity
from checker.workbench.comparison.traits import Version, parameter_records, rule_records

ALIKE: Final = 0.8
"""Requirements at least so alike under two ids are perhaps one rule renamed."""

_ORDER: Final = {subject: number for number, subject in enumerate(Subject)}
_HEAVY: Final = {Effect.MEANING: 0, Effect.INPUT: 1, Effect.SCORE: 2, Effect.WORDS: 3}


def changes(old: Version, new: Version) -> tuple[Change, ...]:
    """Return every change from the old to the new version, in a fixed order."""
    before, after = _records(old), _records(new)
    gone = [r for key, r in before.items() if key not in after]
    come = [r for key, r in after.items() if key not in before]
    renamed = _renamed(gone, come)
    found: list[Change] = []
    for now in come:
        was = renamed.get((now.subject, now.id))
        found += _rename(was, now, old, new) if was else [_whole(now, Act.ADDED)]
    taken = {(r.subject, r.id) for r in renamed.values()}
    found += [_whole(r, Act.REMOVED) for r in gone if (r.subject, r.id) not in taken]
    for key in before.keys() & after.keys():
        found += _fields(before[key], after[key], old, new)
    return tuple(sorted(_without_echoes(found), key=_key))


def renames(found: Iterable[Change]) -> dict[str, str]:
    """Return the new id of every rule that perhaps has another one now, by the old id."""
    return {c.old_id: c.id for c in found if c.act is Act.RENAMED and c.subject is Subject.RULE}


def smallest(old: Any, new: Any, path: tuple[str | int, ...] = ()) -> tuple[str | int, ...]:
    """Return the path of the smallest node that holds all differences of two plain trees."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and old.keys() == new.keys():
        differing = [k for k in old if old[k] != new[k]]
        if len(differing) == 1:
            return smallest(old[differing[0]], new[differing[0]], (*path, differing[0]))
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        places = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        if len(places) == 1:
            return smallest(old[places[0]], new[places[0]], (*path, places[0]))
    return path


def _records(side: Version) -> dict[tuple[Subject, str], Record]:
    every = (
        *rule_records(side), *parameter_records(side), *frame_records(side), *dictionary_records(side),
    )  # fmt: skip
    return {(r.subject, r.id): r for r in every}


def _key(change: Change) -> tuple[Any, ...]:
    return (
        _ORDER[change.subject], change.id, change.old_id, change.act,
        _HEAVY[change.effect], change.field,
    )  # fmt: skip


def _whole(record: Record, act: Act) -> Change:
    there = act is Act.ADDED
    text = _gist(record)
    return Change(
        record.subject, record.id, record.title, act, record.effect,
        old="" if there else text, new=text if there else "",
        old_place=Place() if there else record.place,
        new_place=record.place if there else Place(),
        rules=record.rules,
    )  # fmt: skip


def _gist(record: Record) -> str:
    """Return what a whole record says: its weightiest trait that says something."""
    wanted = {
        Subject.RULE: ("check",), Subject.PARAMETER: ("value",), Subject.ITEM: ("points",),
        Subject.COLUMN: ("type",), Subject.POPULATION: ("where",), Subject.GRADE: ("at_least",),
        Subject.CONCLUSION: ("requires",), Subject.PROFILE: ("choice",), Subject.QUALITY: ("meaning",),
    }.get(record.subject, ("title", "label"))  # fmt: skip
    return next((t.text for t in record.traits if t.name in wanted), "")


def _fields(was: Record, now: Record, old: Version, new: Version) -> Iterator[Change]:
    before = {t.name: t for t in was.traits}
    touched = tuple(sorted({*was.rules, *now.rules}))
    for trait in now.traits:
        other = before[trait.name]
        if trait.value == other.value and type(trait.value) is type(other.value):
            continue
        node, places = _node(was, now, trait, other, old, new)
        moved = trait.name in ("item", "file", "chapter")
        yield Change(
            now.subject, now.id, now.title, Act.MOVED if moved else Act.CHANGED,
            max(trait.effect, other.effect, key=lambda e: -_HEAVY[e]),
            trait.name, other.text, trait.text, *places, touched, node=node,
            old_id=was.id if was.id != now.id else "",
        )  # fmt: skip


def _node(
    was: Record, now: Record, trait: Trait, other: Trait, old: Version, new: Version
) -> tuple[str, tuple[Place, Place]]:
    """Return the smallest part of a check that changed, and where it stands on both sides."""
    plain = other.place, trait.place
    if now.subject is not Subject.RULE or trait.name not in ("check", "applies_when"):
        return "", plain
    trees = old.rule_part(was.id, trait.name), new.rule_part(now.id, trait.name)
    if None in trees:
        return "", plain
    path = (trait.name, *smallest(*trees))
    places = old.rule_place(was.id, *path), new.rule_place(now.id, *path)
    return ".".join(str(p) for p in path), places


def _rename(was: Record, now: Record, old: Version, new: Version) -> list[Change]:
    touched = tuple(sorted({*was.rules, *now.rules}))
    told = Change(
        now.subject, now.id, now.title, Act.RENAMED, Effect.WORDS, "id", was.id, now.id,
        was.place, now.place, touched, was.id,
    )  # fmt: skip
    return [told, *_fields(was, now, old, new)]


def _renamed(gone: Sequence[Record], come: Sequence[Record]) -> dict[tuple[Subject, str], Record]:
    """Return for records that came which of those that went each perhaps was, best first."""
    pairs = sorted(
        ((_alike(was, now), was.id, now.id, was, now) for was in gone for now in come),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[tuple[Subject, str], Record] = {}
    taken: set[tuple[Subject, str]] = set()
    for score, _, _, was, now in pairs:
        key = (now.subject, now.id)
        if score >= ALIKE and key not in found and (was.subject, was.id) not in taken:
            found[key] = was
            taken.add((was.subject, was.id))
    return found


def _alike(was: Record, now: Record) -> float:
    if was.subject is not now.subject or was.gist is None:
        return 0.0
    same = 1.0 if was.gist == now.gist else 0.0
    if was.subject is not Subject.RULE:
        return same
    asked = [next(t.text for t in r.traits if t.name == "requirement") for r in (was, now)]
    return max(same, similarity(*asked))


def _without_echoes(found: Sequence[Change]) -> Iterator[Change]:
    """Leave out a default whose change shows in the value in force already."""
    told = {(c.subject, c.id, c.old, c.new) for c in found if c.field == "value"}
    for change in found:
        if (
            change.field != "default"
            or (change.subject, change.id, change.old, change.new) not in told
        ):
            yield change
