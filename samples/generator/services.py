"""What is done for enterprises: systems, tickets, devices, repairs, hotlines."""

from datetime import datetime, timedelta

from samples.generator.world import Chance, Row, Shape, at, stamp

CATEGORIES = ("政策", "用工", "咨询", "安全", "政策", "融资", "环保", "法律", "生活", "其他")
DEVICES = ("空压机", "烘缸", "复卷机", "叉车", "配电柜", "锅炉给水泵", "行车", "切纸机", "冷却塔")
REPAIR_MATTERS = ("业务联系", "机具零配件调配", "价格质量保证", "维修配件供应", "培训")


def digital_systems(shape: Shape) -> list[Row]:
    """Return the entry for requests, a web platform and a screen."""
    entry = f"示例{shape.code}一键诉求"
    return [
        {
            "id": "XT-1", "name": entry, "kind": "小程序", "status": "在线",
            "functions": ["诉求提交", "进度查询", "政策推送"],
            "integrated_ids": ["示例企业服务平台", "示例基层治理平台", "示例产业大脑"],
            "scenarios": ["远程问诊", "设备云"],
            "security_filing": "示例备案 0001 号", "privacy_notice": "已告知",
        },
        {
            "id": "XT-2", "name": "示例设备管理平台", "kind": "网页平台", "status": "在线",
            "functions": ["统计分析"], "integrated_ids": [entry],
            "scenarios": ["设备云", "安全预警"],
            "security_filing": "示例备案 0002 号", "privacy_notice": "已告知",
        },
        {
            "id": "XT-3", "name": "示例综合大屏", "kind": "大屏", "status": "在线",
            "functions": ["统计分析"], "integrated_ids": [], "scenarios": [],
            "security_filing": "示例评估 0003 号", "privacy_notice": "不收集个人信息",
        },
    ]  # fmt: skip


def devices(shape: Shape, chance: Chance) -> list[Row]:
    """Return devices EQ-001 on, all with a complete file; the last ones were never reported."""
    running = sum(shape.grid_sizes)
    rows: list[Row] = []
    for number in range(1, sum(shape.devices) + 1):
        installed = shape.start - timedelta(days=chance.between(200, 2500))
        maintained = shape.end - timedelta(days=chance.between(5, 150))
        filed = max(installed, shape.start - timedelta(days=chance.between(30, 500)))
        rows.append(
            {
                "id": f"EQ-{number:03}",
                "name": chance.pick(DEVICES),
                "enterprise_id": _owner(number, running),
                "model": f"SL-{chance.between(100, 999)}{chance.pick('ABCD')}",
                "installed_on": installed.isoformat(),
                "vendor": f"示例设备商{chance.between(1, 9)}",
                "last_maintained_on": maintained.isoformat(),
                "file_created_on": filed.isoformat(),
            }
        )
    return rows


def _owner(device: int, running: int) -> str:
    return f"QY-{device * 37 % running + 1:03}"


def service_requests(shape: Shape, chance: Chance) -> list[Row]:
    """Return the tickets by time: 急修 JX-001 on, 报修 BX-001 on, all others SQ-001 on."""
    running = sum(shape.grid_sizes)
    rows = [_urgent(shape, chance, n, running) for n in range(1, shape.urgent + 1)]
    rows += [_repair(shape, chance, n, running) for n in range(1, shape.repairs + 1)]
    rows += [_other(shape, chance, n, running) for n in range(1, shape.others + 1)]
    return sorted(rows, key=lambda row: (row["submitted_at"], row["id"]))


def _device(shape: Shape, ticket: int) -> int:
    return (ticket - 1) % shape.devices[0] + 1


def _urgent(shape: Shape, chance: Chance, number: int, running: int) -> Row:
    device = _device(shape, number)
    submitted = _moment(shape, chance, number, shape.urgent, 0, 23)
    response = submitted + timedelta(seconds=chance.between(120, 1500))
    arrived = response + timedelta(seconds=chance.between(900, 4800))
    closed = arrived + timedelta(seconds=chance.between(1800, 40000))
    return {
        "id": f"JX-{number:03}", "enterprise_id": _owner(device, running),
        "device_id": f"EQ-{device:03}", "category": "设备", "urgent": "是", "in_park": "是",
        "submitted_at": stamp(submitted),
        "accepted_at": stamp(submitted + timedelta(seconds=chance.between(5, 110))),
        "first_response_at": stamp(response), "arrived_at": stamp(arrived),
        "due_at": stamp(submitted + timedelta(days=2)), "closed_at": stamp(closed),
        **_rating(shape, number, closed),
    }  # fmt: skip


def _repair(shape: Shape, chance: Chance, number: int, running: int) -> Row:
    device = _device(shape, number + shape.urgent)
    submitted = _moment(shape, chance, number, shape.repairs, 8, 17)
    accepted = submitted + timedelta(seconds=chance.between(30, 3600))
    response = accepted + timedelta(seconds=chance.between(120, 9000))
    arrived = response + timedelta(seconds=chance.between(3600, 90000))
    closed = arrived + timedelta(seconds=chance.between(3600, 120000))
    return {
        "id": f"BX-{number:03}", "enterprise_id": _owner(device, running),
        "device_id": f"EQ-{device:03}", "category": "设备", "urgent": "否", "in_park": "是",
        "submitted_at": stamp(submitted), "accepted_at": stamp(accepted),
        "first_response_at": stamp(response), "arrived_at": stamp(arrived),
        "due_at": stamp(submitted + timedelta(days=5)), "closed_at": stamp(closed),
        **_rating(shape, number, closed),
    }  # fmt: skip


