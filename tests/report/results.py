"""Hand-built results: a full pass, one with nearly everything missing, one that fails."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from checker.model.outcome import (
    AssessmentKind,
    Basis,
    Confirmation,
    Level,
    Origin,
    Outcome,
    Possible,
    Reason,
    Severity,
    Verification,
    roll_up,
)
from checker.model.problem import Place
from checker.model.result import (
    SCHEMA_VERSION,
    ChapterResult,
    Conclusion,
    EvidenceFile,
    Fact,
    Finding,
    Interval,
    ItemResult,
    Measured,
    MissingData,
    OutcomeCounts,
    ParameterInForce,
    Points,
    Result,
    RowRef,
    RulebookIdentity,
    Scheme,
    ShownCell,
    StandardSummary,
    TableState,
)
from checker.model.rule import (
    Contradiction,
    Difference,
    EvidenceRequest,
    Reference,
    SeedPlace,
    StandardWords,
)
from checker.model.submission import InputFile, SiteFinding
from tests.report.handing import to_hand_in
from tests.report.shown_rules import CHAPTERS, RULES, TABLES, Shown
from tests.report.surroundings import permitted, quality, sources, unscored, with_aspect

States = Mapping[str, str]
"""State of each rule by id: passed, failed, major, veto, near, rejected, missing, partial,
untested, inapplicable, empty, error."""

POSSIBLE = {
    "passed": (Possible.MET,),
    "untested": (Possible.MET,),
    "rejected": (Possible.MET,),
    "near": (Possible.NEAR,),
    "failed": (Possible.MISSED,),
    "major": (Possible.MISSED,),
    "veto": (Possible.MISSED,),
    "inapplicable": (Possible.EMPTY,),
    "empty": (Possible.EMPTY,),
}
OUTCOMES = {
    "passed": Outcome.PASSED,
    "untested": Outcome.UNTESTED,
    "near": Outcome.FAILED,
    "failed": Outcome.FAILED,
    "rejected": Outcome.FAILED,
    "major": Outcome.FAILED,
    "veto": Outcome.FAILED,
    "inapplicable": Outcome.INAPPLICABLE,
    "empty": Outcome.INAPPLICABLE,
    "error": Outcome.ERROR,
}
REASONS = {
    "missing": (Reason.NOT_SUBMITTED, "未提交《{table}》表，无法判定"),
    "partial": (Reason.VALUE_MISSING, "《{table}》有 3 处空白，填上后才能判定"),
    "inapplicable": (Reason.CONDITION_NOT_MET, "声明“评价期内无此项业务”，本条不适用"),
    "empty": (Reason.EMPTY_POPULATION, "《{table}》申报为确无，没有可问的对象"),
    "untested": (Reason.CONFIRM_ON_SITE, "数据符合，尚待现场查看或访谈确认"),
    "rejected": (Reason.REJECTED_ON_SITE, "数据符合，现场不予确认"),
}
SEED = {"4": 107, "5": 110, "6": 113, "7": 117, "8": 120, "9": 124}
SCALE = Fraction(1000, 240)


def full_pass() -> Result:
    """Return an association's review in which everything is in order."""
    result = build({}, "passed", kind=AssessmentKind.ASSOCIATION, subject="示例甲企业社区")
    checks = quality(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED)
    return replace(permitted(result, "QYSQ-0502-07"), quality=checks)


def mostly_missing() -> Result:
    """Return a self-assessment in which hardly anything was handed in."""
    states = {
        "QYSQ-0401-01": "untested",
        "QYSQ-0401-02": "passed",
        "QYSQ-0502-01": "partial",
        "QYSQ-0605-02": "untested",
        "QYSQ-0708-03": "untested",
        "QYSQ-0801-04": "empty",
    }
    result = build(states, "missing", kind=AssessmentKind.SELF, subject="示例乙企业社区")
    return replace(
        with_aspect(result),
        synthetic=False,
        notes="这不是该社区的自评，是按公开材料整理的样本。\n评价期是规则集自定。\n\n没有填的：人数。",
        sources=sources(),
        quality=quality(Outcome.CANT_TELL, Outcome.PASSED, Outcome.CANT_TELL),
    )


