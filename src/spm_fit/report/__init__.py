"""Reports to text: RENDERERS is the list of output formats."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from spm_fit.model.report import PostingReport, Report


@dataclass(frozen=True, slots=True)
class Look:
    """How a report for people is printed."""

    width: int = 80
    color: bool = False
    explain: bool = False


class Renderer(Protocol):
    """A report as text that ends with a newline."""

    def __call__(self, report: Report | PostingReport, look: Look) -> str:
        """The text."""


# Format -> its module; each has a function `render`.
RENDERERS = {"terminal": "terminal", "json": "json"}


def render(report: Report | PostingReport, output_format: str, look: Look) -> str:
    """A report in one of RENDERERS' formats."""
    module = import_module(f"spm_fit.report.{RENDERERS[output_format]}")
    return cast("Renderer", module.render)(report, look)
