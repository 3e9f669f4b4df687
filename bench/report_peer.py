"""The peer of bench/report_cold.py: WeasyPrint as its manual shows it, on a report of 27 pages.

Cover, contents with page numbers, a radar as inline SVG, 10 tables of 15 rows and 150 findings,
with nothing tuned: default fonts, default options, the collector on. Deliberately imports nothing
of the program.

    python bench/report_peer.py OUT.pdf
"""

import math
import sys
from pathlib import Path

TEXT = "基础网格中以其为所属网格的在营企业数量在二十家到五十家之间的占比不少于百分之九十，实测百分之八十八，差距在容差以内"

STYLE = """
@page { size: A4; margin: 20mm 18mm; @top-right { content: "报告编号 QYSQ-20260110"; }
  @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; } }
body { font-family: "Noto Serif CJK SC"; font-size: 10pt; line-height: 1.4; }
h1, h2 { font-family: "Noto Sans CJK SC"; }
h1 { break-before: page; font-size: 16pt; } h2 { font-size: 12pt; }
nav a { display: block; color: black; text-decoration: none; }
nav a::after { content: leader(".") target-counter(attr(href), page); }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #999; padding: 1mm; }
.finding { break-inside: avoid; border: 1px solid #999; padding: 2mm; margin-bottom: 2mm; }
"""


def radar() -> str:
    corners = [(math.sin(k * math.pi / 3), -math.cos(k * math.pi / 3)) for k in range(6)]
    rings = "".join(
        "<polygon fill='none' stroke='#999' points='{}'/>".format(
            " ".join(f"{x * r:.1f},{y * r:.1f}" for x, y in corners)
        )
        for r in range(20, 101, 20)
    )
    labels = "".join(
        f"<text x='{x * 115:.1f}' y='{y * 115:.1f}' text-anchor='middle'>第 {n} 章</text>"
        for n, (x, y) in enumerate(corners, start=4)
    )
    return f"<svg viewBox='-150 -130 300 260' width='300' height='260'>{rings}{labels}</svg>"


def table(number: int) -> str:
    head = "".join(f"<th>{name}</th>" for name in ("规则", "要求", "实测", "结果", "得分"))
    row = "<tr><td>QYSQ-{:04}-{:02}</td><td>{}</td><td>62.5%</td><td>不符合</td><td>24.5</td></tr>"
    rows = "".join(row.format(number, line, TEXT[: 20 + line]) for line in range(1, 16))
    return (
        f"<h2 id='t{number}'>第 {number} 项</h2>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def document() -> str:
    contents = "".join(f"<a href='#t{n}'>第 {n} 项</a>" for n in range(1, 11))
    tables = "".join(table(n) for n in range(1, 11))
    findings = "".join(
        f"<div class='finding'><b>BF-{n:03}</b> QYSQ-0502-{n % 9:02}<br>{TEXT}，第 {n} 处，"
        f"位于 community.xlsx › 企业!F{n}。整改：{TEXT[:30]}</div>"
        for n in range(1, 151)
    )
    return (
        f"<html lang='zh-CN'><head><title>报告</title><style>{STYLE}</style></head><body>"
        f"<p style='font-size:28pt;text-align:center;margin-top:80mm'>符合性评审报告</p>"
        f"<h1>目录</h1><nav>{contents}</nav><h1>总览</h1>{radar()}"
        f"<h1>逐条评价</h1>{tables}<h1>不符合项</h1>{findings}</body></html>"
    )


if __name__ == "__main__":
    from weasyprint import HTML

    Path(sys.argv[1]).write_bytes(HTML(string=document()).write_pdf())
