"""示例戊: every limit is met exactly, and beside it stands what misses it by the least step.

The period is the shortest there may be, and the assessment date the earliest: 6 months before it
is 30 June, for there is no 31 June; 12 months before it is 31 December 2024.
"""

from datetime import date, datetime, timedelta

from samples.generator.plan import Plan
from samples.generator.world import (
    Row,
    Shape,
    add,
    at,
    change,
    numbered,
    remove,
    replace,
    respond_after,
    stamp,
)

NOTES = """
示例数据，由程序生成，不是真实的社区、企业或个人。每一条都踩在界限上：恰好达到的和差一点的各有一处。
评价期取最短的 6 个月，评价日取最早的一天，即评价期最后一日。
"""


def duty_rosters() -> list[Row]:
    """Return shifts of a day each, 8:00 to 7:45, with a gap of 15 minutes: 2782 minutes in all."""
    rows: list[Row] = []
    day = date(2025, 6, 30)
    start = at(day, 8)
    while day <= date(2025, 12, 31):
        nominal = at(day + timedelta(days=1), 7, 45)
        end, relieved = _ENDS.get(day, (nominal, nominal + timedelta(minutes=15)))
        night = _NIGHTS.get(day)
        if night:
            rows.append(_shift(f"BC-{day:%Y%m%d}", start, at(day, 20), night))
            rows.append(_shift(f"BC-{day:%Y%m%d}-夜", night, end, relieved))
        else:
            rows.append(_shift(f"BC-{day:%Y%m%d}", start, end, relieved))
        start = relieved or start
        day += timedelta(days=1)
    return rows


def _shift(key: str, start: datetime, end: datetime, relieved: datetime | None) -> Row:
    return {
        "id": key, "post": "值班室", "start_at": stamp(start), "end_at": stamp(end),
        "relieved_at": stamp(relieved) if relieved else "",
    }  # fmt: skip


_ENDS: dict[date, tuple[datetime, datetime | None]] = {
    date(2025, 7, 5): (at(date(2025, 7, 6), 7, 45), at(date(2025, 7, 6), 8, 1)),  # 16 minutes
    date(2025, 8, 10): (at(date(2025, 8, 11), 8), at(date(2025, 8, 11), 8)),  # 24:00 hours
    date(2025, 9, 20): (at(date(2025, 9, 21), 8, 1), at(date(2025, 9, 21), 8)),  # 24:01 hours
    date(2025, 12, 31): (at(date(2025, 12, 31), 23, 59), None),  # nobody has come yet
}
"""End and relief of the shifts that are not like the others, by the day on which they begin."""

_NIGHTS = {
    date(2025, 10, 15): at(date(2025, 10, 15), 20, 15),
    date(2025, 10, 16): at(date(2025, 10, 16), 20, 15),
    date(2025, 10, 17): at(date(2025, 10, 17), 20, 15),
    date(2025, 10, 18): at(date(2025, 10, 18), 20, 5),
}
"""Days on which the shift was divided at 20:00, and when the second one came."""


def _ticket(key: str, device: str, urgent: str, *times: str) -> Row:
    names = ("submitted_at", "accepted_at", "first_response_at", "arrived_at", "closed_at")
    return {
        "id": key,
        "enterprise_id": {"EQ-001": "QY-038", "EQ-021": "QY-208"}[device],
        "device_id": device,
        "category": "设备",
        "urgent": urgent,
        "in_park": "是",
        **dict(zip(names, (*times, "", "", "", ""), strict=False)),
    }


def _drill(key: str, title: str, kind: str, on: str, paper: str) -> Row:
    return {"id": key, "title": title, "type": kind, "date": on, "evaluation_doc_id": paper}


def _incident(key: str, title: str, kind: str, at_time: str, paper: str) -> Row:
    return {
        "id": key,
        "title": title,
        "type": kind,
        "level": "较大" if key == "SJ-4" else "一般",
        "liability": "非责任",
        "occurred_at": at_time,
        "review_doc_id": paper,
    }


def _hotline(key: str, name: str, purpose: str, public: str, calls: int, answered: int) -> Row:
    return {
        "id": key,
        "name": name,
        "purpose": purpose,
        "public": public,
        "calls": str(calls),
        "answered": str(answered),
    }


def _order(key: str, ticket: str, dispatched: str, due: str) -> Row:
    return {
        "id": key,
        "request_id": ticket,
        "dispatched_at": dispatched,
        "onsite": "是",
        "due_at": due,
        "completed_at": "",
        "parts": "未供应",
    }


