"""How requirements are worded: the verbs of GB/T 1.1-2020, annex C, and Chinese punctuation.

The lists are those of the drafting standard and of Chinese typography; none is of any domain.
"""

import re
from collections.abc import Iterator
from typing import Final

from checker.model.problem import Place
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk, Written, texts
from checker.workbench.lint.kinds import Edit, Hit, hit, lint

WORDED: Final = ("title", "requirement", "remedy", "note")
"""The texts of a rule that its readers see."""

CHINESE: Final = "\u4e00-\u9fff"
LONGEST_TITLE: Final = 20
LONGEST_REQUIREMENT: Final = 90
MOST_SENTENCES: Final = 2
SHORTEST_REMEDY: Final = 8

_MUST: Final = re.compile("必须|务必|务须|须要")
_FORBID: Final = re.compile("不得不|不得|严禁|禁止|(?<!必)不可(?![抗或见行逆避预])")
_SHALL_LONG: Final = re.compile("应当|应该")
_MAY_LONG: Final = re.compile("可以")
_SHALL: Final = re.compile(
    "(?<![响相对适反回供效因感答照接顺呼])应(?![急用答对届变付收邀聘酬运激验])(当|该)?"
)
_SHOULD: Final = re.compile("(?<![适便事相机合权时])宜(?![居人兴宾昌])")
_MAY: Final = re.compile(
    "可以|(?<![不认许尚非])可(?![以靠见行用操持比疑追能逆信控及知接作惜调读复选]|达[、，。]?)"
)
_VAGUE: Final = re.compile(
    "及时|适当|适时|尽快|尽量|酌情|必要时|原则上|若干|足够|充分|有关|相关(?!性)|"
    "较[好大多高](?!及|以上|的?事[件故])|大力|切实|进一步|定期(?!限)"
)
_OPEN_LIST: Final = re.compile(
    f"、[{CHINESE}]{{1,8}}(等)(?![级于同待候值效距额比次着保{CHINESE}]?[个种类项方件条]|[级于同待候值效距额比次着保])"
)
_HALF_WIDTH: Final = re.compile(
    f"(?<=[{CHINESE}”’）》])[,;:?!()](?=\\s|$|[{CHINESE}“‘（《])|(?<=[{CHINESE}”’）》])\\.(?=\\s|$)|"
    f"(?<=[{CHINESE}])[,;?!](?=\\S)|[\\(](?=[{CHINESE}])|(?<=[{CHINESE}])\\)"
)
_FULL: Final = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
_STRAIGHT: Final = re.compile(f'"[{CHINESE}][^"]*"')
_DOUBLED: Final = re.compile(
    "([，。；：、？！])[，。；：、]+|的的|了了|是是|地地|(?<![.…])\\.{3}(?!\\.)"
)
_SPACED: Final = re.compile(f"(?<=[{CHINESE}，。；：、])[ \\u3000]+(?=[{CHINESE}，。；：、])")
_PARTICLE: Final = re.compile(
    "(及时|认真|积极|主动|逐步|准确|有效|迅速|严格|妥善|广泛|深入|如实|随时)的"
    "(?=处理|处置|开展|进行|办理|完成|登记|落实|组织|执行|解决|答复|上报|公开|更新|检查|整改)"
)


def _parts(desk: Desk, *keys: str) -> Iterator[tuple[Written, str, str]]:
    for rule in desk.rules:
        for key in keys:
            text = rule.data.get(key)
            if text:
                yield rule, key, text


def _each(desk: Desk, pattern: re.Pattern[str], *keys: str) -> Iterator[tuple[Written, str, str]]:
    for rule, key, text in _parts(desk, *keys):
        for found in dict.fromkeys(m.group() for m in pattern.finditer(text)):
            yield rule, key, found


def _swap(place: Place, subject: str, old: str, new: str) -> Hit:
    return Hit(place, subject, {"found": old, "wanted": new}, old, (Edit(place, old, new),))


@lint("wording-must", Gravity.WARNING)
def must(desk: Desk) -> Iterator[Hit]:
    """必须 and its like: GB/T 1.1 has 应."""
    for rule, key, found in _each(desk, _MUST, "title", "requirement"):
        yield _swap(rule.place(key), rule.id, found, "应")


@lint("wording-forbid", Gravity.WARNING)
def forbid(desk: Desk) -> Iterator[Hit]:
    """不得, 严禁 and their like: GB/T 1.1 has 不应."""
    for rule, key, found in _each(desk, _FORBID, "title", "requirement"):
        if found != "不得不":
            yield _swap(rule.place(key), rule.id, found, "不应")


@lint("wording-long-verb", Gravity.NOTE)
def long_verb(desk: Desk) -> Iterator[Hit]:
    """应当, 应该: GB/T 1.1 has the one word 应."""
    for rule, key, found in _each(desk, _SHALL_LONG, "title", "requirement"):
        yield _swap(rule.place(key), rule.id, found, "应")


@lint("wording-level", Gravity.WARNING)
def level(desk: Desk) -> Iterator[Hit]:
    """A verb of another level than the rule's own."""
    verbs = {"requirement": _SHALL, "recommendation": _SHOULD, "permission": _MAY}
    names = {"requirement": "应", "recommendation": "宜", "permission": "可"}
    for rule, key, text in _parts(desk, "requirement"):
        own = rule.data["level"]
        others = [(n, v) for n, v in verbs.items() if n != own and v.search(text)]
        for name, verb in others:
            match = verb.search(text)
            assert match
            yield hit(
                rule.place(key), rule.id, match.group(), found=match.group(), is_of=names[name], own=names[own]
            )  # fmt: skip


