"""Asks what outcomes subjects can have, alone and together, in one and the same submission.

    oracle = Oracle(rules_of(book))
    oracle.ask({"R-01": PASSES})                      can R-01 pass?
    oracle.ask({"R-01": PASSES, "R-02": FAILS})       can R-01 pass where R-02 fails?
    oracle.joint({rule.id: PASSES for rule in ...})   all of them in one submission

For two versions of a rule set name the subjects apart: `{"old/R-01": …, "new/R-01": …}`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from checker.language.facts import Facts
from checker.language.solve.frame import Reads, Sizes, Spot, Vocabulary, frame
from checker.language.solve.solver import (
    EFFORT,
    Rows,
    Solution,
    State,
    Wanted,
    solve,
    solve_in_stages,
)
from checker.language.solve.space import Space, Unsupported
from checker.model.rule import Rulebook
from checker.model.value import NOTHING, Cell
from checker.workbench.proof import words
from checker.workbench.proof.confirming import confirmed
from checker.workbench.proof.dictionaries import common
from checker.workbench.proof.groups import Groups
from checker.workbench.proof.questions import (
    HALF_YEAR,
    Answer,
    Circumstances,
    Outcomes,
    Subject,
    Verdict,
    subject,
)
from checker.workbench.proof.sizes import needed

MOST_KINDS: Final = 48
"""Kinds of rows that a table has at most."""

FEW: Final = 6
"""So many subjects are given all the kinds of rows that they may need apart."""

LITTLE: Final = 2_000_000
"""What z3 may spend on many subjects as a whole before they are put table after table."""

FEW_KINDS: Final = 7
"""Kinds of rows that a table of a first attempt has: a month each of half a year, and one more."""

UNCLEAR: Final = Solution(State.GAVE_UP, {})
"""Subjects cannot have their outcomes all together, though those in each other's way could."""

Key = frozenset[tuple[str, Outcomes]]


def rules_of(book: Rulebook, prefix: str = "") -> dict[str, Subject]:
    """Return the rules of a book by id; a prefix such as "old/" tells versions apart."""
    return {prefix + rule.id: subject(rule, book) for rule in book.rules}


