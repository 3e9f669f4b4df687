"""Reports to files: everything is made before anything is written, and nothing half-written."""

import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

import click

from checker.cli import exits, words
from checker.model.result import Result
from checker.model.system import reason

NAMES = {"pdf": "report.pdf", "html": "report.html", "json": "result.json"}


PREVIOUS = "previous"
"""The folder, beside the reports, of those that stood in their place before."""


def deliver(result: Result, output: Path | None, formats: Sequence[str]) -> list[str]:
    """Write the asked formats into a folder, or the only one to standard output; return what to tell.

    Reports of another content are kept in PREVIOUS: somebody may have written on them, or chosen
    the folder by mistake.

    Raises:
        click.ClickException: several formats without a folder, or a folder that cannot be written.
        click.exceptions.Exit: the report cannot be printed on this machine, or at all.
    """
    if output is None:
        if len(formats) > 1:
            raise click.UsageError(words.needs_folder())
        for one in formats:
            sys.stdout.buffer.write(make(result, one))
            sys.stdout.buffer.flush()
        return []
    made = {NAMES[one]: make(result, one) for one in formats or NAMES}
    replaced = [name for name, data in made.items() if _differs(output / name, data)]
    told = [str(path) for path in write(output, made, keep=replaced)]
    return [*told, words.kept(replaced, str(output / PREVIOUS))] if replaced else told


def make(result: Result, format_: str) -> bytes:
    """Return one report as bytes."""
    if format_ == "json":
        from checker.report import result_json

        return result_json.dumps(result).encode()
    _progress(words.writing(NAMES[format_]))
    if format_ == "html":
        from checker.report import html

        return html.render(result).encode()
    return _pdf(result)


def _pdf(result: Result) -> bytes:
    from checker.report import pdf
    from checker.report.fonts import CannotPrint, MissingGlyphs

    try:
        return pdf.render(result)
    except CannotPrint as error:
        click.echo(str(error), err=True)
        of_input = isinstance(error, MissingGlyphs)
        raise click.exceptions.Exit(exits.INPUT_UNUSABLE if of_input else exits.USAGE) from None


def _progress(line: str) -> None:
    if sys.stderr.isatty():
        click.echo(line, err=True)


def _differs(path: Path, data: bytes) -> bool:
    """Return whether a file stands there, of other content; what cannot be read is left to write."""
    try:
        return path.read_bytes() != data
    except OSError:
        return False


def write(folder: Path, made: dict[str, bytes], keep: Sequence[str] = ()) -> list[Path]:
    """Write files into a folder, all of them or none, and return their paths.

    Args:
        keep: names of those whose older file is first copied into PREVIOUS.

    Raises:
        click.ClickException: the folder cannot be written to.
    """
    parts = {folder / f".{name}.part": folder / name for name in made}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for (part, path), data in zip(parts.items(), made.values(), strict=True):
            if path.is_dir():  # nothing could take its place, and then the others should not either
                raise IsADirectoryError(EISDIR, "")
            part.write_bytes(data)
        if keep:
            (folder / PREVIOUS).mkdir(exist_ok=True)
        for name in keep:
            shutil.copy2(folder / name, folder / PREVIOUS / name)
        for part, path in parts.items():
            part.replace(path)
    except OSError as error:
        for part in parts:
            with suppress(OSError):
                part.unlink()
        raise click.ClickException(words.cannot_write(str(folder), reason(error))) from None
    return list(parts.values())
