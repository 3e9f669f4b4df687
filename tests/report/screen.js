// What is asked of the report in a window of some size; see test_screen.py.
function ask(window, view) {
  const document = window.document, root = document.documentElement;
  const visible = element => element.getClientRects().length > 0;
  const all = selector => [...document.querySelectorAll(selector)].filter(visible);
  const brief = element => (element.id || element.className || element.tagName) + ": " + element.textContent.trim().slice(0, 30);
  const bottom = selector => { const e = document.querySelector(selector); return e ? e.getBoundingClientRect().bottom : null; };
  const texts = () => {
    const walker = document.createTreeWalker(document.body, window.NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !node.parentElement.closest("title, style") && visible(node.parentElement)) found.push(node);
    }
    return found;
  };

  const lines = (node, start, end) => {
    const range = document.createRange();
    range.setStart(node, start); range.setEnd(node, end);
    return new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top))).size;
  };
  // Names of files and digests may break anywhere; nothing else that is written in figures may.
  const torn = () => texts().filter(node => !node.parentElement.closest(".digest, .code, .place, .notes, .said")).flatMap(node =>
    [...node.data.matchAll(/[+≥≤]?\d+(\.\d+)?( ～ \d+(\.\d+)?)?%?/g)]
      .filter(m => m[0].length > 1 && lines(node, m.index, m.index + m[0].length) > 1)
      .map(m => m[0] + " in " + brief(node.parentElement)));
  const broken = () => all(".number:not(thead *), .id, .rule, .q, .chip").flatMap(element => {
    const range = document.createRange(); range.selectNodeContents(element);
    const rows = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.bottom / 6))).size;
    return rows > 1 && !element.textContent.trim().includes("\n") ? [brief(element)] : [];
  });
  const spilling = () => all("th, td").filter(cell => {
    const box = cell.getBoundingClientRect(), range = document.createRange();
    range.selectNodeContents(cell);
    return [...range.getClientRects()].some(r => r.width > 0 && (r.right > box.right + 1 || r.left < box.left - 1));
  }).map(brief);

  const channel = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parse = text => { const n = text.match(/[\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(window.getComputedStyle(e).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const faint = () => {
    const found = new Map();
    for (const node of texts()) {
      const element = node.parentElement, style = window.getComputedStyle(element);
      const ink = parse(element.ownerSVGElement ? style.fill : style.color), ground = behind(element);
      const [low, high] = [luminance(ink), luminance(ground)].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < 4.5) found.set(element.className + ink + ground, ratio.toFixed(2) + " " + brief(element));
    }
    return [...found.values()];
  };
  const skipped = () => {
    let before = 0;
    return all("h1, h2, h3, h4").filter(h => { const level = +h.tagName[1], bad = level > before + 1; before = level; return bad; }).map(brief);
  };
  const small = () => all(".glance a, .contents a, .contents-open a").filter(a => a.getBoundingClientRect().height < 24).map(brief);
  const nameless = () => [...all("a").filter(a => !a.textContent.trim()), ...all("svg[role=img]").filter(s => !s.querySelector("title")), ...all("thead th").filter(t => !t.scope)].map(brief);
  const underTheHead = () => {
    const row = all("tr[id]").at(-1);
    if (!row) return [];
    window.location.hash = "#" + row.id;
    const head = row.closest("table").tHead.rows[0].cells[0];
    const covered = window.getComputedStyle(head).position === "sticky" && row.getBoundingClientRect().top < head.getBoundingClientRect().bottom;
    return covered ? [brief(row)] : [];
  };
  const contents = () => {
    const shown = () => visible(document.getElementById("contents"));
    const before = shown();
    window.location.hash = "#contents"; const opened = shown();
    window.location.hash = "#overview"; const after = shown();
    return [before, opened, after];
  };

  return {
    dark: window.matchMedia("(prefers-color-scheme: dark)").matches, page: root.scrollWidth,
    verdict: bottom(".glance .verdict"), step: bottom(".glance-next li"),
    torn: torn(), broken: broken(), spilling: spilling(), faint: faint(), skipped: skipped(), small: small(), nameless: nameless(),
    contents: document.getElementById("contents") && contents(), covered: underTheHead(),
  };
}
