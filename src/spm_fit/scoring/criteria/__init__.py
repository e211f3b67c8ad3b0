"""The criteria of a resume's score: one file each, one line in this table."""

from __future__ import annotations

from collections.abc import Callable

from spm_fit.model.report import Result
from spm_fit.scoring.context import Context
from spm_fit.scoring.criteria.competencies import competencies
from spm_fit.scoring.criteria.experience import experience
from spm_fit.scoring.criteria.impact import impact
from spm_fit.scoring.criteria.presentation import presentation
from spm_fit.scoring.criteria.tools import tools
from spm_fit.scoring.criteria.writing import writing

CRITERIA: dict[str, Callable[[Context], Result]] = {
    "competencies": competencies,
    "experience": experience,
    "impact": impact,
    "writing": writing,
    "tools": tools,
    "presentation": presentation,
}
