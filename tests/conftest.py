"""What tests share: the shipped taxonomy, and documents made from text."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from spm_fit import api, taxonomy
from spm_fit.config import Settings
from spm_fit.extract import extract_posting, extract_resume
from spm_fit.model.finding import Extraction
from spm_fit.model.report import Report
from spm_fit.model.taxonomy import Taxonomy
from spm_fit.readers import text as text_reader
from spm_fit.scoring import score_resume

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
AS_OF = date(2026, 11, 1)
# As the command line does: the taxonomy is many objects that live to the end.
gc.set_threshold(200_000, 20, 100)
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@pytest.fixture(scope="session")
def knowledge() -> Taxonomy:
    return taxonomy.load()


@pytest.fixture(scope="session")
def resume(knowledge: Taxonomy) -> Callable[[str], Extraction]:
    """A resume's text to its extraction."""
    return lambda text: extract_resume(text_reader.read("resume.txt", text.encode()), knowledge)


@pytest.fixture(scope="session")
def posting(knowledge: Taxonomy) -> Callable[[str], Extraction]:
    """A posting's text to its extraction."""
    return lambda text: extract_posting(text_reader.read("posting.txt", text.encode()), knowledge)


@pytest.fixture(scope="session")
def score(knowledge: Taxonomy, resume: Callable[[str], Extraction]) -> Callable[[str], Report]:
    """A resume's text to its report, without advice."""
    role = api.find_role(knowledge, Settings().role)
    return lambda text: score_resume(resume(text), knowledge, role, AS_OF, advise=False)


@pytest.fixture(scope="session")
def advised(knowledge: Taxonomy, resume: Callable[[str], Extraction]) -> Callable[[str], Report]:
    """A resume's text to its report with tips; each text is looked at once."""
    role = api.find_role(knowledge, Settings().role)
    return cache(lambda text: score_resume(resume(text), knowledge, role, AS_OF))