def _other(shape: Shape, chance: Chance, number: int, running: int) -> Row:
    submitted = _moment(shape, chance, number, shape.others, 8, 20)
    accepted = submitted + timedelta(seconds=chance.between(30, 7200))
    response = accepted + timedelta(seconds=chance.between(300, 20000))
    category = CATEGORIES[number % len(CATEGORIES)]
    asked = category == "咨询"  # to be answered in 3 working days
    closed = response + timedelta(seconds=chance.between(600, 150000 if asked else 250000))
    due = submitted + timedelta(days=4 if asked else 7)
    return {
        "id": f"SQ-{number:03}", "enterprise_id": f"QY-{chance.between(1, running):03}",
        "device_id": "", "category": category, "urgent": "否",
        "in_park": "是", "submitted_at": stamp(submitted), "accepted_at": stamp(accepted),
        "first_response_at": stamp(response), "arrived_at": "",
        "due_at": stamp(due), "closed_at": stamp(closed), **_rating(shape, number, closed),
    }  # fmt: skip


def _rating(shape: Shape, number: int, closed: datetime) -> Row:
    """Return what an enterprise thought: every third rates, every 45th is not content."""
    rated = closed + timedelta(hours=3 + number % 20)
    revisited = rated + timedelta(hours=20)
    names = ("satisfaction", "rated_at", "revisit_at", "revisit_result")
    if number % 3 or revisited.date() > shape.drawn:
        return dict.fromkeys(names, "")
    if number % 45:
        return dict(zip(names, ("5" if number % 6 else "4", stamp(rated), "", ""), strict=True))
    result = "已解决" if number % 90 else "已说明原因"
    return dict(zip(names, ("2", stamp(rated), stamp(revisited), result), strict=True))


def _moment(
    shape: Shape, chance: Chance, number: int, of: int, from_hour: int, to_hour: int
) -> datetime:
    day = shape.day(number, of)
    return at(day, chance.between(from_hour, to_hour), chance.below(60), chance.below(60))


def repair_orders(shape: Shape, chance: Chance, tickets: list[Row]) -> list[Row]:
    """Return orders WX-001 on: for every urgent ticket, then for repairs as many as are asked.

    Every sixth is not on site, every third needs no part.
    """
    by_id = {str(row["id"]): row for row in tickets}
    wanted = [f"JX-{n:03}" for n in range(1, shape.urgent + 1)]
    wanted += [f"BX-{n:03}" for n in range(1, shape.orders - shape.urgent + 1)]
    rows: list[Row] = []
    for number, key in enumerate(wanted, 1):
        response = datetime.fromisoformat(str(by_id[key]["first_response_at"]))
        dispatched = response + timedelta(minutes=chance.between(1, 20))
        due = dispatched + timedelta(hours=chance.pick((24, 48, 72)))
        completed = dispatched + timedelta(minutes=chance.between(60, 1300))
        rows.append(
            {
                "id": f"WX-{number:03}",
                "request_id": key,
                "dispatched_at": stamp(dispatched),
                "onsite": "是" if number % 6 else "否",
                "due_at": stamp(due),
                "completed_at": stamp(completed),
                "parts": "已供应" if number % 3 else "无需配件",
            }
        )
    return rows


def repair_unification() -> list[Row]:
    """Return the five matters, all ruled by one document or another."""
    papers = ("WJ-21", "WJ-21", "WJ-22", "WJ-21", "WJ-23")
    return [
        {"id": f"TY-{n}", "aspect": aspect, "established": "是", "doc_id": paper}
        for n, (aspect, paper) in enumerate(zip(REPAIR_MATTERS, papers, strict=True), 1)
    ]


def hotlines(shape: Shape) -> list[Row]:
    """Return a repair hotline and a general one, every call answered."""
    return [
        {
            "id": "RX-1", "name": f"示例{shape.code}抢修热线", "purpose": "抢修", "public": "是",
            "calls": "412", "answered": "412",
        },
        {
            "id": "RX-2", "name": f"示例{shape.code}服务热线", "purpose": "综合", "public": "是",
            "calls": "1830", "answered": "1702",
        },
    ]  # fmt: skip


def issue_classes(shape: Shape) -> list[Row]:
    """Return three classes of device problems with a common measure."""
    formed = [shape.day(n, 4).isoformat() for n in (2, 3, 4)]
    return [
        {
            "id": "LB-1", "title": "电机过热停机", "request_ids": ["JX-001", "JX-004", "BX-003"],
            "action_doc_id": "WJ-24", "formed_on": formed[0],
        },
        {
            "id": "LB-2", "title": "接触器老化", "request_ids": ["BX-011", "BX-017"],
            "action_doc_id": "WJ-25", "formed_on": formed[1],
        },
        {
            "id": "LB-3", "title": "轴承异响", "request_ids": ["JX-009", "BX-020", "BX-026"],
            "action_doc_id": "WJ-26", "formed_on": formed[2],
        },
    ]  # fmt: skip
