"""Emergencies: the watch round the clock, plans, drills, supplies, incidents."""

from datetime import date, datetime, timedelta

from samples.generator.world import Chance, Row, Shape, at, stamp

SUPPLIES = (
    ("干粉灭火器", 40, True), ("消防水带", 12, False), ("防毒面具", 20, True),
    ("应急照明灯", 15, False), ("急救箱", 6, True), ("担架", 3, False), ("沙袋", 200, False),
    ("抽水泵", 4, False), ("雨衣", 40, False), ("手持扩音器", 6, False), ("对讲机", 16, False),
    ("警戒带", 30, False), ("吸附棉", 50, True), ("防护服", 12, True), ("口罩", 2000, True),
    ("消毒液", 80, True), ("铁锹", 20, False), ("安全绳", 10, True), ("发电机", 2, False),
    ("折叠床", 10, False),
)  # fmt: skip
PLANS = ("综合", "火灾", "生产安全", "防汛防台", "公共卫生", "其他")


def duty_rosters(shape: Shape, chance: Chance) -> list[Row]:
    """Return the shifts worked, two a day, from the night before the period to its last night.

    Who relieves comes up to 12 minutes early and the one relieved stays until then, save for the
    late reliefs of the shape: {shift: minutes after the old one has left}.
    """
    nights = shape.days + 1
    names = [(shape.start + timedelta(days=n - 1), kind) for n in range(nights) for kind in "日夜"]
    names = names[1:]  # begins with the night before
    rows: list[Row] = []
    start = _nominal(*names[0])
    for on, kind in names:
        key = f"BC-{on:%Y%m%d}-{kind}"
        nominal = _nominal(on, kind) + timedelta(hours=12)
        late = shape.late_reliefs.get(key)
        if late is None:
            relieved = nominal - timedelta(minutes=chance.between(0, 12))
            end = nominal + timedelta(minutes=chance.between(0, 5))
        else:
            relieved, end = nominal + timedelta(minutes=late), nominal
        rows.append(
            {
                "id": key,
                "post": "值班室" + ("日班" if kind == "日" else "夜班"),
                "start_at": stamp(start),
                "end_at": stamp(end),
                "relieved_at": stamp(relieved),
            }
        )
        start = relieved
    return rows


def _nominal(on: date, kind: str) -> datetime:
    return at(on, 8 if kind == "日" else 20)


def emergency_plans(shape: Shape, chance: Chance) -> list[Row]:
    """Return one plan of each type, all revised within two years."""
    return [
        {
            "id": f"YA-{n}",
            "title": f"示例{shape.code}园区{kind}应急预案",
            "type": kind,
            "revised_on": (shape.end - timedelta(days=chance.between(60, 700))).isoformat(),
        }
        for n, kind in enumerate(PLANS, 1)
    ]


def drills(shape: Shape) -> list[Row]:
    """Return one comprehensive, one special and three on-site drills, each evaluated."""
    kinds = ("综合", "现场处置", "专项", "现场处置", "现场处置")
    titles = ("综合应急演练", "仓库灭火疏散", "液氨泄漏专项演练", "车间断电处置", "宿舍夜间疏散")
    return [
        {
            "id": f"YL-{n}", "title": title, "type": kind,
            "date": shape.day(n + 1, 7).isoformat(), "evaluation_doc_id": f"WJ-1{n}",
        }
        for n, (kind, title) in enumerate(zip(kinds, titles, strict=True), 1)
    ]  # fmt: skip


def emergency_supplies(shape: Shape, chance: Chance) -> list[Row]:
    """Return the supplies on hand: enough, in date, looked at within two months."""
    rows: list[Row] = []
    for number, (item, wanted, expires) in enumerate(SUPPLIES, 1):
        expiry = shape.end + timedelta(days=chance.between(200, 900))
        checked = shape.end - timedelta(days=chance.between(3, 60))
        rows.append(
            {
                "id": f"WZ-{number:02}",
                "item": item,
                "required_quantity": str(wanted),
                "quantity": str(wanted + chance.below(3)),
                "has_expiry": "是" if expires else "否",
                "expiry_on": expiry.isoformat() if expires else "",
                "checked_on": checked.isoformat(),
            }
        )
    return rows


INCIDENTS = (
    ("示例仓库外墙起烟", "火灾", "一般"), ("园区路口货车剐蹭", "交通", "一般"),
    ("示例车间机械伤手", "生产安全", "一般"), ("暴雨致低洼厂房进水", "自然灾害", "较大"),
)  # fmt: skip


def incidents(shape: Shape) -> list[Row]:
    """Return four incidents, each summed up within 30 days (papers WJ-16 to WJ-19)."""
    return [
        {
            "id": f"SJ-{n}", "title": title, "type": kind, "level": level, "liability": "非责任",
            "occurred_at": stamp(at(shape.day(n + 1, 6), 9 + n, 12 * n)),
            "review_doc_id": f"WJ-{15 + n}",
        }
        for n, (title, kind, level) in enumerate(INCIDENTS, 1)
    ]  # fmt: skip
