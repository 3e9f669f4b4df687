"""The sentences of this room."""

from checker.model.words import translate as _


def not_utf8(line: int, likely: str) -> tuple[str, str]:
    """Return message and advice for bytes that are no UTF-8."""
    message = _("文件不是 UTF-8 编码，从第 {line} 行起读不出来").format(line=line)
    if likely:
        return message, _(
            "文件很可能是 {likely} 编码：请用“另存为”，编码选 UTF-8，再交一次"
        ).format(likely=likely)
    return message, _("请用“另存为”，编码选 UTF-8，再交一次")


def too_large(size: int, limit: int) -> tuple[str, str]:
    """Return message and advice for a file over the size limit (bytes)."""
    return (
        _("文件有 {size} MB，超过上限 {limit} MB，没有读取").format(
            size=-(-size // 2**20), limit=limit // 2**20
        ),
        _("请检查是否交错了文件；大表请另存为 CSV，按年度或片区拆分"),
    )


def too_many_nodes(limit: int) -> tuple[str, str]:
    """Return message and advice for a file with more values than can be read at once."""
    return (
        _("文件里的数据超过 {limit} 项，没有读完").format(limit=limit),
        _("大表请另存为 CSV，在这里用 file 写它的文件名"),
    )


def too_many_faults(limit: int) -> tuple[str, str]:
    """Return message and advice for a file that is not worth reading to its end."""
    return (
        _("错误已有 {limit} 处，后面的没有再读").format(limit=limit),
        _("先改前面的；这样多的错误往往只有一个原因"),
    )


def broken_yaml(detail: str) -> tuple[str, str]:
    """Return message and advice for text that is no YAML; detail is the parser's own remark."""
    known = {
        "mapping values are not allowed in this context": _("这里不该再出现“名称: 值”"),
        "did not find expected ',' or ']'": _("方括号 [ ] 里少了逗号或右括号"),
        "did not find expected ',' or '}'": _("花括号 { } 里少了逗号或右括号"),
        "did not find expected node content": _("方括号或花括号里少了内容，或没有收尾"),
        "did not find expected key": _("这里应当是一个“名称:”，多半是缩进没有对齐"),
        "did not find expected '-' indicator": _("这里应当以“- ”开头，多半是缩进没有对齐"),
        "could not find expected ':'": _("名称后面少了冒号"),
        "block sequence entries are not allowed": _("“- ”要另起一行"),
        "found character that cannot start any token": _("有不能用在行首的符号，多半是制表符"),
        "found unexpected end of stream": _("引号没有收尾"),
        "found unexpected document indicator": _("引号没有收尾"),
        "found a tab character": _("缩进里有制表符，要用空格"),
        "found unknown escape character": _(
            "双引号里反斜杠 \\ 的写法不对；文字本身有反斜杠就用单引号"
        ),
        "escape code": _("双引号里反斜杠 \\ 后面的编码不对"),
        "hexdecimal": _("双引号里反斜杠 \\ 后面的编码不对"),
        "mapping keys are not allowed": _("“? ”不能写在这里"),
        "found unexpected ':'": _("冒号不能写在这里；内容里有冒号就加引号"),
        "did not find expected alphabetic": _("& 或 * 后面少了名称；内容以它们开头就加引号"),
        "did not find expected comment": _("“|”或“>”后面只能换行"),
        "indentation indicator": _("“|”或“>”后面的数字不对"),
        "did not find expected <document start>": _(
            "文件到这里本该结束，后面还有内容，多半是缩进没有对齐"
        ),
        "did not find expected whitespace": _("感叹号标签后面少了空格；内容以感叹号开头就加引号"),
        "tag": _("感叹号标签的写法不对；内容以感叹号开头就加引号"),
        "directive": _("以 % 开头的行写法不对；内容以 % 开头就加引号"),
        "alphabetical character": _("以 % 开头的行写法不对；内容以 % 开头就加引号"),
        "YAML document": _("以 % 开头的行写法不对；内容以 % 开头就加引号"),
        "version number": _("以 % 开头的行写法不对；内容以 % 开头就加引号"),
        "control characters are not allowed": _("有看不见的控制字符"),
        "special characters are not allowed": _("有看不见的控制字符"),
    }
    other = _("这种写法认不出来")
    detail = next((said for key, said in known.items() if key in detail), other)
    return (
        _("YAML 写法有误，读到这里读不下去：{detail}").format(detail=detail),
        _("检查这一行和上一行的缩进、引号、冒号后面的空格"),
    )


def broken_json(detail: str) -> tuple[str, str]:
    """Return message and advice for text that is no JSON; detail is the decoder's own remark."""
    known = {
        "Expecting value": _("这里应当是一个值"),
        "Expecting property name": _("这里应当是一个用双引号括起来的名称，多半是多了一个逗号"),
        "Illegal trailing comma": _("最后一项后面多了一个逗号"),
        "Expecting ':'": _("名称后面少了冒号"),
        "Expecting ','": _("两项之间少了逗号，或少了右括号"),
        "Unterminated string": _("引号没有收尾"),
        "Invalid control character": _("引号里有换行、制表符或看不见的控制字符"),
        "Invalid \\": _("反斜杠 \\ 的写法不对"),
        "Extra data": _("文件到这里本该结束，后面还有内容"),
    }
    other = _("这种写法认不出来")
    detail = next((said for key, said in known.items() if detail.startswith(key)), other)
    return (
        _("JSON 写法有误，读到这里读不下去：{detail}").format(detail=detail),
        _("检查这一处和前一处的引号、逗号、括号；JSON 一般由软件导出，最好重新导出一次"),
    )


def no_number(text: str) -> tuple[str, str]:
    """Return message and advice for NaN and Infinity, which are no JSON."""
    return (
        _("“{text}”不是数字").format(text=text),
        _("不知道的值请写 null 或删去这一项；多半是导出软件把空白写成了它"),
    )


def duplicate_key(key: str, first_line: int) -> tuple[str, str]:
    """Return message and advice for a key that stands twice in one mapping."""
    key = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in key[:40])
    return (
        _("“{key}”写了两次（第一次在第 {line} 行）").format(key=key, line=first_line),
        _("留一个，删一个；程序不猜哪个是对的"),
    )


def not_plain(what: str) -> tuple[str, str]:
    """Return message and advice for YAML features that are refused."""
    names = {
        "alias": _("引用（*名称）"),
        "anchor": _("锚点（&名称）"),
        "tag": _("类型标签（!名称）"),
        "merge": _("合并键（<<）"),
        "key": _("不是文字的键"),
        "documents": _("一个文件里的多份文档（---）"),
        "depth": _("过深的嵌套"),
    }
    return _("不接受{what}").format(what=names[what]), _("请把内容直接写出来")
