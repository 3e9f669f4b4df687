"""The words of a comparison of two versions of a rule set."""

from collections.abc import Sequence

from checker.model.words import translate as _
from checker.workbench.comparison import names
from checker.workbench.comparison.change import Act, Subject
from checker.workbench.comparison.meaning import Relation, Turn


def only_on_one_side(name: str, *, new: bool) -> str:
    """A table or column that only one version knows."""
    if new:
        return _("“{name}”只有新版才有").format(name=name)
    return _("“{name}”新版没有了").format(name=name)


def other_kind(name: str) -> str:
    """A table or column of another kind."""
    return _("“{name}”换了类型").format(name=name)


def other_unit(name: str, old: str, new: str) -> str:
    """A column in another unit: the same number is another quantity."""
    return _("“{name}”的单位由“{old}”改成“{new}”，同一个数不再是同一个量").format(
        name=name, old=old or _("无"), new=new or _("无")
    )


def other_blank(name: str) -> str:
    """A column whose blank means something else."""
    return _("“{name}”留空的含义变了").format(name=name)


def other_order(name: str) -> str:
    """An ordered enumeration with its ranks exchanged."""
    return _("“{name}”各级的高低次序变了").format(name=name)


def no_common_value(name: str) -> str:
    """An enumeration without a value that both versions know."""
    return _("“{name}”没有两边都认的取值").format(name=name)


def relation(value: Relation) -> str:
    """Return how a rule stands to its old version."""
    return {
        Relation.EQUAL: _("意思没变"),
        Relation.STRONGER: _("收紧"),
        Relation.WEAKER: _("放宽"),
        Relation.DIFFERENT: _("有紧有松"),
        Relation.SHIFTED: _("适用范围变了"),
        Relation.UNKNOWN: _("没能判定"),
        Relation.INCOMPARABLE: _("无法比较"),
    }[value]


def turn(value: Turn) -> str:
    """Return how an outcome turns."""
    return {
        Turn.WORSE: _("有的变差"),
        Turn.BETTER: _("有的变好"),
        Turn.SPARED: _("有的从符合变为不适用"),
        Turn.ASKED: _("有的从不适用变为符合"),
    }[value]


def not_excluded(told: str, turns: Sequence[str]) -> str:
    """A relation of which something is not proven."""
    return _("{told}（没能排除：{turns}）").format(told=told, turns="、".join(turns))


def rules_of(value: Relation, number: int) -> str:
    """Return how many rules stand so to their old version."""
    return _("{what} {n} 条").format(what=relation(value), n=number)


def rules_done(value: Act, number: int) -> str:
    """Return to how many rules that was done."""
    return _("{what} {n} 条").format(what=names.act(value), n=number)


def rules_headline(parts: Sequence[str]) -> str:
    """Return the first line of the verdict."""
    if not parts:
        return _("规则要求的内容没有变。")
    return _("规则：{parts}。").format(parts="，".join(parts))


def scoring_headline(number: int) -> str:
    """Return how many changes move points or conclusions."""
    return _("计分、等级或结论的办法改了 {n} 处。").format(n=number)


def input_headline(number: int) -> str:
    """Return how many changes there are in what can be handed in."""
    return _("填报的内容（数据字典）改了 {n} 处。").format(n=number)


def nothing_changed() -> str:
    """Both versions say the same."""
    return _("两个版本没有差别。")


def only_words(number: int) -> str:
    """Nothing but words changed."""
    return _("只改了文字，共 {n} 处，不影响任何结果。").format(n=number)


def no_solver() -> str:
    """The solver is not installed."""
    return _("没有安装求解器，只用用例比较；装上以后才能证明收紧、放宽或相等：./run rules")


def named(subject_: str, id_: str, title: str) -> str:
    """Return what a change is about."""
    return f"{subject_} {id_} {title}".rstrip() if title != id_ else f"{subject_} {id_}"


def came(name: str) -> str:
    """Something new."""
    return _("新增{name}").format(name=name)


def went(name: str) -> str:
    """Something that is no longer there."""
    return _("删除{name}").format(name=name)


def with_gist(done: str, said: str) -> str:
    """What came or went, with what it says."""
    return _("{done}：{said}").format(done=done, said=said)


def renamed(subject_: str, old: str, new: str, title: str) -> str:
    """Perhaps the same thing under another id."""
    return _("{subject} {old} 可能改名为 {new}（{title}）").format(
        subject=subject_, old=old, new=new, title=title
    )


def moved(name: str, label: str, old: str, new: str) -> str:
    """Something that stands elsewhere now."""
    return _("{name}移动了，{label}：{old} → {new}").format(
        name=name, label=label, old=old, new=new
    )


