"""What the operating system says, as a person reads it: why it refused, and names it cannot spell."""

import errno

from checker.model.words import translate as _


def reason(error: OSError) -> str:
    """Return why the system refused; in its own words where it is nothing usual."""
    known = _reasons().get(error.errno or 0)
    return known or error.strerror or str(error) or type(error).__name__


def is_text(name: str) -> bool:
    """Return whether a name that the system gave is text; else it is bytes that are no UTF-8."""
    return name.isascii() or not any("\udc80" <= c <= "\udcff" for c in name)


def legible(name: str) -> str:
    """Return a name, or a path, that the system gave as text, perhaps the one that its writer saw.

    Names from archives packed on an older Chinese Windows are GBK; what is not even that gets
    marks in place of its bytes.
    """
    return name if is_text(name) else "/".join(_legible(part) for part in name.split("/"))


def _legible(name: str) -> str:
    if is_text(name):
        return name
    data = name.encode("utf-8", "surrogateescape")
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _reasons() -> dict[int, str]:
    said = {
        "ENOENT": _("没有这个文件或文件夹"),
        "EACCES": _("没有权限"),
        "EPERM": _("没有权限"),
        "EROFS": _("这里只能读，不能写"),
        "ENOSPC": _("磁盘满了"),
        "EDQUOT": _("超出了磁盘配额"),
        "EFBIG": _("文件太大，这里放不下"),
        "ENOTDIR": _("路径中间有一段是文件，不是文件夹"),
        "EISDIR": _("这是文件夹，不是文件"),
        "EEXIST": _("已经有同名的文件"),
        "ENAMETOOLONG": _("名称太长"),
        "ELOOP": _("链接绕成了圈，或者太深"),
        "EBUSY": _("正被别的程序占用"),
        "ETXTBSY": _("正被别的程序占用"),
        "EMFILE": _("同时打开的文件太多"),
        "ENFILE": _("同时打开的文件太多"),
        "EIO": _("磁盘读写出错"),
        "EBADF": _("它已经关闭"),
        "ESTALE": _("网络盘断开了"),
    }
    return {getattr(errno, name): text for name, text in said.items() if hasattr(errno, name)}
