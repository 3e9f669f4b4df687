"""Subjects that must be asked together because their tables hang together."""

from collections.abc import Iterable, Mapping

from checker.language.solve.frame import Reads


class Groups:
    """Divides subjects by connected tables.

    A subject connects all tables that it reads. A reference that is only asked whether it is
    there connects nothing: whichever row it names will do.
    """

    def __init__(self, reads: Mapping[str, Reads]) -> None:
        self._reads = reads

    def of(self, names: Iterable[str]) -> list[tuple[str, ...]]:
        """Return the names in groups, each sorted, in the order of their first members."""
        leader: dict[str, str] = {}

        def find(table: str) -> str:
            while leader.setdefault(table, table) != table:
                table = leader[table]
            return table

        names = sorted(names)
        for name in names:
            first, *others = sorted(self._reads[name].tables)
            for other in others:
                leader[find(other)] = find(first)
        groups: dict[str, list[str]] = {}
        for name in names:
            groups.setdefault(find(min(self._reads[name].tables)), []).append(name)
        return [tuple(group) for group in groups.values()]
