"""The HTML report: whole once as golden files, then what must hold of every one."""

import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import tinyhtml5
from jinja2 import UndefinedError

from checker.model.outcome import AssessmentKind
from checker.report import html
from checker.report.filters import FILTERS
from checker.report.outline import numeral, outline
from tests.report.results import build, failing, full_pass, mostly_missing

GOLDEN = Path(__file__).parents[1] / "golden"
BUILT = [full_pass, mostly_missing, failing]


class Page(HTMLParser):
    """Elements, ids, links and text of a document."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def of(self, attribute: str) -> list[str]:
        return [value for name, value in self.attributes if name == attribute]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.mark.parametrize("built", BUILT)
def test_the_report_is_as_it_was_last_read_by_a_person(built):
    """With UPDATE_GOLDEN=1 the files are written anew: read the difference before keeping it."""
    made = html.render(built())
    golden = GOLDEN / f"report_{built.__name__}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")

    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("built", BUILT)
def test_browsers_and_the_printer_see_the_same_tree(built):
    """Browsers read by the rules of HTML, the printer by those of XML."""
    document = html.render(built())

    forgiving = tinyhtml5.parse(document, namespace_html_elements=False)
    strict = ET.fromstring(document)

    assert list(flat(forgiving)) == list(flat(strict))


def flat(element):
    """Yield elements in order, each with what is said of it; white space of its own says nothing."""
    told = {name: value for name, value in element.attrib.items() if not name.endswith("xmlns")}
    yield element.tag, told, (element.text or "").strip(), (element.tail or "").strip()
    for child in element:
        yield from flat(child)


@pytest.mark.parametrize("built", BUILT)
def test_nothing_is_fetched_and_nothing_runs(built):
    page = Page(html.render(built()))

    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert not page.of("src")
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert all(link.startswith("#") for link in page.of("href"))
    assert "url(" not in html.render(built())
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.of("content")


@pytest.mark.parametrize("built", BUILT)
def test_every_link_leads_somewhere_and_no_place_is_named_twice(built):
    page = Page(html.render(built()))
    ids = page.of("id")

    assert len(set(ids)) == len(ids)
    assert {link[1:] for link in page.of("href") + page.of("data-to")} <= set(ids)


@pytest.mark.parametrize("built", BUILT)
def test_every_rule_stands_in_the_report_once_as_a_row(built):
    result = built()

    ids = Page(html.render(result)).of("id")

    assert [f.rule for f in result.findings] == [i for i in ids if i.startswith("QYSQ")]


def test_markup_in_names_is_text():
    made = html.render(failing())

    assert "<script>" not in made
    assert "&lt;script&gt;alert(&#39;示例&#39;)&lt;/script&gt;" in made
    assert "<b>不加粗</b>" not in made


def test_characters_that_cannot_be_seen_are_shown_wherever_they_stand():
    dirty = "甲\u202e\ue000\x07"
    result = replace(full_pass(), subject=dirty, notes=dirty, report_no=dirty)

    made = html.render(result)

    assert not set("\u202e\ue000\x07") & set(made)
    assert Page(made).text.count("甲〔U+202E〕〔U+E000〕〔U+0007〕") >= 4


def test_a_name_cannot_break_out_of_the_style_sheet():
    made = html.render(replace(full_pass(), report_no='"; } </style><script>'))

    style = made[: made.rindex("</style>")]
    assert "\\000022\\00003b\\000020\\00007d\\000020\\00003c" in style
    assert made.count("</style>") == html.render(full_pass()).count("</style>")


def test_a_template_that_asks_for_what_is_not_there_fails():
    template = html._environment().from_string("{{ r.nonsense }}")

    with pytest.raises(UndefinedError):
        template.render(r=full_pass())


def test_templates_need_no_place_to_keep_their_compiled_form(monkeypatch):
    environment = html._environment.__wrapped__()
    monkeypatch.setattr(environment.bytecode_cache, "directory", "/proc/no/such/folder")
    monkeypatch.setattr(html, "_environment", lambda: environment)

    assert html.render(full_pass()).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("default", ["passed", "failed", "missing", "untested", "empty"])
def test_a_self_assessment_never_says_that_anything_was_passed(default):
    result = build({}, default, kind=AssessmentKind.SELF, subject="示例乙企业社区")

    made = html.render(result)

    assert "自评" in made
    assert "通过" not in made


def test_the_kinds_of_report_name_themselves():
    names = {
        kind: Page(html.render(build({}, "passed", kind=kind, subject="甲"))).text
        for kind in AssessmentKind
    }

    assert "符合性自评报告" in names[AssessmentKind.SELF]
    assert "符合性评审报告" in names[AssessmentKind.ASSOCIATION]
    assert "符合性复核报告" in names[AssessmentKind.RECHECK]
    assert "上次问题的关闭情况" in names[AssessmentKind.RECHECK]
    assert "上次问题的关闭情况" not in names[AssessmentKind.SELF]


def test_sections_without_content_are_one_sentence():
    text = Page(html.render(full_pass())).text

    for sentence in (
        "没有不符合项。",
        "没有观察项。",
        "没有资料缺失。",
        "没有待现场确认的规则。",
        "没有要整改的事项。",
        "没有不适用的规则。",
        "没有还能加分的事项。",
    ):
        assert sentence in text


def test_sections_have_numbers_that_no_item_has():
    sections = outline(failing()).values()

    assert [s.title for s in sections if s.level == 1][2:5] == [
        "一、结果总览", "二、概况与资料", "三、依据",
    ]  # fmt: skip
    assert all(not re.match(r"[0-9]", s.title) for s in sections)
    assert {s.id: s.name for s in sections}["basis-rulebook"] == "第三部分（三）"


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (19, "十九")])
def test_numerals(number, text):
    assert numeral(number) == text


def row(result, rule):
    """Return the row of one rule, as text."""
    made = html.render(result)
    start = made.index(f'<tr id="{rule}">')
    return Page(made[start : made.index("</tr>", start)]).text


def test_what_only_records_says_whether_it_is_there_and_counts_for_nothing():
    there, not_there = row(full_pass(), "QYSQ-0502-07"), row(failing(), "QYSQ-0502-07")

    assert "√ 有 现场已确认 只记录" in there
    assert "— 无（未采用） 只记录" in not_there
    assert "符合" not in there[there.index("要求") :] + not_there[not_there.index("要求") :]


def test_what_is_only_shown_is_marked_and_held_against_nobody():
    assert row(failing(), "QYSQ-0401-06").endswith("× 不符合 不计分")

    text = Page(html.render(failing())).text.replace("\xa0", " ")
    lists = text[text.rindex("六、不符合项与观察项") : text.rindex("七、资料缺失清单")]

    assert "（三）不计分而没有做到的" in lists
    assert "QYSQ-0401-06" not in lists[: lists.index("（三）")]
    assert "QYSQ-0401-06" in lists[lists.index("（三）") :]
    assert "不计分而没有做到的" not in html.render(full_pass())


def test_what_is_not_evaluated_is_named_where_the_items_are():
    text = Page(html.render(failing())).text.replace("\xa0", " ")

    assert "本方案不评价的规则 1 条：QYSQ-0502-09；理由见 第三部分（三）" in text
    assert "不评价的规则：1 处" in text
    assert "只列出、不计分的规则：3 处" in text


def test_data_quality_stands_apart_from_the_score():
    text = Page(html.render(failing())).text.replace("\xa0", " ")
    part = text[text.rindex("（三）数据质量") : text.rindex("三、依据")]

    assert "不计分，也不影响结论" in part
    assert (
        "诉求工单 SQ-001，办结时间：2025-03-01 08:0〔U+E000〕 service_requests.csv 第 31 行" in part
    )
    assert "等 7 处 重新导出这几张工单。" in part
    assert "由合计看出，不在某一行" in part
    assert "√ 没有问题（读取时已核对）" in part


def test_checks_that_had_nothing_to_look_at_say_so():
    text = Page(html.render(mostly_missing())).text

    assert text.count("? 没有可核对的资料") == 2


def test_a_desk_study_is_not_taken_for_the_community_s_own_word():
    made = html.render(mostly_missing())
    cover = Page(made[made.index('class="cover"') : made.index("</section>")]).text
    overview = Page(made[made.index('id="overview"') : made.index('id="overview-conclusion"')])

    assert "资料说明 这不是该社区的自评，是按公开材料整理的样本。" in cover
    assert "这不是该社区的自评" in overview.text
    assert "没有填的" not in overview.text
    assert "有 2 个值注明了出处" in overview.text.replace("\xa0", " ")
    assert "没有经被评价方负责人签字、单位盖章的，不作为被评价方的自评" in made
    assert "不作为被评价方的自评" not in html.render(full_pass())


def test_sources_are_listed_with_their_place():
    text = Page(html.render(mostly_missing())).text.replace("\xa0", " ")

    assert "《热线》HL-1，用途 抢修 <b> 公开报道，2026-01-05 查阅 submission.yaml 第 48 行" in text
    assert "概况以外的数据，提交方没有写出处。" in Page(html.render(full_pass())).text


def test_an_aspect_is_summed_up_beside_the_chapters():
    text = Page(html.render(failing())).text.replace("\xa0", " ")

    assert "“经济服务”一章：编制说明提到“经济服务”而没有给出内容，本次不评价。" in text
    assert "也不是标准的一章" in text
    assert "经济服务方面（示例） 6.5、7.8 × 不符合" in text


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        ("甲。\n乙。\n\n丙。", 400, "甲。\n乙。"),
        ("甲乙。丙丁。", 4, "甲乙。"),
        ("甲乙丙丁", 2, "甲乙……"),
        ("", 2, ""),
    ],
)
def test_of_long_notes_the_cover_prints_whole_sentences(text, most, said):
    assert FILTERS["opening"](text, most) == said


def test_of_many_offending_rows_the_first_are_printed():
    def longer(finding):
        (leaf,) = finding.measured
        leaf = replace(leaf, offending=leaf.offending[:1] * 40, offending_count=56)
        return replace(finding, measured=(leaf,))

    result = failing()
    findings = [longer(f) if f.rule == "QYSQ-0502-01" else f for f in result.findings]
    text = Page(html.render(replace(result, findings=tuple(findings)))).text

    said = "共 56 行，这里列出前 25 行。前 40 行见 result.json。"
    assert said in text.replace("\xa0", " ")


def test_what_is_missing_is_put_together_by_table():
    text = Page(html.render(mostly_missing())).text

    assert "有 29 条规则因资料缺失没有判定，缺的资料在 20 张表里，" in text.replace("\xa0", " ")
    assert "1《人员》 未交 可判定 4 条 日期、类型 一个一行，照台账填。 +123.0 98.4 123.0" in text


def test_how_far_the_tables_get_is_said_with_what_only_a_visit_confirms():
    text = Page(html.render(mostly_missing())).text.replace("\xa0", " ")

    # 39.5 points are there, so 660.5 more for the first line, 760.5 for the next
    assert "交到第 12 张《法律求助》够“合格”的 700.0 分" in text
    assert "交到第 17 张《应急物资》够“良好”的 800.0 分" in text
    assert "够“优秀”" not in text
    assert "20 张都交齐共 +800.4 分，其中 502.6 分交表即定，297.8 分还要现场确认" in text


def test_sections_that_only_say_that_there_is_nothing_start_no_page():
    nothing, much = html.render(full_pass()), html.render(failing())

    for section in ("findings", "site"):
        assert '<section class="page">' not in before(nothing, section)
        assert '<section class="page">' in before(much, section)


def before(made, section):
    """What stands right before the heading of a section."""
    at = made.index(f'<h1 id="{section}"')
    return made[at - 30 : at]


def test_visits_that_are_done_are_not_called_pending():
    assert "现场确认情况" in html.render(full_pass())
    assert "待现场确认清单" in html.render(mostly_missing())


def test_the_evidence_wanted_stands_beside_what_came_under_its_item():
    made = html.render(full_pass())
    text = Page(made[made.index("各条要的佐证") : made.index('id="sources"')]).text
    none = html.render(mostly_missing())
    asked = none[none.index("各条要的佐证") : none.index('id="sources"')]

    wanted = "批复文件、挂牌照片（台账），评价期，评价日前 1 个月内导出"
    assert f"4.1 组织建设 QYSQ-0401-01 社区党组织 {wanted} EV-01" in text
    assert (
        "QYSQ-0401-02 四级组织配齐 组织架构图、各级批复（台账），评价期，评价日前 1 个月内导出 没有交"
        in text
    )
    assert "佐证不决定本报告的结果和得分" in none
    assert "已交" not in asked


def test_fewer_pieces_of_evidence_than_kinds_are_remarked_upon():
    result = full_pass()
    first = result.findings[0]
    more = replace(
        first, evidence=(*first.evidence, replace(first.evidence[0], title="照片", number=2))
    )
    text = Page(html.render(replace(result, findings=(more, *result.findings[1:])))).text

    assert "照片（台账），2 份，评价期，评价日前 1 个月内导出 EV-01，少 1 种" in " ".join(
        text.split()
    )


def test_the_score_is_shown_with_and_without_what_was_declared_away():
    text = Page(html.render(failing())).text.replace("\xa0", " ")

    assert (
        "按声明计，总分 507.7 ～ 652.0 分；这些条若都按没有做到计，总分 495.7 ～ 640.0 分" in text
    )


def test_what_was_rejected_on_site_is_told_with_who_saw_what():
    text = Page(html.render(failing())).text.replace("\xa0", " ")

    said = "提交的数据符合，现场核对不属实。访谈：看过原件并抽查三处，与申报不一致（甲，"
    assert said in text.replace("（甲， ", "（甲，")


def test_a_sample_is_never_taken_for_a_real_community():
    made = html.render(full_pass())
    real = html.render(replace(full_pass(), synthetic=False))

    assert "不反映任何真实社区" in made
    assert "合成样例" not in real


def test_a_program_fault_is_never_held_against_the_community():
    result = build({"QYSQ-0401-02": "error"}, "passed", kind=AssessmentKind.SELF, subject="甲")

    text = Page(html.render(result)).text

    assert "1 条因程序出错没有判定。这是程序的问题，与被评价方无关" in text.replace("\xa0", " ")


def test_templates_are_kept_in_a_folder_whose_name_no_encoding_has():
    kept = html._CompiledTemplates("/srv/nowhere", "%s.cache")

    assert kept.get_cache_key("report.html.j2", "/srv/\udce9\udca1\udcb9/report.html.j2")