@lint("wording-vague", Gravity.NOTE)
def vague(desk: Desk) -> Iterator[Hit]:
    """A word that two readers measure differently."""
    for rule, key, found in _each(desk, _VAGUE, "requirement"):
        yield hit(rule.place(key), rule.id, found, found=found)


@lint("wording-open-list", Gravity.NOTE)
def open_list(desk: Desk) -> Iterator[Hit]:
    """A list that ends in 等: nobody knows what else counts."""
    for rule, key, text in _parts(desk, "requirement"):
        match = _OPEN_LIST.search(text)
        if match:
            yield hit(rule.place(key), rule.id, match.group())


@lint("wording-half-width", Gravity.WARNING)
def half_width(desk: Desk) -> Iterator[Hit]:
    """Western punctuation in Chinese text."""
    for subject, text, place in _read(desk):
        for found in dict.fromkeys(m.group() for m in _HALF_WIDTH.finditer(text)):
            yield _with_edits(_HALF_WIDTH, subject, text, place, found, _FULL[found])
        for match in _STRAIGHT.finditer(text):
            yield _swap(place, subject, match.group(), f"“{match.group()[1:-1]}”")


@lint("wording-doubled", Gravity.WARNING)
def doubled(desk: Desk) -> Iterator[Hit]:
    """Two marks, or the same small word twice, in a row."""
    for subject, text, place in _read(desk):
        for match in _DOUBLED.finditer(text):
            found = match.group()
            yield _swap(place, subject, found, "……" if found == "..." else found[0])


@lint("wording-space", Gravity.WARNING)
def space(desk: Desk) -> Iterator[Hit]:
    """A space between two Chinese characters."""
    for subject, text, place in _read(desk):
        match = _SPACED.search(text)
        if match:
            around = text[match.start() - 1 : match.end() + 1]
            yield _swap(place, subject, around, around[0] + around[-1])


@lint("wording-stop", Gravity.WARNING)
def stop(desk: Desk) -> Iterator[Hit]:
    """A sentence without 。 at its end, or a title with one."""
    for rule, key, text in _parts(desk, "requirement", "remedy", "note"):
        if text[-1] not in "。！？”）":
            place = rule.place(key)
            yield Hit(place, rule.id, {"key": key}, text[-10:], (Edit(place, "", "。"),))
    for rule, key, text in _parts(desk, "title"):
        if text[-1] in "。；，":
            place = rule.place(key)
            edit = (Edit(place, text, text[:-1]),)
            yield Hit(place, rule.id, {"key": key}, text[-10:], edit)


@lint("wording-particle", Gravity.NOTE)
def particle(desk: Desk) -> Iterator[Hit]:
    """的 where 地 belongs."""
    for rule, key, found in _each(desk, _PARTICLE, *WORDED):
        yield _swap(rule.place(key), rule.id, found, found[:-1] + "地")


@lint("title-long", Gravity.WARNING)
def title_long(desk: Desk) -> Iterator[Hit]:
    """A title that fills a line."""
    for rule, key, text in _parts(desk, "title"):
        if len(text) > LONGEST_TITLE:
            yield hit(rule.place(key), rule.id, text, length=len(text), most=LONGEST_TITLE)


@lint("requirement-long", Gravity.NOTE)
def requirement_long(desk: Desk) -> Iterator[Hit]:
    """A requirement that asks several things at once."""
    for rule, key, text in _parts(desk, "requirement"):
        sentences = len(re.findall("[。！？]", text))
        if len(text) > LONGEST_REQUIREMENT or sentences > MOST_SENTENCES:
            yield hit(
                rule.place(key), rule.id, text, length=len(text), sentences=sentences,
                most=LONGEST_REQUIREMENT,
            )  # fmt: skip


@lint("remedy-thin", Gravity.WARNING)
def remedy_thin(desk: Desk) -> Iterator[Hit]:
    """A remedy that says no more than "put it right"."""
    for rule, key, text in _parts(desk, "remedy"):
        if len(text) < SHORTEST_REMEDY or text == rule.data["requirement"]:
            yield hit(rule.place(key), rule.id, text)


@lint("title-repeated", Gravity.WARNING)
def title_repeated(desk: Desk) -> Iterator[Hit]:
    """Two rules with the same title, or with the same requirement."""
    first: dict[tuple[str, str], Written] = {}
    for rule, key, text in _parts(desk, "title", "requirement"):
        known = first.setdefault((key, text), rule)
        if known is not rule:
            related = ((known.place(key), known.id),)
            yield Hit(rule.place(key), rule.id, {"other": known.id}, text, related=related)


def _read(desk: Desk) -> Iterator[tuple[str, str, Place]]:
    """Yield every text that a report prints, with whom it is about."""
    for rule, key, text in _parts(desk, *WORDED):
        yield rule.id, text, rule.place(key)
    for parameter in desk.parameters:
        for key in ("title", "source"):
            yield parameter.name, parameter.data[key], parameter.place(key)
    for file in ("acceptance.yaml", "quality.yaml", "standard.yaml"):
        document = desk.documents.get(file)
        if document:
            for text, place in texts(document.data, document):
                yield file, text, place


def _with_edits(
    pattern: re.Pattern[str], subject: str, text: str, place: Place, old: str, new: str
) -> Hit:
    """Return a hit whose edits change a mark only where it stands among Chinese characters."""
    edits = []
    for match in pattern.finditer(text):
        if match.group() == old:
            start, end = max(0, match.start() - 2), min(len(text), match.end() + 2)
            around = text[start:end]
            changed = around[: match.start() - start] + new + around[match.end() - start :]
            edits.append(Edit(place, around, changed))
    return Hit(place, subject, {"found": old, "wanted": new}, old, tuple(edits))
