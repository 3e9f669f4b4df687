"""Every sentence about a fault in a submission, by the code of the problem it belongs to.

`found`, which a problem carries beside them, is what stands in the file; it is not repeated here.
"""

from typing import Final, NamedTuple


def N_(text: str) -> str:  # noqa: N802 - the name by which translators' tools find such texts
    """Mark a text for translation; it is translated when it is said."""
    return text


class Said(NamedTuple):
    """What is said of one fault: message, what is wanted, what to do.

    Attributes:
        near: the advice in place of `advice` where the nearest known name is given.
    """

    message: str
    wanted: str = ""
    advice: str = ""
    near: str = ""


DID_YOU_MEAN: Final = N_("是不是“{nearest}”？")
LEAVE_BLANK: Final = N_("不知道就留空")

SENTENCES: Final = {
    # --- files ---
    "no_such_path": Said(
        N_("没有这个文件或文件夹"), advice=N_("检查路径有没有写错，文件有没有被移走")
    ),
    "not_regular": Said(
        N_("这既不是文件夹，也不是普通文件"), advice=N_("请交文件夹、YAML 文件或 JSON 文件")
    ),
    "unreadable": Said(N_("文件读不了：{reason}"), advice=N_("检查权限，或把文件复制到别处再试")),
    "empty_folder": Said(
        N_("文件夹里没有提交材料"),
        N_("一个 submission.yaml 或 submission.json；或者 submission.csv 加每张表一个 CSV"),
        N_("在文件夹里放一个 submission.yaml，写明 kind、period、assessed_on 和 tables"),
    ),
    "several_submissions": Said(
        N_("文件夹里有不止一个提交文件"),
        N_("只有一个"),
        N_("留下要交的那个，其余移到别的文件夹；程序不猜哪个是对的"),
    ),
    "workbook": Said(
        N_("这是 Excel 或 WPS 的文件，这里还读不了；Excel 填报将有专用的表格"),
        N_("YAML、JSON 或 CSV 文件"),
        N_("在 Excel 里把每张工作表“另存为”“CSV UTF-8（逗号分隔）”，放进同一个文件夹再交"),
    ),
    "unknown_format": Said(
        N_("认不出这种文件"),
        N_("文件夹，或者 .yaml、.yml、.json 文件"),
        N_("CSV 文件请连同 submission.csv 放进一个文件夹，交文件夹"),
    ),
    "not_csv": Said(N_("这里只能写 CSV 文件"), N_("如 records.csv"), N_("另存为 CSV UTF-8 再写")),
    "too_large": Said(
        N_("文件有 {size} MB，超过上限 {limit} MB，没有读取"),
        advice=N_("检查是不是交错了文件；大表按年度或片区拆分"),
    ),
    "too_large_total": Said(
        N_("各文件合计超过上限 {limit} MB，这个文件没有读取"),
        advice=N_("检查是不是交错了文件；证明材料不要放进来，只交数据表"),
    ),
    "outside_folder": Said(
        N_("文件名指到了提交文件夹外面"),
        N_("同一个文件夹里的文件名，如 records.csv"),
        N_("把文件放进提交文件夹，这里只写文件名，不写盘符、.. 和 \\"),
    ),
    "missing_file": Said(
        N_("这里写的文件不在提交文件夹里"),
        advice=N_("把文件放进来，或者改成正确的文件名"),
        near=DID_YOU_MEAN,
    ),
    "unused_file": Said(
        N_("这个文件看起来是“{table}”的数据，但提交文件没有提到它"),
        advice=N_("在 tables 里写上 {name}: {{file: {file}}}；不用的话把它移走"),
    ),
    "unread_table": Said(
        N_("这个文件没有读：提交文件没有提到它；是不是“{table}”的数据？"),
        advice=N_(
            "是就在 tables 里写上 {name}: {{file: {file}}}；证明材料列进证明材料的表，"
            "或移到子文件夹；别的请移走"
        ),
    ),
    "unread_workbook": Said(
        N_("这个文件没有读；是不是“{table}”的数据？"),
        N_("YAML、JSON 或 CSV 文件"),
        N_(
            "是就另存为“CSV UTF-8（逗号分隔）”，文件名用“{table}”，和别的表一样交；"
            "证明材料移到子文件夹；别的请移走"
        ),
    ),
    "unread_file": Said(
        N_("这个文件没有读：提交文件没有提到它，也看不出是哪张表"),
        advice=N_(
            "是数据就另存为 CSV，在提交文件里写上它是哪张表；证明材料列进证明材料的表，"
            "或移到子文件夹；别的请移走"
        ),
    ),
    "name_not_utf8": Said(
        N_("文件名不是 UTF-8 编码，各台电脑看到的不一样"),
        advice=N_("重新起名；从压缩包解出来的，换一个认中文名的解压方式再解一次"),
    ),
    "more_problems": Said(
        N_("另有 {number} 处问题没有列出"), advice=N_("先改已列出的；这样多的问题往往只有一个原因")
    ),
    # --- CSV ---
    "empty_file": Said(
        N_("文件是空的"), N_("第一行是列名，下面一行一条"), N_("没有数据就不要交它")
    ),
    "broken_quotes": Said(
        N_("引号没有配对，从这一行起读不下去"),
        advice=N_("单元格里的双引号要写成两个；用 Excel 另存为 CSV UTF-8 就不会错"),
    ),
    "control_character": Said(
        N_("有看不见的控制字符"), advice=N_("删掉这个字符，或者把内容重新输入一遍")
    ),
    "wrong_delimiter": Said(
        N_("列与列之间不是用逗号隔开的"),
        N_("逗号分隔的 CSV"),
        N_("另存为时选“CSV UTF-8（逗号分隔）”"),
    ),
    "ragged_row": Said(
        N_("这一行有 {cells} 格，列名却有 {columns} 个"),
        advice=N_("检查这一行多了还是少了逗号；内容里有逗号的单元格要加双引号"),
    ),
    "nameless_column": Said(
        N_("第 {number} 列没有列名，下面却有内容"), advice=N_("写上列名，或删去这一列")
    ),
    "too_many_rows": Said(
        N_("超过 {limit} 行，没有读完"), advice=N_("检查是不是交错了文件；大表按年度或片区拆分")
    ),
    "too_many_columns": Said(N_("超过 {limit} 列，没有读"), advice=N_("检查是不是交错了文件")),
    "items_header": Said(
        N_("submission.csv 的第一行不对"),
        N_("项目,内容"),
        N_("第一行写“项目,内容”，下面一行一项：评价类型、评价期起、评价期止、评价日……"),
    ),
    # --- the head of a submission ---
    "not_mapping": Said(
        N_("“{what}”的写法不对"), N_("一行一项的“名称: 值”"), N_("在它下面一行一项地写，前面空两格")
    ),
    "unknown_key": Said(
        N_("“{what}”里没有这一项"), "{known}", N_("删去，或改成正确的名称"), DID_YOU_MEAN
    ),
    "repeated_key": Said(N_("这一项写了两次，另一处在{other}"), advice=N_("留一个，删一个")),
    "not_a_list_of_findings": Said(
        N_("“{what}”的写法不对"), N_("一条一条的列表"), N_("每条以“- ”开头，写明规则、方式、结论")
    ),
    "missing_key": Said(N_("缺少“{key}”"), "{wanted}", N_("补上这一项")),
    "wrong_form": Said(N_("不认识的表单版本"), "1", N_("写 form: 1，或删去这一项")),
    "not_in_choices": Said(N_("“{what}”写得不对"), "{known}", N_("改成其中一个"), DID_YOU_MEAN),
    "period_not_whole_months": Said(
        N_("评价期必须是整月"),
        N_("从某月 1 日到某月最后一日"),
        N_("改成 {start} 至 {end} 这样的整月"),
    ),
    "period_backwards": Said(N_("评价期的结束早于开始"), advice=N_("两个日期是不是写反了")),
    "period_length": Said(
        N_("评价期有 {months} 个月"), N_("6 至 12 个月"), N_("改评价期，数据也按这个时段整理")
    ),
    "assessed_too_early": Said(
        N_("评价日早于评价期结束"),
        N_("{end} 或以后"),
        N_("评价期还没有结束就不能评价：改评价日，或改评价期"),
    ),
    "site_findings_in_self": Said(
        N_("自评不能带现场核查结论"),
        advice=N_("现场核查在评审或复核时填写；自评请删去 site_findings"),
    ),
    "repeated_finding": Said(
        N_("规则 {rule} 的同一种核查写了两次，另一处在{other}"), advice=N_("合并成一条")
    ),
    "unknown_rule": Said(
        N_("规则集里没有这条规则"),
        advice=N_("改成报告里的规则编号，或删去这一条"),
        near=DID_YOU_MEAN,
    ),
    "missing_observation": Said(
        N_("结论是不属实，却没有写看到了什么"), advice=N_("在 observation 里写明现场情况")
    ),
    # --- tables ---
    "unknown_table": Said(N_("没有这张表"), "{known}", N_("改成正确的表名，或删去"), DID_YOU_MEAN),
    "repeated_table": Said(N_("“{table}”写了两次，另一处在{other}"), advice=N_("合并成一处")),
    "table_shape": Said(
        N_("“{table}”的写法不对"),
        N_("一行一条的列表；或 {{state: …, rows: […]}}；或 {{file: ….csv}}；或 none"),
        N_("确实没有写 none，没有提供就整张表不写"),
    ),
    "one_row_shape": Said(
        N_("“{table}”的写法不对"), N_("只有一条，一行一项的“名称: 值”"), N_("删去多余的")
    ),
    "one_row_count": Said(
        N_("“{table}”有 {rows} 行"), N_("正好一行"), N_("只留被评价方自己的那一行")
    ),
    "complete_but_empty": Said(
        N_("“{table}”声明已全部填报，却一行也没有"),
        N_("至少一行"),
        N_("确实没有请写 none，没有提供就整张表不写"),
    ),
    "rows_but_none": Said(
        N_("“{table}”声明“{state}”，却有内容"),
        advice=N_("有内容就写 complete（已全部填报）或 partial（部分填报）；没有就删去内容"),
    ),
    "rows_and_file": Said(N_("“{table}”既写了 rows 又写了 file"), advice=N_("只留一个")),
    "row_shape": Said(N_("这一行的写法不对"), N_("一行一项的“列名: 值”"), N_("检查缩进和冒号")),
    "unknown_field": Said(
        N_("“{table}”里没有这一列（涉及 {rows} 行）"),
        "{known}",
        N_("改成正确的列名，或删去这一列"),
        DID_YOU_MEAN,
    ),
    "repeated_field": Said(
        N_("“{column}”这一列写了两次（中文名和英文名是同一列）"), advice=N_("留一列，删一列")
    ),
    "missing_id": Said(
        N_("“{table}”有 {rows} 行没有编号"),
        N_("每行一个不重复的编号"),
        N_("补上编号，别的表要靠它指到这一行"),
    ),
    "repeated_id": Said(
        N_("编号写了两次，另一处在{other}"),
        N_("每行一个不重复的编号"),
        N_("改其中一个，或删去重复的行"),
    ),
    "file_not_allowed": Said(N_("这里不能引用文件"), advice=N_("把内容直接写在 rows 里")),
    # --- cells ---
    "cell_shape": Said(
        N_("“{column}”的写法不对"), N_("一个值，或 {{value: 值, source: 出处}}"), N_("改成一个值")
    ),
    "not_a_list": Said(N_("“{column}”只能填一个"), N_("一个值"), N_("有几个就分几行填")),
    "none_not_allowed": Said(N_("“{column}”不能填“无”：这件事总是有的"), "{wanted}", LEAVE_BLANK),
    "none_in_list": Said(N_("“{column}”里“无”和别的内容写在一起"), advice=N_("两者只能有一个")),
    "empty_item": Said(N_("“{column}”的几项里有一项是空的"), advice=N_("检查是不是多写了一个顿号")),
    "repeated_item": Said(N_("“{column}”里同一项写了两次"), advice=N_("删去重复的")),
    "not_text": Said(N_("“{column}”应当填文字"), N_("文字"), N_("改成文字；YAML 里可以加引号")),
    "too_long": Said(N_("“{column}”有 {length} 个字"), N_("不超过 {limit} 个字"), N_("写短一些")),
    "not_one_line": Said(
        N_("“{column}”里有换行或制表符"), N_("写在一行里"), N_("删掉换行，或者把内容重新输入一遍")
    ),
    "invisible_character": Said(
        N_("“{column}”里有看不见的字符（{character}）"), advice=N_("删掉它，或者把内容重新输入一遍")
    ),
    "private_character": Said(
        N_("“{column}”里有自造字（{character}），别的电脑显示不出来"),
        advice=N_("换成标准汉字；生僻字请用新版输入法重新输入"),
    ),
    "placeholder": Said(
        N_("“{column}”填的是占位符号，看不出是没有还是不知道"),
        "{wanted}",
        N_("没有请填“无”（这一列允许的话），不知道请留空"),
    ),
    "formula": Said(
        N_("“{column}”里是公式，或者公式出错的标记"),
        N_("公式算出来的值"),
        N_("复制后“选择性粘贴”为数值再存"),
    ),
    "mangled_number": Said(
        N_("“{column}”被 Excel 改成了科学计数法，原来的号码已经丢失"),
        N_("完整的编号"),
        N_("把这一列设为“文本”，重新填写"),
    ),
    "not_in_values": Said(
        N_("“{column}”只能从规定的内容里选"), "{wanted}", N_("改成其中一个"), DID_YOU_MEAN
    ),
    "not_bool": Said(N_("“{column}”要填是或否"), N_("是 / 否"), LEAVE_BLANK),
    "not_number": Said(
        N_("“{column}”不是数字"), "{wanted}", N_("只写数字，不写单位和“约”；不知道就留空")
    ),
    "not_whole": Said(N_("“{column}”要填整数"), "{wanted}", N_("改成整数")),
    "not_share": Said(N_("“{column}”不是比例，不能写百分号"), "{wanted}", N_("写实际的数")),
    "unclear_thousands": Said(
        N_("“{column}”里的逗号看不出是千位分隔还是小数点"), "{wanted}", N_("去掉逗号再写")
    ),
    "out_of_bounds": Said(N_("“{column}”超出范围"), "{wanted}", N_("核对数字和单位")),
    "not_date": Said(
        N_("“{column}”不是日期"),
        N_("年月日，如 2025-03-05、2025/3/5、2025年3月5日"),
        N_("写全年月日；不知道就留空"),
    ),
    "not_datetime": Said(
        N_("“{column}”不是日期和时间"),
        N_("日期和时间，如 2025-03-05 14:30"),
        N_("写全年月日和时分；不知道就留空"),
    ),
    "time_missing": Said(
        N_("“{column}”只有日期，缺少时间"),
        N_("日期和时间，如 2025-03-05 14:30"),
        N_("补上时和分；程序不会当作零点"),
    ),
    "time_in_date": Said(
        N_("“{column}”只要日期，不要时间"), N_("日期，如 2025-03-05"), N_("去掉时间")
    ),
    "no_such_day": Said(N_("“{column}”：没有这一天或这个时刻"), advice=N_("核对月、日、时、分")),
    "strange_year": Said(N_("“{column}”的年份不对"), N_("{first} 至 {last} 年"), N_("核对年份")),
    # --- across cells ---
    "dangling_reference": Said(
        N_("“{column}”所指的编号不在“{target}”里"),
        N_("“{target}”里的一个编号"),
        N_("改成正确的编号；或者在“{target}”里补上这一条"),
        N_("是不是“{nearest}”？不是的话，在“{target}”里补上这一条"),
    ),
    "future_fact": Said(
        N_("“{column}”晚于评价日 {day}，还没有发生的事不能当作记录"),
        N_("{day} 或以前"),
        N_("核对年份和月份"),
    ),
    "times_backwards": Said(
        N_("“{column}”早于“{earlier}”（{value}，在{other}）"),
        N_("不早于 {value}"),
        N_("核对这两个时间，哪个写错了"),
    ),
}
