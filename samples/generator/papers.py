"""What is on paper: the appraisal, documents, the list of evidence, what auditors saw on site."""

from datetime import timedelta

from samples.generator.world import Row, Shape

DIMENSIONS = (
    ("组织建设成效", "0.25", "园区党工委", ["主管部门"]),
    ("企业服务成效", "0.30", "辖区企业代表", ["企业", "员工"]),
    ("平安建设成效", "0.25", "园区应急与综治部门", ["主管部门", "第三方"]),
    ("运行管理成效", "0.20", "企业社区", ["社区"]),
)
STEPS = ["评价准备", "指标体系", "数据采集与校验", "形成结论"]

SITE: dict[str, tuple[str, str]] = {
    "QYSQ-0401-01": ("X", "党群服务中心挂有社区大党委牌子，批复原件已看"),
    "QYSQ-0502-04": ("X", "抽看四个网格的公示牌，三种角色与名册一致"),
    "QYSQ-0502-05": ("F", "访谈两个网格的兼职网格员，说得清所在网格和联系企业"),
    "QYSQ-0502-07": ("F", "访谈三名志愿者，名册与本人所述一致"),
    "QYSQ-0502-09": ("X", "公示牌上每名网格长只对应一个网格"),
    "QYSQ-0503-01": ("X", "现场用企业账号扫码提交一条诉求，三分钟内进入后台"),
    "QYSQ-0503-02": ("X", "现场从小程序转出一张工单，两个平台都收到"),
    "QYSQ-0503-03": ("X", "现场演示远程问诊和设备云，各有当月使用记录"),
    "QYSQ-0503-05": ("X", "登录页有隐私告知，备案证明编号一致"),
    "QYSQ-0605-02": ("X", "夜间 23 时和周日上午各抽查一次，值班室有人，交接班本一致"),
    "QYSQ-0605-03": ("F", "抽听五通录音，响应时间与工单一致"),
    "QYSQ-0605-04": ("F", "访谈两名参演人员，所述与演练记录一致"),
    "QYSQ-0605-05": ("X", "按台账点验六种物资，数量和有效期相符"),
    "QYSQ-0708-01": ("X", "随机抽五台报修设备，档案都在"),
    "QYSQ-0708-03": ("F", "访谈维修负责人，五项规则说得清并在执行"),
    "QYSQ-0708-04": ("X", "分三个时段拨打抢修热线，都在三声内接起"),
    "QYSQ-0708-05": ("F", "回访三家企业，上门检修和配件情况属实"),
    "QYSQ-0903-04": ("F", "访谈两家参加打分的企业，打分属实"),
}
"""What a look (X) or a talk (F) confirmed, for every rule that data alone never close."""


