"""Flags to one api call to a renderer to an exit code. Users' errors are caught here and nowhere else."""

from __future__ import annotations

import os
import sys

from spm_fit.errors import SpmFitError

USAGE, INTERRUPTED = 2, 130


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # Typer would colour where GitHub runs even when the output is a file.
    os.environ.setdefault("_TYPER_FORCE_DISABLE_TERMINAL", "1")
    try:
        from spm_fit.cli.app import app

        app(prog_name="spm-fit")
    except SpmFitError as error:
        say(str(error))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output went away; there is no one to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(INTERRUPTED)


def say(message: str) -> None:
    """One line on the error stream, without control characters."""
    from spm_fit.report.safe import clean

    print(clean(message), file=sys.stderr)
