"""Chapter 7 beyond repairs: investment, policies, labour, platforms, factors, finance."""

from datetime import timedelta

from samples.generator.world import Chance, Row, Shape

POLICIES = (
    "技改投入补助办法", "首台套装备奖励", "稳岗返还实施细则", "研发费用加计扣除指引", "绿色工厂培育方案",
    "数字化车间补助", "用工余缺调剂办法", "外贸稳规模措施", "知识产权质押贴息", "小微企业上规奖励",
    "专精特新培育办法", "安全生产责任险补贴",
)  # fmt: skip


def investment_leads(shape: Shape) -> list[Row]:
    """Return sixteen leads: half still followed, the rest settled with help, or ended."""
    rows: list[Row] = []
    for n in range(1, 17):
        status = ("跟踪中", "已落地", "跟踪中", "已终止")[n % 4]
        registered = shape.day(n, 18)
        follow = shape.ago(1 + n) if status == "跟踪中" else registered + timedelta(days=15)
        rows.append(
            {
                "id": f"XS-{n:02}", "title": f"示例线索 {n:02}", "status": status,
                "registered_on": str(registered), "last_follow_on": str(follow),
                "agent_staff_id": f"社区-窗口{1 + n % 2}" if status == "已落地" else "",
            }
        )  # fmt: skip
    return rows


