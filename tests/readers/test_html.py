"""HTML: what a browser shows, in the order it is read, each character with its place in the source."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spm_fit.errors import InputError
from spm_fit.model.document import BlockKind, Document
from spm_fit.readers import html as reader
from spm_fit.readers import jobposting
from spm_fit.readers.clean import clean
from spm_fit.readers.json_tree import parse_json
from spm_fit.readers.source import NEWLINE, Decoded, Run, Source, text_of
from spm_fit.readers.web import blocks as web
from spm_fit.readers.web import dom
from spm_fit.readers.web.css import Sheet
from spm_fit.readers.web.dom import MAX_DEPTH, parse
from spm_fit.readers.web.tokens import tokens

FORMATS = Path(__file__).parents[2] / "examples" / "formats"
H, P, I, R = "heading", "paragraph", "item", "row"  # noqa: E741


def read(text: str, encoding: str = "utf-8") -> Document:
    return reader.read("page.html", text.encode(encoding))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.slice(block.span)) for block in document.blocks]


def texts(markup: str) -> list[str]:
    return [text for _, text in blocks(read(markup))]


INLINE = [
    ("<p>Pro<b>duct</b> man<i>ager</i></p>", ["Product manager"]),
    ("<p>Led\n  <em>growth</em>,<b> sales</b>\n and\tmore </p>", ["Led growth, sales and more"]),
    ("<p>Rock &amp; roll &#8211; caf&eacute; &#x201C;x&#x201d; 5&lt;6&nbsp;km</p>", ['Rock & roll – café "x" 5<6 km']),
    ("<p>AT&T, R&D and &copy2024, &notit;, a && b</p>", ["AT&T, R&D and ©2024, ¬it;, a && b"]),
    ("<p>co&shy;operation road\u00admap team<wbr>work</p>", ["cooperation roadmap teamwork"]),
    ("<p>The of\ufb01ce</p>", ["The office"]),
    ("<p>Teams of < 5 people, if a<b then, <3</p>", ["Teams of < 5 people, if a<b then, <3"]),
    ("<p>Jo <jo@mail.example> writes</p>", ["Jo <jo@mail.example> writes"]),
    ("<p>He said <q>go</q></p>", ['He said "go"']),
    ("<p>One<br>Two<br/><br>Three</p>", ["One", "Two", "Three"]),
    (
        f"<p>{'A line that was wrapped by hand at the width of a mail, which'}<br>goes on in lower case</p>",
        ["A line that was wrapped by hand at the width of a mail, which goes on in lower case"],
    ),
    ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
    ("<p>One<p>Two<ul><li>Three<li>Four</ul>Five", ["One", "Two", "Three", "Four", "Five"]),
    ("<P CLASS=a class=b>One</P><DIV>Two</div>", ["One", "Two"]),
    ("<b><p>One</b> and two</p>", ["One and two"]),
    ("<pre>Tools:\n  SQL      Excel\n\nMore</pre>", ["Tools:", "SQL\tExcel", "More"]),
    ('<p style="white-space: pre-line">One\nTwo</p>', ["One", "Two"]),
    ("<span>J</span><span>O</span><span>HN</span> Doe", ["JOHN Doe"]),
    ("<p><span>Head of </span><span>Prod</span><span>uct</span><span>, Tea</span></p>", ["Head of Product, Tea"]),
    ("<h3><span>Head of</span><span> Tea</span><span>Hub</span></h3>", ["Head of TeaHub"]),
    (
        "<style>.c1{color:#333}.c2{font-weight:700}</style><ul><li class=c0><span class='c1 c2'>Java</span><span class=c1>Script</span></ul>",
        ["JavaScript"],
    ),
    ("<table><tr><td><span>Data</span><span>Base</span></td></tr></table>", ["DataBase"]),
    ("<div><a href='/x'><span>Git</span><span>Hub</span></a></div>", ["GitHub"]),
    ("<p><b><span>Road</span><span>Map</span></b></p>", ["RoadMap"]),
    ("<div><span>Head of </span><span>Product</span></div>", ["Head of Product"]),
    ('<p title="a > b">One</p><p title=x"y>Two</p>', ["One", "Two"]),
    ("<p>One</p><p title='lost>Two</p>", ["One", "Two"]),
    ("<p>One</p><!-- two --><!---->Three<!-- > -->", ["One", "Three"]),
    ("<p>One</p><![CDATA[x]]><?php echo 1 ?></ x>Two<!", ["One", "Two<!"]),
]


@pytest.mark.parametrize(("markup", "wanted"), INLINE)
def test_text(markup: str, wanted: list[str]) -> None:
    assert texts(markup) == wanted


ROW = "Senior PM\t2020 – 2022"
ROWS = [
    '<style>.r{display:flex}</style><div class="r"><div>Senior PM</div><div>2020 – 2022</div></div>',
    '<style>.x .r > b{} header .q, .e .r{display:flex}</style><div class="e"><p class="r"><b>Senior PM</b><i>2020 – 2022</i></div>',
    '<div style="display:grid;grid-template-columns:2fr 1fr"><div>Senior PM</div><div>2020 – 2022</div></div>',
    '<div class="d-flex justify-content-between"><span>Senior PM</span> <span>2020 – 2022</span></div>',
    '<div class="row"><div class="col-9">Senior PM</div><div class="col-3">2020 – 2022</div></div>',
    '<div class="row"><span>Senior PM</span><span>2020 – 2022</span></div>',
    "<div><span>Senior PM</span><span>2020 – 2022</span></div>",
    '<div>Senior PM <span style="float: right">2020 – 2022</span></div>',
    '<div>Senior PM <time datetime="2020">2020</time> – <time>2022</time></div>',
    "<h3>Senior PM <small>2020 – 2022</small></h3>",
    '<p class="head"></p><div>Senior PM <span class="date">2020 – 2022</span></div>',
    '<style>.d{float:right}</style><div class="d0">Senior PM<span class="d">2020 – 2022</span></div>',
    "<p><span>Senior PM</span><time>2020 – 2022</time></p>",
    '<p><span>Senior PM</span><span class="job-date">2020 – 2022</span></p>',
    '<h3><span>Senior PM</span><span style="float:right">2020 – 2022</span></h3>',
    '<p style="display:flex"><span>Senior PM</span><span>2020 – 2022</span></p>',
    '<p><span>Senior PM</span><span style="position:absolute;right:0">2020 – 2022</span></p>',
    '<p><span style="display:inline-block">Senior PM</span><span>2020 – 2022</span></p>',
    '<div style="float:left">Senior PM</div><div style="float:right">2020 – 2022</div>',
    "<table><tr><td>Senior PM</td><td>2020 – 2022</td></tr></table>",
    "<table><tbody><tr><td><p>Senior PM<td><p>2020 – 2022</table>",
    "<dl><dt>Senior PM<dd>2020 – 2022</dl>",
    '<div style="position:relative"><b>Senior PM</b><span style="position:absolute;right:0">2020 – 2022</span></div>',
    '<div><div style="display:inline-block;width:70%">Senior PM</div><div style="display:inline-block">2020 – 2022</div></div>',
]
NO_ROWS = [
    "<p>Launched in <time>2024</time> with success</p>",
    "<p>Talk at a meetup, <time>2024</time></p>",
    '<div style="display:flex;flex-direction:column"><div>Senior PM</div><div>2020 – 2022</div></div>',
    '<div style="display:grid"><div>Senior PM</div><div>2020 – 2022</div></div>',
    "<style>@media print{div{display:flex}} @media (max-width:9px){div{display:flex}}</style><div><p>A</p><p>B</p></div>",
]


@pytest.mark.parametrize("markup", ROWS)
def test_title_and_date_are_cells_of_a_row(markup: str) -> None:
    assert blocks(read(markup)) == [(R, ROW)]


@pytest.mark.parametrize("markup", NO_ROWS)
def test_what_does_not_stand_beside_each_other_is_no_row(markup: str) -> None:
    assert not any("\t" in text for text in texts(markup))


BESIDE = [
    (  # title over employer, date over place
        '<div style="display:flex"><div><h4>Senior PM</h4><p>Acme</p></div><div><p>2020 – 2022<p>Boston</div></div>',
        [(R, "Senior PM\t2020 – 2022"), (R, "Acme\tBoston")],
    ),
    (  # a column of dates
        "<table><tr><td>2020 – 2022<td><b>Senior PM</b><br>Acme<ul><li>Led it<li>Did it</ul></table>",
        [(R, "2020 – 2022\tSenior PM"), (P, "Acme"), (I, "Led it"), (I, "Did it")],
    ),
    (  # columns of a page
        '<div style="display:flex"><div><h2>Skills</h2><ul><li>SQL<li>Jira</ul></div><div><h2>Profile</h2><p>Sells tea.</div></div>',
        [(H, "Skills"), (I, "SQL"), (I, "Jira"), (H, "Profile"), (P, "Sells tea.")],
    ),
    ('<div style="display:flex"><span>•</span><div>Led a team</div></div>', [(I, "Led a team")]),
    ('<ul style="display:flex"><li>jo@mail.example<li>617-555-0100</ul>', [(R, "jo@mail.example\t617-555-0100")]),
    ("<ul><li style='display:inline'>SQL<li style='display:inline'>Jira</ul>", [(R, "SQL\tJira")]),
    (
        '<p><i class="fa fa-envelope"></i>jo@mail.example<i class="fa fa-phone"></i>617-555-0100</p>',
        [(R, "jo@mail.example\t617-555-0100")],
    ),
    (
        "<table><tr><th>Degree<th>Year<tr><td>MBA<td>2015<tr><td>BSc<td>2010</table>",
        [(R, "Degree\tYear"), (R, "MBA\t2015"), (R, "BSc\t2010")],
    ),
    ("<div><span>2 weeks ago</span><span>Remote</span></div>", [(R, "2 weeks ago\tRemote")]),
    ("<dl><dt>Tools<dd>Jira, SQL<dt>Methods<dd>Scrum</dl>", [(R, "Tools\tJira, SQL"), (R, "Methods\tScrum")]),
]


@pytest.mark.parametrize(("markup", "wanted"), BESIDE)
def test_what_stands_beside_each_other(markup: str, wanted: list[tuple[str, str]]) -> None:
    assert blocks(read(markup)) == wanted


LISTS = [
    ("<ul><li>One<ul><li>Two</ul><li>Three</ul>", [(I, "One"), (I, "Two"), (I, "Three")]),
    ("<ul><li><p>One</p></li><li><b>Two</b><br>goes on</li></ul>", [(I, "One"), (I, "Two goes on")]),
    ("<p>• One<br>• Two</p>", [(I, "One"), (I, "Two")]),
    (
        "<ul><li><h4>Senior PM</h4><p>Acme</p><ul><li>Led it</ul></ul>",
        [(H, "Senior PM"), (P, "Acme"), (I, "Led it")],
    ),
    ("<ul><li>PM, Acme, 2014 – 2016<ul><li>Led it</ul></ul>", [(P, "PM, Acme, 2014 – 2016"), (I, "Led it")]),
]


@pytest.mark.parametrize(("markup", "wanted"), LISTS)
def test_lists(markup: str, wanted: list[tuple[str, str]]) -> None:
    assert blocks(read(markup)) == wanted


def test_paragraphs_stand_close_and_entries_apart() -> None:
    document = read(
        "<article><h3>PM</h3><h4>Acme</h4><p>2020 – 2022</p><p>Boston</p></article><article><p>PM</p></article>"
    )
    assert [block.gap for block in document.blocks] == [1.0, 0.5, 0.5, 0.5, 1.0]


def test_headings_by_tag_weight_and_size() -> None:
    markup = (
        "<style>.t{font-size:16pt}body{font:10pt Arial}</style><h1>Jo Doe</h1><p><b>Experience</b></p><div class=t>Education and more</div>"
        "<p>Some words of text in the usual size of this page, which is small</p><p>Not <b>bold</b></p>"
    )
    assert [kind for kind, _ in blocks(read(markup))] == [H, H, H, P, P]


NOT_SHOWN = [
    "<script>var a = '<p>no</p>';</script>",
    "<style>p{color:red}</style>",
    "<head><title>no</title><meta name=x content=no></head>",
    "<template><p>no</p></template>",
    "<noscript>no</noscript>",
    "<svg><title>no</title><text>no</text></svg>",
    "<select><option>no<option>no</select><input value=no><textarea>no</textarea><button>no</button>",
    "<img alt=no><iframe>no</iframe><object>no</object>",
    "<p hidden>no</p>",
    '<span aria-hidden="true">&#xf095; •</span>',
    '<i class="icon" aria-hidden="true">no</i>',
    '<style>.k{position:absolute;width:1px;height:1px;overflow:hidden}</style><a href="/x"><span class="k">no</span></a>',
    '<a href="#top" style="position:absolute;left:-9999px">no</a>',
    '<span class="u-hidden-visually">no</span>',
    '<p style="display:none">no</p>',
    '<p style="visibility: hidden">no</p>',
    "<style>.m{display:none !important}</style><p class='a m' style='display:block'>no</p>",
    '<span class="sr-only">no</span>',
    '<nav><a href="/a">no</a></nav>',
    '<ul><li><a href="/a">no</a><li><a href="/b">no</a><li><a href="#c">no</a></ul>',
    '<header><a href="/">no</a><a href="/jobs">no</a><a href="/about">no</a></header>',
    '<footer>© 2026 no <a href="/privacy">no</a></footer>',
    '<div class="main-footer"><a href="/x">no</a><a href="/y">no no</a></div>',
    '<div id="cookie-consent"><p>no</p></div>',
    '<div role="dialog">no</div>',
    '<div class="similar-jobs"><a href="/1">no</a> no <a href="/2">no</a></div>',
    '<h2>Kept</h2><div>Similar jobs</div><ul><li><a href="https://a.example/1">no</a><li><a href="https://a.example/2">no</a><li><a href="https://a.example/3">no</a></ul>',
    "<form><label>no</label></form>",
    '<a class="btn" href="/apply">no</a>',
]


@pytest.mark.parametrize("markup", NOT_SHOWN)
def test_what_is_no_text_of_the_document(markup: str) -> None:
    found = read(f"<p>Ten words stand here, so that the page has a text.</p>{markup}<p>The end</p>")
    assert "no" not in re.findall(r"\w+", found.text)
    assert (found.text[:9], found.text[-7:]) == ("Ten words", "The end")
    assert not found.quality.problems


KEPT = [
    "<header><h1>Jo Doe</h1><a href='mailto:jo@mail.example'>jo@mail.example</a></header>",
    "<aside><h2>Skills</h2><ul><li>SQL<li>Jira<li>Figma</ul></aside>",
    "<footer><a href='tel:+16175550100'>617-555-0100</a> Boston</footer>",
    "<article><p>Text</p><footer>Signed, <a href='/x'>Jo</a> © 2020</footer></article>",
    "<h2>Writing</h2><ul><li><a href='https://a.example/1'>On prices</a><li><a href='https://a.example/2'>On lists</a><li><a href='https://a.example/3'>On maps</a></ul>",
    "<ul><li><a href='https://github.com/jodoe'>github.com/jodoe</a><li><a href='mailto:j@x.example'>j@x.example</a></ul>",
    "<h3><button>Requirements</button></h3>",
    '<p aria-hidden="true">Seen by all</p>',
    '<p><span aria-hidden="true">Head of Tea</span><span class="visually-hidden"></span></p>',
]


@pytest.mark.parametrize("markup", KEPT)
def test_what_belongs_to_a_resume_stays(markup: str) -> None:
    shown = " ".join(re.sub(r"<[^>]*>", " ", markup).split())
    text = f"{'Words of the text that stands in the middle of the page. ' * 5}"
    assert (
        re.findall(r"\w+", shown)
        == re.findall(r"\w+", read(f"{markup}<main><p>{text}</p></main>").text)[: -len(text.split())]
    )


def test_a_menu_is_reduced_to_the_addresses_in_it() -> None:
    markup = "<nav><a href='#a'>About</a><a href='mailto:j@x.example'>j@x.example</a><a href='mailto:j@x.example'>Contact</a></nav><p>Text</p>"
    assert texts(markup) == ["j@x.example", "Text"]


HIDDEN = [
    ('<p style="color:#fff">{}</p>', "in the colour of the page"),
    (
        "<style>body{{background:#202020}} .w{{color:rgb(32, 32, 32)}}</style><p class=w>{}</p>",
        "in the colour of the page",
    ),
    ('<p style="font-size:1px">{}</p>', "tiny"),
    ('<p style="position:absolute; left:-9999px">{}</p>', "outside the page"),
    ('<p style="opacity:0">{}</p>', "transparent"),
    ('<font color="white">{}</font>', "in the colour of the page"),
    ('<p style="opacity:.05">{}</p>', "transparent"),
    ('<p style="color:transparent">{}</p>', "transparent"),
    ('<p style="background:url(x.png);color:rgba(9, 9, 9, 0)">{}</p>', "transparent"),
    ('<p style="color:hsl(10 20% 30% / 0)">{}</p>', "transparent"),
    ('<p style="position:absolute;top:-500px">{}</p>', "outside the page"),
    ('<p style="position:relative;left:-100vw">{}</p>', "outside the page"),
    ('<p style="transform:translate(0, -4000px)">{}</p>', "outside the page"),
    ('<p style="position:absolute;clip:rect(0 0 0 0)">{}</p>', "clipped"),
    ('<p style="position:absolute;clip:rect(1px, 1px, 1px, 1px)">{}</p>', "clipped"),
    ('<p style="clip-path:inset(100%)">{}</p>', "clipped"),
    ('<p style="clip-path:inset(0 50%)">{}</p>', "clipped"),
    ('<p style="clip-path:circle(0)">{}</p>', "clipped"),
    ('<p style="height:0;overflow:hidden">{}</p>', "in a box of no size"),
    ("<style>.w{{width:0;overflow:hidden}}</style><div class=w><p>{}</p></div>", "in a box of no size"),
    ('<p style="max-height:0;overflow:hidden">{}</p>', "in a box of no size"),
    ('<p style="position:absolute;width:1px;height:1px;overflow:hidden">{}</p>', "in a box of no size"),
    ('<p style="transform:rotate(4deg) scale(0)">{}</p>', "in a box of no size"),
]
SEEN = [
    '<div style="background:#024"><p style="color:#fff">{}</p></div>',
    '<div style="background:url(x.png)"><p style="color:#fff">{}</p></div>',
    '<style>:root{{--a:#024}}.b{{background:var(--a)}}</style><div class=b><p style="color:white">{}</p></div>',
    '<link rel=stylesheet href="site.css"><p style="color:#fff">{}</p>',
    '<div style="font-size:0"><span style="font-size:12px">{}</span></div>',
    '<script>fadeIn()</script><p style="opacity:0">{}</p>',
    '<script>open()</script><p style="max-height:0;overflow:hidden">{}</p>',
    '<p style="opacity:0;animation:appear 1s">{}</p>',
    '<p style="height:0">{}</p>',
    '<p style="width:0;flex:1;overflow:hidden">{}</p>',
    '<p style="height:0;min-height:100%;padding:8px;overflow:hidden">{}</p>',
    '<p style="width:5%;height:40px;overflow:hidden">{}</p>',
    '<p><span style="height:0;overflow:hidden">{}</span></p>',
    '<p style="clip:rect(0,0,0,0)">{}</p>',
    '<p style="position:absolute;clip:rect(0, auto, auto, 0)">{}</p>',
    '<p style="clip-path:inset(10% 5%)">{}</p>',
    '<p style="transform:scale(.9) translate(-50%, 10px)">{}</p>',
    '<p style="position:absolute;left:-20px">{}</p>',
    '<p style="color:transparent;background-clip:text">{}</p>',
    '<p style="color:transparent"><b style="color:#222">{}</b></p>',
    '<p style="color:hsl(10, 20%, 0)">{}</p>',
]


@pytest.mark.parametrize(("markup", "how"), HIDDEN)
def test_text_that_people_do_not_see_is_left_out_and_reported(markup: str, how: str) -> None:
    document = read(f"<p>Seen</p>{markup.format('agile roadmap SQL')}")
    assert document.text == "Seen"
    assert [problem.name for problem in document.quality.problems] == ["hidden-text"]
    assert (
        document.quality.problems[0].message == f'3 words that people do not see, {how}: "agile roadmap SQL"; left out'
    )


@pytest.mark.parametrize("markup", SEEN)
def test_text_that_may_be_seen_stays(markup: str) -> None:
    document = read(markup.format("agile roadmap SQL"))
    assert (document.text, document.quality.problems) == ("agile roadmap SQL", ())


def test_columns_of_a_page_are_counted() -> None:
    column = "<div>" + "".join(f"<p>Line {n} has seven words in it.</p>" for n in range(6)) + "</div>"
    document = read(f"<div style='display:flex'>{column}{column}</div>")
    assert document.quality.columns == 2
    assert [block.region for block in document.blocks] == [0] * 6 + [1] * 6


POSTING = {
    "@context": "https://schema.org",
    "@type": ["JobPosting"],
    "title": "Senior Product Manager &amp; Lead",
    "hiringOrganization": {"@type": "Organization", "name": "Zubble"},
    "jobLocation": [
        {"address": {"addressLocality": "Austin", "addressRegion": "TX", "addressCountry": {"name": "US"}}},
        "Porto",
    ],
    "jobLocationType": "TELECOMMUTE",
    "applicantLocationRequirements": {"@type": "Country", "name": "Canada"},
    "employmentType": ["FULL_TIME", "CONTRACTOR"],
    "baseSalary": {"currency": "USD", "value": {"minValue": 150000.00, "maxValue": "180000", "unitText": "YEAR"}},
    "description": "<p>We sell <b>caf\u00e9</b> software.</p><h3>Your part</h3><ul><li>Own the roadmap</li><li>Talk to users</li></ul>",
    "responsibilities": ["Own the roadmap", "Write briefs nobody asked for", "Answer the mail of customers"],
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 60},
    "educationRequirements": {"credentialCategory": "bachelor degree"},
    "skills": "SQL, Jira",
    "jobBenefits": None,
}
LAID_OUT = [
    (H, "Senior Product Manager & Lead"),
    (P, "Zubble"),
    (P, "Austin, TX, US; Porto"),
    (P, "Remote (Canada)"),
    (P, "Full-time, Contractor"),
    (P, "We sell café software."),
    (H, "Your part"),
    (I, "Own the roadmap"),
    (I, "Talk to users"),
    (H, "Responsibilities"),
    (I, "Write briefs nobody asked for"),
    (I, "Answer the mail of customers"),
    (H, "Experience"),
    (P, "At least 5 years of experience"),
    (H, "Skills"),
    (P, "SQL, Jira"),
    (H, "Education"),
    (P, "bachelor degree"),
    (H, "Salary"),
    (P, "USD 150,000 – 180,000 per YEAR"),
]
NESTED = [
    lambda posting: posting,
    lambda posting: [{"@type": "Organization", "name": "x"}, posting],
    lambda posting: {"@graph": [{"@type": "WebPage", "mainEntity": posting}]},
    lambda posting: posting | {"@type": "http://schema.org/JobPosting"},
]


def page(data: object, body: str = "", **options: bool) -> str:
    return f'<head><script type="application/ld+json">{json.dumps(data, **options)}</script></head><body>{body}</body>'


@pytest.mark.parametrize("nested", NESTED)
@pytest.mark.parametrize("indent", [None, 1])
def test_a_posting_is_laid_out_from_its_linked_data(nested, indent: int | None) -> None:
    assert blocks(read(page(nested(POSTING), indent=indent))) == LAID_OUT


DESCRIPTIONS = [
    "<p>We sell tea.</p><ul><li>Own it</li></ul>",
    escape("<p>We sell tea.</p><ul><li>Own it</li></ul>"),
    escape(escape("<p>We sell tea.</p><ul><li>Own it</li></ul>")),
    "We sell tea.\n\n- Own it",
    "We sell tea.\r\n• Own it",
    "We sell tea.<br>\n&bull; Own it",
]


@pytest.mark.parametrize("written", DESCRIPTIONS)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_descriptions_in_html_escaped_html_and_plain_text(written: str, ascii_only: bool) -> None:
    data = {"@type": "JobPosting", "title": "Chef", "description": written}
    assert blocks(read(page(data, ensure_ascii=ascii_only))) == [(H, "Chef"), (P, "We sell tea."), (I, "Own it")]


SALARIES = [
    ({"currency": "EUR", "value": 72000}, "EUR 72,000"),
    ({"currency": "GBP", "value": {"value": 500.5, "unitText": "DAY"}}, "GBP 500.5 per DAY"),
    ({"currency": "USD", "minValue": 95, "maxValue": 120, "unitText": "HOUR"}, "USD 95 – 120 per HOUR"),
    ("$150,000 – $180,000 a year", "$150,000 – $180,000 a year"),
]


@pytest.mark.parametrize(("salary", "wanted"), SALARIES)
def test_pay(salary: object, wanted: str) -> None:
    data = {"@type": "JobPosting", "title": "Chef", "description": "Cook.", "baseSalary": salary}
    assert texts(page(data))[-2:] == ["Salary", wanted]


def test_what_the_description_says_is_not_said_twice() -> None:
    data = {
        "@type": "JobPosting",
        "title": "Chef",
        "description": "You cook for ninety guests. Five years in kitchens, a diploma. We pay $150k to $180,000.",
        "responsibilities": "You cook for ninety guests",
        "educationRequirements": {"credentialCategory": "Diploma"},
        "baseSalary": {"currency": "USD", "value": {"minValue": 150000, "maxValue": 180000}},
    }
    assert len(texts(page(data))) == 2


def test_a_teaser_gives_way_to_the_page_which_keeps_title_and_pay() -> None:
    data = {
        "@type": "JobPosting",
        "title": "Senior Cook",
        "description": "Join us!",
        "baseSalary": {"currency": "EUR", "value": {"value": 90000, "unitText": "YEAR"}},
    }
    found = texts(
        page(
            data,
            "<h1>Careers</h1><h2>What you do</h2><ul><li>Cook for many guests<li>Carry the plates to the tables and back again, in the rain as well<li>Clean the kitchen</ul>",
        )
    )
    assert found[:2] == ["Senior Cook", "Careers"]
    assert found[-2:] == ["Salary", "EUR 90,000 per YEAR"]
    assert "Cook for many guests" in found


TEA = '{"@type": "JobPosting", "title": "Chef", "description": "<p>We sell tea.</p><ul><li>Own it</ul>"}'
LENIENT = [
    TEA.replace("tea.</p>", "tea.</p>\n"),
    TEA.replace("We sell", "We\r\n\tsell"),
    TEA.replace("}", ",}").replace("{", "\n{"),
    f"[{TEA},,]",
    f"//<![CDATA[\n{TEA}\n//]]>",
    f"//<![CDATA[ {TEA} //]]>",
    f"/*<![CDATA[*/{TEA}/*]]>*/",
    f"<![CDATA[[{TEA}]]]>",
    f"<!--\n{TEA}\n//-->",
    f"<!-- by a plugin --> /* and */ {TEA} // more",
    f"{TEA};",
    TEA.replace("We sell", r"\We sell").replace('"title"', '"title": "Chef", "title"'),
]


@pytest.mark.parametrize("written", LENIENT)
def test_linked_data_are_read_as_pages_write_them(written: str) -> None:
    source = f'<script type="application/ld+json">{written}</script>'
    document = read(source)
    assert blocks(document) == [(H, "Chef"), (P, "We sell tea."), (I, "Own it")]
    assert_places(document, source)
    start = document.text.index("tea")
    place = document.place(start)
    assert NEWLINE.split(source)[place.line - 1][place.column - 1 :].startswith("tea")


@pytest.mark.parametrize(
    "data",
    [
        "{broken",
        '{"a" "b"}',
        '{"@type": "JobPosting", "title": "x\\',
        "/* [",
        "<!-- {",
        "[" * 5000,
        '{"@type": "JobPosting"',
        "",
        "null",
        '{"@type": 3}',
    ],
)
def test_broken_linked_data_is_ignored(data: str) -> None:
    assert texts(f'<script type="application/ld+json">{data}</script><p>Text</p>') == ["Text"]


def test_every_posting_of_a_tree_is_found() -> None:
    node = parse_json(Source('[{"a": {"@type": "JobPosting", "title": "A"}}, {"type": "JobPosting", "title": "B"}]'))
    titles = [text_of(jobposting.pieces(posting)[0].runs) for posting in jobposting.postings(node)]
    assert titles == ["A", "B"]


def decoded(written: str, char: str) -> bool:
    """Whether what is written means a character, through JSON and HTML escapes."""
    for _ in range(5):
        if char in clean(written) or (char.isspace() and not written.strip()):
            return True
        escapes = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), written)
        written = unescape(
            re.sub(
                r"\\(.)",
                lambda match: {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}.get(match[1], match[1]),
                escapes,
            )
        )
    return False


def assert_places(document: Document, source: str) -> None:
    lines = NEWLINE.split(source)
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end
        assert "\n" not in document.slice(block.span)
        end = block.span.end
    for offset, char in enumerate(document.text):
        place = document.place(offset)
        if place.wide and char != "\n":
            written = lines[place.line - 1][place.column - 1 : place.column - 1 + place.wide]
            codes = {"FULL_TIME", "CONTRACTOR", "TELECOMMUTE", "60"}
            assert written in codes or decoded(written, char), (char, place, written)


ESCAPED = (
    '<p>Caf\u00e9 &amp; &#8220;tea&#8221; &lt;3 &nbsp; of\ufb01ce a\u0301 b</p><ul><li>\u2713 Own "it"\tall</li></ul>'
)
PLACED = [
    ESCAPED,
    page(POSTING),
    page(POSTING, indent=2, ensure_ascii=False),
    *(page({"@type": "JobPosting", "title": "Chef", "description": text}) for text in (ESCAPED, escape(ESCAPED))),
    *(page({"@type": "JobPosting", "description": text}, ensure_ascii=False) for text in (ESCAPED, escape(ESCAPED))),
    *(markup for markup, _ in INLINE),
]


@pytest.mark.parametrize("source", PLACED)
def test_every_character_has_its_place(source: str) -> None:
    document = read(source)
    assert document.text
    assert_places(document, source)


@pytest.mark.parametrize("path", sorted(FORMATS.glob("*.html")), ids=lambda path: path.stem)
def test_the_examples_have_places(path: Path) -> None:
    assert_places(reader.read(path, path.read_bytes()), path.read_text("utf-8"))


def test_decoded_text_keeps_places_through_two_escapes() -> None:
    source = Decoded([Run("a", 1, 5), Run("&", 1, 6, 6), Run("lt;", 1, 12), Run("\n", 1, 15, 2), Run("b", 2, 1)])
    assert source.text == "a&lt;\nb"
    assert list(source.one(1, 5, "<")) == [Run("<", 1, 6, 9)]
    assert list(source.read(0, 7)) == [
        Run("a", 1, 5), Run("&", 1, 6, 6), Run("lt;", 1, 12), Run(" ", 1, 15, 2), Run("b", 2, 1),
    ]  # fmt: skip
    assert source.put(6, ", ") == Run(", ", 2, 1, 0)
    assert list(Decoded([]).read(0, 0)) == []


PARTS = st.sampled_from(
    "<p> </p> <b> </b> <div> </div> <ul> <li> </li> </ul> <table> <tr> <td> </td> </table> <br> <h2> </h2> <a> <a\u00a0href=/x> </a>"
    " <dl> <dt> <dd> </dl> <pre> </pre> <span\u00a0style='float:right'> </span> <div\u00a0style='display:flex'> <section> <form> <button>"
    " <!-- --> <! <? </ < > & &amp; &#38; &eacute; \" ' = / <script> </script> <style> </style> <title> </title> word 2020 • — \u00ad \ufb01"
    " <div\u00a0style='display:grid;grid-template-columns:1fr\u00a01fr'> <nav> </nav> <main> </main> <head> <body> </body> <html> <q> </q>".split(
        " "
    )
).map(lambda part: part.replace("\u00a0", " "))


@given(st.lists(st.one_of(PARTS, st.just(" "), st.just("\n"), st.text(max_size=5)), max_size=60).map("".join))
def test_any_soup_is_read_or_refused_in_one_line(soup: str) -> None:
    source = f"<p>Some text\n{soup}".replace("\x00", "").encode("utf-8", "replace").decode()
    with suppress(InputError):
        assert_places(read(source), source)


@given(st.text(alphabet="<>/!-= \"'ab&;#1\n", max_size=80))
def test_tokens_cover_the_text(text: str) -> None:
    found = list(tokens(text))
    assert [token.start for token in found] == [0, *(token.end for token in found)][: len(found)]
    assert not text or found[-1].end == len(text)


HOSTILE = [
    "<!--",
    "<a ",
    "<![",
    '<a x="',
    "<a x='<a x=\"",
    "<b>",
    "<div>",
    "<ul><li>",
    "<table><tr><td>",
    "</p>",
    "<title>",
    "&",
    "<",
    "<p><q>",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hundred_kilobytes_of_one_thing_end(part: str) -> None:
    text = f"<p>Words</p>{part * (100_000 // len(part))}"
    assert read(text).text.startswith("Words")
    assert read(f"{text}'\">the end</a>").text.startswith("Words")


def test_depth_is_capped_and_no_text_is_lost() -> None:
    text = f"{'<div>' * 5000}deep<p>deeper</p>{'</div>' * 5000}<p>after</p>"
    root, elements, complete = parse(text)
    assert complete
    assert max(sum(1 for _ in element.ancestors()) for element in elements) <= MAX_DEPTH
    assert root.name == "body"
    assert texts(text) == ["deep", "deeper", "after"]


def test_style_rules_end() -> None:
    for css in ("a{" * 20_000, "/*" * 20_000, "'\"" * 20_000, "a b c>d{color:red}" * 5_000, "@media x{" * 9_000):
        root, elements, _ = parse("<div><p class=a>x</p></div>")
        sheet = Sheet([css])
        assert all(isinstance(sheet.style(element), dict) for element in elements)
        assert root.children


def test_very_long_pages_are_cut_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dom, "MAX_TOKENS", 100)
    many = read("<p>word</p>" * 80)
    assert (many.blocks[32:33] != (), [problem.name for problem in many.quality.problems]) == (True, ["too-long"])
    monkeypatch.setattr(web, "MAX_CHARACTERS", 100)
    long = read(f"<p>{'word ' * 50}</p><p>{'more ' * 10}</p>")
    assert (len(long.text), [problem.name for problem in long.quality.problems]) == (99, ["too-long"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    document = read('<meta charset="iso-8859-2"><p>Führte fünf Teams</p>', encoding)
    if encoding != "cp1252":
        assert document.text == "Führte fünf Teams"


def test_a_page_that_is_no_unicode_is_read_as_it_says() -> None:
    document = read(
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1250"><p>Łódź, Kraków</p>', "cp1250"
    )
    assert document.text == "Łódź, Kraków"
    assert [problem.name for problem in document.quality.problems] == ["encoding"]
    wrong = read("<meta charset=klingon><p>Füller</p>", "cp1252")
    assert wrong.text == "Füller"


EMPTY = [
    "<html></html>",
    "<html><body><script>x</script></body></html>",
    "<!doctype html><title>Resume</title>",
    "<!--",
    "<p>&nbsp;</p>",
]


@pytest.mark.parametrize("markup", EMPTY)
def test_pages_without_text_are_refused(markup: str) -> None:
    with pytest.raises(InputError, match="no text in this web page; save the page"):
        read(markup)


def test_a_page_that_only_asks_for_scripts_is_shown_as_such() -> None:
    assert texts("<html><body><div id=app></div><noscript>Enable JavaScript.</noscript></body></html>") == [
        "Enable JavaScript."
    ]


def test_binary_data_is_refused() -> None:
    with pytest.raises(InputError, match="binary data"):
        reader.read("noise.html", b"<html>" + bytes(range(256)) * 20)


def test_a_document_of_kind_html() -> None:
    document = read("<h1>Jo Doe</h1><p>Text</p>")
    assert document.format == "html"
    assert document.blocks[0].kind is BlockKind.HEADING
    place = document.locate(document.blocks[1].span)
    assert (place.line, place.column, place.end_column) == (1, 19, 23)
