"""`python -m checker`."""

import atexit
import gc
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line as a process of its own.

    A command makes many small values that live until it ends, and hardly a cycle: the collector
    looks through them seldom, from the first import on, and not twice more when all is over.
    """
    gc.set_threshold(100_000, 50, 50)
    atexit.register(gc.freeze)
    from checker.cli.main import main

    main()


if __name__ == "__main__":
    run()
