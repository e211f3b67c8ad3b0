"""Flags to one api call to a renderer to an exit code. Users' errors are caught here and nowhere else."""

from __future__ import annotations

import gc
import os
import re
import sys

from spm_fit.errors import SpmFitError

USAGE, INTERRUPTED = 2, 130


_COLLECT = (200_000, 20, 100)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # The taxonomy is many small objects that live to the end: searching them for garbage doubled the time to start.
    gc.set_threshold(*_COLLECT)
    # Typer would colour where GitHub runs even when the output is a file.
    os.environ.setdefault("_TYPER_FORCE_DISABLE_TERMINAL", "1")
    if sys.stdout is None:
        say("standard output: it is closed; open it, or give --output-file")
        sys.exit(USAGE)
    try:
        code = _run()
        sys.stdout.flush()
    except SpmFitError as error:
        say(str(error))
        code = error.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away; there is no one to tell.
        _drop_output()
        code = INTERRUPTED
    except OSError as error:
        _drop_output()
        remedy = "check its permissions" if error.filename else "make room, or give --output-file"
        say(f"{error.filename or 'standard output'}: cannot be used ({error.strerror}); {remedy}")
        code = USAGE
    sys.exit(code)


def _run() -> int:
    from click import exceptions as faults

    from spm_fit.cli.app import app

    try:
        return int(app(prog_name="spm-fit", standalone_mode=False) or 0)
    except faults.Abort as error:
        raise KeyboardInterrupt from error
    except getattr(faults, "NoArgsIsHelpError", ()) as error:  # newer than the oldest Click that works
        error.show()
        return USAGE
    except faults.ClickException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "spm-fit"
        # Click and Typer both suggest the nearest name.
        text = re.sub(r"( Did you mean [^?]*\?)\1", r"\1", error.format_message().rstrip("."))
        say(f"{command}: {text}; see `{command} --help`")
        return USAGE
    except SystemExit as error:
        # Click ends so when the reader of the output has gone away, and in no other case.
        raise BrokenPipeError from error


def _drop_output() -> None:
    """What is still to be flushed at the end goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: str) -> None:
    """One line on the error stream, without control characters."""
    from spm_fit.report.safe import clean

    if sys.stderr is not None:
        print(clean(message), file=sys.stderr)
