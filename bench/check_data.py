"""A made-up submission of any number of tickets, with nothing left blank, as CSV files."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

GRIDS = 12
ENTERPRISES = 400
START = datetime.combine(date(2025, 1, 1), time())


def write(folder: Path, tickets: int) -> None:
    """Write a submission in the pure CSV form."""
    folder.mkdir(parents=True, exist_ok=True)
    items = {
        "表单版本": 1, "评价类型": "自评", "示例数据": "是", "评价期起": "2025-01-01",
        "评价期止": "2025-12-31", "评价日": "2026-01-10",
    }  # fmt: skip
    _write(folder / "submission.csv", [{"项目": k, "内容": v} for k, v in items.items()])
    for name, rows in tables(tickets).items():
        _write(folder / f"{name}.csv", rows)


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def tables(tickets: int) -> dict[str, list[dict[str, Any]]]:
    """Return every table that the rules read."""
    devices = max(10, tickets // 10)
    return {
        "community": [{"name": "示例大企业社区", "enterprise_count": ENTERPRISES - 20}],
        "party_orgs": _party_orgs(),
        "grids": [_grid(n) for n in range(GRIDS)],
        "micro_grids": [_micro_grid(n) for n in range(60)],
        "staff": [s for n in range(GRIDS) for s in _staff(n)],
        "enterprises": [_enterprise(n) for n in range(ENTERPRISES)],
        "digital_systems": _systems(),
        "service_requests": [_ticket(n, devices) for n in range(tickets)],
        "duty_rosters": [_shift(n) for n in range(365)],
        "emergency_plans": [
            {"id": f"P{n}", "title": f"{kind}预案", "type": kind, "revised_on": "2024-03-01"}
            for n, kind in enumerate(("综合", "火灾", "生产安全", "防汛防台", "公共卫生"))
        ],
        "drills": [
            {"id": f"D{n}", "title": "演练", "type": kind, "date": day, "evaluation_doc_id": "F1"}
            for n, (kind, day) in enumerate(
                (("综合", "2025-03-01"), ("现场处置", "2025-05-01"), ("现场处置", "2025-10-01"))
            )
        ],
        "emergency_supplies": [_supply(n) for n in range(40)],
        "incidents": [
            {"id": f"I{n}", "title": "事件", "type": "交通", "level": "一般", "liability": "非责任",
             "occurred_at": f"2025-0{n + 1}-03 10:00", "review_doc_id": f"FI{n}"}
            for n in range(6)
        ],
        "devices": [_device(n) for n in range(devices)],
        "repair_unification": [
            {"id": f"U{n}", "aspect": aspect, "established": "是", "doc_id": "F1"}
            for n, aspect in enumerate(
                ("业务联系", "机具零配件调配", "价格质量保证", "维修配件供应", "培训")
            )
        ],
        "repair_orders": [_order(n) for n in range(max(1, tickets // 2))],
        "hotlines": [
            {"id": "H1", "name": "抢修", "purpose": "抢修", "public": "是", "calls": 900, "answered": 870},
            {"id": "H2", "name": "综合", "purpose": "综合", "public": "是", "calls": 90, "answered": 60},
        ],
        "issue_classes": [
            {"id": "C1", "title": "漏油", "request_ids": "T0、T1", "action_doc_id": "F1",
             "formed_on": "2025-06-01"}
        ],
        "evaluation_schemes": [
            {"id": "S1", "title": "办法", "in_force": "是", "doc_id": "F1",
             "procedure": "评价准备、指标体系、数据采集与校验、形成结论"}
        ],
        "evaluation_dimensions": [
            {"id": f"M{n}", "scheme_id": "S1", "name": f"维度{n}", "weight": "0.25",
             "evaluator": "协会", "evaluator_kinds": kind}
            for n, kind in enumerate(("企业", "员工", "社区", "第三方"))
        ],
        "evaluations": [{"id": "E1", "title": "年度考评", "finished_on": "2025-12-01"}],
        "evaluation_scores": [
            {"id": f"X{n}", "evaluation_id": "E1", "dimension_id": f"M{n}", "score": 80 + n}
            for n in range(4)
        ],
        "documents": [
            {"id": "F1", "title": "文件", "effective_on": "2024-01-01"},
            *({"id": f"FI{n}", "title": "总结", "effective_on": f"2025-0{n + 1}-20"} for n in range(6)),
        ],
    }  # fmt: skip


def _party_orgs() -> list[dict[str, Any]]:
    branches = [(f"B{n}", "网格党支部", "C") for n in range(GRIDS)]
    groups = [(f"G{n}", "微网格党小组", f"B{n % GRIDS}") for n in range(48)]
    own = [(f"O{n}", "企业党组织", "C" if n % 2 else f"B{n % GRIDS}") for n in range(30)]
    top = [("A", "园区大工委", "无"), ("C", "社区大党委", "A")]
    return [
        {"id": i, "name": i, "level": level, "parent_id": parent, "approval_doc_id": "F1"}
        for i, level, parent in (*top, *branches, *groups, *own)
    ]


def _grid(n: int) -> dict[str, Any]:
    return {
        "id": f"W{n}", "name": f"第{n}格", "party_org_id": f"B{n}", "party_area_id": f"Q{n}",
        "service_area_id": f"Q{n}", "governance_area_id": f"Q{n}" if n else "Q9",
        "basis": "地理位置", "last_reviewed_on": "2025-09-01",
    }  # fmt: skip


def _micro_grid(n: int) -> dict[str, Any]:
    return {
        "id": f"MW{n}", "name": f"第{n}微格", "grid_id": f"W{n % GRIDS}",
        "mode": "其他" if n % 20 == 0 else "一企一格", "party_group_id": f"G{n}" if n < 48 else "B1",
    }  # fmt: skip


def _staff(n: int) -> Iterable[dict[str, Any]]:
    roles = (
        ("网格长", "企业社区"), ("专职网格员", "企业社区"), ("网格指导员", "管委会"),
        ("兼职网格员", "辖区企业"), ("兼职网格员", "辖区企业"), ("志愿者", "其他"),
    )  # fmt: skip
    for i, (role, employer) in enumerate(roles):
        yield {
            "id": f"R{n}-{i}", "role": role, "employer_type": employer, "grid_ids": f"W{n}",
            "left_on": "",
        }  # fmt: skip


def _enterprise(n: int) -> dict[str, Any]:
    return {
        "id": f"N{n}", "name": f"示例企业{n}", "status": "停业" if n % 20 == 0 else "在营",
        "grid_ids": f"W{n % GRIDS}",
        "last_used_entry_on": "无" if n % 7 == 0 else f"2025-{n % 12 + 1:02d}-11",
    }  # fmt: skip


def _systems() -> list[dict[str, Any]]:
    return [
        {"id": "Y1", "name": "小程序", "kind": "小程序", "status": "在线",
         "functions": "诉求提交、进度查询", "integrated_ids": "甲、乙", "scenarios": "远程问诊、设备云",
         "security_filing": "B-1", "privacy_notice": "已告知"},
        {"id": "Y2", "name": "大屏", "kind": "大屏", "status": "在线", "functions": "统计分析",
         "integrated_ids": "无", "scenarios": "能耗监测", "security_filing": "B-2",
         "privacy_notice": "不收集个人信息"},
    ]  # fmt: skip


def _ticket(n: int, devices: int) -> dict[str, Any]:
    submitted = START + timedelta(minutes=n * 509 % 525_000)
    repair = n % 3 == 0
    response = submitted + timedelta(minutes=41 if n % 67 == 0 else n % 29)
    closed = "" if n % 11 == 0 else f"{response + timedelta(hours=n % 90)}"
    return {
        "id": f"T{n}", "enterprise_id": f"N{n % ENTERPRISES}",
        "device_id": f"V{n % devices}" if repair and n % 60 else "",
        "category": "设备" if repair else ("政策", "用工", "咨询")[n % 3],
        "urgent": "是" if n % 2 else "否", "in_park": "否" if n % 9 == 0 else "是",
        "submitted_at": submitted, "accepted_at": submitted + timedelta(minutes=n % 5 % (n % 29 or 1)),
        "first_response_at": response, "arrived_at": response + timedelta(minutes=20),
        "closed_at": closed,
    }  # fmt: skip


def _device(n: int) -> dict[str, Any]:
    return {
        "id": f"V{n}", "name": f"设备{n}", "enterprise_id": f"N{n % ENTERPRISES}", "model": "M-1",
        "installed_on": "2020-01-01", "vendor": "无" if n % 50 == 0 else "示例厂",
        "last_maintained_on": "2025-08-01", "file_created_on": "2024-02-02",
    }  # fmt: skip


def _order(n: int) -> dict[str, Any]:
    sent = START + timedelta(minutes=n * 997 % 520_000)
    return {
        "id": f"K{n}", "request_id": f"T{n}", "dispatched_at": sent,
        "onsite": "是" if n % 4 else "否", "due_at": sent + timedelta(days=3),
        "completed_at": "" if n % 17 == 0 else sent + timedelta(days=2),
        "parts": ("无需配件", "已供应", "已供应", "未供应")[n % 4] if n % 5 == 0 else "已供应",
    }  # fmt: skip


def _shift(n: int) -> dict[str, Any]:
    began = START + timedelta(days=n)
    ended = began + timedelta(days=1)
    return {
        "id": f"Z{n}", "post": "值班室", "start_at": began, "end_at": ended,
        "relieved_at": ended - timedelta(minutes=5),
    }  # fmt: skip


def _supply(n: int) -> dict[str, Any]:
    return {
        "id": f"J{n}", "item": f"物资{n}", "required_quantity": 10, "quantity": 10 + n % 3,
        "has_expiry": "是" if n % 2 else "否", "expiry_on": "2026-12-31" if n % 2 else "",
        "checked_on": "2025-11-01",
    }  # fmt: skip