def failing() -> Result:
    """Return a review that fails by a veto, of a community with long and hostile names."""
    states = {
        "QYSQ-0401-01": "veto",
        "QYSQ-0401-04": "near",
        "QYSQ-0401-06": "failed",
        "QYSQ-0502-01": "major",
        "QYSQ-0502-02": "near",
        "QYSQ-0502-05": "failed",
        "QYSQ-0502-07": "failed",
        "QYSQ-0605-02": "untested",
        "QYSQ-0605-03": "failed",
        "QYSQ-0605-06": "empty",
        "QYSQ-0708-01": "untested",
        "QYSQ-0708-02": "partial",
        "QYSQ-0708-03": "rejected",
        "QYSQ-0708-04": "missing",
        "QYSQ-0801-02": "inapplicable",
        "QYSQ-0801-04": "inapplicable",
        "QYSQ-0903-02": "missing",
    }
    subject = "<script>alert('示例')</script>丙经济技术开发区高端装备制造与新材料产业集聚区企业社区"
    result = build(states, "passed", kind=AssessmentKind.RECHECK, subject=subject)
    result = permitted(result, "QYSQ-0605-06", "QYSQ-0502-07")
    result = unscored(with_aspect(result), "QYSQ-0401-06", "QYSQ-0708-04", "QYSQ-0708-05")
    notes = "备注第一行 & <b>不加粗</b>\n第二行\u202e反写\ue000\x07"
    return replace(
        result,
        notes=notes,
        declared_away=("QYSQ-0801-02", "QYSQ-0801-04"),
        synthetic=True,
        quality=quality(Outcome.FAILED, Outcome.PASSED, Outcome.FAILED),
        to_hand_in=to_hand_in(result.findings),
    )


def build(states: States, default: str, *, kind: AssessmentKind, subject: str) -> Result:
    """Return a whole result; rules not named are in the default state."""
    all_states = {rule.id: states.get(rule.id, default) for rule in RULES}
    findings = tuple(_finding(rule, all_states[rule.id], kind) for rule in RULES)
    chapters = _chapters(findings)
    points = _sum([c.points for c in chapters])
    gaps = sorted((f for f in findings if f.gain), key=lambda f: (-f.gain, f.rule))
    return Result(
        schema_version=SCHEMA_VERSION,
        report_no="QYSQ-20260110-3F7A91C2",
        program="checker 0.1.0",
        subject=subject,
        synthetic=True,
        kind=kind,
        period=(date(2025, 1, 1), date(2025, 12, 31)),
        assessed_on=date(2026, 1, 10),
        standard=_STANDARD,
        rulebook=_RULEBOOK,
        scheme=_scheme(kind),
        files=(
            InputFile("community.xlsx", "9f" * 32),
            InputFile("signed/statement.pdf", "1c" * 32),
        ),
        notes="",
        facts=_facts(subject, default),
        tables=_tables(all_states),
        findings=findings,
        chapters=chapters,
        counts=_counts(findings),
        points=points,
        declared_away=(),
        points_without_declared=Points(
            max(Fraction(0), points.worst - 12), points.best - 12, points.maximum
        ),
        conclusion=_conclusion(all_states, kind, points),
        parameters=_PARAMETERS,
        evidence=_evidence(default),
        site_findings=_site(findings),
        references=_REFERENCES,
        gaps=tuple(f.rule for f in gaps),
        to_hand_in=to_hand_in(findings),
    )


# Findings


def _finding(rule: Shown, state: str, kind: AssessmentKind) -> Finding:
    outcome = OUTCOMES.get(state, Outcome.CANT_TELL)
    label = TABLES[rule.table][0]
    reason, text = REASONS.get(state, (None, ""))
    points = _points(rule, state)
    gain = points.maximum - points.worst
    return Finding(
        rule=rule.id,
        item=f"{int(rule.id[5:7])}.{int(rule.id[7:9])}",
        title=rule.title,
        requirement=rule.requirement,
        level=Level.REQUIREMENT if rule.level == "应" else Level.RECOMMENDATION,
        topic_basis=Basis.STATED,
        content_basis=Basis(rule.basis),
        seed=(SeedPlace("§1", 18, 3), SeedPlace("§3.2", SEED[str(int(rule.id[5:7]))])),
        references=("GBT36733",) if rule.basis == "referenced" else (),
        clause_no=None,
        full_text_verified=False,
        verification=tuple(Verification(m) for m in rule.methods),
        evidence=(EvidenceRequest("台账", rule.evidence, 1, "评价期", "评价日前 1 个月内导出"),),
        remedy=rule.remedy,
        note="只看得到台账里有的，看不到台账里没有的。" if rule.basis == "derived" else "",
        veto_candidate=rule.veto,
        sentence=rule.sentence,
        outcome=outcome,
        data_outcome=Outcome.PASSED if state in ("untested", "rejected") else outcome,
        possible=POSSIBLE.get(state, (Possible.MET, Possible.NEAR, Possible.MISSED)),
        reason=reason,
        explanation=text.format(table=label),
        near=state == "near",
        severity=_severity(rule, state),
        vetoed=state == "veto",
        confirmation=_confirmation(rule, state, kind),
        measured=(_measured(rule, state),),
        points=points,
        gain=gain,
    )


