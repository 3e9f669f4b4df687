"""A comparison as plain data, for scripts; keys are English, numbers whole or text."""

from collections import Counter
from typing import Any

from checker.model.numerals import decimal
from checker.model.problem import Place
from checker.model.result import Points
from checker.workbench.comparison import told
from checker.workbench.comparison.change import Change
from checker.workbench.comparison.impact import Fate, PointsMove, Replay, Said, Standing
from checker.workbench.comparison.meaning import Flip, Meaning, Relation
from checker.workbench.comparison.result import Comparison
from checker.workbench.comparison.traits import Version


def figures(found: Comparison) -> dict[str, Any]:
    """Return all that a comparison found out."""
    relations = Counter(m.relation for m in found.meanings)
    fates = Counter(r.fate for r in found.replays or ())
    return {
        "old": _version(found.old),
        "new": _version(found.new),
        "profile": found.new.rules.profile,
        "solver": found.solver,
        "summary": {
            "rules": {r.value: relations[r] for r in Relation},
            "changes": len(found.changes),
            "words_only": len(found.wording()),
            "submissions": {f.value: fates[f] for f in Fate} if found.replays is not None else None,
        },
        "rules": [_meaning(m) for m in found.meanings],
        "changes": [_change(c) for c in found.changes],
        "impact": None if found.replays is None else [_replay(r, found) for r in found.replays],
    }


def _version(side: Version) -> dict[str, str]:
    return {"name": side.name, "version": side.book.version, "digest": side.book.digest}


def _meaning(one: Meaning) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "old_rule": one.old_rule,
        "relation": one.relation.value,
        "not_excluded": [t.value for t in one.open],
        "reason": one.reason,
        "old": one.old,
        "new": one.new,
        "witnesses": [_flip(f) for f in one.flips],
    }


def _flip(one: Flip) -> dict[str, Any]:
    return {
        "turn": one.turn.value,
        "old": one.old.value,
        "new": one.new.value,
        "case": one.source,
        "rows": one.rows,
        "submission": one.data,
    }


def _change(one: Change) -> dict[str, Any]:
    said = {
        "subject": one.subject.value,
        "id": one.id,
        "old_id": one.old_id,
        "act": one.act.value,
        "effect": one.effect.value,
        "field": one.field,
        "node": one.node,
        "old": one.old,
        "new": one.new,
        "old_place": _place(one.old_place),
        "new_place": _place(one.new_place),
        "rules": list(one.rules),
    }
    return {key: value for key, value in said.items() if value not in ("", [])}


def _place(place: Place) -> str:
    return str(place)


def _replay(one: Replay, found: Comparison) -> dict[str, Any]:
    return {
        "submission": one.name,
        "subject": one.subject,
        "fate": one.fate.value,
        "problems": [
            {"place": str(p.place), "code": p.code, "message": p.message} for p in one.problems
        ],
        "old": _standing(one.old),
        "new": _standing(one.new),
        "outcomes": [
            {
                "rule": m.rule,
                "old": _said(m.old),
                "new": _said(m.new),
                "because": [told.lever(c, found) for c in m.causes],
            }
            for m in one.outcomes
        ],
        "items": [_moved(m) for m in one.items],
        "chapters": [_moved(m) for m in one.chapters],
        "contributions": [
            {
                "change": told.lever(c.lever, found) if c.lever else None,
                "worst": decimal(c.worst, 1),
                "best": decimal(c.best, 1),
                "grade": c.grade,
                "conclusion": c.conclusion,
            }
            for c in one.contributions
        ],
    }


def _standing(one: Standing | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "points": _points(one.points),
        "grades": list(one.grades),
        "conclusions": list(one.conclusions),
    }


def _moved(one: PointsMove) -> dict[str, Any]:
    return {"no": one.no, "old": _points(one.old), "new": _points(one.new)}


def _points(one: Points | None) -> list[str] | None:
    return None if one is None else [decimal(one.worst, 1), decimal(one.best, 1)]


def _said(one: Said | None) -> str | None:
    if one is None:
        return None
    return "near" if one.near else one.outcome.value
