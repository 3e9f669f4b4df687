"""Reports to files: everything is made before anything is written, and nothing half-written."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from errno import EISDIR
from os import strerror
from pathlib import Path

import click

from checker.cli import exits, words
from checker.model.result import Result

NAMES = {"pdf": "report.pdf", "html": "report.html", "json": "result.json"}


def deliver(result: Result, output: Path | None, formats: Sequence[str]) -> list[Path]:
    """Write the asked formats into a folder, or the only one to standard output.

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
    return write(output, made)


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


def write(folder: Path, made: dict[str, bytes]) -> list[Path]:
    """Write files into a folder, all of them or none, and return their paths.

    Raises:
        click.ClickException: the folder cannot be written to.
    """
    parts = {folder / f".{name}.part": folder / name for name in made}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for (part, path), data in zip(parts.items(), made.values(), strict=True):
            if path.is_dir():  # nothing could take its place, and then the others should not either
                raise IsADirectoryError(EISDIR, strerror(EISDIR))
            part.write_bytes(data)
        for part, path in parts.items():
            part.replace(path)
    except OSError as error:
        for part in parts:
            with suppress(OSError):
                part.unlink()
        raise click.ClickException(words.cannot_write(str(folder), error.strerror or "")) from None
    return list(parts.values())
