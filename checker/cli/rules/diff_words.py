"""The words of `checker rules diff` on the command line."""

from collections.abc import Sequence

from checker.model.words import translate as _


def no_such_version(name: str, near: Sequence[str]) -> str:
    """A name that is neither a folder nor a revision."""
    said = _("没有“{name}”这个目录，版本库里也没有这个版本。").format(name=name)
    return said + _near(near)


def no_such_folder(revision: str, folder: str) -> str:
    """A revision without the rules folder."""
    return _(
        "版本“{revision}”里没有“{folder}”目录。别的目录写作 版本:目录，例如 {revision}:rules"
    ).format(revision=revision, folder=folder)


def no_repository(name: str, near: Sequence[str]) -> str:
    """No folder of that name, and no repository in which it could be a revision."""
    said = _("没有“{name}”这个目录；规则目录也不在 git 版本库里，不能按版本来找。").format(
        name=name
    )
    return said + _near(near)


def no_git(name: str) -> str:
    """Git is not installed."""
    return _("没有“{name}”这个目录；要按版本来找，先装 git。").format(name=name)


def no_archive(name: str) -> str:
    """The folder of past submissions is not there."""
    return _("没有“{name}”这个目录或文件，没法回放。").format(name=name)


def empty_archive(name: str) -> str:
    """The folder of past submissions holds none."""
    return _(
        "“{name}”里没有申报资料。每份应是一个带 submission.yaml（或 .json、.csv）的目录，或一个 .yaml、.json 文件。"
    ).format(name=name)


def needs_impact() -> str:
    """--fail-on impact without submissions to replay."""
    return _("--fail-on impact 要和 --impact 一起用")


def side(name: str, *, new: bool) -> str:
    """Return which version a fault stands in."""
    return (_("新版（{name}）") if new else _("旧版（{name}）")).format(name=name)


def progress(done: str) -> str:
    """Return what the progress bar says."""
    return {"proving": _("比较规则"), "replaying": _("回放申报")}[done]


def written(number: int, folder: str) -> str:
    """Return that witnesses were written."""
    return _("写了 {number} 份例证到 {folder}").format(number=number, folder=folder)


def _near(names: Sequence[str]) -> str:
    return _("是不是 {names}？").format(names="、".join(names)) if names else ""
