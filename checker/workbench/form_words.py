"""What the formatter says."""

from checker.model.words import translate as _


def not_canonical(file: str) -> str:
    """Return that a file is not in canonical form."""
    return _("{file}  写法不规范，运行 checker rules fmt 改好").format(file=file)


def written(count: int) -> str:
    """Return how many files were rewritten."""
    return _("改写了 {count} 个文件").format(count=count) if count else _("写法都规范，没有改动")
