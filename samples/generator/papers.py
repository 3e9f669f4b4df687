"""What is on paper: the appraisal and the documents."""

from datetime import date, timedelta

from samples.generator.world import Cell, Row, Shape

DIMENSIONS = (
    ("组织建设成效", "0.25", "园区党工委", ["主管部门"]),
    ("企业服务成效", "0.30", "辖区企业代表", ["企业", "员工"]),
    ("平安建设成效", "0.25", "园区应急与综治部门", ["主管部门", "第三方"]),
    ("运行管理成效", "0.20", "企业社区", ["社区"]),
)
STEPS = ["评价准备", "指标体系", "数据采集与校验", "形成结论"]


def evaluation_schemes() -> list[Row]:
    """Return the appraisal scheme in force."""
    return [
        {
            "id": "BF-1", "title": "示例企业社区四维考评办法", "in_force": "是",
            "doc_id": "WJ-42", "procedure": STEPS,
        }
    ]  # fmt: skip


def evaluation_dimensions() -> list[Row]:
    """Return its four dimensions; their names are the community's own."""
    return [
        {
            "id": f"WD-{n}", "scheme_id": "BF-1", "name": name, "weight": weight,
            "evaluator": evaluator, "evaluator_kinds": kinds,
        }
        for n, (name, weight, evaluator, kinds) in enumerate(DIMENSIONS, 1)
    ]  # fmt: skip


def evaluations(shape: Shape) -> list[Row]:
    """Return the appraisal of the year, published a week later."""
    finished = shape.end - timedelta(days=11)
    return [
        {
            "id": "KP-1", "title": f"{finished.year} 年度四维考评",
            "finished_on": str(finished), "published_on": str(finished + timedelta(days=7)),
            "report_doc_id": "WJ-81", "used_in_doc_ids": ["WJ-82", "WJ-83"],
        }
    ]  # fmt: skip


def evaluation_scores() -> list[Row]:
    """Return a score for each dimension."""
    return [
        {"id": f"DF-{n}", "evaluation_id": "KP-1", "dimension_id": f"WD-{n}", "score": score}
        for n, score in enumerate(("91.5", "88", "93", "86.5"), 1)
    ]


RULES = (
    "值班值守", "网格管理", "人员考核", "诉求办理", "信息安全", "档案", "财务资产", "安全巡查", "应急",
    "调解", "投诉建议", "考评",
)  # fmt: skip
"""Categories of the rules a community works by: WJ-31 to WJ-42, in this order."""

_PUBLIC = ("诉求办理", "调解", "投诉建议", "考评")


def documents(shape: Shape) -> list[Row]:
    """Return the documents: rules, plans, lists, notices, and what other tables name."""
    drills = [shape.day(n + 1, 7) + timedelta(days=6) for n in range(1, 6)]
    incidents = [shape.day(n + 1, 6) + timedelta(days=9 + n) for n in range(1, 5)]
    finished = shape.end - timedelta(days=11)
    rows = [
        _paper("WJ-01", "关于设立园区大工委的批复", "2023-02-10"),
        _paper("WJ-02", "关于成立企业社区大党委的批复", "2023-03-01"),
        _paper("WJ-03", "关于设立网格党支部的批复", "2023-03-20"),
        _paper("WJ-04", "关于设立党小组和企业党支部的备案", "2023-04-11"),
        *(_paper(f"WJ-1{n}", f"第 {n} 次演练评估表", on) for n, on in enumerate(drills, 1)),
        *(_paper(f"WJ-{15 + n}", f"事件处置总结 {n}", on) for n, on in enumerate(incidents, 1)),
        _paper("WJ-21", "维修服务管理办法", "2024-01-15"),
        _paper("WJ-22", "维修价目与质量承诺", "2024-01-15"),
        _paper("WJ-23", "维修人员培训办法", "2024-03-05"),
        _paper("WJ-24", "电机过热停机共性措施", shape.day(2, 4)),
        _paper("WJ-25", "接触器统一更换方案", shape.day(3, 4)),
        _paper("WJ-26", "轴承季度保养约定", shape.day(4, 4)),
        _paper("WJ-27", "四维考评实施方案", "2024-06-18"),
    ]
    rows += [_rule(shape, f"WJ-{31 + n}", category) for n, category in enumerate(RULES)]
    rows += _plans(shape)
    rows += [
        _paper("WJ-71", "会议中心共享协议", "2024-05-06"),
        _paper("WJ-72", "实训车间共享协议", "2024-05-20"),
        _paper("WJ-73", "检测仪器共享协议", "2024-06-03"),
        _paper("WJ-74", "检测中心使用规则", "2024-07-01"),
        _paper("WJ-75", "中试车间使用规则", "2024-07-15"),
        _paper("WJ-76", "闲置设备共享统一规则", "2024-04-10"),
        _paper("WJ-77", "仓储和物流共享协议", "2024-04-22"),
        _paper("WJ-81", "年度四维考评报告", finished),
        _paper("WJ-82", "考评结果与网格绩效挂钩通知", finished + timedelta(days=8)),
        _paper("WJ-83", "诉求办理制度修订稿", finished + timedelta(days=9)),
    ]
    return rows