PLAN = Plan(
    name="boundary",
    kind="self",
    shape=Shape(
        code="戊",
        seed=20250505,
        grid_sizes=(19, 20, 50, 51, *(27,) * 14, 26, 26),
        idle=(("停业", 1),),
        start=date(2025, 7, 1),
        end=date(2025, 12, 31),
        assessed_on=date(2025, 12, 31),
        micro_per_grid=2,
        urgent=19,
        repairs=20,
        others=62,
        devices=(16, 5),
        orders=24,
        lean=True,
    ),
    visited_on=date(2025, 12, 31),
    enterprise_count=600,
    notes=NOTES,
    planted=(
        # 4.1
        change("micro_grids", numbered("G{:02}-W2", range(1, 9)), party_group_id=""),
        change("grids", ("G05", "G06"), service_area_id="戊-99"),
        # 5.2
        change("enterprises", ("QY-571",), grid_ids="G03"),
        change("micro_grids", numbered("G{:02}-W1", range(1, 7)), mode="其他"),
        change("staff", ("G10-指导1",), left_on="2025-12-31"),
        change("staff", ("G11-指导1",), left_on="2025-12-30"),
        add(
            "staff",
            {
                "id": "G12-长2",
                "role": "网格长",
                "employer_type": "企业社区",
                "primary_post": "否",
                "full_time": "是",
                "appointed_on": "2024-05-06",
                "grid_ids": "G12",
            },
        ),
        change("staff", ("G09-长",), grid_ids=["G09", "G08"]),
        remove("staff", ("G15-兼职2", "G16-志愿1")),
        change("grids", ("G17",), last_reviewed_on="2024-12-31"),
        change("grids", ("G18",), last_reviewed_on="2024-12-30"),
        change("grids", ("G19",), basis=["其他"]),
        # 5.3
        change("digital_systems", ("XT-1",), integrated_ids=["示例企业服务平台", "示例产业大脑"]),
        change("digital_systems", ("XT-2",), scenarios=["设备云"]),
        change("service_requests", ("SQ-062",), closed_at=""),
        change(
            "service_requests",
            ("SQ-010",),
            submitted_at="2025-07-29 09:00:00",
            accepted_at="2025-07-29 09:00:00",
            first_response_at="2025-07-29 09:00:00",
            closed_at="2025-07-29 09:00:00",
        ),
        change(
            "service_requests",
            ("SQ-020",),
            submitted_at="2025-08-26 09:00:00",
            accepted_at="",
            first_response_at="2025-08-26 09:20:00",
            closed_at="2025-08-26 11:05:00",
        ),
        change(
            "service_requests",
            ("SQ-030",),
            submitted_at="2025-09-25 13:10:00",
            accepted_at="2025-09-25 13:30:00",
            first_response_at="",
            closed_at="2025-09-25 14:59:59",
        ),
        change("enterprises", numbered("QY-{:03}", range(5, 566, 5)), last_used_entry_on=""),
        change("enterprises", ("QY-001",), last_used_entry_on="2024-12-31"),
        change("enterprises", ("QY-002",), last_used_entry_on="2024-12-30"),
        # 6.5
        change("emergency_plans", ("YA-5",), revised_on="2022-12-31"),
        replace("duty_rosters", *duty_rosters()),
        respond_after(1799, "JX-001"),
        respond_after(1800, "JX-002"),
        respond_after(1801, "JX-003"),
        add(
            "service_requests",
            _ticket(
                "JX-900",
                "EQ-021",
                "是",
                "2025-06-30 23:59:59",
                "2025-07-01 00:10:00",
                "2025-07-01 00:45:00",
                "2025-07-01 01:30:00",
                "2025-07-01 09:00:00",
            ),
            _ticket(
                "BX-900",
                "EQ-001",
                "否",
                "2025-06-30 09:00:00",
                "2025-06-30 09:05:00",
                "2025-06-30 09:30:00",
                "2025-06-30 10:30:00",
                "2025-06-30 11:40:00",
            ),
            _ticket("JX-901", "EQ-001", "是", "2025-12-31 23:59:59"),
        ),
        replace(
            "drills",
            _drill("YL-1", "综合应急演练", "综合", "2025-09-10", "WJ-11"),
            _drill("YL-2", "仓库灭火疏散", "现场处置", "2025-10-15", "WJ-12"),
            _drill("YL-3", "车间断电处置", "现场处置", "2024-12-31", "WJ-13"),
            _drill("YL-4", "宿舍夜间疏散", "现场处置", "2024-12-30", ""),
        ),
        change("documents", ("WJ-11",), effective_on="2025-09-16"),
        change("documents", ("WJ-12",), effective_on="2025-10-20"),
        change("documents", ("WJ-13",), effective_on="2025-01-08"),
        change(
            "emergency_supplies",
            ("WZ-01",),
            quantity="40",
            expiry_on="2025-12-31",
            checked_on="2025-06-30",
        ),
        change("emergency_supplies", ("WZ-02",), checked_on="2025-06-29"),
        change("emergency_supplies", ("WZ-03",), expiry_on="2025-12-30"),
        change("emergency_supplies", ("WZ-04",), quantity="14.5"),
        change("documents", ("WJ-16",), effective_on="2025-07-31"),
        change("documents", ("WJ-17",), effective_on="2025-11-01"),
        replace(
            "incidents",
            _incident("SJ-1", "示例仓库外墙起烟", "火灾", "2025-07-01 00:00:00", "WJ-16"),
            _incident("SJ-2", "园区路口货车剐蹭", "交通", "2025-10-01 10:00:00", "WJ-17"),
            _incident("SJ-3", "示例车间机械伤手", "生产安全", "2025-12-01 15:20:00", ""),
            _incident("SJ-4", "示例厂房漏雨停产", "自然灾害", "2025-11-30 23:59:59", ""),
            _incident("SJ-5", "示例堆场倒塌", "生产安全", "2025-06-30 23:59:59", ""),
        ),
        # 7.8
        change("service_requests", ("BX-019", "BX-020"), device_id=""),
        change("devices", ("EQ-017", "EQ-018"), model=""),
        change("devices", ("EQ-021",), file_created_on=""),
        replace(
            "hotlines",
            _hotline("RX-1", "示例戊抢修热线", "抢修", "是", 60, 57),
            _hotline("RX-2", "示例戊服务热线", "综合", "是", 90, 45),
            _hotline("RX-3", "示例戊夜间抢修", "抢修", "是", 40, 38),
            _hotline("RX-4", "示例戊班组电话", "抢修", "否", 10, 1),
        ),
        change("repair_orders", ("WX-003", "WX-006", "WX-009", "WX-012"), parts="已供应"),
        change("repair_orders", ("WX-001", "WX-002"), parts="未供应"),
        change("repair_orders", ("WX-005",), due_at="2025-12-31 23:59:59", completed_at=""),
        add(
            "repair_orders",
            _order("WX-901", "BX-020", "2025-12-30 09:00:00", "2026-01-01 00:00:00"),
            _order("WX-902", "BX-900", "2025-06-30 23:59:59", "2025-07-02 09:00:00"),
        ),
        change("documents", ("WJ-24",), effective_on="2025-07-01"),
        change("documents", ("WJ-25",), effective_on="2025-06-30"),
        change("documents", ("WJ-26",), effective_on="2025-12-31"),
        change(
            "issue_classes", ("LB-1",), request_ids=["JX-001", "BX-001"], formed_on="2025-07-01"
        ),
        change(
            "issue_classes", ("LB-2",), request_ids=["JX-900", "BX-900"], formed_on="2025-06-30"
        ),
        change("issue_classes", ("LB-3",), request_ids=["JX-009"], formed_on="2025-12-31"),
        # 9.3
        add(
            "evaluation_schemes",
            {
                "id": "BF-0",
                "title": "示例企业社区考评办法（已废止）",
                "in_force": "否",
                "doc_id": "",
                "procedure": ["形成结论"],
            },
        ),
        change("evaluation_dimensions", ("WD-1",), weight="0.2499"),
        change("evaluation_dimensions", ("WD-2",), weight="0.25", evaluator_kinds=["企业"]),
        change("evaluation_dimensions", ("WD-3",), evaluator_kinds=["主管部门"]),
        change("evaluation_dimensions", ("WD-4",), weight="0.25"),
        add(
            "evaluation_dimensions",
            {
                "id": "WD-0",
                "scheme_id": "BF-0",
                "name": "综合",
                "weight": "1",
                "evaluator": "第三方机构",
                "evaluator_kinds": ["第三方"],
            },
        ),
        replace(
            "evaluations",
            {"id": "KP-0", "title": "2024 年下半年考评", "finished_on": "2024-12-30"},
            {
                "id": "KP-1",
                "title": "2024 年度四维考评",
                "finished_on": "2024-12-31",
                "published_on": "2025-01-30",
                "report_doc_id": "WJ-81",
                "used_in_doc_ids": ["WJ-82", "WJ-83"],
            },
        ),
        change("documents", ("WJ-81",), effective_on="2025-01-15"),
        change("documents", ("WJ-82", "WJ-83"), effective_on="2025-02-05"),
        change("reviews", ("FP-S",), date="2025-12-30"),
        add(
            "evaluation_scores",
            {"id": "DF-5", "evaluation_id": "KP-0", "dimension_id": "WD-1", "score": "80"},
        ),
    ),
)