def policy_items(shape: Shape) -> list[Row]:
    """Return two policies a month, entered within nine days and followed up."""
    number = 2 * len(shape.months)
    rows: list[Row] = []
    for n in range(1, number + 1):
        issued = shape.day(n, number + 2)
        applied = 3 + n * 5 % 14
        rows.append(
            {
                "id": f"ZC-{n:02}", "title": f"示例县{POLICIES[n % 12]}（第{n}号）",
                "issued_on": str(issued), "published_on": str(issued + timedelta(days=2 + n % 8)),
                "applied_count": str(applied), "granted_count": str(applied * 2 // 3),
            }
        )  # fmt: skip
    return rows


def policy_deliveries(shape: Shape, chance: Chance, policies: list[Row]) -> list[Row]:
    """Return whom each policy concerns, every tenth enterprise, and when it was told."""
    rows: list[Row] = []
    for n, policy in enumerate(policies, 1):
        issued = shape.day(n, len(policies) + 2)
        published = issued + timedelta(days=2 + n % 8)
        for enterprise in range(1 + n % 10, shape.running + 1, 10):
            rows.append(
                {
                    "id": f"TS-{len(rows) + 1:04}", "policy_id": policy["id"],
                    "enterprise_id": f"QY-{enterprise:03}",
                    "delivered_on": str(published + timedelta(days=chance.below(6))),
                }
            )  # fmt: skip
    return rows


def labor_demands(shape: Shape, chance: Chance) -> list[Row]:
    """Return what every enterprise needs, asked in the last three weeks."""
    return [
        {
            "id": f"YG-{n:03}", "enterprise_id": f"QY-{n:03}",
            "vacancies": str(chance.below(12) if n % 3 else 0),
            "updated_on": shape.ago(chance.below(21)).isoformat(),
        }
        for n in range(1, shape.running + 1)
    ]  # fmt: skip


def job_fairs(shape: Shape) -> list[Row]:
    """Return the fairs of a year, six, or three in half a year."""
    titles = ("春季招聘会", "直播带岗", "校企对接会", "夜市招聘", "技能人才专场", "年末招聘会")
    number = len(shape.months) // 2
    return [
        {
            "id": f"ZP-{n}", "title": f"示例{titles[n - 1]}",
            "date": str(shape.middle(n, number)), "hired": str(18 + n * 7),
        }
        for n in range(1, number + 1)
    ]  # fmt: skip


def talent_services(shape: Shape) -> list[Row]:
    """Return two cases a month."""
    kinds = ("人才政策", "职称", "住房", "子女入学", "其他")
    number = 2 * len(shape.months)
    return [
        {"id": f"RC-{n:02}", "kind": kinds[n % 5], "date": str(shape.middle(n, number))}
        for n in range(1, number + 1)
    ]


def tech_platforms(shape: Shape) -> list[Row]:
    """Return two platforms in use, which served every fourth enterprise, and one being built."""
    served = [f"QY-{n:03}" for n in range(4, shape.running + 1, 4)]
    half = (len(served) + 1) // 2
    return [
        _platform("PT-1", "示例特种纸检测中心", "合作", "示例质量技术研究所", served[:half], "WJ-74"),
        _platform("PT-2", "示例共享中试车间", "自建", "示例园区运营公司", served[half:], "WJ-75"),
        {
            **_platform("PT-3", "示例设备云实验室", "合作", "", [], ""),
            "status": "建设中", "fee_notice": "未公示",
        },
    ]  # fmt: skip


def _platform(key: str, name: str, mode: str, operator: str, served: list[str], paper: str) -> Row:
    return {
        "id": key, "name": name, "mode": mode, "status": "在用",
        "served_enterprise_ids": list(served), "operator": operator, "rules_doc_id": paper,
        "fee_notice": "已公示",
    }  # fmt: skip


def incubators() -> list[Row]:
    """Return two incubators in use."""
    return [
        {"id": "FH-1", "name": "示例青创孵化楼", "mode": "自建", "status": "在用"},
        {"id": "FH-2", "name": "示例高校科技园分园", "mode": "合作", "status": "在用"},
    ]


def incubated_projects() -> list[Row]:
    """Return twelve projects with a mentor and a stage, some with support."""
    stages = ("种子期", "初创期", "成长期", "初创期")
    return [
        {
            "id": f"FX-{n:02}", "name": f"示例项目 {n:02}", "incubator_id": f"FH-{1 + n % 2}",
            "mentor": f"示例高校导师岗 {1 + n % 4}", "stage": stages[n % 4],
            "support_kinds": ["场租减免"] if n % 3 == 0 else [],
        }
        for n in range(1, 13)
    ]  # fmt: skip


def factor_posts(shape: Shape) -> list[Row]:
    """Return five offers or demands a month; every second one found its match."""
    goods = ("余料白卡纸", "闲置叉车", "仓储场地", "返程货车", "备用电机")
    channels = ("小程序供需专栏", "企业联络群", "宣传栏")
    number = 5 * len(shape.months)
    return [
        {
            "id": f"GX-{n:02}", "title": f"{goods[n % 5]}{'供应' if n % 2 else '求购'}",
            "channel": channels[n % 3], "date": str(shape.middle(n, number)),
            "matched": "否" if n % 2 else "是",
        }
        for n in range(1, number + 1)
    ]  # fmt: skip


def factor_deals(shape: Shape) -> list[Row]:
    """Return a deal a month under an agreement."""
    deals = ("闲置叉车共享", "仓储场地短租", "集中采购纸箱", "返程货车拼载")
    number = len(shape.months)
    return [
        {
            "id": f"JY-{n:02}", "title": deals[n % 4], "date": str(shape.middle(n, number)),
            "agreement_doc_id": "WJ-76" if n % 2 else "WJ-77",
        }
        for n in range(1, number + 1)
    ]  # fmt: skip


def professional_services(shape: Shape) -> list[Row]:
    """Return two law firms, three banks and an accountant, under contract and made known."""
    until = (shape.assessed_on + timedelta(days=300)).isoformat()
    lines = (
        ("示例律师事务所", "法律", until), ("示例公共法律服务站", "法律", ""),
        ("示例农商银行", "金融", until), ("示例担保公司", "金融", until),
        ("示例银行园区支行", "金融", ""), ("示例会计师事务所", "其他", until),
    )  # fmt: skip
    return [
        {
            "id": f"JG-{n}", "name": name, "type": kind, "has_expiry": "是" if valid else "否",
            "valid_until": valid, "public": "是", "risk_notice": "是" if kind == "金融" else "",
        }
        for n, (name, kind, valid) in enumerate(lines, 1)
    ]  # fmt: skip


def financing_requests(shape: Shape) -> list[Row]:
    """Return two requests a month: granted, withdrawn, or followed in the last weeks."""
    number = 2 * len(shape.months)
    rows: list[Row] = []
    for n in range(1, number + 1):
        registered = shape.day(n, number + 2)
        status = ("已放款", "对接中", "已放款", "未达成", "已登记", "已撤回")[n % 6]
        pending = status in ("对接中", "已登记")
        follow = shape.ago(1 + n % 15) if pending else registered + timedelta(days=12)
        rows.append(
            {
                "id": f"RZ-{n:02}", "enterprise_id": f"QY-{1 + n * 31 % shape.running:03}",
                "registered_on": str(registered), "status": status, "last_follow_on": str(follow),
            }
        )  # fmt: skip
    return rows
