"""What governs a number: the verb of its clause, and the preposition between the two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spm_fit.extract.quantities.lexicon import (
    IRREGULAR_PAST,
    LINKS,
    MODIFIERS,
    NO_VERBS,
    PREPOSITIONS,
    TURNS,
    VERBS,
    Role,
)

# So many characters before a number can govern it.
REACH = 240
_ABOUT = re.compile(
    r"(?:\b(?:in excess of|more than|less than|fewer than|no fewer than|over|about|around|nearly|almost|approximately|approx\.?|roughly|circa|ca\.|up to|at least|as (?:many|much) as|some|upwards of"
    r"|close to|just|only|under|an? (?:average|estimated|further|additional|combined|total)(?: of)?|another|well over|totall?ing|worth|valued at|worth of|averaging|an?|the|additional|every)|[\"“'~])\s*$",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-z][\w'’]*(?:-[A-Za-z][\w'’]*)*|\d[\d.,]*|[;:•|,()&]|(?<=\s)[-–—](?=\s)|—|[.!?](?=\s)")
_HARD = frozenset(";:•|-–—.!?")
_DETERMINERS = frozenset("a an the my our its their his her this each every of".split())
# "revenues exceeding $4B": the measure of a noun, no verb of its own.
_MEASURING = frozenset("exceeding totaling totalling surpassing approaching worth valued".split())
_RELATIVE = frozenset({"that", "which", "who"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The nearest verb before a number. `role` is None for a verb that says nothing of quantities, or for no verb."""

    role: Role | None
    word: str = ""
    link: str = ""
    """The preposition right before the number's noun phrase; empty for an object of the verb."""
    head: str = ""
    """The word before the preposition."""
    fragment: bool = False
    """Nothing governs: the number begins a clause or a bracket."""


def stripped(before: str) -> str:
    """The text before a number without "more than", "about a total of" and the like."""
    while (match := _ABOUT.search(before[-40:])) is not None:
        before = before[: len(before) - len(before[-40:]) + match.start()]
    return before


def governor(text: str, at: int) -> Governor:
    """What governs the number at an offset of a sentence."""
    tokens = [match[0] for match in _TOKEN.finditer(stripped(text[max(0, at - REACH) : at]))]
    link = head = ""
    depth = seen = 0
    for index in range(len(tokens) - 1, -1, -1):
        word, lower = tokens[index], tokens[index].lower()
        if word == ")":
            depth += 1
        if word in _HARD or (word == "(" and not depth):
            break
        depth -= word == "("
        if depth or word in "(),&":
            continue
        if not link and lower in PREPOSITIONS:
            if lower == "to" and seen == 1 and tokens[index + 1].lower() not in MODIFIERS:
                return Governor(None, tokens[index + 1].lower(), "", "")
            if not _phrasal(tokens, index):
                link, head = lower, tokens[index - 1].lower() if index else ""
            continue
        seen += word[0].isalpha()
        if lower in _MEASURING or _is_particle(tokens, index):
            continue
        role = _role(tokens, index)
        if role is not None or _is_verb(tokens, index):
            role = _of_relative(tokens, index, role)
            return Governor(role, lower, link, head)
    return Governor(None, "", link, head, fragment=True)


def _is_particle(tokens: list[str], index: int) -> bool:
    """Whether "up" or "down" belongs to the verb before it: "freed up", "set up"."""
    if tokens[index].lower() not in {"up", "down", "off", "out", "back"} or not index:
        return False
    previous = tokens[index - 1].lower()
    return previous in VERBS or previous.endswith(("ed", "ing"))


def _phrasal(tokens: list[str], index: int) -> bool:
    """Whether a preposition belongs to the verb before it: "resulted in", "brought in"."""
    return index > 0 and f"{tokens[index - 1]} {tokens[index]}".lower() in VERBS


def _role(tokens: list[str], index: int) -> Role | None:
    word = tokens[index].lower()
    if index and tokens[index - 1].lower() in _DETERMINERS and not word.endswith(("ed", "ing")):
        # "a book of", "the close": nouns.
        return TURNS.get(word)
    # "brought in", "gave ... back"
    for particle in tokens[index + 1 : index + 5]:
        found = VERBS.get(f"{word} {particle.lower()}")
        if found is not None:
            return found
    return VERBS.get(word) or TURNS.get(word)


def _is_verb(tokens: list[str], index: int) -> bool:
    """Whether a word that no table has is a verb: it opens the clause, or its form and the word before it say so."""
    word = tokens[index].lower()
    if word in NO_VERBS or (tokens[index].isupper() and len(word) > 1):
        return False
    previous = tokens[index - 1].lower() if index else ""
    opens = not previous or previous in LINKS or previous == "," or previous.endswith("ly")
    if word in IRREGULAR_PAST:
        return True
    return opens and (not previous or (word.endswith(("ed", "ing")) and len(word) > 4))


def _of_relative(tokens: list[str], index: int, role: Role | None) -> Role | None:
    """What is held may itself earn: in "manage a line that generates $2M" the sum is the line's size."""
    if role not in {Role.WIN, Role.MAKE, Role.UP} or index == 0:
        return role
    word, previous = tokens[index].lower(), tokens[index - 1].lower()
    if previous not in _RELATIVE and not (word.endswith("ing") and previous not in LINKS and previous != ","):
        return role
    for earlier in reversed(tokens[:index]):
        if earlier in _HARD:
            break
        found = VERBS.get(earlier.lower())
        if found in {Role.HOLD, Role.LAUNCH, Role.REMOVE, Role.DOWN, Role.UP, Role.WIN}:
            return Role.HOLD if found is Role.HOLD else role
    return Role.HOLD if previous in _RELATIVE and word.endswith("s") else role


def nearest(text: str, at: int, roles: frozenset[Role]) -> Role | None:
    """The nearest word of some roles before an offset, in the same clause."""
    tokens = [match[0] for match in _TOKEN.finditer(stripped(text[max(0, at - REACH) : at]))]
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index] in _HARD:
            return None
        role = _role(tokens, index)
        if role in roles:
            return role
    return None
