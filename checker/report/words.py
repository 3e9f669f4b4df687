"""The words of this room that stand in Python; those of the pages stand in reports/templates."""

from checker.model.words import translate as _


def not_json() -> str:
    """Say that a text cannot be read as JSON."""
    return _("这不是 result.json：内容不是完整的 JSON")


def not_json_advice() -> str:
    """Say what to do about it."""
    return _("请交程序写出的原件；若由 PDF 取出，请取其附件 result.json")


def result_fault(code: str) -> tuple[str, str]:
    """Return message and advice for one place at which a result.json is not as written."""
    advice = _("result.json 由程序写出，不可手改；请交原件，或重新评价")
    messages = {
        "missing": _("缺少这一项"),
        "unknown_field": _("多出没有定义的一项"),
        "not_a_result": _("这一项的取值或类型不对"),
        "not_canonical": _("这一项的写法不是程序写出的写法"),
    }
    return messages[code], advice


def schema_description() -> str:
    """Say what the schema of result.json describes."""
    return _(
        "一次评价的全部结果：报告所印的一切，以及复算所需的一切。分数写作精确的文本，如 19/20。"
    )
