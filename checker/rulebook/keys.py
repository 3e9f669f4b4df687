"""What every key of the rule files means, for editors: shape → key → a Chinese sentence.

The generated JSON Schemas carry these, so that an editor explains a key where it is written.
"""

from collections.abc import Mapping
from typing import Final


def N_(text: str) -> str:  # noqa: N802 - the name by which translators' tools find such texts
    """Mark a text for translation; it is translated when it is said."""
    return text


REASON: Final = N_("为什么这样定；原样印在报告里")
DECIDED_BY: Final = N_("谁定的：写机构或会议，不写个人")
NOTE: Final = N_("说明，只给维护规则的人看")

KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "SeedShape": {
        "section": N_("来源文件里的标题号，例如 §2.1"),
        "line": N_("来源文件文本的行号，从 1 数起"),
        "sentence": N_("行内第几句，从 1 数起；0 是整行"),
    },
    "ColumnShape": {
        "label": N_("中文列名，表头就印它"),
        "type": N_(
            "列的类型：text 文字，enum 选项，ordered 有高低的选项，int 整数，dec 小数，bool 是否，date 日期，datetime 日期和时刻，ref 指向另一张表的编号"
        ),
        "list": N_("一格里能不能填几个值"),
        "to": N_("type 是 ref 时，指向哪张表"),
        "values": N_("选项的全部取值；ordered 从低到高写"),
        "means_unknown": N_("选项里等于“还不知道”的值，例如“认定中”"),
        "min": N_("最小值；没填的格子按它推算下限"),
        "max": N_("最大值；没填的格子按它推算上限"),
        "unit": N_("单位，用中文符号，例如 平方米；与规则的限值要能换算"),
        "blank": N_(
            "留空的意思：unknown 没有说，nothing 没有，nothing_once_used 这一列有人填过时才算“没有”"
        ),
        "guidance": N_("填报说明，印在表头下面"),
        "owner": N_("这一列通常由谁掌握"),
        "counted": N_("计数时用的量词"),
        "nothing_helps": N_("填“无”对谁有利，因此要现场核对；没有就不写"),
        "future": N_("能不能是评价日以后的日期"),
        "format": N_("值的固定格式：credit_code 统一社会信用代码，file 附件路径"),
    },
    "TableShape": {
        "label": N_("中文表名，工作表就叫它"),
        "unit": N_("一行是什么，用量词"),
        "one_row": N_("是不是只有一行，例如基本信息"),
        "guidance": N_("填报说明，印在表头上面"),
        "order": N_("同一行里几个时间的先后，一串一个列表；倒着的在读入时指出"),
        "columns": N_("各列，键是程序里用的英文列名"),
    },
    "PopulationShape": {
        "label": N_("这个范围叫什么"),
        "of": N_("从哪张表里挑"),
        "where": N_("挑哪些行"),
        "guidance": N_("给填报人的说明"),
    },
    "SubjectShape": {
        "table": N_("写被评对象基本情况的那张单行表"),
        "name": N_("写名称的那一列"),
    },
    "DictionaryShape": {
        "subject": N_("被评的是谁：哪张表、哪一列写着名称"),
        "evidence": N_("登记证明材料的那张表"),
        "tables": N_("全部数据表，键是程序里用的英文表名"),
        "populations": N_("有名字的范围；规则里当作表来用"),
    },
    "ParameterShape": {
        "title": N_("参数叫什么，一句话"),
        "default": N_("默认值；方案可以改，须在 min 和 max 之间"),
        "unit": N_('单位；比例写 "1"，个数写量词'),
        "min": N_("方案最低可以改到多少"),
        "max": N_("方案最高可以改到多少"),
        "choices": N_("取值是列或选项时，可以选哪些"),
        "origin": N_("这个数是谁的：seed 来源文件写的，referenced 引用文件写的，own 我们自己定的"),
        "source": N_("出处或自定的理由，一句话"),
    },
    "ParametersShape": {"parameters": N_("几项共用的参数，键是英文名，规则里写 $英文名")},
    "SourceShape": {
        "topic_basis": N_(
            "主题的依据：stated 来源文件写明，practice 某地做法，referenced 引用文件，derived 我们推出来的"
        ),
        "content_basis": N_("内容的依据：取值同 topic_basis"),
        "seed": N_("在来源文件里的位置，可以有几处"),
        "references": N_("引用文件的编号，写在 references.yaml 里"),
        "clause_no": N_("标准正文的条号；正文没有取得时为 null"),
        "full_text_verified": N_("有没有对照标准正文核实过"),
    },
    "EvidenceShape": {
        "type": N_("材料的类型"),
        "title": N_("材料的名称"),
        "number": N_("至少几份"),
        "covers": N_("要覆盖哪段时间或哪些对象"),
        "freshness": N_("要多新"),
    },
    "RuleShape": {
        "id": N_("规则编号：标准代号-项号四位-序号两位；用过的编号不再给别的规则"),
        "title": N_("规则名称，报告的表里就印它"),
        "requirement": N_("要求，一句完整的话；应、宜、可的用法照 GB/T 1.1"),
        "level": N_("要求的程度：requirement 应，recommendation 宜，permission 可"),
        "level_basis": N_("程度的依据：proposed 我们提的，full_text 标准正文写的"),
        "source": N_("这条规则从哪里来：主题、内容各有依据"),
        "applies_when": N_("什么情况下才适用；对基本信息那一行提条件。不写就是都适用"),
        "check": N_("怎么判：一个量与限值相比，或几个这样的判断用 all、any 合起来"),
        "verification": N_(
            "怎么核实：W 看文件，X 看现场，F 访谈，S 看数据；要 X 或 F 的不能只凭数据定论"
        ),
        "evidence": N_("要交哪些证明材料"),
        "weight": N_("在本项里的份量，0 到 5；本项分值按它分"),
        "severity": N_("不符合时多严重：major 严重，minor 一般，observation 观察项"),
        "veto_candidate": N_("方案里可不可以定为一票否决"),
        "remedy": N_("不符合时怎么改，写给被评的单位看"),
        "note": NOTE,
    },
    "RuleFileShape": {
        "item": N_('这个文件写的是标准的哪一项，例如 "5.2"'),
        "parameters": N_("只归本项用的参数，键是英文名，规则里写 $英文名"),
        "rules": N_("本项的规则"),
    },
    "ItemShape": {
        "no": N_('项号，例如 "5.2"'),
        "title": N_("项的名称"),
        "points": N_("本项分值；全部项加起来等于满分"),
        "seed": N_("在来源文件里的位置"),
        "aspect": N_("另一种归类，键见 aspects"),
    },
    "ChapterShape": {
        "no": N_("章号"),
        "title": N_("章名"),
        "seed": N_("在来源文件里的位置"),
        "items": N_("本章各项"),
        "reserved": N_("这一章留着不评时，写为什么"),
    },
    "ReadingOptionShape": {
        "id": N_("读法的代号"),
        "title": N_("这样读是什么意思"),
        "parameters": N_("这样读时各参数取什么值"),
    },
    "ReadingShape": {
        "name": N_("这一处的英文名，方案按它选"),
        "title": N_("要定的是什么"),
        "contradiction": N_("对应哪一处矛盾，编号见 contradictions"),
        "default": N_("方案没有选时用哪一种读法"),
        "options": N_("可选的读法，至少两种"),
    },
    "ContradictionShape": {
        "id": N_("编号"),
        "seed": N_("矛盾的几处在来源文件里的位置"),
        "contradiction": N_("前后哪里不一致"),
        "reading": N_("本规则集取哪一种读法，为什么"),
    },
    "StandardShape": {
        "id": N_("标准代号，规则编号以它开头"),
        "title": N_("标准名称"),
        "organisation": N_("发布机构"),
        "status": N_("标准的状态，例如 征求意见"),
        "seed_title": N_("来源文件的名称"),
        "version": N_("本规则集的版本，报告里印它"),
        "chapters": N_("各章各项"),
        "contradictions": N_("来源文件自相矛盾的地方和取的读法"),
        "readings": N_("没有定死的地方，方案可以选读法"),
        "aspects": N_("另一种归类：键和名称"),
        "declarations": N_("报告里的声明，逐条"),
        "words": N_("报告里怎么称呼来源文件、被评的和评审的"),
        "glossary": N_("用语：词和解释"),
    },
    "StandardWordsShape": {
        "seed": N_("来源文件的简称"),
        "subject": N_("怎么称呼被评的"),
        "reviewer": N_("怎么称呼评审的"),
    },
    "ReferenceShape": {
        "id": N_("引用文件的代号，规则按它引用"),
        "title": N_("名称"),
        "edition": N_("版本或年号"),
        "checked": N_("核对到什么程度"),
        "checked_on": N_("哪天核对的"),
        "source": N_("从哪里取得的"),
    },
    "ReferencesShape": {"references": N_("引用文件")},
    "ClauseShape": {
        "clause_no": N_("标准正文的条号"),
        "full_text_verified": N_("有没有对照标准正文核实过"),
    },
    "CrosswalkShape": {"clauses": N_("规则编号对到标准正文的条号；取得正文后只改这里")},
    "GradeShape": {
        "id": N_("等级的代号"),
        "title": N_("等级的名称"),
        "at_least": N_("至少多少分"),
    },
    "RequirementsShape": {
        "vetoes": N_("一票否决至多几条"),
        "major": N_("严重不符合至多几条"),
        "score": N_("总分至少多少"),
        "every_chapter": N_("每一章的得分率至少多少"),
        "missing_requirements": N_("“应”类规则资料缺失的比例至多多少"),
        "untested": N_("待现场确认的至多几条"),
    },
    "ConclusionShape": {
        "id": N_("结论的代号"),
        "title": N_("验收时的说法"),
        "self_title": N_("自评时的说法，不能写“通过”"),
        "conforms": N_("算不算符合；决定程序的退出码"),
        "meaning": N_("结论的意思，印在报告里"),
        "requires": N_("要满足哪些条件；从上往下取第一个满足的"),
    },
    "AcceptanceShape": {
        "total": N_("满分"),
        "near_miss": N_("基本符合得该条分值的几成"),
        "decimals": N_("分数保留几位小数，四舍五入"),
        "rectify_days": N_("整改期限，天"),
        "source": N_("这套方案的依据"),
        "systemic_rows": N_("同一问题至少几行算成片的问题；0 是不看"),
        "systemic_tables": N_("在哪些表里看成片的问题"),
        "whole_item_from": N_("一项至少有几条“应”全部不符合，才算整项不符合"),
        "enabled_vetoes": N_("启用一票否决的规则编号"),
        "grades": N_("等级，从高到低"),
        "conclusions": N_("结论，从上往下取第一个满足的"),
    },
    "InsideShape": {
        "table": N_("查哪张表"),
        "path": N_("哪一列的值"),
        "among": N_("应在哪个列表列之中"),
    },
    "OverlapsShape": {
        "table": N_("查哪张表"),
        "start": N_("开始日期的列"),
        "end": N_("结束日期的列"),
    },
    "NoDuplicatesShape": {
        "table": N_("查哪张表"),
        "columns": N_("哪几列不能两行都一样"),
    },
    "WellFormedShape": {
        "table": N_("查哪张表"),
        "column": N_("查哪一列；格式写在数据字典里"),
    },
    "FilesMatchShape": {
        "table": N_("查哪张表"),
        "path": N_("写附件路径的列"),
        "sha256": N_("写附件校验值的列"),
    },
    "QualityCheckShape": {
        "id": N_("编号，DQ-两位数"),
        "title": N_("查什么"),
        "meaning": N_("为什么要紧"),
        "advice": N_("怎么改"),
        "check": N_("用检查语言写的查法；各种查法只写一种"),
        "inside": N_("值要在另一行的列表之中"),
        "overlaps_period": N_("起止日期要与评价期有交集"),
        "no_duplicates": N_("不能重复"),
        "look_alikes": N_("编号、按名称计数的列，不能只差全半角、大小写或空格"),
        "well_formed": N_("格式要对"),
        "no_personal_data": N_("不能有个人号码"),
        "files_match": N_("附件要与登记的校验值一致"),
        "at_reading": N_("读入时已经查过，这里只列名"),
    },
    "QualityShape": {"checks": N_("数据质量检查；只列出，不计分")},
    "LevelChoice": {
        "rule": N_("哪条规则"),
        "level": N_("改成什么程度：requirement 应，recommendation 宜，permission 可"),
    },
    "ParameterChoice": {"name": N_("哪个参数"), "value": N_("改成多少")},
    "VetoChoice": {"rule": N_("哪条规则启用一票否决")},
    "OffChoice": {"rule": N_("停用哪条规则")},
    "UnscoredChoice": {
        "rule": N_("哪条规则只列不计分"),
        "content_basis": N_("或者：内容依据是这一种的规则都只列不计分"),
    },
    "WeightChoice": {"rule": N_("哪条规则"), "weight": N_("份量改成多少，0 到 10")},
    "PointsChoice": {"item": N_("哪一项"), "points": N_("分值改成多少；总分折算回满分")},
    "ReadingChoice": {"reading": N_("哪一处，见标准的 readings"), "choice": N_("选哪种读法")},
    "ProfileShape": {
        "name": N_("方案的英文名，与文件名相同"),
        "title": N_("方案的名称"),
        "summary": N_("给谁用、改了什么，印在报告里"),
        "extends": N_("在哪个方案的基础上改"),
        "practice_requirements_become": N_("依据只是某地做法的“应”一律改成什么程度"),
        "decided_by": N_("谁定的：写机构或会议，不写个人"),
        "levels": N_("改程度"),
        "parameters": N_("改参数"),
        "vetoes": N_("启用一票否决"),
        "off": N_("停用规则"),
        "unscored": N_("只列不计分"),
        "weights": N_("改规则的份量"),
        "points": N_("改项的分值"),
        "readings": N_("选读法"),
    },
}
DECIDED: Final[Mapping[str, str]] = {"reason": REASON, "decided_by": DECIDED_BY}
"""Keys that every deviation of a profile has."""