def _severity(rule: Shown, state: str) -> Severity | None:
    if OUTCOMES.get(state) is not Outcome.FAILED:
        return None
    if state in ("major", "veto"):
        return Severity.MAJOR
    return Severity.MINOR if rule.level == "应" and state != "near" else Severity.OBSERVATION


def _confirmation(rule: Shown, state: str, kind: AssessmentKind) -> Confirmation:
    if not set(rule.methods) & {"X", "F"}:
        return Confirmation.NOT_NEEDED
    if state == "rejected":
        return Confirmation.REJECTED
    confirmed = state == "passed" and kind is not AssessmentKind.SELF
    return Confirmation.CONFIRMED if confirmed else Confirmation.PENDING


def _points(rule: Shown, state: str) -> Points:
    if state in ("inapplicable", "empty"):
        return Points(Fraction(0), Fraction(0), Fraction(0))
    weights = sum(r.weight for r in RULES if r.id[:9] == rule.id[:9])
    maximum = tenth(_item_points(rule.id) * SCALE * rule.weight / weights)
    if state in ("passed", "near"):
        sure = maximum if state == "passed" else tenth(maximum * Fraction(3, 5))
        return Points(sure, sure, maximum)
    best = Fraction(0) if OUTCOMES.get(state) is Outcome.FAILED else maximum
    return Points(Fraction(0), best, maximum)


