"""Questions about many spans at once, each answered by bisection: a long line may hold thousands of findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from spm_fit.model.document import Block, Span


class Spans:
    """Spans in the order of their beginnings."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]
        # How far this span and those before it reach.
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def contain(self, span: Span) -> bool:
        """Whether one of them contains a span."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end

    def overlap(self, span: Span) -> bool:
        """Whether one of them overlaps a span."""
        return self.first(span) is not None

    def first(self, span: Span) -> int | None:
        """The number, in this order, of the first that overlaps a span."""
        number = bisect_right(self._reach, span.start)
        return number if number < len(self._spans) and self._starts[number] < span.end else None

    def within(self, body: Span) -> bool:
        """Whether one of them lies inside a span."""
        first, last = bisect_left(self._starts, body.start), bisect_right(self._starts, body.end)
        return any(span.end <= body.end for span in self._spans[first:last])


def blocks_of(blocks: Sequence[Block], body: Span) -> Sequence[Block]:
    """The blocks that overlap a span; blocks stand in reading order."""
    first = bisect_right(blocks, body.start, key=lambda block: block.span.end)
    return blocks[first : bisect_left(blocks, body.end, key=lambda block: block.span.start)]
