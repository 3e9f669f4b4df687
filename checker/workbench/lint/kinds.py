"""What a lint is, what it hands back, and the register of all of them."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from checker.model.frozen import dataclass
from checker.model.problem import Place
from checker.workbench.diagnostic import CheckKind, Diagnostic, Gravity
from checker.workbench.lint import words

if TYPE_CHECKING:
    from checker.workbench.lint.desk import Desk

PAGES: Final = "docs/lints"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that keeps the meaning: `old` becomes `new` within the text of one value.

    Attributes:
        place: where the value begins; its file as the person who called finds it.
        old: text as it stands in the file; "" means the end of the value.
    """

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a lint has found.

    Attributes:
        place: where it stands.
        subject: id of the rule, parameter, item or column meant; the file where none is.
        values: what the sentence of the lint names.
        found: what stands there.
        edits: how to put it right, where that is safe.
        related: further places, each with what it shows.
    """

    place: Place
    subject: str
    values: Mapping[str, Any]
    found: str = ""
    edits: tuple[Edit, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()


Look = Callable[["Desk"], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Lint:
    """One lint: its id, how much it weighs, and the function that looks."""

    id: str
    gravity: Gravity
    look: Look

    @property
    def kind(self) -> CheckKind:
        """Return how reports name it."""
        return CheckKind(self.id, words.said(self.id).title, self.gravity, f"{PAGES}/{self.id}.md")

    def diagnostic(self, hit: Hit) -> Diagnostic:
        """Return what the lint has to say about one thing it found."""
        said = words.said(self.id)
        return Diagnostic(
            hit.place, self.id, self.gravity, said.message.format(**hit.values),
            _short(hit.found), advice=said.advice.format(**hit.values), subject=hit.subject,
            related=hit.related,
        )  # fmt: skip


LINTS: Final[dict[str, Lint]] = {}
"""Every lint by id, in the order in which its module is read."""


def lint(check: str, gravity: Gravity) -> Callable[[Look], Look]:
    """Return a decorator that enters a function into the register under an id."""

    def entered(look: Look) -> Look:
        assert check not in LINTS, check
        LINTS[check] = Lint(check, gravity, look)
        return look

    return entered


def hit(place: Place, subject: str, found: str = "", /, **values: Any) -> Hit:
    """Return something found, with what its sentence names."""
    return Hit(place, subject, values, found)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
