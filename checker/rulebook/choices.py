"""Whether what a profile chooses fits the rule set, told of each choice by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from checker.document.document import Document, Path
from checker.model.problem import Problem
from checker.model.rule import Parameter
from checker.rulebook.documents.profile import ProfileShape, ReadingChoice
from checker.rulebook.framing import check_known
from checker.rulebook.names import Declared
from checker.rulebook.parameters import chosen_value
from checker.rulebook.unread import is_read

Trial = Callable[[Mapping[str, Parameter]], Sequence[Problem]]
"""What is wrong with the rules under these parameters, that is not wrong with them anyway."""


@dataclass(slots=True)
class Choices:
    """What profiles may choose from.

    Attributes:
        off: rules that a profile further down the chain has switched off.
    """

    declared: Declared
    parameters: Mapping[str, Parameter]
    trial: Trial
    problems: list[Problem]
    off: set[str] = field(default_factory=set)

    def check(self, shape: ProfileShape, document: Document) -> None:
        """Report what one profile of a chain chooses and cannot have; base profiles go first."""
        self._rules("levels", [c.rule for c in shape.levels], document)
        for i, choice in enumerate(shape.readings):
            self._reading(choice, ("readings", i), document)
        for i, setting in enumerate(shape.parameters):
            self._parameter(setting.name, setting.value, ("parameters", i), document)
        self._rules("vetoes", [c.rule for c in shape.vetoes], document)
        self._rules("weights", [c.rule for c in shape.weights], document)
        for i, points in enumerate(shape.points):
            self._known("item", points.item, ("points", i, "item"), document)
        self._rules("unscored", [c.rule for c in shape.unscored], document)
        self._rules("off", [c.rule for c in shape.off], document)
        self.off |= {c.rule for c in shape.off if is_read(c.rule)}

    def _rules(self, key: str, rules: Sequence[str | None], document: Document) -> None:
        for i, rule in enumerate(rules):
            if rule is not None:
                self._known("rule", rule, (key, i, "rule"), document)

    def _reading(self, choice: ReadingChoice, at: Path, document: Document) -> None:
        self._known("reading", choice.reading, (*at, "reading"), document)
        if self.declared("reading").knows(choice.reading):
            place = (*at, "choice")
            self._known("choice", choice.choice, place, document, of=choice.reading)

    def _parameter(self, name: str, raw: object, at: Path, document: Document) -> None:
        self._known("parameter", name, (*at, "name"), document)
        parameter = self.parameters.get(name)
        if parameter is None or not is_read(raw):
            return
        place = document.place((*at, "value"))
        value = chosen_value(raw, parameter, place, self.problems)
        if isinstance(value, tuple):  # a list must fit wherever the rules use it
            tried = {**self.parameters, name: replace(parameter, default=value)}
            for fault in self.trial(tried)[:1]:
                self.problems.append(replace(fault, place=place, found=str(raw)))

    def _known(self, what: str, name: str, at: Path, document: Document, of: str = "") -> None:
        gone = what == "rule" and name in self.off
        check_known(what, name, at, document, self.declared, self.problems, of=of, gone=gone)
