"""`python -m checker`."""

import atexit
import gc
import os
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line as a process of its own.

    A command makes many small values that live until it ends, and hardly a cycle: the collector
    looks through them seldom, from the first import on, and not twice more when all is over.
    """
    _speak_utf_8()
    gc.set_threshold(100_000, 50, 50)
    atexit.register(gc.freeze)
    from checker.cli.main import main
    from checker.cli.streams import take_over

    take_over()
    main()


def _speak_utf_8() -> None:
    """Begin again in UTF-8 mode where the locale would have its say in the names of files.

    A name in a submission is text and a name in a folder is bytes; between them stands the
    encoding that Python took from the locale before our first line. Only a locale of another
    character set (GB18030, or C where its coercion is switched off) pays for the second start;
    Windows and macOS have UTF-8 there always.
    """
    again = ["-X", "utf8"]
    if sys.getfilesystemencoding() == "utf-8" or os.name != "posix" or again == sys.orig_argv[1:3]:
        return
    try:
        program = os.fsencode(sys.executable)
        os.execv(program, [program, *map(os.fsencode, again), *_arguments()[1:]])  # noqa: S606 - this very program
    except (OSError, UnicodeEncodeError):
        return  # as good as it gets on this machine: names in ASCII are read all the same


def _arguments() -> list[bytes]:
    """Return the arguments byte for byte; in some character sets Python cannot give them back."""
    try:
        with open("/proc/self/cmdline", "rb") as file:  # noqa: PTH123 - before anything is imported
            return file.read().split(b"\0")[:-1]
    except OSError:
        return [os.fsencode(argument) for argument in sys.orig_argv]


if __name__ == "__main__":
    run()
