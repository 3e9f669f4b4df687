"""A catalogue is written whole, compared byte for byte, and never written among strange files."""

import pytest

from checker.workbench.catalogue.folder import NotACatalogueError, Stale, compare, write
from checker.workbench.catalogue.gather import gather
from checker.workbench.catalogue.render import files
from checker.workbench.rule_set import read_rule_set
from tests.workbench.catalogue.sets import change, swimming_copy


def made(folder, profile="contest"):
    return files(gather(read_rule_set(folder, profile)))


def test_equal_rules_give_equal_bytes_wherever_they_lie(tmp_path, monkeypatch):
    one, other = (swimming_copy(tmp_path / name) for name in ("a", "b"))
    monkeypatch.chdir(other.parent)
    from pathlib import Path

    assert made(one) == made(Path("rules"))


def test_what_was_written_is_up_to_date(tmp_path):
    found = made(swimming_copy(tmp_path))
    write(tmp_path / "out", found)
    assert compare(tmp_path / "out", found) == ()
    assert {p.name for p in (tmp_path / "out").iterdir()} == set(found)


def test_a_changed_rule_makes_the_pages_that_show_it_stale(tmp_path):
    folder = swimming_copy(tmp_path)
    write(tmp_path / "out", made(folder))
    change(folder / "1-water/1.1-clean/rules.yaml", "title: 水清\n", "title: 池水清亮\n")
    stale = {s.file: s.what for s in compare(tmp_path / "out", made(folder))}
    assert stale["item-1.1.html"] == "differs"
    assert stale["entries.js"] == "differs"


def test_a_page_that_is_gone_or_changed_by_hand_is_told(tmp_path):
    found = made(swimming_copy(tmp_path))
    write(tmp_path / "out", found)
    (tmp_path / "out" / "glossary.html").unlink()
    (tmp_path / "out" / "index.html").write_text("x", encoding="utf-8")
    assert compare(tmp_path / "out", found) == (
        Stale("glossary.html", "missing"),
        Stale("index.html", "differs"),
    )


def test_a_page_of_an_item_that_is_gone_is_told_and_taken_away(tmp_path):
    found = made(swimming_copy(tmp_path))
    write(tmp_path / "out", found | {})
    fewer = {name: data for name, data in found.items() if name != "item-2.2.html"}
    assert compare(tmp_path / "out", fewer) == (Stale("item-2.2.html", "extra"),)
    write(tmp_path / "out", fewer)
    assert not (tmp_path / "out" / "item-2.2.html").exists()


def test_what_was_changed_since_is_never_taken_away(tmp_path):
    found = made(swimming_copy(tmp_path))
    write(tmp_path / "out", found)
    page = tmp_path / "out" / "item-2.2.html"
    page.write_text("notes of somebody", encoding="utf-8")
    write(tmp_path / "out", {n: d for n, d in found.items() if n != page.name})
    assert page.read_text(encoding="utf-8") == "notes of somebody"


def test_a_folder_of_other_files_is_left_alone(tmp_path):
    found = made(swimming_copy(tmp_path))
    mine = tmp_path / "site"
    mine.mkdir()
    (mine / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(NotACatalogueError):
        write(mine, found)
    assert (mine / "index.html").read_text(encoding="utf-8") == "mine"


def test_a_manifest_cannot_name_files_elsewhere(tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("x", encoding="utf-8")
    out = tmp_path / "out"
    found = made(swimming_copy(tmp_path))
    write(out, found)
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # sha256 of "x"
    text = (out / "manifest.json").read_text(encoding="utf-8")
    (out / "manifest.json").write_text(
        text.replace('"files": {', f'"files": {{"../victim": "{digest}",'), encoding="utf-8"
    )
    write(out, found)
    assert victim.exists()
