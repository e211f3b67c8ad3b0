"""Line-end hyphens: ``road-`` / ``map`` is one word, ``cross-`` / ``functional`` keeps its hyphen."""

from __future__ import annotations

import re

# First halves of compounds that keep their hyphen when a line breaks after it.
_KEEPS = frozenset(
    """
    ad add after agent all always and anti app at award back bank based best beta bi big bottom brand break bug
    build built business buy buyer by call card case cash category check city class click client close closed cloud
    co code cold company content core cost country cross customer cut cycle daily data date day deep demand design
    desk direct domain door double down drag drop dual early easy edge eight employee end engineer enterprise error
    ever every ex eye face fact family fast feature few field fifty first five fixed follow four free front full
    fully game go goal half hand hands hard head health high higher highly home hour house human ill in inter job
    key kick know large last late launch lead level life line live local long loss low lower machine main make
    market member mid minute mission mobile model money month mother multi must near net never new next nine no non
    object off offline on one online open opt order out over own page part partner pass pay peer performance pilot
    pixel plan platform play plug point pop post pre price print privacy private pro problem process product profit
    project proof public purpose quality quarter quick quota rapid rate re read ready real record red release remote
    report research result results return revenue right risk role roll rule run safety sales sample scale
    school score second security self semi send series service set seven shared ship shop short side sign single
    site six small smart social soft software solution source split staff stage stand start state step still store
    story strategy street strong sub support system tailor take target task tax team tech technology ten term test
    text third thought three tier time to top total touch track trade train trial triple turn twelve twenty two
    under up use user value vendor very video voice walk warm waste water wave web week weekly well white whole wide
    win word work world write wrong year zero
    """.split()
)
_TAIL = re.compile(r"([^\W\d_]+)-$")
_HEAD = re.compile(r"([^\W\d_]+)")


def join(left: str, right: str, whole: str) -> tuple[str, str]:
    """What stands before and between two halves of wrapped text: (left without its hyphen or as it is, glue).

    `whole` is all text of the document: a word that stands there in one of the two spellings decides.
    """
    if left.endswith("\u00ad"):
        return left[:-1], ""
    tail, head = _TAIL.search(left), _HEAD.match(right)
    if not tail or not head:
        return (left, "") if left.endswith(("-", "/")) and not left.endswith((" -", " /")) else (left, " ")
    if not right[0].islower():
        return left, ""
    first, second = tail[1].lower(), head[1].lower()
    if re.search(rf"\b{re.escape(first + second)}\b", whole):
        return left[:-1], ""
    if first in _KEEPS or re.search(rf"\b{re.escape(first)}-{re.escape(second)}\b", whole):
        return left, ""
    return left[:-1], ""
