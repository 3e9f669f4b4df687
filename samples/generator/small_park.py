"""示例辛: a re-check of a small park, where much of what the rules ask about does not exist."""

from datetime import date

from samples.generator.plan import Plan
from samples.generator.world import Shape, change, replace

NOTES = """
示例数据，由程序生成，不是真实的社区、企业或个人。用来看合理缺项：只有 16 家企业、一个网格的小微园区，
一年里没有设备报修、没有事件，也没有划微网格。不适用的条目剔除以后得分很高，不剔除则低得多。
"""

PLAN = Plan(
    name="small-park",
    kind="recheck",
    shape=Shape(
        code="辛",
        seed=20250808,
        grid_sizes=(16,),
        idle=(),
        start=date(2025, 1, 1),
        end=date(2025, 12, 31),
        micro_per_grid=2,
        urgent=0,
        repairs=0,
        others=24,
        devices=(0, 0),
        orders=0,
        park="小微园区",
    ),
    assessed_on=date(2026, 2, 5),
    visited_on=date(2026, 2, 4),
    enterprise_count=16,
    notes=NOTES,
    planted=(
        replace("micro_grids"),
        replace("incidents"),
        replace("issue_classes"),
        change("hotlines", ("RX-1",), calls="0", answered="0"),
    ),
    not_seen=("QYSQ-0605-03", "QYSQ-0708-01", "QYSQ-0708-05"),
    states=dict.fromkeys(
        ("micro_grids", "incidents", "devices", "repair_orders", "issue_classes"), "none"
    ),
)
