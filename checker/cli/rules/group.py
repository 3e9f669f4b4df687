"""`checker rules`: what those who keep the rules need in an editor, in pre-commit and in CI."""

from typing import Final

import click

from checker.cli.lazy import LazyGroup

COMMANDS: Final = {
    "lint": "checker.cli.rules.lint:lint",
    "fmt": "checker.cli.rules.fmt:fmt",
    "test": "checker.cli.rules.test:test",
    "coverage": "checker.cli.rules.coverage:coverage",
    "mutate": "checker.cli.rules.mutate:mutate",
    "prove": "checker.cli.rules.prove:prove",
    "diff": "checker.cli.rules.diff:diff",
    "doc": "checker.cli.rules.doc:doc",
    "new": "checker.cli.rules.new:new",
}


@click.group(cls=LazyGroup, commands_at=COMMANDS)
def rules() -> None:
    """检查、测试、证明、比较和编写规则。

    \b
    例：
      checker rules lint                 规则写得对不对
      checker rules test --item 5.2      跑 5.2 的用例
      checker rules prove                规则之间有没有矛盾

    \b
    退出码：0 没有问题  1 有问题  2 用法有误  4 规则集有误
    """
