"""The settings of a run, frozen before any work is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from spm_fit.errors import UsageError

DEFAULT_ROLE = "senior-product-manager"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an analysis depends on besides its document."""

    role: str = DEFAULT_ROLE
    taxonomy: Path | None = None
    as_of: date = field(default_factory=date.today)
    stdin_filename: str | None = None
    anonymize: bool = False
    """Whether what identifies the person is left out of every output."""


def parse_date(text: str | None) -> date:
    """A date as ``YYYY-MM-DD`` or ``YYYY-MM``; today if there is none.

    Raises:
        UsageError: the text is no date.
    """
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError as error:
        raise UsageError("--as-of", f"'{text}' is no date", "write it as 2026-11-01") from error
