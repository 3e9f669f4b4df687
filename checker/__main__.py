"""`python -m checker`."""

import gc

from checker.cli.main import main

if __name__ == "__main__":
    try:
        main()
    finally:
        gc.freeze()  # the system takes all memory back at once; no last search for cycles in it
