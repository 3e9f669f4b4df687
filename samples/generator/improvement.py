"""Chapter 9: surveys, suggestions, reviews, improvement, and the indicators of the appraisal."""

from datetime import timedelta

from samples.generator.evidence import answers
from samples.generator.world import Chance, Row, Shape, at, stamp

ITEMS = {
    "4": ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6"),
    "5": ("5.1", "5.2", "5.3"),
    "6": ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.9"),
    "7": ("7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7", "7.8", "7.9", "7.10"),
    "8": ("8.1", "8.2", "8.3", "8.4", "8.5"),
}
"""The items that the indicators of the appraisal are about, one indicator an item."""


def satisfaction_surveys(shape: Shape) -> list[Row]:
    """Return two surveys of enterprises and two of workers, whose answers are kept (ZJ-01 on)."""
    given = answers(shape)
    mean = f"{sum(given) / len(given):.1f}"
    firms = (shape.running, len(given))
    workers = (shape.running * 25, shape.running * 17)
    both = ["服务满意", "生活需求"]
    return [
        _survey(shape, 1, "企业满意度测评", "企业", ["服务满意"], 30, firms, mean),
        _survey(shape, 2, "企业年中满意度测评", "企业", ["服务满意"], 190, firms, "92.6"),
        _survey(shape, 3, "员工需求和满意度调查", "员工", both, 60, workers, "90.5"),
        _survey(shape, 4, "员工食堂和通勤需求调查", "员工", ["生活需求"], 220, workers, ""),
    ]


def _survey(
    shape: Shape,
    number: int,
    title: str,
    population: str,
    topics: list[str],
    ago: int,
    sheets: tuple[int, int],
    score: str,
) -> Row:
    return {
        "id": f"DC-{number}", "title": title, "population": population, "topics": topics,
        "finished_on": shape.ago(ago).isoformat(), "distributed": str(sheets[0]),
        "valid": str(sheets[1]), "score": score, "raw_evidence_id": f"ZJ-0{number}",
    }  # fmt: skip


def feedback_channels(shape: Shape) -> list[Row]:
    """Return five ways to ask, to propose and to complain, all made known."""
    every = ["咨询", "建议", "投诉"]
    lines = (
        ("服务热线", "电话", every), ("一键诉求小程序", "线上", every), ("综合服务窗口", "现场", every),
        ("意见箱", "信箱", ["建议", "投诉"]), ("企业恳谈会", "会议", ["建议"]),
    )  # fmt: skip
    return [
        {
            "id": f"TJ-{n}", "name": f"示例{shape.code}{name}", "kind": kind,
            "purposes": purposes, "public": "是",
        }
        for n, (name, kind, purposes) in enumerate(lines, 1)
    ]  # fmt: skip


def feedback(shape: Shape, chance: Chance) -> list[Row]:
    """Return five a month, entered the same day and answered within two."""
    number = 5 * len(shape.months)
    rows: list[Row] = []
    for n in range(1, number + 1):
        received = at(shape.day(n, number + 3), chance.between(8, 16), chance.below(60))
        complaint = n % 3 == 0
        answers = ("已采纳", "部分采纳", "未采纳", "已采纳")
        rows.append(
            {
                "id": f"YJ-{n:02}",
                "channel_id": f"TJ-{1 + n % 4}",
                "kind": "投诉" if complaint else "建议",
                "received_at": stamp(received),
                "registered_at": stamp(received + timedelta(minutes=chance.between(2, 200))),
                "replied_at": stamp(received + timedelta(hours=chance.between(4, 44))),
                "adopted": "不涉及" if complaint else answers[n % 4],
                "protected": "是",
            }
        )
    return rows


def reviews(shape: Shape) -> list[Row]:
    """Return a review at the end of each quarter, and one after the flood (SJ-4)."""
    rows: list[Row] = []
    for n, quarter in enumerate(shape.quarters, 1):
        last = n == len(shape.quarters)
        rows.append(
            {
                "id": f"FP-{n}", "title": f"第 {n} 次定期复盘", "kind": "年度" if last else "季度",
                "date": str(quarter[-1] + timedelta(days=24)), "incident_id": "",
            }
        )  # fmt: skip
    flood = shape.day(5, 6)
    rows.append(
        {
            "id": "FP-S", "title": "暴雨内涝专题复盘", "kind": "事件",
            "date": str(flood + timedelta(days=12)), "incident_id": "SJ-4",
        }
    )  # fmt: skip
    return rows


PROBLEMS = (
    "夜间诉求响应偏慢", "网格巡查记录不完整", "微网格力量不均", "停车泊位不足", "新员工宿舍登记滞后",
    "政策宣讲到企率偏低", "配件备货不足", "调解员人手不足", "低洼厂区排水能力不足",
)  # fmt: skip


def review_issues(shape: Shape) -> list[Row]:
    """Return two problems a review, each with an action (ZG-01 on)."""
    held = [f"FP-{n}" for n in range(1, len(shape.quarters) + 1)] + ["FP-S"]
    both = [key for key in held for _ in "12"]
    return [
        {
            "id": f"FW-{n:02}",
            "review_id": review,
            "title": PROBLEMS[n % len(PROBLEMS)],
            "action_id": f"ZG-{n:02}",
        }
        for n, review in enumerate(both, 1)
    ]


def improvement_actions(shape: Shape) -> list[Row]:
    """Return the actions of the reviews and ten more: done in time, looked at by another."""
    when = [quarter[-1] + timedelta(days=24) for quarter in shape.quarters]
    when.append(shape.day(5, 6) + timedelta(days=12))
    raised = [("复盘", on) for on in when for _ in "12"]
    others = ("考评", "建议投诉", "检查", "建议投诉", "检查")
    raised += [(others[n % 5], shape.day(n, 12)) for n in range(1, 11)]
    rows: list[Row] = []
    for n, (source, on) in enumerate(raised, 1):
        due = on + timedelta(days=(20, 30, 45)[n % 3])
        done = on + timedelta(days=5 + n % 12)
        verified = done + timedelta(days=1 + n % 5)
        over = done <= shape.drawn  # the last ones may still be under way
        seen = verified <= shape.drawn
        rows.append(
            {
                "id": f"ZG-{n:02}",
                "title": f"整改：{PROBLEMS[n % len(PROBLEMS)]}",
                "source": source,
                "raised_on": str(on),
                "owner_role": ("企服岗", "平安岗", "党建岗", "网格长")[n % 4],
                "due_on": str(due),
                "done_on": str(done) if over else "",
                "verified_on": str(verified) if seen else "",
                "verified_by": "社区负责人" if seen else "",
                "recurring": "否",
            }
        )
    return rows


def evaluation_indicators() -> list[Row]:
    """Return an indicator for each item of the five chapters, with its source and its formula."""
    rows: list[Row] = []
    for chapter, items in ITEMS.items():
        for item in items:
            rows.append(
                {
                    "id": f"KZ-{item}", "scheme_id": "BF-1",
                    "name": f"{item} 项达成度", "chapter": chapter, "items": [item],
                    "source": "平台台账" if len(rows) % 3 else "部门数据",
                    "formula": "达到要求的条数 ÷ 应达到的条数",
                }
            )  # fmt: skip
    return rows
