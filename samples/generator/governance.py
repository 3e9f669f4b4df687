"""Chapter 6: patrols, hazards, screenings, disputes, disorder, events and what is published."""

from datetime import timedelta

from samples.generator.people import ENV_EVERY
from samples.generator.world import Chance, Row, Shape, at, stamp

HAZARDS = {
    "安全生产": ("压力管道未年检", "临边防护缺失", "叉车无证操作", "有限空间无警示"),
    "消防": ("消防通道堆物", "灭火器欠压", "疏散指示灯不亮", "喷淋阀门关闭"),
    "交通": ("路口视距遮挡", "货车逆停", "减速带破损", "人行横道磨损"),
    "环境": ("雨污混接", "危废标识缺失", "扬尘未覆盖", "异味扰民"),
    "其他": ("围墙倾斜", "广告牌松动", "积水路段无警示", "架空线缆下垂"),
}
KINDS = ("安全生产", "消防", "安全生产", "环境", "消防", "交通", "安全生产", "其他")
DISORDER = ("占道堆放", "车辆乱停", "路面破损", "积水", "乱贴广告", "绿化缺损")


def patrols(shape: Shape) -> list[Row]:
    """Return two safety patrols a month of each grid and five public-order patrols of the park.

    In every quarter each enterprise is called on once; where one that matters to the environment
    is called on, the patrol looks at that too.
    """
    rows: list[Row] = []
    first = 1
    for grid, size in zip(shape.grids, shape.grid_sizes, strict=True):
        own = range(first, first + size)
        first += size
        for n in range(2 * len(shape.months)):
            called = [number for number in own if number % 6 == n % 6]
            types = ["安全"]
            if any(number % ENV_EVERY == 0 for number in called):
                types.append("环保")
            on = shape.months[n // 2] + timedelta(days=4 + 14 * (n % 2) + len(grid) + size % 5)
            rows.append(
                {
                    "id": f"XC-{grid}-{n + 1:02}", "types": types, "grid_id": grid,
                    "date": str(on), "enterprise_ids": [f"QY-{k:03}" for k in called],
                }
            )  # fmt: skip
    for month in shape.months:
        rows += [
            {
                "id": f"ZA-{month:%y%m}-{n}", "types": ["治安"], "grid_id": "",
                "date": str(month + timedelta(days=2 + 6 * (n - 1))), "enterprise_ids": [],
            }
            for n in range(1, 6)
        ]  # fmt: skip
    return rows


def hazards(shape: Shape, chance: Chance) -> list[Row]:
    """Return six hazards a grid, put right in time and looked at again within a week.

    Every 24th is a serious one.
    """
    rows: list[Row] = []
    number = 6 * len(shape.grids)
    for n in range(1, number + 1):
        kind = KINDS[n % len(KINDS)]
        found = shape.day(n, number + number // 10 + 1)
        due = found + timedelta(days=chance.pick((7, 10, 15)))
        rectified = found + timedelta(days=chance.between(1, 7))
        verified = rectified + timedelta(days=chance.between(1, 7))
        title = HAZARDS[kind][n // len(KINDS) % 4]
        rows.append(
            {
                "id": f"YH-{n:03}", "title": f"{shape.grids[n % len(shape.grids)]} {title}",
                "kind": kind, "level": "重大" if n % 24 == 0 else "一般",
                "found_on": str(found), "due_on": str(due), "rectified_on": str(rectified),
                "verified_on": str(verified),
            }
        )  # fmt: skip
    return rows


def screenings(shape: Shape) -> list[Row]:
    """Return a look at disputes each month and at traffic each quarter."""
    held = [("矛盾纠纷", first + timedelta(days=20)) for first in shape.months]
    held += [("交通隐患", quarter[1] + timedelta(days=10)) for quarter in shape.quarters]
    scope = {"矛盾纠纷": "全部网格", "交通隐患": "全园区道路和出入口"}
    return [
        {"id": f"PC-{n:02}", "kind": kind, "date": str(on), "scope": scope[kind]}
        for n, (kind, on) in enumerate(held, 1)
    ]


def city_issues(shape: Shape, chance: Chance) -> list[Row]:
    """Return ten cases of disorder a grid, dealt with in a day and a half."""
    number = 10 * len(shape.grids)
    rows: list[Row] = []
    for n in range(1, number + 1):
        reported = at(shape.day(n, number + 4), chance.between(7, 18), chance.below(60))
        closed = reported + timedelta(minutes=chance.between(30, 2100))
        rows.append(
            {
                "id": f"SR-{n:03}",
                "title": f"{shape.grids[n % len(shape.grids)]} {chance.pick(DISORDER)}",
                "reported_at": stamp(reported),
                "due_at": stamp(reported + timedelta(days=chance.pick((2, 3)))),
                "closed_at": stamp(closed),
            }
        )
    return rows


def disputes(shape: Shape, chance: Chance) -> list[Row]:
    """Return 40 disputes (fewer in a small park), all settled within two weeks."""
    types = ("劳动争议", "企业间", "劳动争议", "物业", "劳动争议", "环境", "其他", "劳动争议")
    number = min(40, 6 * len(shape.grids))
    rows: list[Row] = []
    for n in range(1, number + 1):
        received = shape.day(n, number + 3)
        closed = received + timedelta(days=chance.between(1, 12))
        rows.append(
            {
                "id": f"JF-{n:03}", "type": types[n % 8], "received_on": str(received),
                "closed_on": str(min(closed, shape.drawn)), "result": "成功",
            }
        )  # fmt: skip
    return rows


ACTIVITIES = {
    "政策宣讲": (6, "惠企政策宣讲会"),
    "普法": (6, "劳动法进车间"),
    "法律体检咨询": (8, "律师驻点咨询"),
    "心理咨询": (16, "心理咨询师驻点"),
    "交通安全": (4, "交通安全宣传日"),
    "文化": (8, "员工文化活动"),
    "职业指导": (6, "职业规划讲座"),
    "区域交流": (4, "邻县园区互访"),
}
"""How many of a kind there are in a year; half as many in half a year."""


def activities(shape: Shape) -> list[Row]:
    """Return the events; every enterprise comes to one on policies, two are run with enterprises.

    Psychological counselling takes place four times each quarter.
    """
    rows: list[Row] = []
    for kind, (a_year, title) in ACTIVITIES.items():
        number = a_year * len(shape.months) // 12
        for n in range(1, number + 1):
            rows.append(
                {
                    "id": f"HD-{len(rows) + 1:02}",
                    "title": f"{title}（第{n}次）",
                    "type": kind,
                    "date": str(shape.day(n, number) + timedelta(days=9)),
                    "enterprise_ids": [
                        f"QY-{k:03}" for k in range(n, shape.running + 1, number)
                    ] if kind == "政策宣讲" else [],
                    "cobrand_enterprise_id": f"QY-{n:03}" if kind == "文化" and n <= 2 else "",
                }
            )  # fmt: skip
    return rows


def publicity_channels(shape: Shape) -> list[Row]:
    """Return four channels, all with something new in the last three weeks."""
    names = (
        ("示例企业社区公众号", "线上"), ("企业联络群", "线上"),
        ("党群服务中心宣传栏", "线下"), ("南区电子屏", "线下"),
    )  # fmt: skip
    return [
        {
            "id": f"XQ-{n}", "name": name, "kind": kind,
            "last_published_on": shape.ago(4 * n).isoformat(), "review_process": "是",
        }
        for n, (name, kind) in enumerate(names, 1)
    ]  # fmt: skip


def posts(shape: Shape) -> list[Row]:
    """Return six posts of news and three of jobs each month."""
    rows: list[Row] = []
    for month in shape.months:
        listed = [("宣传信息", "园区动态", 1 + 4 * n) for n in range(6)]
        listed += [("岗位信息", "招工信息", 3 + 9 * n) for n in range(3)]
        for kind, title, day in listed:
            rows.append(
                {
                    "id": f"XX-{len(rows) + 1:03}", "title": f"{title} {len(rows) + 1}",
                    "kind": kind, "date": str(month + timedelta(days=day)),
                }
            )  # fmt: skip
    return rows
