"""Thirty-four rules of six items, as data for hand-built results; titles are ours."""

from typing import NamedTuple


class Shown(NamedTuple):
    """What a hand-built finding says of its rule."""

    id: str
    title: str
    requirement: str
    level: str  # 应 or 宜
    basis: str
    methods: str
    weight: int
    veto: bool
    table: str
    column: str
    sentence: str
    unit: str
    limit: str
    evidence: str
    remedy: str


_ROWS = """
QYSQ-0401-01|社区党组织|园区党工委之下设有企业社区自己的党组织，并有正式批复|应|practice|WX|5|1|party_orgs|approval_doc_id|党组织（层级为“社区大党委”，且上级的层级为“园区大工委”，且有批复文件）的数量不少于 1 个|个|≥ 1 个|批复文件、挂牌照片|向园区党工委报送成立请示，取得批复后登记批复文号
QYSQ-0401-02|四级组织配齐|党组织按四个层级配齐|应|practice|W|4|0|party_orgs|level|党组织的层级覆盖“园区大工委、社区大党委、网格党支部、微网格党小组”各项|1|≥ 100%|组织架构图、各级批复|对照组织架构图逐级核对，缺哪一级补设哪一级
QYSQ-0401-03|网格党支部|基础网格均有党支部，单独设立或联合设立|应|practice|WS|4|0|grids|party_org_id|基础网格中，有所属党支部的占比不少于 100%（全部做到）|1|≥ 100%|支部名册、联合支部批复|没有支部的网格就近成立联合支部，并在网格台账写明所属支部
QYSQ-0401-04|微网格党小组|微网格设党小组，或写明归属小组|宜|practice|WS|2|0|micro_grids|party_group_id|微网格中，有所属党小组的占比不少于 80%（差距在 5% 以内为基本符合）|1|≥ 80%|党小组名册|在微网格台账补写归属的党小组
QYSQ-0401-05|隶属链完整|上下级隶属关系逐级连到园区大工委，没有孤立的组织|应|derived|S|2|0|party_orgs|parent_id|党组织全部做到：层级为“园区大工委”；或上级的层级高一级|1|≥ 100%|组织关系表|在组织关系表补全“上级”一列
QYSQ-0401-06|三网边界一致|组织网、服务网、治理网三张网的边界一致|宜|practice|WS|2|0|grids|service_area_id|基础网格中，服务网片区等于组织网片区，且治理网片区等于组织网片区的占比不少于 90%|1|≥ 90%|三网对照表、图|把三张网的边界画在一张图上，逐格对齐
QYSQ-0502-01|企业入格|企业全部入格，并且只属于一个基础网格|应|practice|S|4|1|enterprises|grid_ids|在营企业全部做到：所属基础网格的个数恰为 1 个|1|≥ 100%|网格台账|把未入格的企业就近划入网格；一企多格的留一个，删其余
QYSQ-0502-02|网格规模|每个基础网格的企业数在 20 家到 50 家之间|应|practice|S|4|0|enterprises|grid_ids|基础网格中，以其为“所属基础网格”的在营企业的数量在 20 家到 50 家之间（含端点）的占比不少于 90%（差距在 5% 以内为基本符合）|1|≥ 90%|网格划分文件|企业数超过上限的网格拆分，不足下限的与相邻网格合并
QYSQ-0502-03|微网格划法|微网格按一企一格或一区块一格划分|宜|practice|SW|2|0|micro_grids|mode|微网格中，划分方式属于“一企一格、一区块一格”的占比不少于 90%|1|≥ 90%|划分方案|在划分方案写明每个微网格的划分方式
QYSQ-0502-04|网格三种角色|每个网格配网格长、专职网格员、网格指导员各一名|应|practice|SX|4|0|staff|grid_ids|基础网格全部做到：以其为“负责网格”的在岗人员中，网格长恰为 1 人，专职网格员不少于 1 人，网格指导员不少于 1 人|1|≥ 100%|任命文件、公示牌|缺人的网格先发文任命，再更新网格公示牌
QYSQ-0502-05|兼职网格员|每个网格有数名兼职网格员|应|practice|SF|3|0|staff|role|基础网格全部做到：以其为“负责网格”的兼职网格员不少于 2 人|1|≥ 100%|聘任名单|从辖区企业各选一名联络人聘为兼职网格员
QYSQ-0502-06|人员来源|网格人员的来源单位对口|应|practice|WS|2|0|staff|employer_type|在岗人员全部做到：来源单位与角色相符|1|≥ 100%|劳动或任职证明|核对名册“来源单位”一列，不对口的调整岗位
QYSQ-0502-07|志愿者|每个网格有志愿者|宜|practice|SF|1|0|staff|role|基础网格全部做到：以其为“负责网格”的志愿者不少于 1 人|1|≥ 100%|志愿者名册|招募并登记志愿者
QYSQ-0502-08|网格动态优化|网格划分有依据，并定期评估调整|宜|practice|W|2|0|grids|last_reviewed_on|基础网格全部做到：划分依据不为空，且最近评估日期在评价日前 12 个月内|1|≥ 100%|划分与调整记录|每年评估一次网格划分并留下记录
QYSQ-0605-01|应急预案|应急预案类型齐全，没有过期|应|derived|W|3|1|emergency_plans|revised_on|应急预案（修订日期在评价日前 36 个月内）的类型覆盖“综合、火灾、生产安全、防汛防台、公共卫生”各项|1|≥ 100%|预案文本、签发页|缺的预案补编，过期的预案修订后重新签发
QYSQ-0605-02|昼夜值守|二十四小时有人值守，没有空档|应|practice|SX|4|0|duty_rosters|start_at|值班班次从开始到结束合并后占评价期时长的比例不少于 99%|1|≥ 99%|排班表、交接班记录|导出全年排班表，找出空档后调整班次
QYSQ-0605-03|紧急响应|园区内设备类紧急诉求在约定时间内响应|应|practice|SF|5|0|service_requests|first_response_at|诉求工单（类别为“设备”，且紧急，且园区内）中，从提交时间到首次响应时间不超过 30 分钟的占比不少于 95%（差距在 5% 以内为基本符合）|1|≥ 95%|工单导出、电话录音抽查|紧急单设自动提醒，十分钟无人接单转值班长
QYSQ-0605-04|演练|演练按期开展，并有评估|应|referenced|WF|3|0|drills|date|演练（日期在评价期内，且有评估）的数量不少于 3 次|次|≥ 3 次|方案、照片、评估表|补做演练，演练后一周内写评估
QYSQ-0605-05|应急物资|应急物资在账、在有效期内、拿得到|应|derived|XS|2|0|emergency_supplies|checked_on|应急物资全部做到：检查日期在评价日前 6 个月内，且（无有效期至；或有效期至不早于评价日）|1|≥ 100%|台账、现场点验|逐件点验，过期的更换并改台账
QYSQ-0605-06|事件总结|事件处置后有总结|应|derived|W|1|0|incidents|summary_doc_id|事件（发生时间在评价期内）中，有总结报告的占比不少于 100%（全部做到）|1|≥ 100%|总结报告|每起事件处置后写总结并登记文件编号
QYSQ-0708-01|一设备一档|报修过的设备都有设备档案|应|practice|SX|3|0|devices|file_id|设备（有报修）中，有设备档案的占比不少于 100%（全部做到）|1|≥ 100%|设备档案抽查|给报修过而没有档案的设备补建档案
QYSQ-0708-02|档案完整|设备档案字段完整|应|derived|S|1|0|device_files|filled_fields|设备档案的已填字段合计与应填字段合计之比不少于 95%|1|≥ 95%|档案抽查|补全缺的字段
QYSQ-0708-03|维修五统一|维修服务的五项统一均有规则|应|practice|WF|4|0|repair_rules|aspect|维修规则的方面覆盖“业务联系、机具调配、价格质保、配件供应、培训”各项|1|≥ 100%|管理办法、价目、培训记录|缺哪一项规则补哪一项，公布价目
QYSQ-0708-04|抢修热线|抢修热线已公布，打得通|应|practice|SX|3|0|hotlines|answered|热线（用途为“抢修”）的接通数合计与来电数合计之比不少于 95%（差距在 5% 以内为基本符合）|1|≥ 95%|话务统计、拨测|高峰时段加一名接线员，漏接来电当天回拨
QYSQ-0708-05|上门服务|提供上门检修和配件供应|宜|practice|SF|2|0|service_requests|closed_at|诉求工单（方式为“上门”）中，有办结时间的占比不少于 95%|1|≥ 95%|派工单|上门单完工后当天在系统办结
QYSQ-0708-06|归类处置|同类设备问题归成一类来处置|宜|practice|WS|2|0|issue_classes|measure|共性问题（采取日期在评价期内）的数量不少于 1 类|类|≥ 1 类|归集分析报告|每季把重复出现的设备问题归为一类，写出共性措施
QYSQ-0801-01|法律咨询点|员工有到得了的法律咨询点和公开的排班|应|derived|X|2|0|legal_points|roster_public|法律咨询点（排班已公开）的数量不少于 1 个|个|≥ 1 个|公示、照片|设一个咨询点，贴出值班律师排班
QYSQ-0801-02|法律求助|法律求助有登记，及时响应|应|derived|S|2|0|legal_requests|responded_on|法律求助中，从登记日期到响应日期不超过 1 个工作日的占比不少于 95%|1|≥ 95%|登记簿|求助当天登记，次日前答复
QYSQ-0801-03|普法宣传|普法宣传有一定频次|宜|derived|W|1|0|activities|date|活动（类型为“普法”，且日期在评价期内）的数量不少于 4 次|次|≥ 4 次|签到、照片|每季办一次普法活动
QYSQ-0801-04|欠薪处置|欠薪线索在约定时间内处置|应|derived|SF|3|0|wage_cases|closed_on|欠薪线索（期限不晚于评价日）中，办结日期不晚于期限的占比不少于 98%|1|≥ 98%|台账、回访|建欠薪线索台账，每周清一次到期未结的
QYSQ-0903-01|四维考评成文|考评体系成文，恰有四个维度，名称、权重、考评主体齐全|应|stated|WS|4|1|appraisal_dimensions|weight|考评维度（有名称，且有权重，且有考评主体）的数量恰为 4 个|个|= 4 个|考评办法|修订考评办法，写齐四个维度的名称、权重和考评主体
QYSQ-0903-02|按期考评|按周期考评，四个维度都有得分|应|stated|WS|3|0|appraisal_scores|dimension_id|考评得分（日期在评价期内）的维度种类数不少于 4 种|种|≥ 4 种|考评结果|年底前组织一次考评，四维都打分
QYSQ-0903-03|考评步骤|考评的步骤与 GB/T 36733 的程序对应|应|referenced|W|2|0|appraisal_schemes|steps|考评方案的步骤覆盖“评价准备、指标体系、数据采集与校验、形成结论”各项|1|≥ 100%|考评方案|按四个步骤重写考评方案
QYSQ-0903-04|考评主体多元|参与考评的主体不止一类|宜|derived|WF|1|0|appraisal_schemes|evaluator_kinds|考评方案的考评主体种类数不少于 3 种|种|≥ 3 种|名单、问卷|请企业、员工和主管部门都参加考评
"""


