"""The commands. Each imports what it needs when it runs, so that a quick answer stays quick."""

import os
import sys
from errno import EPIPE
from typing import Any, Final, NoReturn

import click

from checker import __version__
from checker.cli import click_words, exits, words
from checker.cli.lazy import LazyGroup
from checker.cli.streams import OutputLostError
from checker.model.system import reason

COMMANDS: Final = {
    "check": "checker.cli.check:check",
    "explain": "checker.cli.explain:explain",
    "report": "checker.cli.report:report",
    "verify": "checker.cli.verify:verify",
    "rules": "checker.cli.rules.group:rules",
}


click_words.install()


@click.group(
    cls=LazyGroup, commands_at=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="checker")
def cli() -> None:
    """按规则评价申报资料，出具可签字、可重算的报告。

    \b
    例：
      checker check 我的资料 -o out
      checker explain 4.1
      checker report out/result.json -o out -f pdf

    \b
    退出码：0 符合  1 不符合  2 用法有误  3 暂不能得出结论
           4 规则集有误  5 申报资料或结果文件读不了、格式不对或自相矛盾
           6 结果与复算不一致  70 程序自身出错
    """


click_words.dressed(cli)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line; never shows a stack trace unless CHECKER_DEBUG is set."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _code(arguments)
        sys.stdout.flush()
    except OutputLostError as error:
        code = exits.PIPE_CLOSED if error.errno == EPIPE else exits.USAGE
        if error.errno != EPIPE:
            click.echo(words.cannot_write(words.standard_output(), reason(error)), err=True)
    sys.exit(code)


def _code(arguments: list[str] | None) -> int:
    """Return the exit code of one call, after it has said whatever there is to say."""
    try:
        code: Any = cli.main(args=arguments, prog_name="checker", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = exits.USAGE
    except (click.Abort, KeyboardInterrupt):
        code = exits.INTERRUPTED
    except SystemExit:  # click's answer to a reader who left; its code 1 would be a verdict here
        code = exits.PIPE_CLOSED
    except OutputLostError:
        raise
    except Exception as error:
        if os.environ.get("CHECKER_DEBUG"):
            raise
        click.echo(words.internal(f"{type(error).__name__}: {error}"), err=True)
        code = exits.INTERNAL
    return code if isinstance(code, int) else exits.CONFORMS