def evaluation_schemes() -> list[Row]:
    """Return the appraisal scheme in force."""
    return [
        {
            "id": "BF-1", "title": "示例企业社区四维考评办法", "in_force": "是",
            "doc_id": "WJ-27", "procedure": STEPS,
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
    """Return the appraisal of the year."""
    finished = shape.end - timedelta(days=11)
    title = f"{finished.year} 年度四维考评"
    return [{"id": "KP-1", "title": title, "finished_on": finished.isoformat()}]


def evaluation_scores() -> list[Row]:
    """Return a score for each dimension."""
    return [
        {"id": f"DF-{n}", "evaluation_id": "KP-1", "dimension_id": f"WD-{n}", "score": score}
        for n, score in enumerate(("91.5", "88", "93", "86.5"), 1)
    ]


def documents(shape: Shape) -> list[Row]:
    """Return the documents that other tables name."""
    after_drill = [(shape.day(n + 1, 7) + timedelta(days=6)).isoformat() for n in range(1, 6)]
    after_incident = [(shape.day(n, 5) + timedelta(days=9 + n)).isoformat() for n in (2, 3, 4)]
    rows = [
        ("WJ-01", "关于设立园区大工委的批复", "2023-02-10"),
        ("WJ-02", "关于成立企业社区大党委的批复", "2023-03-01"),
        ("WJ-03", "关于设立网格党支部的批复", "2023-03-20"),
        ("WJ-04", "关于设立党小组和企业党支部的备案", "2023-04-11"),
        *((f"WJ-1{n}", f"第 {n} 次演练评估表", on) for n, on in enumerate(after_drill, 1)),
        *((f"WJ-{15 + n}", f"事件处置总结 {n}", on) for n, on in enumerate(after_incident, 1)),
        ("WJ-21", "维修服务管理办法", "2024-01-15"),
        ("WJ-22", "维修价目与质量承诺", "2024-01-15"),
        ("WJ-23", "维修人员培训办法", "2024-03-05"),
        ("WJ-24", "电机过热停机共性措施", shape.day(2, 4).isoformat()),
        ("WJ-25", "接触器统一更换方案", shape.day(3, 4).isoformat()),
        ("WJ-26", "轴承季度保养约定", shape.day(4, 4).isoformat()),
        ("WJ-27", "四维考评办法", "2024-06-18"),
    ]
    return [{"id": key, "title": title, "effective_on": on} for key, title, on in rows]


_EVIDENCE = (
    ("社区党组织成立批复", "文件", ["QYSQ-0401-01"]),
    ("党组织挂牌照片", "照片", ["QYSQ-0401-01"]),
    ("组织架构图和各级批复", "文件", ["QYSQ-0401-02", "QYSQ-0401-03", "QYSQ-0401-05"]),
    ("党小组名册及所辖微网格", "台账", ["QYSQ-0401-04"]),
    ("三网对照表和范围图", "台账", ["QYSQ-0401-06"]),
    ("网格企业台账", "台账", ["QYSQ-0502-01", "QYSQ-0502-02"]),
    ("统计部门在营企业名单", "系统导出", ["QYSQ-0502-01"]),
    ("网格和微网格划分方案", "文件", ["QYSQ-0502-02", "QYSQ-0502-03", "QYSQ-0502-08"]),
    ("网格人员任命和派驻文件", "文件", ["QYSQ-0502-04", "QYSQ-0502-06", "QYSQ-0502-09"]),
    ("网格公示牌照片", "照片", ["QYSQ-0502-04"]),
    ("兼职网格员聘任名单和志愿者名册", "台账", ["QYSQ-0502-05", "QYSQ-0502-07"]),
    ("网格评估调整记录", "记录", ["QYSQ-0502-08"]),
    ("诉求提交页面和场景演示", "截图", ["QYSQ-0503-01", "QYSQ-0503-03"]),
    ("平台对接协议和联调记录", "文件", ["QYSQ-0503-02"]),
    ("诉求工单全量导出", "系统导出", ["QYSQ-0503-04", "QYSQ-0605-03"]),
    ("等级保护备案和隐私告知页", "证明", ["QYSQ-0503-05"]),
    ("企业最近使用日期导出", "系统导出", ["QYSQ-0503-06"]),
    ("应急预案文本及签发页", "文件", ["QYSQ-0605-01"]),
    ("值班交接班记录和夜间抽查记录", "台账", ["QYSQ-0605-02"]),
    ("热线录音抽查记录", "记录", ["QYSQ-0605-03", "QYSQ-0708-04"]),
    ("演练方案、照片和评估表", "记录", ["QYSQ-0605-04"]),
    ("应急物资台账", "台账", ["QYSQ-0605-05"]),
    ("事件处置总结", "文件", ["QYSQ-0605-06"]),
    ("设备档案目录和样本", "台账", ["QYSQ-0708-01", "QYSQ-0708-02"]),
    ("维修服务管理办法和价目", "文件", ["QYSQ-0708-03"]),
    ("话务统计", "系统导出", ["QYSQ-0708-04"]),
    ("维修派工单", "台账", ["QYSQ-0708-05"]),
    ("同类问题归集分析报告", "文件", ["QYSQ-0708-06"]),
    ("四维考评办法和实施方案", "文件", ["QYSQ-0903-01", "QYSQ-0903-03"]),
    ("年度考评结果和打分表样本", "文件", ["QYSQ-0903-02", "QYSQ-0903-04"]),
)


def evidence_files(shape: Shape) -> list[Row]:
    """Return the list of evidence; there are no files behind it, so no checksums either."""
    issued = shape.end.isoformat()
    return [
        {
            "id": f"ZJ-{n:02}", "title": title, "type": kind, "rule_ids": rules,
            "issued_on": issued,
            "covers_from": shape.start.isoformat() if kind in ("台账", "系统导出") else "",
            "covers_to": issued if kind in ("台账", "系统导出") else "",
        }
        for n, (title, kind, rules) in enumerate(_EVIDENCE, 1)
    ]  # fmt: skip
