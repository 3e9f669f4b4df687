"""What click says of a call, in the words of this program.

Click marks its sentences for gettext, which would ask the machine's locale for a catalogue; here
they go through the program's own door to translations instead.
"""

import sys
from typing import Final

import click

from checker.model.words import translate


def N_(text: str) -> str:  # noqa: N802 - the name by which translators' tools find such texts
    """Mark a text for translation; it is translated when it is said."""
    return text


SAID: Final = {
    # --- help ---
    "Usage:": N_("用法:"),
    "Options": N_("选项"),
    "Commands": N_("命令"),
    "Positional arguments": N_("参数"),
    "default: {default}": N_("默认：{default}"),
    "env var: {var}": N_("环境变量：{var}"),
    "(dynamic)": N_("（看情况）"),
    "Show the version and exit.": N_("显示版本。"),
    "Show this message and exit.": N_("显示这段说明。"),
    "%(prog)s, version %(version)s": N_("%(prog)s %(version)s"),
    # --- a call that cannot be understood ---
    "Error: {message}": N_("出错：{message}"),
    "Aborted!": N_("已中断"),
    "Try '{command} {option}' for help.": N_("看说明：{command} {option}"),
    "Missing command.": N_("没有写命令。"),
    "Missing argument": N_("缺少参数"),
    "Missing option": N_("缺少选项"),
    "Missing parameter": N_("缺少参数"),
    "Missing parameter: {param_name}": N_("缺少参数：{param_name}"),
    "Missing {param_type}": N_("缺少 {param_type}"),
    "No such option {name!r}.": N_("没有选项 {name}。"),
    "No such command {name!r}.": N_("没有命令 {name}。"),
    "Did you mean {possibility}?": N_("是不是 {possibility}？"),
    "(Did you mean one of: {possibilities}?)": N_("（是不是其中一个：{possibilities}？）"),
    "Got unexpected extra argument ({args})": N_("多出了参数（{args}）"),
    "Option {name!r} does not take a value.": N_("选项 {name} 后面不能写值。"),
    "Option {name!r} requires an argument.": N_("选项 {name} 后面要写一个值。"),
    "Argument {name!r} takes {nargs} values.": N_("参数 {name} 要写 {nargs} 个值。"),
    "Invalid value: {message}": N_("值不对：{message}"),
    "Invalid value for {param_hint}: {message}": N_("{param_hint} 的值不对：{message}"),
    "Choose from:\n\t{choices}": N_("可以写：\n\t{choices}"),
    "{value!r} is not {choice}.": N_("{value} 不行，可以写：{choice}。"),
    "{value!r} is not one of {choices}.": N_("{value} 不行，可以写：{choices}。"),
    "{value!r} is not a valid {number_type}.": N_("{value} 不是数。"),
    "{value} is not in the range {range}.": N_("{value} 不在 {range} 之内。"),
    "{value!r} is not a valid boolean. Recognized values: {states}": N_("{value} 不是 {states}"),
    # --- files ---
    "file": N_("文件"),
    "directory": N_("目录"),
    "path": N_("路径"),
    "{name} {filename!r} is a file.": N_("{filename} 是文件，这里要目录。"),
    "{name} {filename!r} is a directory.": N_("{filename} 是目录，这里要文件。"),
    "{name} {filename!r} is not readable.": N_("{filename} 读不了。"),
    "{name} {filename!r} is not writable.": N_("{filename} 写不了。"),
    "{name} {filename!r} does not exist.": N_("没有{name} {filename}。"),
    "Could not open file {filename!r}: {message}": N_("文件 {filename} 打不开：{message}"),
}
"""What click would say, as it marks it, and what is said instead."""

METAVAR: Final = N_("[选项]")
COMMANDS: Final = N_("命令 …")


def install() -> None:
    """Let click speak these words from now on."""
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        module = sys.modules[f"{click.__name__}.{name}"]
        for attribute, function in (("_", said), ("ngettext", said_of_several)):
            if hasattr(module, attribute):
                setattr(module, attribute, function)


def said(text: str) -> str:
    """Return what is said for a sentence of click; the sentence itself where none is known."""
    return translate(SAID.get(text, text))


def said_of_several(one: str, several: str, number: int) -> str:
    """Return what is said for a sentence that has a plural; Chinese has none."""
    return said(one if number == 1 or several not in SAID else several)


def dressed(command: click.Command) -> click.Command:
    """Return a command whose usage line is in these words too."""
    command.options_metavar = translate(METAVAR)
    if isinstance(command, click.Group):
        command.subcommand_metavar = translate(COMMANDS)
    return command
