"""JSON and YAML trees: what a text means, and where each of its characters stands."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from spm_fit.readers.json_tree import parse_json
from spm_fit.readers.source import NEWLINE, Run, Source
from spm_fit.readers.tree import MAX_DEPTH, DataError, Items, Mapping, Node, Scalar
from spm_fit.readers.yaml_tree import parse_yaml

JSON_TEXTS = [
    (r'"plain text"', "plain text"),
    (r'"caf\u00e9"', "café"),
    (r'"e\u0301t\u00E9"', "été"),
    (r'"one\ntwo\r\nthree"', "one\ntwo\nthree"),
    (r'"one\ttwo"', "one two"),
    (r'"\"R\/D\" \\ x"', '"R/D" \\ x'),
    (r'"up \ud83d\ude80 up"', "up \U0001f680 up"),
    (r'"half \ud83d pair"', "half \ufffd pair"),
    (r'"\u201cquoted\u201d \u2013 o\ufb03ce"', '"quoted" \u2013 office'),
    (r'"no\u200bthing\u0000"', "nothing"),
    ('"o\ufb03ce  of\u00a0work"', "office of work"),
    ("-1.5e3", "-1.5e3"),
    ("true", "true"),
    ("null", ""),
    ('""', ""),
]
BAD_JSON = [
    ("", "1:1: the data ends too early"),
    ('{"a": 1', "1:8: the data ends too early"),
    ('{"a": "b', "1:9: the data ends inside a text"),
    ('{"a": 1,}', "1:9: a value is missing here"),
    ('{\n "a": 1,\n "a": 2}', '3:2: the key "a" stands here twice'),
    ("[1,]", "1:4: a value is missing here"),
    ("[1 2]", "1:4: a comma or ] belongs here"),
    ('{"a" 1}', "1:6: a colon belongs here"),
    ("[NaN]", "1:2: NaN and Infinity are not JSON"),
    ("[01]", "1:3: a comma or ] belongs here"),
    ("[1] 2", "1:5: text after the end"),
    ("// x\n{}", "1:1: JSON has no comments"),
    ("{'a': 1}", "1:2: JSON puts text in straight double quotes"),
    ("{a: 1}", "1:2: this word needs double quotes"),
    ('["a\nb"]', "1:4: a line break or tab inside a text"),
    (r'["\x"]', "1:3: a backslash that begins no escape"),
    ("[" * 200_000, "nested deeper"),
    ('{"a":' * 200_000, "nested deeper"),
    ("[" + "1," * 200_000 + "1]", "more than 100,000 values"),
]
YAML_TEXTS = [
    ("plain text # no part of it", "plain text"),
    ("plain of\n  two lines\n\n  and more", "plain of two lines\nand more"),
    ("'it''s\n  folded'", "it's folded"),
    (r'"caf\xe9 \u00e9 \U0001F680 \ud83d\ude80"', "café é \U0001f680 \U0001f680"),
    ('"one\\ntwo\\tthree \\\n  glued\n  folded"', "one\ntwo three glued folded"),
    ("|\n  one\n    two\n\n  three\n", "one\n two\n\nthree"),
    ("|2-\n    one\n  two", " one\ntwo"),
    (">-\n  one\n  two\n\n  three\n    four\n  five", "one two\nthree\n four\nfive"),
    (">+ # said\n\n  one\n\n", "one"),
    ("&mark one", "one"),
    ("!!str 2019", "2019"),
    ("2023-03", "2023-03"),
    ("yes", "yes"),
    ("~", ""),
    ("", ""),
    ("''", ""),
]
BAD_YAML = [
    ("a: [", "1:5: the file ends too early"),
    ('a: "x', "1:6: a quotation mark is missing"),
    ("a: b: c", "1:5: a text with ': ' in it needs quotes"),
    ("a:\n\tb", "2:1: a tab, or a text that begins with a mark"),
    ("a: 1\nb: 2\na: 3", '3:1: the key "a" stands here twice'),
    ("- a\nb: c", "2:1: this line is indented otherwise"),
    ("x: *none", "1:4: nothing before this is marked &none"),
    ("&a [*a]", "1:5: nothing before this is marked &a"),
    ("a: &a {b: c}\nd: {<<: *a}", "2:5: merged mappings"),
    ("? [a]\n: b", "1:3: a key must be a text"),
    ("a: \x01", "1:4: a control character"),
    ("[" * 200_000, "nested deeper"),
    ("- " * 200_000, "nested deeper"),
    ("{a: " * 200_000, "nested deeper"),
    ("a: &a [" + "x," * 9 + "]\n" + "".join(f"{b}: &{b} [{f'*{a},' * 9}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)), "more than 100,000 values"),
    ("a: &a " + "word " * 50_000 + "\nb: [" + "*a, " * 900 + "]", "more than 100,000 values"),
]  # fmt: skip
MEANINGS = {"\\n": "\n", "\\r\\n": "\n", "\\t": " ", "\\\\": "\\", "''": "'"}


def scalar(node: Node) -> Scalar:
    assert isinstance(node, Scalar)
    return node


def value(node: Node, name: str = "k") -> Scalar:
    assert isinstance(node, Mapping)
    found = node.get(name)
    assert found is not None
    return scalar(found)


def written(text: str, run: Run) -> str:
    line = NEWLINE.split(text)[run.line - 1] + "\n"
    size = len(run.text) if run.wide == 1 else run.wide
    return line[run.column - 1 : run.column - 1 + size]


def meant(source: str) -> str:
    """What a stretch of a quoted text means."""
    if source in MEANINGS:
        return MEANINGS[source]
    if source.startswith("\\"):
        decoded: str = yaml.safe_load(f'"{source}"')
        return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return source


def squeezed(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", text)


@pytest.mark.parametrize(("source", "wanted"), JSON_TEXTS)
def test_json_values(source: str, wanted: str) -> None:
    assert scalar(parse_json(Source(source))).text == wanted


@pytest.mark.parametrize(("source", "wanted"), YAML_TEXTS)
def test_yaml_values(source: str, wanted: str) -> None:
    found = value(parse_yaml(Source(f"k: {source}\n")))
    assert squeezed(found.text).strip("\n") == wanted
    assert all(run.wide for run in found.runs)


@pytest.mark.parametrize(("text", "message"), BAD_JSON, ids=lambda case: str(case)[:20])
def test_bad_json_says_where_and_why(text: str, message: str) -> None:
    with pytest.raises(DataError, match=re.escape(message)):
        parse_json(Source(text))


@pytest.mark.parametrize(("text", "message"), BAD_YAML, ids=lambda case: str(case)[:20])
def test_bad_yaml_says_where_and_why(text: str, message: str) -> None:
    with pytest.raises(DataError, match=re.escape(message)):
        parse_yaml(Source(text))


def test_json_in_a_part_of_a_file() -> None:
    text = '<script>{"k": "v"}</script>'
    found = value(parse_json(Source(text), 8, text.index("</")))
    assert found.runs == (Run("v", 1, 16),)


def test_a_mark_of_byte_order_is_no_text() -> None:
    assert value(parse_json(Source('\ufeff{"k": "v"}'))).text == "v"
    assert value(parse_yaml(Source("\ufeffk: v"))).text == "v"


def test_kinds_order_and_places_of_nodes() -> None:
    json_tree, yaml_tree = parse_json(Source('{"k": [1, {"x": null}]}')), parse_yaml(Source("k: [1, {x: null}]"))
    for tree, column in ((json_tree, 7), (yaml_tree, 4)):
        assert isinstance(tree, Mapping)
        items = tree.get("k")
        assert isinstance(items, Items)
        assert (items.line, items.column) == (1, column)
        assert [type(node) for node in items.nodes] == [Scalar, Mapping]


def test_the_first_document_of_several() -> None:
    assert value(parse_yaml(Source("---\nk: v\n---\nk: [broken"))).text == "v"
    assert parse_yaml(Source("# nothing\n")) == Scalar((), 1, 1)


def test_an_alias_is_read_where_it_stands_for() -> None:
    tree = parse_yaml(Source("a: &x one\nk: *x"))
    assert value(tree).runs == (Run("one", 1, 7),)


def test_an_unusual_line_end_loses_no_text_and_claims_no_place() -> None:
    found = value(parse_yaml(Source('k: "one\u2028 two"')))
    assert "one" in found.text
    assert "two" in found.text


def test_deep_but_allowed() -> None:
    parse_json(Source("[" * MAX_DEPTH + "]" * MAX_DEPTH))
    parse_yaml(Source("[" * MAX_DEPTH + "]" * MAX_DEPTH))


JSON_RUNS = [
    (r'"a\u00e9b"', [("a", 2, 1), ("é", 3, 6), ("b", 9, 1)]),
    (r'"e\u0301t"', [("é", 2, 7), ("t", 9, 1)]),
    (r'"ae\u0301"', [("a", 2, 1), ("é", 3, 7)]),
    (r'"\ud83d\ude80"', [("\U0001f680", 2, 12)]),
    (r'"a\r\nb"', [("a", 2, 1), ("\n", 3, 4), ("b", 7, 1)]),
    ('"o\ufb01ce"', [("o", 2, 1), ("f", 3, 1), ("i", 3, 1), ("ce", 4, 1)]),
    (r'"\ufb01t"', [("f", 2, 6), ("i", 2, 6), ("t", 8, 1)]),
    ('"a\u200bb"', [("a", 2, 1), ("b", 4, 1)]),
    ("-12.5", [("-12.5", 1, 1)]),
]


@pytest.mark.parametrize(("source", "runs"), JSON_RUNS)
def test_json_places(source: str, runs: list[tuple[str, int, int]]) -> None:
    found = scalar(parse_json(Source(source))).runs
    assert [(run.text, run.column, run.wide) for run in found] == runs


LETTERS = st.text(alphabet=st.sampled_from("ab c,.:'\"\\/-#é{}[]&*!|>%@\n\U0001f680"), max_size=40)


@given(LETTERS, st.booleans())
def test_json_places_of_any_text(text: str, ascii_only: bool) -> None:
    source = json.dumps({"k": text}, ensure_ascii=ascii_only, indent=1)
    found = value(parse_json(Source(source)))
    assert found.text == squeezed(text)
    for run in found.runs:
        if run.text == " ":
            assert written(source, run) == " "
        elif run.wide == 1:
            assert written(source, run) == run.text
        else:
            assert json.loads(f'"{written(source, run)}"') == run.text


@given(LETTERS, st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([20, 40, 1000]), st.booleans())
def test_yaml_places_of_any_text(text: str, style: str | None, width: int, unicode: bool) -> None:
    source = yaml.safe_dump({"k": {"k": text}}, default_style=style, width=width, allow_unicode=unicode, indent=4)
    inner = parse_yaml(Source(source))
    assert isinstance(inner, Mapping)
    found = value(inner.entries[0][1])
    assert squeezed(found.text).strip("\n") == squeezed(text).strip("\n")
    for run in found.runs:
        assert run.wide
        stretch = written(source, run)
        if run.text.isspace():
            assert stretch.isspace() or meant(stretch).isspace()
        else:
            assert (stretch if run.wide == 1 else meant(stretch)) == run.text
