"""示例丙: a good community that one veto keeps from passing; two rules are still to be seen."""

from datetime import date

from samples.generator.plan import Plan
from samples.generator.world import Shape, change, numbered, remove

NOTES = """
示例数据，由程序生成，不是真实的社区、企业或个人。用来看否决项：得分很高，但一份预案过期一天。
随程序带的 generic 和 longyou_practice 没有启用任何否决项；用 --profile veto_example 评价才看得到。
"""

PLAN = Plan(
    name="vetoed",
    kind="association",
    shape=Shape(
        code="丙",
        seed=20250303,
        grid_sizes=(36, 24, 48, 31, 42, 27, 39, 22, 45, 34),
        idle=(("停业", 4),),
        start=date(2025, 1, 1),
        end=date(2025, 12, 31),
        assessed_on=date(2026, 1, 10),
        repairs=120,
        others=380,
        devices=(80, 5),
        orders=120,
    ),
    visited_on=date(2026, 1, 9),
    enterprise_count=348,
    notes=NOTES,
    planted=(
        remove("agencies", ("BM-5", "BM-6")),
        change("investment_leads", ("XS-04", "XS-10"), last_follow_on="2025-11-28"),
        remove("activities", ("HD-52", "HD-53", "HD-54")),
        change("evaluation_indicators", ("KZ-7.1", "KZ-7.2", "KZ-7.3", "KZ-7.4"), formula=""),
        change("emergency_plans", ("YA-5",), revised_on="2023-01-09"),
        change("emergency_supplies", ("WZ-14",), quantity="11"),
        change("enterprises", numbered("QY-{:03}", range(4, 313, 4)), last_used_entry_on=""),
    ),
    noted={
        "QYSQ-0406-02": "看了四个部门的工位和联系牌，与清单一致",
        "QYSQ-0605-05": "点验六种物资，防护服少一件，与台账一致",
    },
    not_seen=("QYSQ-0708-05", "QYSQ-0903-04"),
)
