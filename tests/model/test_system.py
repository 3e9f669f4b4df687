"""What the operating system says, for a person to read."""

import errno
import os

import pytest

from checker.model.system import is_text, legible, reason

SAID = {
    "ENOENT": "没有这个文件或文件夹",
    "EACCES": "没有权限",
    "ENOSPC": "磁盘满了",
    "ENOTDIR": "路径中间有一段是文件，不是文件夹",
}


@pytest.mark.parametrize("name", SAID)
def test_usual_refusals_are_said_in_chinese(name):
    number = getattr(errno, name)

    assert reason(OSError(number, os.strerror(number))) == SAID[name]


def test_what_is_not_usual_is_said_in_the_words_of_the_system():
    assert reason(OSError(errno.EDOM, "Numerical argument out of domain")).startswith("Numerical")
    assert reason(OSError("who knows")) == "who knows"


def seen(name, encoding):
    """The name that Python makes of bytes on a system whose names are UTF-8."""
    return name.encode(encoding).decode("utf-8", "surrogateescape")


@pytest.mark.parametrize("name", ["走访.csv", "visits.csv", "ａ\n"])
def test_a_name_in_utf_8_is_text_as_it_is(name):
    assert is_text(seen(name, "utf-8"))
    assert legible(seen(name, "utf-8")) == name


def test_a_name_in_gbk_is_read_as_its_writer_saw_it():
    assert not is_text(seen("走访.csv", "gbk"))
    assert legible(seen("走访.csv", "gbk")) == "走访.csv"


def test_each_part_of_a_path_is_read_for_itself():
    assert legible("佐证/" + seen("走访.csv", "gbk")) == "佐证/走访.csv"


def test_a_name_in_no_known_encoding_gets_marks():
    assert (
        legible(b"a\xff.csv".decode("utf-8", "surrogateescape")) == "a\N{REPLACEMENT CHARACTER}.csv"
    )
