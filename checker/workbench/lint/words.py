"""What the lints say: title, message and advice of each."""

from checker.model.frozen import dataclass
from checker.model.words import translate as _


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one lint; braces name what the lint has found."""

    title: str
    message: str
    advice: str = ""


def said(check: str) -> Said:
    """Return the words of a lint.

    Raises:
        KeyError: there is no such lint.
    """
    for field in (_wording, _texts, _provenance, _identity, _checks, _scheme, _use, _keeping):
        known = field()
        if check in known:
            return Said(*known[check])
    raise KeyError(check)


def seed_fault(kind: str) -> str:
    """Return what a place of the source document lacks."""
    return {
        "section": _("没有这一节"),
        "line": _("没有这一行，或这一行是空的"),
        "elsewhere": _("的这一行不在这一节里"),
        "sentence": _("这一行没有这么多句"),
    }[kind]


def own_file() -> str:
    """Return where a parameter of one item stands."""
    return _("该项的 rules.yaml")


def perhaps(near: str) -> str:
    """Return which name may have been meant."""
    return _("是不是想写“{near}”？").format(near=near)


def _wording() -> dict[str, tuple[str, str, str]]:
    verb = _("GB/T 1.1-2020 用“应、宜、可”表示要求、推荐、允许")
    return {
        "wording-must": (_("要求里用了“必须”一类的词"), _("要求里写了“{found}”，标准用“{wanted}”"), verb),
        "wording-forbid": (_("禁止没有写成“不应”"), _("禁止写成了“{found}”，标准用“{wanted}”"), verb),
        "wording-long-verb": (_("“应当”“应该”没有写成“应”"), _("“{found}”写成“{wanted}”"), verb),
        "wording-level": (
            _("能愿动词与规则的级别不一致"),
            _("这条规则的级别是“{own}”，要求里却用了“{found}”（“{is_of}”）"),
            _("改用“{own}”或直接陈述，或者改 level"),
        ),
        "wording-vague": (
            _("要求里有各人理解不同的词"),
            _("“{found}”没有说到什么程度"),
            _("写出数字、期限或范围；数字放进参数"),
        ),
        "wording-open-list": (
            _("列举以“等”收尾"),
            _("列举以“等”收尾，没有列出的算不算不清楚"),
            _("列全，或写明“至少包括”"),
        ),
        "wording-half-width": (
            _("中文里用了半角标点"),
            _("中文里用了半角标点“{found}”，应为“{wanted}”"),
            "",
        ),
        "wording-doubled": (_("标点或虚字重复"), _("“{found}”重复了，应为“{wanted}”"), ""),
        "wording-space": (_("汉字之间有空格"), _("汉字之间有空格：“{found}”"), _("写成“{wanted}”")),
        "wording-stop": (
            _("句末缺句号，或标题末尾有标点"),
            _("{key} 的末尾标点不对"),
            _("整句以“。”结束，标题末尾不加标点"),
        ),
        "wording-particle": (
            _("“地”写成了“的”"), _("“{found}”后面是动作，写成“{wanted}”"), "",
        ),
    }  # fmt: skip


def _texts() -> dict[str, tuple[str, str, str]]:
    return {
        "title-long": (
            _("标题太长"), _("标题有 {length} 个字，超过 {most} 个"), _("只写管什么，不写怎么管"),
        ),
        "requirement-long": (
            _("一条要求说了太多"),
            _("要求有 {length} 个字、{sentences} 句"),
            _("控制在 {most} 个字、两句以内；说两件事的拆成两条规则"),
        ),
        "remedy-thin": (
            _("改进建议太空"), _("改进建议等于没有说"), _("写谁、先做什么、做到哪一步"),
        ),
        "title-repeated": (
            _("两条规则的标题或要求一样"), _("与 {other} 完全一样"), _("合并，或写出差别"),
        ),
    }  # fmt: skip


def _provenance() -> dict[str, tuple[str, str, str]]:
    return {
        "seed-place": (
            _("来源位置不存在"), _("来源文本{fault}"), _("对照 rules/seed_outline.yaml 改正节、行、句"),
        ),
        "seed-missing": (
            _("没有写来源位置"),
            _("内容依据是来源文本，却没有写位置"),
            _("补 seed，或把 content_basis 改成 derived"),
        ),
        "reference-missing": (
            _("没有写引用的文件"),
            _("内容依据是引用的文件，却没有写是哪一份"),
            _("补 references，或改 content_basis"),
        ),
        "reference-unchecked": (
            _("引用的文件没有核对过"),
            _("内容依据是“{reference}”，这份文件却没有核对日期"),
            _("核对以后在 references.yaml 写 checked 和 checked_on"),
        ),
        "reference-unused": (
            _("参照文件没有用到"), _("没有规则或参数引用这份文件"), _("删掉，或补上引用"),
        ),
        "parameter-source": (
            _("参数的来源没有写到位"),
            _("取值来自“{origin}”，出处里却找不到位置或文件名称"),
            _("来自来源文本的写“§节 第几行第几句”，来自引用文件的写 references.yaml 里的名称"),
        ),
        "clause-claimed": (
            _("条款号写在了规则里"),
            _("{key} 只能由 rules/crosswalk.yaml 给出"),
            _("这里写 null 和 false，核对正文以后改 crosswalk.yaml"),
        ),
        "level-basis": (
            _("级别的依据没有核对"),
            _("level_basis 写成 full_text，对照表里却没有核对记录"),
            _("改回 proposed，或在 crosswalk.yaml 写 full_text_verified: true"),
        ),
        "parameter-range": (
            _("参数没有取值范围"), _("缺 {missing}"), _("写 min 和 max：评价方案只能在这个范围里选"),
        ),
        "parameter-unused": (
            _("参数没有用到"), _("没有规则、人群或数据质量检查用它"), _("删掉，或在规则里写 $名称"),
        ),
        "parameter-elsewhere": (
            _("参数放错了文件"), _("用到它的检查项是 {users}"), _("移到 {should}"),
        ),
    }  # fmt: skip


def _identity() -> dict[str, tuple[str, str, str]]:
    return {
        "folder-number": (
            _("文件夹与检查项对不上"), _("文件夹与检查项的章号、项号对不上"), _("改成 {wanted}"),
        ),
        "id-standard": (_("编号的前缀不是标准代号"), _("编号不以“{standard}-”开头"), ""),
        "id-order": (
            _("规则编号不连续或次序不对"),
            _("这里应当是 {wanted}"),
            _("按编号排列；删掉的编号不再使用，在 workbench.yaml 写明理由"),
        ),
        "item-split": (
            _("一个检查项有两个规则文件"), _("这个检查项的规则已经写在 {other}"), _("并成一个文件"),
        ),
        "file-stray": (
            _("没有用的文件"), _("这个文件没有程序读取，或用例旁边没有规则"), _("移走，或改名"),
        ),
        "parameter-name": (
            _("参数名与用法相反"),
            _("名称以 {ending} 结尾，用的却是另一侧的限值"),
            _("下限用 _min，上限用 _max"),
        ),
        "profile-name": (_("方案名与文件名不同"), _("文件名是 {wanted}，name 却不是"), _("两处写成一样")),
        "label-repeated": (
            _("两处的中文名一样"), _("与“{other}”的中文名一样，填表人分不清"), _("换一个名称"),
        ),
        "case-name-repeated": (
            _("用例重名"), _("同一条规则已有同名的用例（第 {other} 行）"), _("写出两个用例的差别"),
        ),
    }  # fmt: skip


def _checks() -> dict[str, tuple[str, str, str]]:
    return {
        "bare-number": (
            _("限值是没有来历的数"),
            _("限值 {number} 直接写在判据里"),
            _("定义一个参数，写明来源和范围，这里写 $名称"),
        ),
        "member-repeated": (_("同样的内容写了两遍"), _("与第 {first} 项完全一样"), _("删掉一处")),
        "cell-twice": (
            _("一个格子问了两遍"),
            _("“{path}”在这一处判据里问了两遍，留空时得到的区间可能偏宽"),
            _("能写在一起的写在一起，例如 {{at_least: …, at_most: …}}"),
        ),
        "tolerance-idle": (
            _("容差不起作用"), _("限值总是 {limit}，容差永远用不上"), _("去掉 tolerance"),
        ),
        "condition-always": (
            _("条件永远成立"), _("“{label}”填什么都成立"), _("去掉，或改成想问的值"),
        ),
        "condition-never": (
            _("条件永远不成立"), _("“{label}”填什么都不成立"), _("去掉，或改成这一列可能的值"),
        ),
        "limit-always": (_("限值什么都拦不住"), _("无论多少都达到这个限值"), _("写出真正的限值")),
        "limits-crossed": (
            _("下限高于上限"), _("下限 {low} 高于上限 {high}"), _("对调，或改默认值"),
        ),
        "empty-unsaid": (
            _("没有说一个都没有时怎么办"),
            _("可能一个都没有，规则和用例都没有说那时怎么办"),
            _("写 when_empty: failed 或 inapplicable，或补一个“不适用”的用例"),
        ),
        "nothing-helps": (
            _("留空可能占便宜"),
            _("“{label}”留空算“无”，在 {rule} 里可能因此占便宜"),
            _("改成 blank: unknown，或写 nothing_helps 说明由谁兜住"),
        ),
        "nothing-helps-idle": (
            _("多余的 nothing_helps"), _("“{label}”留空在哪条规则里都占不到便宜"), _("删掉 nothing_helps"),
        ),
    }  # fmt: skip


def _scheme() -> dict[str, tuple[str, str, str]]:
    return {
        "item-without-rules": (
            _("检查项没有规则"), _("有 {points} 分，却没有规则"), _("补规则；暂时没有的说明理由"),
        ),
        "chapter-empty": (
            _("章是空的"), _("章下面没有检查项，也没有说明；或两者都有"), _("补 items，或写 reserved"),
        ),
        "item-weightless": (
            _("检查项的分拿不到"), _("有 {points} 分，各条规则的权重都是 0"), _("给规则写权重"),
        ),
        "weight-zero": (_("规则不计分"), _("“应”“宜”的规则权重是 0"), _("给它权重，或改成“可”")),
        "severity-level": (
            _("严重程度用不上"), _("只有“应”不满足才分轻重"), _("去掉 severity，或改 level"),
        ),
        "grade-beyond-total": (
            _("等级达不到或重名"), _("总分只有 {total} 分，这一级达不到；或与另一级重名"), "",
        ),
        "conclusion-forestalled": (
            _("结论永远轮不到"),
            _("排在前面的“{other}”要求不比它高，永远轮不到它"),
            _("调整次序或要求"),
        ),
        "veto-not-candidate": (
            _("启用的否决不是候选"),
            _("这条规则没有标 veto_candidate"),
            _("先在规则里标明并写理由，再启用"),
        ),
        "choice-idle": (
            _("方案里的选择没有作用"), _("与规则集原来的一样，或者选了两遍"), _("删掉"),
        ),
        "profile-unsigned": (
            _("方案没有写谁决定"), _("整批调低级别，没有写是谁决定的"), _("写 decided_by"),
        ),
        "reading-loose": (
            _("读法或方面没有出处"), _("standard.yaml 里没有这一条"), _("补上，或改名称"),
        ),
    }  # fmt: skip


def _use() -> dict[str, tuple[str, str, str]]:
    return {
        "table-unused": (_("表没有用到"), _("没有规则读这张表"), _("删掉，免得让人白填")),
        "column-unused": (
            _("列没有用到"), _("没有规则读“{label}”"), _("删掉，或说明它用来认出哪一行"),
        ),
        "population-unused": (_("人群没有用到"), _("没有规则用这个人群"), _("删掉")),
        "value-unused": (
            _("枚举值没有用到"), _("“{label}”的这些取值，规则和用例都没有提到"), _("补用例，或删掉"),
        ),
        "evidence-type": (
            _("佐证类型不在表单里"), _("表单里没有这种佐证类型"), _("可用的：{known}"),
        ),
        "evidence-repeated": (_("同一佐证要了两遍"), _("这份佐证前面已经要过"), _("删掉一处")),
        "evidence-number": (_("没有写佐证要几份"), _("没有写 number"), _("写 number: 1 或更多")),
        "verification-repeated": (_("核验方式重复"), _("这种核验方式写了两遍"), _("删掉一处")),
        "verification-talk-only": (
            _("只靠访谈"), _("只靠访谈，没有资料、数据或现场可以对证"), _("加 W、S 或 X"),
        ),
        "verification-unread": (
            _("要了佐证却没有人看"),
            _("只核数据（S），却要“{type}”，别的规则都安排人看它"),
            _("加 W，或不要这份佐证"),
        ),
        "case-missing": (
            _("缺用例"), _("没有结果为 {missing} 的用例"), _("在旁边的 cases.yaml 里补"),
        ),
        "case-elsewhere": (
            _("用例放错了地方"), _("这条规则不在这个文件夹里"), _("移到规则旁边，或改规则编号"),
        ),
    }  # fmt: skip


def _keeping() -> dict[str, tuple[str, str, str]]:
    return {
        "schema-stale": (
            _("生成的文件过时"), _("与规则不一致，要重新生成"), _("运行 checker rules lint --fix"),
        ),
        "placeholder": (
            _("还有「待填写」没有填"), _("这里还是新建时的占位文字"), _("写成自己的话；用不着的那一行删掉"),
        ),
        "suppression-unused": (
            _("不计的提示并没有出现"), _("{check} 并没有说到 {subject}"), _("删掉这条声明"),
        ),
        "suppression-unknown": (
            _("不计的提示没有这个名称"), _("没有叫“{check}”的检查"), _("运行 checker rules lint --list 查名称"),
        ),
    }  # fmt: skip
