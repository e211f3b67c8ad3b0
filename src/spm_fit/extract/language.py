"""In which language a document is written, by its most frequent small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

ENGLISH = "English"
# Fewer words than this tell nothing.
_ENOUGH = 40
# How much more frequent the small words of another language must be.
_CLEARLY = 1.5
_LEAST = 6
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = {
    ENGLISH: "the and of to in for with on by from at as that is are was our we an which their",
    "German": "und der die das mit von für im den des zur zum bei auf ein eine einer eines sowie durch wurde als nach über",
    "French": "et de la le les des du en pour dans avec sur une un au aux par chez est sont que qui mes nos leur",
    "Spanish": "de la el los las y en con para por del una un al como que su sus se más entre sobre desde",
    "Portuguese": "de da do das dos e em com para por na no nas nos uma um ao que sua seu mais entre pela pelo",
    "Italian": "di e il la le con per del della dei delle in un una al alla nel nella che da su sono gli ho",
    "Dutch": "de het een van en voor met op bij aan te door naar zijn ik uit tot over als ook werd mijn",
    "Polish": "i w z na do oraz się dla od przy po jako przez ze za jest był była projektu pracy",
    "Swedish": "och av för med en ett på till som att det den inom från vid är om jag har samt",
    "Danish": "og af for med en et på til som at det den inden fra ved er om jeg har samt blev",
    "Finnish": "ja on sekä että oli olen mukaan kanssa myös joka jossa sen ovat kuin tai",
    "Turkish": "ve bir ile için bu olarak olan da de den çok daha gibi kadar en ise",
    "Czech": "a v na s z do pro se je za od při jako po ve byl byla jsem které který",
    "Romanian": "și de la în cu pe pentru din o un ce care sunt este ale prin sau am fost",
    "Indonesian": "dan di yang untuk dengan dari pada ke dalam sebagai oleh ini itu adalah atau para",
}
_SCRIPTS = {
    "CYRILLIC": "Cyrillic letters", "GREEK": "Greek", "HEBREW": "Hebrew", "ARABIC": "Arabic letters", "DEVANAGARI": "Devanagari",
    "CJK": "Chinese or Japanese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "THAI": "Thai",
}  # fmt: skip


def _only(language: str) -> frozenset[str]:
    """The small words of a language that English does not have."""
    return frozenset(_SMALL_WORDS[language].split()) - frozenset(_SMALL_WORDS[ENGLISH].split()) - {"a", "i", "me"}


_WORDS = {name: _only(name) if name != ENGLISH else frozenset(words.split()) for name, words in _SMALL_WORDS.items()}


def language(text: str) -> str:
    """The name of a language, `ENGLISH` where nothing speaks against it; for other scripts the script's name."""
    # Small words of names have capitals: "La Paz", "Los Angeles".
    words = Counter(match[0] for match in _WORD.finditer(text))
    if sum(words.values()) < _ENOUGH:
        return ENGLISH
    script = _script(words)
    if script:
        return script
    hits = {name: sum(words[word] for word in small) for name, small in _WORDS.items()}
    best = max(hits, key=lambda name: hits[name])
    other = hits[best] >= max(_LEAST, _CLEARLY * hits[ENGLISH])
    return best if other else ENGLISH


def _script(words: Counter[str]) -> str:
    """The script that most words are written in, if it is not the Latin one."""
    scripts: Counter[str] = Counter()
    for word, times in words.items():
        scripts[unicodedata.name(word[0], "").split(" ")[0].split("-")[0]] += times
    name, times = scripts.most_common(1)[0]
    return _SCRIPTS.get(name, "") if 2 * times > sum(words.values()) else ""
