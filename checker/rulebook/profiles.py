"""The profiles of a rule set: which there are, and which of them one is made of."""

from typing import Final

from checker.document.document import Document
from checker.model.problem import Place, Problem
from checker.rulebook import words
from checker.rulebook.documents.profile import ProfileShape
from checker.rulebook.files import RuleFiles
from checker.rulebook.shaping import nearest, salvaged
from checker.rulebook.tailoring import Chain
from checker.rulebook.unread import is_read

PROFILES: Final = "profiles/"


def profile_file(name: str) -> str:
    """Return the path of a profile, relative to the rules folder."""
    return f"{PROFILES}{name}.yaml"


def profile_names(files: RuleFiles) -> list[str]:
    """Return the names of all profiles, sorted."""
    found = (file for file in files.data if file.startswith(PROFILES))
    return sorted(file.removeprefix(PROFILES).removesuffix(".yaml") for file in found)


def chain_of(asked: str, files: RuleFiles, problems: list[Problem]) -> Chain:
    """Return a profile and those it extends, the base first, as far as they can be read."""
    chain: list[tuple[ProfileShape, Document]] = []
    names: list[str] = []
    name: str | None = asked
    while name is not None:
        if name in names:
            said = words.circular([*names, name])
            place = chain[-1][1].place(("extends",))
            problems.append(Problem(place, "circular", said[0], advice=said[1]))
            break
        found = _profile(name, chain, files, problems)
        if found is None:
            break
        chain.append(found)
        names.append(name)
        name = found[0].extends if is_read(found[0].extends) else None
    return chain[::-1]


def _profile(
    name: str, chain: Chain, files: RuleFiles, problems: list[Problem]
) -> tuple[ProfileShape, Document] | None:
    """Return a profile; one that is not there is a fault of who asked, or of who extends it."""
    file = profile_file(name)
    if file in files.data:
        return salvaged(files.shown(file), files.data[file], ProfileShape, problems)
    known = profile_names(files)
    message, advice = words.unknown("profile", name, nearest(name, known))
    place = chain[-1][1].place(("extends",)) if chain else Place(file)
    advice = advice or words.profiles_there(known, asked=not chain)
    problems.append(Problem(place, "unknown_profile", message, advice=advice))
    return None