def _read(line: str) -> Shown:
    cells = line.split("|")
    id_, title, requirement, level, basis, methods, weight, veto, table = cells[:9]
    column, sentence, unit, limit, evidence, remedy = cells[9:]
    return Shown(
        id_, title, requirement, level, basis, methods, int(weight), veto == "1", table,
        column, sentence, unit, limit, evidence, remedy,
    )  # fmt: skip


RULES = tuple(_read(line) for line in _ROWS.strip().splitlines())

TABLES = {
    "party_orgs": ("党组织", "个"),
    "grids": ("基础网格", "个"),
    "micro_grids": ("微网格", "个"),
    "enterprises": ("企业", "家"),
    "staff": ("人员", "人"),
    "emergency_plans": ("应急预案", "份"),
    "duty_rosters": ("值班班次", "班"),
    "service_requests": ("诉求工单", "件"),
    "drills": ("演练", "次"),
    "emergency_supplies": ("应急物资", "件"),
    "incidents": ("事件", "起"),
    "devices": ("设备", "台"),
    "device_files": ("设备档案", "份"),
    "repair_rules": ("维修规则", "项"),
    "hotlines": ("热线", "条"),
    "issue_classes": ("共性问题", "类"),
    "legal_points": ("法律咨询点", "个"),
    "legal_requests": ("法律求助", "件"),
    "activities": ("活动", "次"),
    "wage_cases": ("欠薪线索", "条"),
    "appraisal_dimensions": ("考评维度", "个"),
    "appraisal_scores": ("考评得分", "条"),
    "appraisal_schemes": ("考评方案", "份"),
}

CHAPTERS: tuple[tuple[str, str, str], ...] = (
    ("4", "基本要求", "组织建设 45 队伍建设 35 理论与政策宣传 20 工作机制 30 管理制度 25 资源整合配置 25"),
    ("5", "社区建设", "场所建设 40 组织人员 65 数字化建设 45"),
    ("6", "社区治理", """公共安全 35 治安防控 25 城市治理 15 矛盾化解 25 应急管理 35 交通安全 15
        环境保护 20 文化建设 15 宣传推广 15"""),
    ("7", "企业服务", """营商环境营造 30 社区招商引资 20 政策资源对接 30 人力资源发展 25 技术平台搭建 20
        创业孵化支持 15 经营要素互通 20 技术改造服务 35 法律金融服务 20 区域协作交流 15"""),
    ("8", "员工保障", "法律服务 25 咨询服务 15 就业服务 20 生活服务 20 帮扶救助 20"),
    ("9", "评价改进", "建议和反馈途径 30 工作复盘 25 四维考评体系 35 评价内容 25 评价结果改进 25"),
)  # fmt: skip
