/* Search and filters of the catalogue. Without it every page reads as well; nothing is fetched. */
(function () {
  "use strict";
  var MOST = 60;
  var data = window.CATALOGUE;
  var form = document.getElementById("find");

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, key) { return values[key]; });
  }

  /* Every term must stand somewhere in an entry; the better the place, the earlier it is shown. */
  function look(entries, query) {
    var terms = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (!terms.length) { return []; }
    var found = [];
    entries.forEach(function (entry, at) {
      var title = entry[1].toLowerCase(), all = entry.lower;
      if (!terms.every(function (term) { return all.indexOf(term) >= 0; })) { return; }
      var rank = terms.every(function (term) { return title.indexOf(term) >= 0; }) ? 0 : 1;
      found.push([rank, at, entry]);
    });
    found.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
    return found.map(function (one) { return one[2]; });
  }

  function marked(text, term) {
    var span = document.createElement("span");
    var at = text.toLowerCase().indexOf(term);
    if (at < 0) { span.textContent = text.slice(0, 60) + (text.length > 60 ? "…" : ""); return span; }
    var from = Math.max(0, at - 24), mark = document.createElement("mark");
    mark.textContent = text.substr(at, term.length);
    span.append((from ? "…" : "") + text.slice(from, at), mark, text.substr(at + term.length, 40) + "…");
    return span;
  }

  function show(found, query) {
    var box = document.getElementById("found"), list = document.createElement("ol");
    var term = query.toLowerCase().split(/\s+/).filter(Boolean)[0] || "";
    found.slice(0, MOST).forEach(function (entry) {
      var li = document.createElement("li"), link = document.createElement("a");
      var kind = document.createElement("span"), text = document.createElement("div");
      kind.className = "kind"; kind.textContent = entry[0];
      link.href = entry[2]; link.textContent = entry[1];
      text.className = "small"; text.append(marked(entry[3], term));
      li.append(kind, link, text);
      list.append(li);
    });
    box.replaceChildren(list);
    box.hidden = !found.length;
    var said = !query.trim() ? "" : !found.length ? data.words.none : found.length > MOST ? data.words.many : data.words.some;
    document.getElementById("found-count").textContent = fill(said, { n: found.length, shown: MOST });
  }

  if (form && data) {
    var input = document.getElementById("query");
    data.entries.forEach(function (entry) { entry.lower = (entry[0] + " " + entry[1] + " " + entry[3]).toLowerCase(); });
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var first = document.querySelector("#found a");
      if (first) { first.click(); }
    });
    input.addEventListener("input", function () { show(look(data.entries, input.value), input.value); });
    form.addEventListener("click", function (event) {
      if (event.target.closest("#found a")) { input.value = ""; show([], ""); }
    });
    document.addEventListener("keydown", function (event) {
      var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
      if (event.key === "/" && !typing) { event.preventDefault(); input.focus(); }
      if (event.key === "Escape" && form.contains(document.activeElement)) { input.value = ""; show([], ""); input.focus(); }
    });
    window.CATALOGUE_LOOK = function (query) { return look(data.entries, query); };
  }

  document.querySelectorAll("[data-filter]").forEach(function (box) {
    var rows = document.querySelectorAll("#" + box.dataset.filter + " tbody tr");
    var status = box.querySelector("[data-shown]"), choices = box.querySelectorAll("select");
    box.hidden = false;
    function apply() {
      var n = 0;
      rows.forEach(function (row) {
        var fits = Array.prototype.every.call(choices, function (one) { return !one.value || row.dataset[one.dataset.key] === one.value; });
        row.hidden = !fits;
        n += fits ? 1 : 0;
      });
      status.textContent = fill(status.dataset.shown, { n: n });
    }
    choices.forEach(function (one) { one.addEventListener("change", apply); });
    apply();
  });
})();
