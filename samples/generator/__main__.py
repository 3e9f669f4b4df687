"""Writes the large synthetic samples, or says whether the committed ones are what it writes.

python samples/generator            writes samples/synthetic/<name>/
python samples/generator --check    exit code 1 if a file differs, is missing or is not ours
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # called by its folder, Python knows only that folder

from samples.generator.plans import SAMPLES  # noqa: E402

HAND_WRITTEN = frozenset({"expected.yaml"})
TARGET = ROOT / "samples" / "synthetic"


def main(arguments: list[str]) -> int:
    """Write or check every sample; return the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    stale: list[str] = []
    for name, make in SAMPLES.items():
        files = make()
        folder = TARGET / name
        if not arguments:
            folder.mkdir(parents=True, exist_ok=True)
            for file, data in files.items():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(data)
        there = (path for path in folder.rglob("*") if path.is_file())
        present = {path.relative_to(folder).as_posix() for path in there} - HAND_WRITTEN
        stale += [f"{name}/{file}: not made by the generator" for file in present - set(files)]
        stale += [
            f"{name}/{file}: not what the generator makes"
            for file, data in files.items()
            if file not in present or (folder / file).read_bytes() != data
        ]
    for line in sorted(stale):
        sys.stdout.write(line + "\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