def changed(name: str, label: str, old: str, new: str) -> str:
    """A trait with another value."""
    return _("{name}，{label}：{old} → {new}").format(
        name=name, label=label, old=old or _("（空）"), new=new or _("（空）")
    )


def whole_lever(value: Subject, number: int) -> str:
    """Several changes that can only be made together."""
    what = {
        Subject.ACCEPTANCE: _("验收方案的改动"),
        Subject.ITEM: _("各章各项分值的改动"),
        Subject.DICTIONARY: _("数据字典的改动"),
    }[value]
    return _("{what}（{n} 处）").format(what=what, n=number)


def several_traits(name: str, labels: Sequence[str]) -> str:
    """Several traits of one thing."""
    return _("{name}的{labels}").format(name=name, labels="、".join(labels))


def no_such_rule() -> str:
    """There is no such rule in that version."""
    return _("没有这条")


def not_evaluated() -> str:
    """There is no such item in that version, or nothing evaluates it."""
    return _("不评价")


def flip(rows: int, source: str, old: str, new: str) -> str:
    """What a witness shows."""
    made = _("取自用例“{source}”").format(source=source) if source else _("求解器构造")
    return _("一份 {rows} 行的申报（{made}）：原来{old}，现在{new}").format(
        rows=rows, made=made, old=old, new=new
    )


def kinds() -> dict[str, str]:
    """Return the checks of a comparison with their titles."""
    return {
        "diff-stronger": _("规则收紧了"),
        "diff-weaker": _("规则放宽了"),
        "diff-different": _("规则有紧有松，或适用范围变了"),
        "diff-undecided": _("规则变了，没能判定或无法比较"),
        "diff-equal": _("规则换了写法，意思没变"),
        "diff-added": _("新增规则"),
        "diff-removed": _("删除规则"),
        "diff-renamed": _("可能改了编号或名称"),
        "diff-moved": _("换了位置"),
        "diff-value": _("参数取值或人群变了"),
        "diff-score": _("计分、等级或结论的办法变了"),
        "diff-input": _("填报的内容变了"),
        "diff-words": _("文字变了"),
        "diff-impact": _("以往的申报受影响"),
        "diff-refused": _("以往的申报读不了了"),
    }


def meaning(rule: str, title: str, relation_: str, reason: str) -> str:
    """Return how a rule stands to its old version."""
    why = _("：{reason}").format(reason=reason) if reason else ""
    return _("{rule} {title} {relation}{why}").format(
        rule=rule, title=title, relation=relation_, why=why
    )


def shown_by(flips: Sequence[str]) -> str:
    """Return the witnesses that show it."""
    return _("。{flips}").format(flips="；".join(flips))


def old_version() -> str:
    """Return what a place in the old version shows."""
    return _("（旧版）")


def more_rows(number: int) -> str:
    """Rows that are not shown."""
    return _("……另有 {n} 行").format(n=number)


def title(old: str, new: str, profile: str) -> str:
    """Return what is compared."""
    return _("规则集比较：{old} → {new}（评价方案 {profile}）").format(
        old=old, new=new, profile=profile
    )


def section(name: str, number: int) -> str:
    """Return the heading of a part."""
    return {
        "meaning": _("意思或写法变了的规则（{n}）"),
        "rules": _("新增、删除、改名的规则（{n}）"),
        "numbers": _("参数和人群（{n}）"),
        "scoring": _("计分、等级和结论（{n}）"),
        "inputs": _("填报的内容（{n}）"),
        "wording": _("只是文字（{n}）"),
        "impact": _("对以往申报的影响（回放 {n} 份）"),
    }[name].format(n=number)


def because(cause: str) -> str:
    """Return what makes a rule mean something else."""
    return _("改动：{cause}").format(cause=cause)


def witness(said: str) -> str:
    """Return a witness."""
    return _("例证：{said}").format(said=said)


def before(text: str) -> str:
    """Return the old text."""
    return _("原来：{text}").format(text=text or _("（空）"))


def after(text: str) -> str:
    """Return the new text."""
    return _("现在：{text}").format(text=text or _("（空）"))


def about(name: str, label: str) -> str:
    """Return what changed, where both texts follow."""
    return _("{name}，{label}").format(name=name, label=label)


def touches(rules: Sequence[str]) -> str:
    """Return the rules that a change touches."""
    shown = "、".join(rules[:8])
    if len(rules) > 8:
        return _("涉及 {rules} 等 {n} 条").format(rules=shown, n=len(rules))
    return _("涉及 {rules}").format(rules=shown)


def made_of(old: str, new: str) -> str:
    """Return what a page was made of."""
    return _("旧版 {old}；新版 {new}").format(old=old, new=new)
