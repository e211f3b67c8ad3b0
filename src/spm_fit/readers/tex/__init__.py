"""LaTeX source: its tokens, the macros that resumes are written with, and what they print."""
