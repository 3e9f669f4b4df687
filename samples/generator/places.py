"""Chapter 5.1 and other places: premises, the list of services, fire brigades, public facilities."""

from datetime import timedelta

from samples.generator.world import Chance, Row, Shape

SERVICES = (
    "企业开办帮办", "证照变更帮办", "惠企政策申报", "用工登记", "社保咨询", "劳动关系协调",
    "技能培训报名", "人才公寓申请", "职称申报咨询", "专利申请咨询", "融资需求登记", "法律咨询预约",
    "环保手续咨询", "安全生产咨询", "设备报修", "用能报装帮办", "物流对接", "子女入学咨询",
    "居住证办理帮办", "公积金咨询", "党组织关系转接", "会议场地预约", "印章刻制指引", "信用修复咨询",
)  # fmt: skip
LIMITS = ("即办", "1 个工作日", "3 个工作日", "5 个工作日")
OWNERS = ("综合窗口岗", "党建岗", "企服岗", "平安岗")


def facilities(shape: Shape) -> list[Row]:
    """Return the premises, large enough for the enterprises there are; one is closed."""
    zones = ["服务窗口", "党员活动", "调解室", "培训会议", "值班室"]
    area = max(260, shape.running * 2)
    return [
        _place(shape, "CS-01", "示例党群服务中心", "党群服务中心", str(area), zones=zones),
        _place(
            shape, "CS-02", "示例南区综合服务点", "综合服务中心", "180",
            zones=["服务窗口", "法律咨询", "心理咨询"], days="6",
        ),
        _place(shape, "CS-03", "示例一号微型消防站", "微型消防站", "60"),
        _place(shape, "CS-04", "示例二号微型消防站", "微型消防站", "55"),
        _place(shape, "CS-05", "示例东区垃圾分类点", "垃圾分类点", "90"),
        _place(shape, "CS-06", "示例职工文体中心", "文体活动", "850", life=["文体"]),
        _place(shape, "CS-07", "示例邻里食堂", "生活配套", "420", life=["餐饮"]),
        _place(shape, "CS-08", "示例蓝领公寓", "生活配套", "5600", life=["住宿"]),
        _place(shape, "CS-09", "示例园区卫生站", "生活配套", "120", life=["医疗"]),
        _place(shape, "CS-10", "示例通勤班车总站", "生活配套", "300", life=["通勤"]),
        {**_place(shape, "CS-11", "示例旧服务点", "综合服务中心", "80"), "in_use": "否"},
    ]  # fmt: skip


def _place(
    shape: Shape,
    key: str,
    name: str,
    kind: str,
    area: str,
    *,
    zones: list[str] | None = None,
    life: list[str] | None = None,
    days: str = "7",
) -> Row:
    return {
        "id": key, "name": name, "type": kind, "in_use": "是", "area_m2": area,
        "zones": zones or [], "open_days_per_week": days, "weekend_duty": "是",
        "hours_posted": "是", "signage": "是", "accessible": "是",
        "fire_check_on": shape.ago(30 + int(key[3:]) * 9).isoformat(), "life_kinds": life or [],
        "open_to_workers": "否" if kind == "微型消防站" else "是",
        "legal_schedule_public": "是" if "法律咨询" in (zones or []) else "否",
    }  # fmt: skip


def service_items() -> list[Row]:
    """Return the services of the counter."""
    return [
        {
            "id": f"SX-{n:02}", "name": name, "time_limit": LIMITS[n % 4],
            "owner_role": OWNERS[n % 4], "public": "是",
        }
        for n, name in enumerate(SERVICES, 1)
    ]  # fmt: skip


def fire_teams() -> list[Row]:
    """Return the brigades of the two stations."""
    return [
        {
            "id": f"XF-{n}", "facility_id": f"CS-0{n + 2}", "leaders": "1", "members": members,
            "duty_24h": "是", "drill_arrival_minutes": minutes,
        }
        for n, (members, minutes) in enumerate((("8", "2.5"), ("6", "2.8")), 1)
    ]  # fmt: skip


def key_points(shape: Shape) -> list[Row]:
    """Return two points a grid to be guarded, all in view of a working camera."""
    names = ("出入口", "仓库区", "宿舍区", "停车场", "配电房")
    return [
        {"id": f"ZB-{n:02}", "name": f"{grid} {names[n % 5]}", "cctv_ok": "是"}
        for n, grid in enumerate([g for g in shape.grids for _ in "12"], 1)
    ]


def dormitories(shape: Shape) -> list[Row]:
    """Return a dormitory or two of each grid, all registered."""
    return [
        {"id": f"SS-{n:02}", "name": f"{grid} 宿舍{n % 2 + 1}号楼", "registered": "是"}
        for n, grid in enumerate([g for g in shape.grids for _ in "12"], 1)
    ]


def facility_checks(shape: Shape, chance: Chance) -> list[Row]:
    """Return five kinds of public facilities of each grid, looked at within five months."""
    kinds = ("路灯", "护栏", "窨井盖", "消防栓", "公厕")
    return [
        {
            "id": f"SB-{n:03}",
            "name": f"{grid} {kind}",
            "checked_on": shape.ago(chance.below(140)).isoformat(),
            "ok": "是",
        }
        for n, (grid, kind) in enumerate(((g, k) for g in shape.grids for k in kinds), 1)
    ]


def space_resources(shape: Shape, chance: Chance) -> list[Row]:
    """Return what can be let, verified within two months."""
    kinds = ("厂房", "土地", "楼宇", "厂房")
    return [
        {
            "id": f"KJ-{n:02}",
            "name": f"示例{kinds[n % 4]} {n:02}",
            "kind": kinds[n % 4],
            "updated_on": (shape.drawn - timedelta(days=chance.below(60))).isoformat(),
        }
        for n in range(1, 15)
    ]