def _paper(key: str, title: str, on: date | str, category: str = "其他", **cells: Cell) -> Row:
    blank: Row = dict.fromkeys(
        ("approved_by", "version", "effective_on", "reviewed_on", "public", "published_channel",
         "covers_from", "covers_to", "clauses"), ""
    )  # fmt: skip
    row = {"id": key, "title": title, "category": category, **blank}
    row.update({"effective_on": str(on), "public": "否", **cells})
    return row


def _rule(shape: Shape, key: str, category: str) -> Row:
    shown = category in _PUBLIC
    return _paper(
        key, f"{category}制度", "2024-06-18" if category == "考评" else "2023-09-01", category,
        approved_by="社区大党委", version=f"示企社〔2024〕{key[3:]}号",
        reviewed_on=str(shape.end - timedelta(days=60)), public="是" if shown else "否",
        published_channel="公示栏、小程序" if shown else "",
        clauses=["保密", "回避"] if category == "投诉建议" else [],
    )  # fmt: skip


def _plans(shape: Shape) -> list[Row]:
    first, last = str(shape.start), str(shape.end)
    rows = [
        _paper(
            "WJ-51", "宣传学习计划", shape.start - timedelta(days=12), "宣传学习计划",
            covers_from=first, covers_to=last,
        ),
        _paper(
            "WJ-52", "企业社区职责清单", "2023-06-01", "职责清单", approved_by="管委会",
            clauses=["主体", "事项"],
        ),
        _paper(
            "WJ-53", "城市治理事项和责任清单", "2023-06-15", "城市治理清单", clauses=["责任主体", "事项"]
        ),
        _paper("WJ-54", "停车和货车通行管理措施", "2023-08-01", "停车与通行"),
        _paper("WJ-55", "一键诉求闭环办理的做法", shape.end - timedelta(days=45), "典型案例"),
        _paper(
            "WJ-56", "涉企检查统筹计划", shape.start - timedelta(days=5), "涉企检查统筹",
            covers_from=first, covers_to=last,
        ),
        _paper(
            "WJ-57", "招商政策公平竞争审查表", shape.start + timedelta(days=20), "公平竞争审查"
        ),
        _paper(
            "WJ-58", "帮扶资金使用公示", shape.end - timedelta(days=40), "帮扶公示", public="是",
            published_channel="公示栏",
        ),
    ]  # fmt: skip
    rows += [
        _paper(
            f"WJ-{60 + n}", f"第 {n} 次建议采纳情况公示", quarter[-1] + timedelta(days=20),
            "采纳公示", public="是", published_channel="公示栏、小程序",
        )
        for n, quarter in enumerate(shape.quarters, 1)
    ]  # fmt: skip
    return rows
