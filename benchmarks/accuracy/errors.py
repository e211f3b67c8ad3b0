"""What keeps the runner from running."""

from __future__ import annotations


class InputError(Exception):
    """Wrong usage, or a file that cannot be used; the message is one line: where, what, remedy."""