class Oracle:
    """Answers questions about subjects; remembers what it has worked out.

    Args:
        subjects: by a name of the caller's choice. Their books may differ: the submission is then
            one that every dictionary accepts.
        circumstances: period and assessment date of every submission considered.
    """

    def __init__(
        self, subjects: Mapping[str, Subject], circumstances: Circumstances = HALF_YEAR
    ) -> None:
        self.subjects = dict(subjects)
        self.circumstances = circumstances
        books = list({id(s.book): s.book for s in self.subjects.values()}.values())
        self.dictionary = common([book.dictionary for book in books])
        self._voices = {id(book): self._voice(book) for book in books}
        self._vocabulary = Vocabulary()
        self._reads: dict[str, Reads] = {}
        self._needed: dict[str, Counter[str]] = {}
        for name, one in self.subjects.items():
            voice = self._voices[id(one.book)]
            self._reads[name] = self._vocabulary.learn(one.check, one.applies_when, voice)
            self._needed[name] = needed(one.check, one.applies_when, voice)
        self._frame = frame(self.dictionary, circumstances.period, circumstances.on)
        self._spaces: dict[object, Space] = {}
        self._answers: dict[Key, Answer] = {}
        self._solutions: dict[object, tuple[Solution, tuple[int, ...]]] = {}
        self.groups = Groups(self._reads)

    @property
    def reads(self) -> Mapping[str, Reads]:
        """Return what each subject reads."""
        return self._reads

    def tables(self, name: str) -> frozenset[str]:
        """Return the tables that a subject reads."""
        return self._reads[name].tables

    def ask(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Tell whether subjects can have outcomes together: one query over all their tables.

        Meant for one or two subjects, a few at most.

        Args:
            wanted: for each name, the outcomes of which any one will do.

        Raises:
            KeyError: a name is not among the subjects.
        """
        key = frozenset(wanted.items())
        if key not in self._answers:
            self._answers[key] = self._asked(wanted)
        return self._answers[key]

    def _asked(self, wanted: Mapping[str, Outcomes]) -> Answer:
        try:
            solution, kinds = self._solved(wanted, frozenset())
        except Unsupported as fault:
            return Answer(Verdict.UNDECIDED, fault=words.unsupported(*fault.args))
        return self._answer(wanted, solution, kinds)

    def _answer(
        self, wanted: Mapping[str, Outcomes], solution: Solution, kinds: tuple[int, ...]
    ) -> Answer:
        match solution.state:
            case State.NONE:
                return Answer(Verdict.IMPOSSIBLE, core=solution.core, kinds=kinds)
            case State.GAVE_UP:
                return Answer(Verdict.UNDECIDED, kinds=kinds, fault=words.gave_up())
            case State.FOUND:
                return self._confirmed(wanted, solution.rows)

    def joint(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Tell the same of any number of subjects: one query for each group of connected tables.

        The witnesses of the groups are merged into one submission, which the engine judges whole.
        Solutions of a group with the same wanted outcomes are remembered, so that asking again
        with a few changes is cheap. The core of an impossible question names subjects of one
        group: a cut that every further question must respect.
        """
        groups = self.groups.of(wanted)
        some_rows: frozenset[str] = frozenset()
        try:
            while True:
                rows: dict[str, Sequence[Mapping[str, Cell]]] = {}
                for names in groups:
                    part = {name: wanted[name] for name in names}
                    tables = frozenset(t for n in names for t in self.tables(n))
                    solution, kinds = self._solved(part, some_rows & tables)
                    if solution.state is State.NONE and some_rows & tables and len(groups) > 1:
                        groups = [tuple(sorted(wanted))]
                        break
                    if solution.state is not State.FOUND:
                        return self._answer(part, solution, kinds)
                    rows |= solution.rows
                else:
                    lacking = self._lacking(rows) - some_rows
                    if not lacking:
                        return self._confirmed(wanted, rows)
                    some_rows |= lacking
        except Unsupported as fault:
            return Answer(Verdict.UNDECIDED, fault=words.unsupported(*fault.args))

    def _lacking(self, rows: Rows) -> frozenset[str]:
        """Return the tables without rows that rows of other tables refer to."""
        return frozenset(
            column.to
            for table, own in rows.items()
            for column in self.dictionary.tables[table].columns.values()
            if column.to in rows
            and not rows[column.to]
            and any(row.get(column.name, NOTHING) is not NOTHING for row in own)
        )

    # --- solving ---

    def _solved(
        self, wanted: Mapping[str, Outcomes], some_rows: frozenset[str]
    ) -> tuple[Solution, tuple[int, ...]]:
        key = (frozenset(wanted.items()), some_rows)
        if key not in self._solutions:
            solve_ = self._solve if len(wanted) <= FEW else self._solve_many
            self._solutions[key] = solve_(wanted, some_rows)
        return self._solutions[key]

    def _solve(
        self, wanted: Mapping[str, Outcomes], some_rows: frozenset[str]
    ) -> tuple[Solution, tuple[int, ...]]:
        """Ask with some kinds of rows, and again with more before calling it impossible."""
        kinds: list[int] = []
        solution = Solution(State.GAVE_UP, {})
        needs = self._apart(wanted)
        tables = {t for n in wanted for t in self.tables(n)}
        for few, more in ((True, 0), (False, 0), (False, 1)):
            if few and len(wanted) > 2:
                continue
            wide = {
                t: min(n, FEW_KINDS) if few else n + more * (n // 2 + 2) for t, n in needs.items()
            }
            sizes = self._sizes(wanted, wide)
            solution = self._put(wanted, sizes, some_rows, LITTLE if few else EFFORT)
            if solution.state is State.FOUND:
                break
            if not few:  # with few kinds a submission may be found, but nothing be ruled out
                kinds.append(sum(sizes[t] for t in tables))
                if solution.state is State.GAVE_UP:
                    break
        return solution, tuple(kinds)

    def _solve_many(
        self, wanted: Mapping[str, Outcomes], some_rows: frozenset[str]
    ) -> tuple[Solution, tuple[int, ...]]:
        """Ask with few kinds of rows, one of which may serve many subjects, then with more.

        Subjects that stand in each other's way are given all the kinds that they need apart. If
        they still do, the question about them alone is put with care: its answer is the answer.
        """
        most: Counter[str] = Counter()
        for name in wanted:
            most |= self._needed[name]
        # a kind too few makes a hard question; too many only make a longer one, but for rows
        # for which others are counted
        parents = {
            self.dictionary.tables[t].columns[c].to
            for name in wanted
            for t, c in self._reads[name].linking
        }
        needs = Counter(
            {
                table: max(most[table], number // 3) if table in parents else number
                for table, number in self._apart(wanted).items()
            }
        )
        kinds: list[int] = []
        while True:
            sizes = self._sizes(wanted, needs)
            solution = self._put(wanted, sizes, some_rows, LITTLE)
            kinds.append(sum(sizes.values()))
            if solution.state is State.GAVE_UP:
                solution = self._put(wanted, sizes, some_rows, 0)
            if solution.state is not State.NONE:
                return solution, tuple(kinds)
            apart = self._apart(solution.core)
            if apart <= needs:
                break
            needs |= apart
        alone, asked = self._solve({name: wanted[name] for name in solution.core}, some_rows)
        return (alone, asked) if alone.state is State.NONE else (UNCLEAR, tuple(kinds))

    def _apart(self, names: Iterable[str]) -> Counter[str]:
        """Return by table the kinds that subjects need if no kind serves two of them."""
        return sum((self._needed[name] for name in names), Counter[str]())

    def _put(
        self,
        wanted: Mapping[str, Outcomes],
        sizes: Sizes,
        some_rows: frozenset[str],
        effort: int = EFFORT,
    ) -> Solution:
        """Put a question whole, with some effort; without any: in stages."""
        names = sorted(wanted)
        asked = [self._wanted(name, wanted[name]) for name in names]
        reads = [self._reads[name] for name in names]
        space = self._space(sizes, names)
        if effort:
            small = len(wanted) != 2  # of pairs there are many, and few are looked at
            return solve(space, asked, reads, sorted(some_rows), effort, shrink=small)
        return solve_in_stages(space, asked, reads, sorted(some_rows))

    def _wanted(self, name: str, outcomes: Outcomes) -> Wanted:
        one = self.subjects[name]
        voice = self._voices[id(one.book)]
        return Wanted(name, one.check, one.applies_when, voice, outcomes)

    def _sizes(self, names: Iterable[str], kinds: Mapping[str, int]) -> Sizes:
        tables = sorted({t for name in names for t in self._reads[name].tables})
        one_row = {t for t in tables if self.dictionary.tables[t].one_row}
        return {t: 1 if t in one_row else min(MOST_KINDS, kinds.get(t, 0) + 1) for t in tables}

    def _space(self, sizes: Sizes, names: Iterable[str]) -> Space:
        reads = [self._reads[name] for name in names]
        followed = frozenset(s for r in reads for s in r.followed)
        opaque = self._references({s for r in reads for s in r.spots} - followed)
        key = (frozenset(sizes.items()), opaque)
        if key not in self._spaces:
            self._spaces[key] = Space(self._frame, self._vocabulary, sizes, opaque)
        return self._spaces[key]

    def _references(self, spots: Iterable[Spot]) -> frozenset[Spot]:
        tables = self.dictionary.tables
        return frozenset((t, c) for t, c in spots if c and tables[t].columns[c].to)

    def _voice(self, book: Rulebook) -> Facts:
        at = self.circumstances
        return Facts(book.dictionary, {}, book.parameters, book.values, at.period, at.on)

    def _confirmed(self, wanted: Mapping[str, Outcomes], rows: Rows) -> Answer:
        return confirmed(self.subjects, wanted, rows, self.dictionary, self.circumstances)
