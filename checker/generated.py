"""Files made from others: `python -m checker.generated` writes them, `--check` compares."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from checker.model.problem import Rejected

ROOT = Path(__file__).resolve().parent.parent


def files() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with the text it must hold."""
    from checker.report.result_schema import result_schema
    from checker.rulebook.files import load
    from checker.rulebook.schema import rule_schemas
    from checker.submission.schema import submission_schema
    from checker.workbench.lint.pages import index
    from checker.workbench.lint.running import every_kind
    from checker.workbench.schema import workbench_schemas

    yield ROOT / "docs" / "lints.md", index(every_kind())
    folder = ROOT / "schemas"
    for name, schema in rule_schemas().items():
        yield folder / f"{name}.schema.json", _text(schema)
    yield folder / "result.schema.json", result_schema()
    dictionary = load(ROOT / "rules", "generic").dictionary
    yield folder / "submission.schema.json", _text(submission_schema(dictionary))
    for name, schema in workbench_schemas(dictionary).items():
        yield folder / f"{name}.schema.json", _text(schema)


def _text(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main(arguments: list[str]) -> int:
    """Write the files, or with --check return 1 if one is not what it should be."""
    try:
        made = list(files())
    except Rejected as rejected:
        for problem in rejected.problems:
            print(problem.place, problem.message)  # noqa: T201 - a command's own output
        return 4
    stale = [path for path, text in made if not path.is_file() or path.read_text("utf-8") != text]
    if "--check" not in arguments:
        for path, text in made:
            path.write_text(text, "utf-8")
        return 0
    for path in stale:
        print(f"{path.relative_to(ROOT)}: python -m checker.generated")  # noqa: T201 - likewise
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
