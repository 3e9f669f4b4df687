"""A cold `checker check -f json` of a small submission, against a bare `python -c pass`.

Beside them the floor: the same interpreter with nothing but the two libraries every check needs;
and the same check with the rules of the six items for which the aim was set (under 8 x).

    PYTHONPATH=. python bench/cold_json.py [rounds]

Every round starts both as processes of their own, in turn; user and system time of the child is
taken from the operating system. Also told: which heavy packages were loaded (none may be), and the
modules whose import costs most.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
SIX = ("4.1-", "5.2-", "5.3-", "6.5-", "7.8-", "9.3-")
HEAVY = (
    "pandas", "weasyprint", "pydantic", "jinja2", "rich", "jsonschema",
    "openpyxl", "numpy",
)  # fmt: skip
SUBMISSION = """\
form: 1
kind: self
synthetic: true
period: {from: 2025-01-01, to: 2025-12-31}
assessed_on: 2026-01-10
tables:
  community: {name: 示例小企业社区, enterprise_count: 40}
  grids:
  - {id: G1, name: 一格, party_org_id: P2, basis: [地理位置], last_reviewed_on: 2025-06-01}
  party_orgs:
  - {id: P1, name: 大党委, level: 社区大党委}
  - {id: P2, name: 一支部, level: 网格党支部, parent_id: P1}
  service_requests:
  - {id: T1, category: 设备, urgent: true, in_park: true, submitted_at: 2025-03-01T08:00,
     first_response_at: 2025-03-01T08:20}
  incidents: none
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "submission.yaml"
        path.write_text(SUBMISSION, encoding="utf-8")
        # as on anyone's second call: byte code and rule set are kept from the first
        kept = {"PYTHONPYCACHEPREFIX": f"{folder}/pyc", "XDG_CACHE_HOME": folder}
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **kept}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        check = [sys.executable, "-m", "checker", "check", str(path), "-f", "json"]
        six = [*check, "--rules", str(six_items(Path(folder)))]
        bare = [sys.executable, "-c", "pass"]
        imports = loaded(check, environment)  # and fills the cache of the rule set
        imports = loaded(check, environment)
        loaded(six, environment)
        floor = [sys.executable, "-c", "import click, yaml"]
        commands = (check, six, floor, bare)
        times = [tuple(run(one, environment) for one in commands) for _ in range(rounds)]
    report(times, imports)


def six_items(folder: Path) -> Path:
    """Return a copy of the rule set with the rules of six items only."""
    rules = folder / "six" / "rules"
    shutil.copytree(ROOT / "rules", rules)
    shutil.copytree(ROOT / "schemas", folder / "six" / "schemas")
    for item in rules.glob("*/*/"):
        if not item.name.startswith(SIX):
            shutil.rmtree(item)
    return rules


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return wall and processor seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    wall = perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def loaded(command: list[str], environment: dict[str, str]) -> dict[str, int]:
    """Return what was imported, with the microseconds that each module took by itself."""
    timed = [command[0], "-X", "importtime", *command[1:]]
    found = subprocess.run(
        timed, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    lines = re.findall(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", found.stderr.decode())
    return {name: int(own) for own, name in lines}


def report(times: list[tuple[tuple[float, float], ...]], imports: dict[str, int]) -> None:
    print(f"{len(times)} rounds in turn: ms (min, median); ratios of the same round")
    for index, what in enumerate(("wall", "processor")):
        *others, bare = ([four[i][index] * 1000 for four in times] for i in range(4))
        print(f"  {what:10} {'python -c pass':14} {min(bare):7.1f} {median(bare):7.1f}")
        for name, took in zip(("check", "of six items", "click and yaml"), others, strict=True):
            ratios = [a / b for a, b in zip(took, bare, strict=True)]
            print(
                f"  {what:10} {name:14} {min(took):7.1f} {median(took):7.1f}   "
                f"x {min(ratios):5.2f} {median(ratios):5.2f}   min/min x {min(took) / min(bare):5.2f}"
            )
    heavy = sorted({name.partition(".")[0] for name in imports} & set(HEAVY))
    assert not heavy, f"loaded although not needed: {heavy}"
    own = sum(us for name, us in imports.items() if name.startswith("checker"))
    print(f"\n{len(imports)} modules loaded, {', '.join(HEAVY)} not among them")
    print(
        f"imports: {own / 1000:.0f} ms our own, {(sum(imports.values()) - own) / 1000:.0f} ms others"
    )
    for name, us in sorted(imports.items(), key=lambda one: -one[1])[:12]:
        print(f"  {us / 1000:6.1f}  {name}")


if __name__ == "__main__":
    main()
