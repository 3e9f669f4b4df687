"""A report of about 29 pages from a cold start, beside the recipe and beside bare WeasyPrint.

Four processes take turns: the program (Result to PDF: templates, tags, PDF/A, attachment, font
check); the peer document of report_peer.py; and the program's own HTML, once by the recipe (the
collector off, the same kind of PDF), once as WeasyPrint's manual shows it.
The best of the rounds counts, since other work on the machine only ever adds.

    python bench/report_cold.py [ROUNDS]
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OURS = """
import gc, sys
from pathlib import Path
from checker.report import pdf
from tests.report.results import failing
Path(sys.argv[1]).write_bytes(pdf.render(failing()))
gc.freeze()  # as checker/__main__.py ends
"""
RECIPE = """
import gc, sys
gc.disable()
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/a-3a")
gc.freeze()
"""
PLAIN = """
import sys
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
"""


def pages(path: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as document:
        return len(document.pages)


def run(command: list[str]) -> tuple[float, float]:
    """Return wall and processor seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def inputs(folder: Path) -> None:
    """Write the HTML that the other processes start from."""
    sys.path.insert(0, str(ROOT))
    from checker.report import html
    from tests.report.results import failing

    (folder / "report.html").write_text(html.render(failing()), encoding="utf-8")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs(folder)
        page = str(folder / "report.html")
        commands = {
            "ours": [sys.executable, "-c", OURS, str(folder / "ours.pdf")],
            "peer": [sys.executable, "bench/report_peer.py", str(folder / "peer.pdf")],
            "same HTML, recipe": [sys.executable, "-c", RECIPE, page, str(folder / "recipe.pdf")],
            "same HTML, plain": [sys.executable, "-c", PLAIN, page, str(folder / "plain.pdf")],
        }
        times = {label: [run(command) for _ in range(1)] for label, command in commands.items()}
        for _ in range(rounds - 1):
            for label, command in commands.items():
                times[label].append(run(command))
        best = {label: (min(w for w, _ in t), min(c for _, c in t)) for label, t in times.items()}
        for (label, (wall, cpu)), file in zip(
            best.items(), ("ours", "peer", "recipe", "plain"), strict=True
        ):
            path = folder / f"{file}.pdf"
            print(
                f"{label:18} {pages(path):3} pages  {path.stat().st_size // 1024:5} KB"
                f"  wall {wall:5.2f} s  cpu {cpu:5.2f} s"
                f"  ours is {wall / best['ours'][0]:.2f} times as fast"
            )


if __name__ == "__main__":
    main()
