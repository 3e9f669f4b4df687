"""Chapter 4: Party life and guidance, mechanisms and their meetings, visits, training, resources."""

from datetime import date, timedelta

from samples.generator.people import OWN_BRANCHES, WORKERS
from samples.generator.world import Chance, Row, Shape

ASPECTS = ("书记", "班子", "党员", "组织", "阵地", "品牌")


def party_activities(shape: Shape, chance: Chance) -> list[Row]:
    """Return what the branches of the grids did: a theme day a month, a class a quarter, more."""
    rows: list[Row] = []
    for grid in shape.grids:
        held = {
            "主题党日": [first + timedelta(days=chance.below(26)) for first in shape.months],
            "支委会": [first + timedelta(days=chance.below(26)) for first in shape.months],
            "党员大会": [q[2] + timedelta(days=chance.below(26)) for q in shape.quarters],
            "党课": [chance.pick(q) + timedelta(days=chance.below(26)) for q in shape.quarters],
        }
        rows += [
            {
                "id": f"DH-{grid}-{kind[:2]}{n:02}", "org_id": f"DZ-{grid}", "type": kind,
                "date": str(on),
            }
            for kind, days in held.items()
            for n, on in enumerate(days, 1)
        ]  # fmt: skip
    return rows


def guidance_records(shape: Shape) -> list[Row]:
    """Return the guidance given: every Party organisation of an enterprise twice."""
    orgs = [f"DZ-企{n:02}" for n in range(1, len(shape.grids) * OWN_BRANCHES + 1)]
    asked = [*orgs, *orgs] if len(orgs) > 2 else orgs * 3  # each aspect at least once
    return [
        {
            "id": f"ZD-{n:03}",
            "org_id": org,
            "aspects": [ASPECTS[n * 2 % 6], ASPECTS[(n * 2 + 1) % 6]],
            "date": shape.middle(n, len(asked)).isoformat(),
        }
        for n, org in enumerate(asked, 1)
    ]


def mechanisms(shape: Shape) -> list[Row]:
    """Return five mechanisms, two of which meet: each quarter and each month."""
    quarters, months = str(len(shape.quarters)), str(len(shape.months))
    return [
        _mechanism(
            "JZ-1", "企业诉求闭环办理机制", "诉求办理", steps=["受理", "分办", "反馈", "回访"]
        ),
        _mechanism(
            "JZ-2", "三方联席会议制度", "联席会议", planned=quarters, contact="管委会企服科"
        ),
        _mechanism("JZ-3", "网格月例会制度", "联席会议", planned=months),
        _mechanism("JZ-4", "警社联动机制", "警务联动", contact="派出所社区民警"),
        _mechanism("JZ-5", "网格包联走访制度", "走访联系"),
    ]


def _mechanism(
    key: str,
    title: str,
    category: str,
    *,
    steps: list[str] | None = None,
    planned: str = "0",
    contact: str = "",
) -> Row:
    return {
        "id": key, "title": title, "category": category, "steps": steps or [],
        "planned_meetings": planned, "contact_role": contact,
    }  # fmt: skip


def meetings(shape: Shape) -> list[Row]:
    """Return the meetings that were due, all held a few days before."""
    due = [("JZ-2", _last_day(quarter[-1])) for quarter in shape.quarters]
    due += [("JZ-3", _last_day(first)) for first in shape.months]
    return [
        {
            "id": f"HY-{n:02}", "mechanism_id": mechanism, "due_on": str(on),
            "held_on": str(on - timedelta(days=2 + n % 7)),
        }
        for n, (mechanism, on) in enumerate(due, 1)
    ]  # fmt: skip


def _last_day(first: date) -> date:
    following = (first + timedelta(days=31)).replace(day=1)
    return following - timedelta(days=1)


def visits(shape: Shape, chance: Chance) -> list[Row]:
    """Return the visits: every enterprise once, every third once more."""
    called = [*range(1, shape.running + 1), *range(3, shape.running + 1, 3)]
    return [
        {
            "id": f"ZF-{n:04}", "enterprise_id": f"QY-{enterprise:03}",
            "date": (shape.start + timedelta(days=chance.below(shape.days))).isoformat(),
        }
        for n, enterprise in enumerate(called, 1)
    ]  # fmt: skip


def agreements(shape: Shape) -> list[Row]:
    """Return agreements in force on Party building, the region and waste."""
    until = (shape.assessed_on + timedelta(days=400)).isoformat()
    three = ["管委会", "乡镇街道", "社区", "企业"]
    return [
        _agreement("XY-1", "三方党建联建协议", "党建联建", three, until),
        _agreement("XY-2", "与示例邻县企业社区协作协议", "区域协作", ["社区", "其他社区或园区"], ""),
        _agreement(
            "XY-3", "示例产业链跨区配套协议", "区域协作", ["社区", "企业", "其他社区或园区"], until,
            chain="是",
        ),
        _agreement("XY-4", "一般工业固废收运合同", "固废收运", ["社区", "企业"], until),
        _agreement("XY-5", "生活垃圾分类收运合同", "固废收运", ["社区", "乡镇街道"], until),
    ]  # fmt: skip