def tenth(number: Fraction) -> Fraction:
    """Return a number rounded half up to one decimal."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return Fraction(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _item_points(rule: str) -> int:
    chapter, item = int(rule[5:7]), int(rule[7:9])
    words = next(text for no, _, text in CHAPTERS if no == str(chapter)).split()
    return int(words[item * 2 - 1])


def _measured(rule: Shown, state: str) -> Measured:
    label, unit = TABLES[rule.table]
    share = rule.unit == "1"
    value: Interval | None = Interval(*(Fraction(1 if share else 6),) * 2)
    offending: tuple[RowRef, ...] = ()
    missing: tuple[MissingData, ...] = ()
    population = (412, 412)
    if state in ("failed", "major", "veto", "near"):
        value = Interval(*(Fraction(88, 100) if state == "near" else Fraction(10 * share, 16),) * 2)
        offending = tuple(_row(rule, number) for number in range(1, 7))
    elif state in ("inapplicable", "empty"):
        value, population = None, (0, 0)
    elif state == "missing":
        value = Interval(Fraction(0), Fraction(1) if share else None)
        missing, population = (MissingData(rule.table, label, Reason.NOT_SUBMITTED),), (0, 0)
    elif state == "partial":
        value = Interval(Fraction(13, 16), Fraction(1)) if share else Interval(Fraction(2), None)
        rows = tuple(_row(rule, number, certain=False) for number in range(1, 4))
        column = MissingData(
            rule.table, label, Reason.VALUE_MISSING, rule.column, "所属网格", 3, rows
        )
        missing = (column,)
    return Measured(
        sentence=rule.sentence,
        measure="share" if share else "count",
        unit="1" if share else unit,
        value=value,
        may_be_empty=False,
        limit=rule.limit,
        population=population,
        possible=POSSIBLE.get(state, (Possible.MET, Possible.MISSED)),
        offending=offending,
        details=("尚未见到：公共卫生",) if state in ("failed", "veto") else (),
        offending_count=37 if state == "major" else len(offending),
        missing=missing,
    )


def _row(rule: Shown, number: int, *, certain: bool = True) -> RowRef:
    name = (
        "示例高端装备制造（集团）股份有限公司第一分公司" if number == 1 else f"示例{number}号企业"
    )
    cells = (ShownCell("名称", name), ShownCell("所属网格", "无" if certain else "未填"))
    sheet = TABLES[rule.table][0]
    place = Place("community.xlsx", number + 4, 6, sheet, f"{rule.table}.{rule.column}")
    return RowRef(rule.table, sheet, f"E{number:03}", place, cells, certain)


# Sums


def _counts(findings: tuple[Finding, ...]) -> OutcomeCounts:
    found = [f.outcome for f in findings]
    return OutcomeCounts(
        passed=found.count(Outcome.PASSED),
        failed=found.count(Outcome.FAILED),
        cant_tell=found.count(Outcome.CANT_TELL),
        untested=found.count(Outcome.UNTESTED),
        inapplicable=found.count(Outcome.INAPPLICABLE),
        error=found.count(Outcome.ERROR),
        total=len(found),
    )


def _sum(points: list[Points]) -> Points:
    zero = Fraction(0)
    return Points(
        sum((p.worst for p in points), zero),
        sum((p.best for p in points), zero),
        sum((p.maximum for p in points), zero),
    )


def _chapters(findings: tuple[Finding, ...]) -> tuple[ChapterResult, ...]:
    made = [_chapter(no, title, text.split(), findings) for no, title, text in CHAPTERS]
    none = _counts(())
    reserved = "编制说明提到“经济服务”而没有给出内容，本次不评价"
    empty = Points(Fraction(0), Fraction(0), Fraction(0))
    lost = ChapterResult("", "经济服务", Outcome.INAPPLICABLE, none, empty, (), reserved)
    return (*made[:4], lost, *made[4:])


def _chapter(no: str, title: str, words: list[str], findings: tuple[Finding, ...]) -> ChapterResult:
    items = []
    for position, name in enumerate(words[::2], start=1):
        mine = tuple(f for f in findings if f.item == f"{no}.{position}")
        outcome = roll_up([f.outcome for f in mine])
        points = _sum([f.points for f in mine])
        seed = SeedPlace("§3.2", SEED[no])
        number = f"{no}.{position}"
        items.append(ItemResult(number, name, outcome, _counts(mine), points, bool(mine), seed))
    mine = tuple(f for f in findings if f.item.split(".")[0] == no)
    outcome = roll_up([f.outcome for f in mine])
    return ChapterResult(
        no, title, outcome, _counts(mine), _sum([i.points for i in items]), tuple(items), ""
    )


def _conclusion(states: Mapping[str, str], kind: AssessmentKind, points: Points) -> Conclusion:
    self_made = kind is AssessmentKind.SELF
    reasons: tuple[str, ...]
    if set(states.values()) == {"passed"}:
        title = "自评达标" if self_made else "通过"
        reasons = ("没有否决项，没有严重不符合", "总分 1000.0 分，不低于满分的 80%")
        return Conclusion("pass", title, True, (title,), "优秀", ("优秀",), reasons)
    if "veto" in states.values():
        title = "自评未达标" if self_made else "不通过"
        reasons = (
            "否决项 QYSQ-0401-01（社区党组织）不符合",
            "有 2 项严重不符合，通过要求 0 项",
            f"总分最多 {float(points.best):.1f} 分",
        )
        return Conclusion("fail", title, False, (title,), "", ("良好", "合格"), reasons)
    possible = ("自评达标", "自评基本达标", "自评未达标")
    reasons = (
        "应类规则中资料缺失 76.9%，达标要求不超过 5%",
        "总分在 129.1 分到 1000.0 分之间，达标要求不低于 800 分",
    )
    return Conclusion("", "", None, possible, "", ("优秀", "良好", "合格", "不合格"), reasons)


# What surrounds the findings


def _scheme(kind: AssessmentKind) -> Scheme:
    titles = ("通过", "整改后通过", "不通过")
    if kind is AssessmentKind.SELF:
        titles = ("自评达标", "自评基本达标", "自评未达标")
    meanings = (
        "没有否决项和严重不符合，总分不低于 800 分，每章不低于该章满分的 60%",
        "没有否决项，总分不低于 700 分，不符合项都能在 30 天内整改",
        "其余情况",
    )
    return Scheme(
        total=1000,
        near_miss=Fraction(3, 5),
        decimals=1,
        rectify_days=30,
        grades=(("优秀", Fraction(900)), ("良好", Fraction(800)), ("合格", Fraction(700))),
        conclusions=tuple(zip(titles, meanings, strict=True)),
        source="规则集拟定，参照同类评定办法；正式办法由协会另定",
        enabled_vetoes=("QYSQ-0401-01",),
    )


def _facts(subject: str, default: str) -> tuple[Fact, ...]:
    known = default == "passed"
    place = Place("community.xlsx", 3, 2, "社区概况", "community.name")
    return (
        Fact("社区名称", subject, "", place),
        Fact("所在园区", "示例经济技术开发区", "编制说明 第 18 行", place),
        Fact("企业总数", "412 家" if known else ""),
        Fact("员工总数", "18 600 人" if known else ""),
        Fact("基础网格", "16 个" if known else ""),
        Fact("在岗工作人员", "64 人" if known else ""),
    )


def _tables(states: Mapping[str, str]) -> tuple[TableState, ...]:
    gone = {r.table for r in RULES if states[r.id] == "missing"}
    partial = {r.table for r in RULES if states[r.id] == "partial"}
    return tuple(
        TableState(
            name, label, unit, 0 if name in gone else 16, name not in gone, name not in gone,
            3 if name in partial else 0,
        )
        for name, (label, unit) in TABLES.items()
    )  # fmt: skip


def _evidence(default: str) -> tuple[EvidenceFile, ...]:
    if default == "missing":
        return ()
    return tuple(
        EvidenceFile(
            f"EV-{number:02}", rule.evidence, "台账", f"{number:02x}" * 32, (rule.id,),
            Place("community.xlsx", number + 1, 1, "佐证目录"),
        )
        for number, rule in enumerate(RULES[::2], start=1)
    )  # fmt: skip


def _site(findings: tuple[Finding, ...]) -> tuple[SiteFinding, ...]:
    return tuple(
        SiteFinding(
            f.rule, "X" if Verification.SITE in f.verification else "F", f.confirmation.value,
            "看过原件并抽查三处，与申报" + ("一致" if f.outcome is Outcome.PASSED else "不一致"),
            "甲", date(2026, 1, 12),
        )
        for f in findings
        if f.confirmation in (Confirmation.CONFIRMED, Confirmation.REJECTED)
    )  # fmt: skip


_STANDARD = StandardSummary(
    id="qysq",
    title="企业社区管理规范",
    organisation="浙江省产品与工程标准化协会",
    status="是否已经发布，由编制说明不能断定",
    seed_title="团体标准《企业社区管理规范》编制说明",
    words=StandardWords("编制说明", "社区", "协会"),
    contradictions=(
        Contradiction(
            "I-01", (SeedPlace("§3.2", 89), SeedPlace("§3.2", 93)),
            "总述列七个方面，含“经济服务”；逐章说明只有六章，没有这一章",
            "保留空章，不评价，不自编条款",
        ),
        Contradiction(
            "I-05", (SeedPlace("§1", 20, 2),),
            "“1+3+N”中的“3”是三类人还是三个人，没有说明",
            "按三类人理解：专职、指导员、兼职",
        ),
        Contradiction(
            "I-17", (SeedPlace("§1", 18, 3),),
            "半小时响应没有写明从何时起、到何时止、适用哪些诉求",
            "从提交到首次响应；适用园区内设备类紧急诉求；三者都是参数",
        ),
    ),
    declarations=(
        "本报告依据标准的编制说明，不是标准正文；规则是规则集的操作化，未经标准归口单位确认。",
        "结论只对所提交的资料、评价期和评价日负责。",
        "本报告不是认证证书；引用须注明全文，部分复制无效。",
    ),
    glossary=(
        ("企业社区", "园区内以企业及其员工为服务对象、设有社区党组织的治理单元（规则集工作定义）"),
        ("基础网格", "企业社区之下划分的网格，一格若干家企业"),
        ("合理缺项", "因客观情况不适用而不计入满分的规则"),
    ),
)  # fmt: skip

_RULEBOOK = RulebookIdentity(
    version="2026.1",
    digest="5b1f" * 16,
    profile="longyou_practice",
    profile_title="龙游做法",
    profile_summary="按龙游的做法采用网格规模和人员配置的全部要求",
    differences=(
        Difference("level", "QYSQ-0502-02", "宜", "应", "龙游已按此划分网格", "示例评审组"),
        Difference("parameter", "grid_size_pass_ratio", "90%", "80%", "起步阶段放宽", "示例评审组"),
    ),
)

_PARAMETERS = (
    ParameterInForce(
        "grid_min", "网格企业数下限", "20 家", "20 家", "家", Origin.SEED,
        "编制说明 §1 第 20 行", ("QYSQ-0502-02",),
    ),
    ParameterInForce(
        "grid_size_pass_ratio", "规模合格的网格占比下限", "80%", "90%", "1", Origin.OWN,
        "比例为规则集自定", ("QYSQ-0502-02",),
    ),
    ParameterInForce(
        "hotline_answer_min", "热线接通率下限", "95%", "95%", "1", Origin.REFERENCED,
        "参照 GB/T 33358 的 24 h 接通率", ("QYSQ-0708-04",),
    ),
    ParameterInForce(
        "urgent_response_minutes", "紧急响应时限", "30 分钟", "30 分钟", "分钟", Origin.SEED,
        "编制说明 §1 第 18 行", ("QYSQ-0605-03",),
    ),
)  # fmt: skip

_REFERENCES = (
    Reference("GBT20647", "GB/T 20647《社区服务指南》（所有部分）", "", "只核对了名称"),
    Reference("GBT36733", "GB/T 36733《服务质量评价通则》", "2018", "只读到目录", date(2026, 1, 5)),
)
