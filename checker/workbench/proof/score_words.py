"""The words of the claims on the score."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from checker.model.numerals import decimal, percent
from checker.model.words import translate as _

Said = tuple[str, str]
"""What is wrong, and what to do."""


def kind(check: str) -> str:
    """Return what a check looks for, in a few words."""
    return {
        "grade-unreachable": _("达不到的等级"),
        "conclusion-unreachable": _("得不出的结论"),
        "condition-idle": _("从来不起作用的条件"),
        "veto-blocks": _("启用后谁也通过不了的否决项"),
        "veto-without-effect": _("拦不住通过的否决项"),
        "score-not-monotone": _("做得更好反而吃亏"),
        "score-interval": _("补齐资料后得分跑出原来的区间"),
        "redistribution-undeclared": _("合理缺项抬高得分而没有声明"),
        "redistribution-stale": _("用不上的合理缺项声明"),
        "score-undecided": _("没能证明"),
    }[check]


def grade_claim(title: str) -> str:
    """Return the claim that a grade can be reached."""
    return _("等级“{title}”有申报能达到").format(title=title)


def conclusion_claim(title: str) -> str:
    """Return the claim that a conclusion can be reached."""
    return _("结论“{title}”有申报能得到").format(title=title)


def line_claim(points: Fraction) -> str:
    """Return the claim that a line can be met exactly."""
    return _("正好 {points} 分").format(points=decimal(points))


def condition(name: str) -> str:
    """Return what a condition of a conclusion is called."""
    return {
        "vetoes": _("否决项"),
        "major": _("严重不符合"),
        "score": _("总分"),
        "every_chapter": _("每章底线"),
    }[name]


def deciding_claim(title: str, name: str) -> str:
    """Return the claim that a condition alone can keep a submission from a conclusion."""
    return _("有申报只因“{name}”这一条得不到“{title}”").format(name=condition(name), title=title)


def best_below_floor(grade: str, title: str) -> str:
    """Return the claim that the best grade may go with a chapter below its floor."""
    return _("有申报得了“{grade}”，却因一章没过底线得不到“{title}”").format(
        grade=grade, title=title
    )


def unreachable(check: str, name: str, clashes: Sequence[Sequence[str]]) -> Said:
    """Return that nothing reaches a goal."""
    if check == "condition-idle":
        return (
            _("不成立：{name}。其余条件都满足时，这一条必然满足").format(name=name),
            _("把它留作保险无妨；想让它起作用，就把要求提高"),
        )
    because = ""
    if clashes:
        shown = "；".join("、".join(c) for c in list(clashes)[:3])
        because = _("。下列规则的结果不能并存：{shown}").format(shown=shown)
    return (
        _("不成立：{name}。不论各条规则是什么结果，都落不到这里{because}").format(
            name=name, because=because
        ),
        _("调整分数线或条件的次序，或者删去它"),
    )


def review_differs(name: str, title: str) -> Said:
    """Return that a review of what a self-assessment concludes comes to something else."""
    return (
        _("自评时成立，评审时不成立：{name}。现场全部确认以后，评审结论是“{title}”").format(
            name=name, title=title
        ),
        _("检查结论的 untested 条件"),
    )


def undecided(name: str, why: str) -> Said:
    """Return that a claim was neither shown nor refuted."""
    return (
        _("没能确定：{name}（{why}）").format(name=name, why=why),
        _("先处理规则本身的证明结果，再运行一次"),
    )


def veto_claim(title: str) -> str:
    """Return the claim that a veto keeps a submission from every conclusion that conforms."""
    return _("否决项“{title}”不符合的，得不到符合的结论").format(title=title)


def accepted_claim(title: str) -> str:
    """Return the claim that the best conclusion is reachable with a veto on."""
    return _("启用否决项“{title}”，最好的结论仍有申报能得到").format(title=title)


def veto_without_effect(rule: str, title: str) -> Said:
    """Return that a vetoed submission may still conform."""
    return (
        _("启用否决项 {rule} 以后，它不符合的申报仍可能得到“{title}”").format(
            rule=rule, title=title
        ),
        _("给“{title}”加上条件 vetoes: 0").format(title=title),
    )


def veto_blocks(rule: str, title: str, clashes: Iterable[Sequence[str]]) -> Said:
    """Return that nobody can come to the best conclusion once a veto is on."""
    others = sorted({r for c in clashes for r in c if r != rule})
    because = _("：它与 {others} 不能同时符合").format(others="、".join(others)) if others else ""
    return (
        _("启用否决项 {rule} 以后，没有申报能得到“{title}”{because}").format(
            rule=rule, title=title, because=because
        ),
        _("改掉互相矛盾的规则，或者不把它列为否决候选"),
    )


def monotone_claim(step: str) -> str:
    """Return one step of the claim that better outcomes never cost points."""
    return {
        "worth": _("结果越好，一条规则得分越高"),
        "means": _("一条规则得分升高，项、章和总分都不降低"),
        "order": _("得分升高，等级和结论都不变差"),
        "narrower": _("补齐资料以后的得分，落在原来的区间里"),
    }[step]


def near_miss(share: Fraction) -> Said:
    """Return that 基本符合 is worth more than 符合, or less than 不符合."""
    return (
        _("基本符合得 {share} 的分，不在不符合（0%）和符合（100%）之间").format(
            share=percent(share)
        ),
        _("把 near_miss 改到 0% 与 100% 之间"),
    )


def mean_falls(no: str) -> Said:
    """Return that a mean may fall when a member rises."""
    return (
        _("{no} 的加权平均会随某个成员变好而降低").format(no=no),
        _("分值和权重不能是负数"),
    )


def total_falls(rule: str) -> Said:
    """Return that a better outcome of a rule lowers the total."""
    return (
        _("{rule} 的结果变好，总分反而降低").format(rule=rule),
        _("检查 near_miss 和权重"),
    )


def conclusions_order(title: str, before: str) -> Said:
    """Return that a conclusion that conforms stands behind one that does not."""
    return (
        _("“{title}”算符合，却排在不算符合的“{before}”后面：做得更好的申报会先落到后者").format(
            title=title, before=before
        ),
        _("把结论从最好到最差排列"),
    )


def grades_order(title: str, better: str) -> Said:
    """Return that a grade needs as many points as the better one before it."""
    return (
        _("“{title}”要求的分数不比前面的“{better}”低").format(title=title, better=better),
        _("把等级从高分到低分排列"),
    )


def interval(subject: str) -> Said:
    """Return that an interval does not contain what it should."""
    return (
        _("{subject} 的结果确定以后，得分跑出了原来的区间").format(subject=subject),
        _("这是程序的差错，请报告"),
    )


def redistribution_claim(title: str) -> str:
    """Return the claim that a lift by redistribution is declared."""
    return _("“{title}”不适用时抬高的分数有声明").format(title=title)


def undeclared(title: str, points: str, most: str, item: str) -> Said:
    """Return that a lift is not declared."""
    return (
        _(
            "“{title}”报为不适用，比不符合多得 {points} 分（最多可达 {most} 分），这一点没有声明"
        ).format(title=title, points=points, most=most),
        _(
            "确属合理缺项的，在 workbench.yaml 的 redistribution 里写明理由（可按规则写，也可按项 {item} 写）；"
            "否则给规则加 when_empty: failed"
        ).format(item=item),
    )


def stale(subject: str) -> Said:
    """Return that a declaration is of no use."""
    return (
        _("声明了 {subject} 的合理缺项，但其中没有会不适用的计分规则").format(subject=subject),
        _("删去这条声明，或者改正编号"),
    )


def specimen_unread(named: str, problem: str) -> Said:
    """Return that the complete submission that is declared cannot be read."""
    return (
        _("声明的齐全资料 {named} 读不进来：{problem}").format(named=named, problem=problem),
        _("改正这份资料，或者删去 specimen"),
    )


def heading(part: str) -> str:
    """Return the heading of a part of the view on the terminal."""
    return {
        "reach": _("得分和结论能到哪里"),
        "vetoes": _("否决项（逐条启用）"),
        "monotone": _("做得更好不吃亏"),
        "redistribution": _("合理缺项抬高的分数"),
    }[part]


def reached_line(name: str, came: str, points: str, grade: str, conclusion: str, rows: int) -> str:
    """Return what came of one goal."""
    if came == "unreachable":
        return _("  证明不了有，反而证明了没有：{name}").format(name=name)
    if came == "undecided":
        return _("  没有找到实例：{name}").format(name=name)
    return _("  有：{name}——{points} 分，{grade}，{conclusion}（{rows} 行资料）").format(
        name=name, points=points, grade=grade, conclusion=conclusion, rows=rows
    )


def veto_line(rule: str, *, on: bool, effective: bool, conclusion: str, accepted: bool) -> str:
    """Return what was found of one veto."""
    return _("  {rule}（{on}）不符合时：{conclusion}；{held}；符合时最好的结论{accepted}").format(
        rule=rule,
        on=_("已启用") if on else _("候选"),
        conclusion=conclusion or _("没有实例"),
        held=_("证明拦得住") if effective else _("拦不住"),
        accepted=_("仍能得到") if accepted else _("得不到"),
    )


def monotone_line(rules: int, *, proven: bool) -> str:
    """Return what was found of better outcomes."""
    if not proven:
        return _("  不成立，见上面的提示")
    return _(
        "  已证明：适用范围不变时，{rules} 条计分规则的结果变好，各级得分都不降、结论不变差"
    ).format(rules=rules)


def lift_line(rule: str, item: str, points: str, most: str, others: int | None) -> str:
    """Return by how much one rule's absence lifts the total."""
    if others is None:
        turn = _("不改变等级和结论")
    elif others:
        turn = _("另有 {others} 条不符合时会改变等级或结论").format(others=others)
    else:
        turn = _("单凭这一条就会改变等级或结论")
    return _("  {item} {rule}：抬高 {points} 分，最多 {most} 分；{turn}").format(
        item=item, rule=rule, points=points, most=most, turn=turn
    )


def lifts_more(number: int) -> str:
    """Return how many smaller lifts are not listed."""
    return _("  其余 {number} 条抬高得更少，见 JSON 结果").format(number=number)