def _agreement(
    key: str, title: str, kind: str, parties: list[str], until: str, chain: str = "否"
) -> Row:
    return {
        "id": key, "title": title, "kind": kind, "party_kinds": parties,
        "has_expiry": "是" if until else "否", "valid_until": until, "chain_match": chain,
    }  # fmt: skip


def resources(shape: Shape) -> list[Row]:
    """Return the list of resources; three are shared by agreement and were used this year."""
    used = [shape.ago(days).isoformat() for days in (12, 40, 75)]
    lines = (
        ("示例管委会共享会议中心", "场地", "政府部门", "", "WJ-71", used[0]),
        ("示例职校实训车间", "场地", "高校院所", "", "WJ-72", used[1]),
        ("示例纸业检测仪器", "设备", "企业", "", "WJ-73", used[2]),
        ("党群服务中心场地", "场地", "政府部门", "社区", "", ""),
        ("驻点社会工作者", "人力", "社会组织", "社会工作者", "", ""),
        ("示例社会工作服务中心", "服务", "社会组织", "社会组织", "", ""),
        ("企业志愿服务队", "人力", "企业", "社区志愿者", "", ""),
        ("示例园区关爱基金", "资金", "其他", "社会慈善资源", "", ""),
        ("退休技师顾问团", "人力", "居民", "", "", ""),
        ("产业信息月报", "信息", "政府部门", "", "", ""),
    )
    return [
        {
            "id": f"ZY-{n:02}", "name": name, "type": kind, "owner_kind": owner,
            "wushe_kind": wushe, "agreement_doc_id": paper, "last_used_on": last,
        }
        for n, (name, kind, owner, wushe, paper, last) in enumerate(lines, 1)
    ]  # fmt: skip


def agencies() -> list[Row]:
    """Return the authorities that are stationed or attached, and one that is online."""
    names = (
        "示例县市场监管局", "示例县人力社保局", "示例县税务局", "示例县公安局", "示例县应急管理局",
        "示例县司法局", "示例县生态环境分局",
    )  # fmt: skip
    modes = ("派驻", "派驻", "挂联", "派驻", "挂联", "挂联", "线上")
    return [
        {"id": f"BM-{n}", "name": name, "mode": mode}
        for n, (name, mode) in enumerate(zip(names, modes, strict=True), 1)
    ]


TRAININGS = (
    ("企业社区管理规范宣贯", 320, "本标准", ["工作人员"], "8"),
    ("网格安全巡查实务", 250, "安全", ["工作人员", "志愿者"], "8"),
    ("两新党建工作培训", 190, "党建", ["工作人员"], "8"),
    ("诉求办理和调解技巧", 120, "业务", ["工作人员"], "8"),
    ("企业社区管理规范再培训", 45, "本标准", ["工作人员"], "8"),
    ("叉车安全操作", 300, "技能", ["企业员工"], ""),
    ("造纸工中级工培训", 230, "技能", ["企业员工"], ""),
    ("电工证复审培训", 170, "技能", ["企业员工"], ""),
    ("设备点检与润滑", 100, "技能", ["企业员工"], ""),
    ("班组长管理能力", 30, "技能", ["企业员工"], ""),
)
"""Title, days before the data were drawn, topic, for whom, hours."""


def trainings(shape: Shape) -> list[Row]:
    """Return the trainings of the last twelve months, five for staff and five for workers."""
    return [
        {
            "id": f"PX-{n:02}", "title": title, "date": shape.ago(days).isoformat(),
            "topic": topic, "audience": audience, "assessed": "是",
        }
        for n, (title, days, topic, audience, _) in enumerate(TRAININGS, 1)
    ]  # fmt: skip


def training_attendances(shape: Shape, staff: list[Row]) -> list[Row]:
    """Return who attended: every worker of the community who was in post on the day."""
    rows: list[Row] = []
    for n, (_, days, _, _, hours) in enumerate(TRAININGS, 1):
        on = shape.ago(days).isoformat()
        rows += [
            {
                "id": f"CX-{n:02}-{one['id']}", "training_id": f"PX-{n:02}",
                "staff_id": one["id"], "hours": hours,
            }
            for one in staff
            if hours
            and one["role"] in WORKERS
            and str(one["appointed_on"]) <= on
            and (not one["left_on"] or str(one["left_on"]) >= on)
        ]  # fmt: skip
    return rows
