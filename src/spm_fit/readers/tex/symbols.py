"""Characters that LaTeX has a macro for."""

from __future__ import annotations

from pylatexenc.latex2text import get_default_latex_context_db

from spm_fit.readers.tex.macros import SYMBOLS


def _known() -> dict[str, str]:
    """The macros that pylatexenc prints as one character; others stand for dates, numbers and references."""
    texts = ((spec.macroname, spec.simplify_repl) for spec in get_default_latex_context_db().iter_macro_specs())
    return {name: text for name, text in texts if isinstance(text, str) and len(text) == 1 and not text.isascii()}


CHARACTERS = {**_known(), **SYMBOLS}
