"""What can go wrong for a user: a place, a fault, a remedy, in one line."""

from __future__ import annotations


class SpmFitError(Exception):
    """The run cannot go on. Printed as ``place: fault; remedy``; the process ends with `exit_code`."""

    exit_code = 2

    def __init__(self, place: str, fault: str, remedy: str = "") -> None:
        self.place, self.fault, self.remedy = place, fault, remedy
        super().__init__(f"{place}: {fault}" + (f"; {remedy}" if remedy else ""))


class InputError(SpmFitError):
    """A document that cannot be read: missing, empty, encrypted, damaged, without text, of a type not known."""


class TaxonomyError(SpmFitError):
    """Mistakes in taxonomy files; `mistakes` holds one ``file:line:column: message`` each."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        self.mistakes = mistakes
        first, more = mistakes[0], len(mistakes) - 1
        place, _, fault = first.partition(": ")
        tail = f"{more} more; `spm-fit taxonomy validate` lists all" if more else "mend this line"
        super().__init__(place, fault, tail)


class UsageError(SpmFitError):
    """An option's value that makes no sense: an unknown role, a date that is none."""
