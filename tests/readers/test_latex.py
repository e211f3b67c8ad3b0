"""LaTeX: what its macros print, where every character stands, and files that are bad."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Severity, Span
from spm_fit.readers import latex as reader
from spm_fit.readers import read as read_any
from spm_fit.readers.clean import clean
from spm_fit.readers.tex.symbols import CHARACTERS

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "formats").glob("*.tex"))


def read(text: str, encoding: str = "utf-8") -> Document:
    return reader.read("resume.tex", text.encode(encoding))


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind.value, document.slice(block.span)) for block in document.blocks]


def problems(text: str) -> list[tuple[str, str]]:
    return [(problem.name, problem.message) for problem in read(text).quality.problems]


def document_of(body: str, preamble: str = "", name: str = "article") -> str:
    return f"\\documentclass{{{name}}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\nnot printed\n"


TEXT = [
    (r"Grew it by 30\% \& saved \$4M in C\# \{now\}", "Grew it by 30% & saved $4M in C# {now}"),
    ("``Quoted'' and `so' -- or --- so; road-map", "\"Quoted\" and 'so' – or — so; road-map"),
    (r"Krak\'ow, na\"{\i}ve, fa\c{c}ade, \o re, Stra\ss e, \AA s, \v{S}koda, caf{\'e}", "Kraków, naïve, façade, øre, Straße, Ås, Škoda, café"),
    ("SOC~2, 5\\,000 \\textasciitilde{} 7", "SOC 2, 5 000 ~ 7"),
    (r"A $\to$ B 5$\times$ $>$50 $\sim$3 1$^{st}$ H$_2$O 10$^{6}$ $\frac{1}{2}$", "A → B 5× >50 ~3 1st H2O 10^6 1/2"),
    (r"\textbf{Bold} \emph{and} \textsc{caps} {\itshape too} \underline{\texttt{x}}", "Bold and caps too x"),
    (r"\LaTeX\ and \TeX{} \euro{}5, \pounds 6, \texteuro 7", "LaTeX and TeX €5, £6, €7"),
    (r"See \href{https://example.com/a_b}{my page} or \url{https://example.com/~a%20b}", "See my page or https://example.com/~a%20b"),
    (r"Mail \href{mailto:a@example.com}{me}, \href{mailto:b@example.com}{b@example.com}", "Mail me a@example.com, b@example.com"),
    (r"\faLinkedin\ \href{https://example.com/in/x}{\faIcon{linkedin}}", "https://example.com/in/x"),
    ("One % a remark \\textbf{\n   two\n% a whole line\nthree", "One two three"),
    ("Soft\\-ware and off\\/ice hy\\-phen", "Software and office hyphen"),
    (r"Text \vspace{2pt}\hspace{3pt}\noindent goes \label{x}on\ref{y}\index{}\today", "Text goes on"),
    (r"Code \verb|a%b_{c}| here", "Code a%b_{c} here"),
    (r"{\color{red}Red} \textcolor{blue!50}{blue} \colorbox{black}{\textcolor{white}{white}}", "Red blue white"),
    (r"Seen \begin{comment} not { seen \end{comment}\iffalse nor \ifx this \fi or this \fi here", "Seen here"),
    (r"\noindent {\bf Acme} {\it Leeds} \textit{and} {\small York}", "Acme Leeds and York"),
    (r"\SI{30}{\percent} of \texorpdfstring{all}{no} \scalebox{.9}{Big}", "30 % of all Big"),
    (r"R&D at A_B, [x] \& [y", "R&D at A_B, [x] & [y"),
    ("A line\nof  two", "A line of two"),
    (r"\makebox[2cm][l]{Made} \parbox{5cm}{parcel} \raisebox{1pt}{raised} \mbox{m}", "Made\tparcel\traised m"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), TEXT)
def test_text(written: str, wanted: str) -> None:
    assert read(document_of(written)).text == wanted
    assert read(written).text == wanted


BLOCKS = [
    (
        "\\section{Experience}\n\\textbf{Senior Product Manager} \\hfill Mar 2023 -- Present\\\\\nAcme, Leeds\n\n"
        "A paragraph\nof two lines.\n",
        [
            ("heading", "Experience"),
            ("row", "Senior Product Manager\tMar 2023 – Present"),
            ("paragraph", "Acme, Leeds"),
            ("paragraph", "A paragraph of two lines."),
        ],
    ),
    (
        "\\begin{itemize}[leftmargin=*]\n\\item Led a team\n  of nine\n\\item[--] Cut the cost\n"
        "\\begin{enumerate}\\item {Inner one}\\end{enumerate}\n\\end{itemize}\nAfter it",
        [("item", "Led a team of nine"), ("item", "Cut the cost"), ("item", "Inner one"), ("paragraph", "After it")],
    ),
    (
        "\\begin{description}\\item[Tools] Jira \\item[Data:] SQL \\item[2015--2016] Volunteer\\end{description}",
        [("item", "Tools: Jira"), ("item", "Data: SQL"), ("row", "2015–2016\tVolunteer")],
    ),
    (
        "\\begin{tabular}{@{}l|r@{}}\n\\hline 2019--2021 & \\textbf{Analyst}, Beta \\\\[2pt]\n & Owned it \\\\\n"
        "\\multicolumn{2}{l}{All of it}\n\\end{tabular}",
        [("row", "2019–2021\tAnalyst, Beta"), ("paragraph", "Owned it"), ("paragraph", "All of it")],
    ),
    (
        "{\\Huge Pia Roswell}\\\\ Bristol\\quad|\\quad 555-0100\\quad pia@example.com",
        [("heading", "Pia Roswell"), ("row", "Bristol | 555-0100\tpia@example.com")],
    ),
    (
        "{\\large\\textsc{Work History}}\\\\\n\\rule{\\textwidth}{0.4pt}\nText here\n\nProfile \\hrulefill\n\nMore",
        [("heading", "Work History"), ("paragraph", "Text here"), ("heading", "Profile"), ("paragraph", "More")],
    ),
    ("\\begin{rSection}{Skills}SQL\\end{rSection}", [("heading", "Skills"), ("paragraph", "SQL")]),
    (
        "\\begin{rSubsection}{Acme}{2019 - 2021}{Product Manager}{Leeds}\\item Led it all\\end{rSubsection}",
        [("row", "Acme\t2019 - 2021"), ("row", "Product Manager\tLeeds"), ("item", "Led it all")],
    ),
    (
        "\\cventry{2019--2021}{Product Manager}{Acme}{Leeds}{}{Owned pricing.\\begin{itemize}\\item Led it\\end{itemize}}",
        [
            ("row", "Product Manager\t2019–2021"),
            ("paragraph", "Acme, Leeds"),
            ("paragraph", "Owned pricing."),
            ("item", "Led it"),
        ],
    ),
    (
        "\\cventry{Product Manager} % title\n  {Acme}\n  {Leeds}\n  {2019 - Now}\n  {\\begin{cvitems}\\item {Led it}\\end{cvitems}}",
        [("row", "Product Manager\t2019 - Now"), ("paragraph", "Acme, Leeds"), ("item", "Led it")],
    ),
    (
        "\\cvevent{Product Owner}{Acme}{2016 -- 2020}{Ghent}\\cvtag{Roadmaps}\n\\cvtag{SQL}\\divider\\cvskill{Dutch}{4.5}",
        [("row", "Product Owner\t2016 – 2020"), ("paragraph", "Acme, Ghent"), ("paragraph", "Roadmaps, SQL"), ("paragraph", "Dutch")],
    ),
    (
        "\\cvitem{Data}{SQL}\\cvitem{2024}{A talk}\\cvlistitem{One}\\cvlistdoubleitem{Two}{Three}\\cvlanguage{French}{C1}{}",
        [
            ("paragraph", "Data: SQL"),
            ("row", "2024\tA talk"),
            ("item", "One"),
            ("item", "Two"),
            ("item", "Three"),
            ("paragraph", "French: C1"),
        ],
    ),
    (
        "\\runsubsection{Acme}\n\\descript{| Product Manager }\n\\location{Jan 2018 – Present | Leeds}\n"
        "\\begin{tightemize}\n\\item Led it\n\\end{tightemize}",
        [("paragraph", "Acme | Product Manager"), ("paragraph", "Jan 2018 – Present | Leeds"), ("item", "Led it")],
    ),
    # Entry macros that nobody described.
    (
        "\\jobentry{2019--2021}{Product Manager}{Acme}{Leeds}",
        [("row", "Product Manager\t2019–2021"), ("paragraph", "Acme, Leeds")],
    ),
    ("\\position{Lead}{Acme}{2019}", [("row", "Lead\t2019"), ("paragraph", "Acme")]),
    ("\\keyvalue{Tools}{Jira, Figma}\\strong{x} y", [("paragraph", "Tools: Jira, Figma"), ("paragraph", "x y")]),
    ("\\resitem{One thing}\\resitem{Another}", [("item", "One thing"), ("item", "Another")]),
    ("\\mysection{Education}\\subsection*{BSc}", [("heading", "Education"), ("heading", "BSc")]),
    ("Text\\footnote{A note.} goes on", [("paragraph", "Text goes on"), ("paragraph", "A note.")]),
    (
        "\\item Rebuilt the board for all of the many users\\\\ every day",
        [("item", "Rebuilt the board for all of the many users every day")],
    ),
    ("\\begin{itemize}\\item {\\bf Data:} {SQL}\\item{\\it Tools} Jira\\end{itemize}", [("item", "Data: SQL"), ("item", "Tools Jira")]),
    (
        "\\begin{eventlist}\\item{2017 -- Now}{Acme, Leeds}{Lead}\nBuilds it.\\end{eventlist}",
        [("row", "Acme, Leeds\t2017 – Now"), ("paragraph", "Lead"), ("paragraph", "Builds it.")],
    ),
    ("\\textbullet\\ One \\\\ $\\bullet$ Two", [("item", "One"), ("item", "Two")]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), BLOCKS)
def test_blocks(written: str, wanted: list[tuple[str, str]]) -> None:
    assert blocks(document_of(written)) == wanted
    assert blocks(document_of(written).replace("\n", "\r\n")) == wanted


DEFINED = [
    (r"\newcommand{\job}[3]{\textbf{#1}, \emph{#2}\hfill #3\par}", r"\job{Lead}{Acme}{2019}", ["Lead, Acme\t2019"]),
    (r"\newcommand\line[2]{\item\small{\textbf{#1}{: #2}}}", r"\line{Data}{SQL}", ["Data: SQL"]),
    (r"\newcommand{\two}[2][Leeds]{#2, #1}", r"\two{Acme}\\ \two[York]{Beta}", ["Acme, Leeds", "Beta, York"]),
    (r"\def\pair#1#2{#1 \& #2}", r"\pair{A}{B}", ["A & B"]),
    (r"\NewDocumentCommand{\x}{m o m}{#1/#3}", r"\x{a}[b]{c}", ["a/c"]),
    (r"\newcommand{\acme}{Acme \& Sons}\let\firm\acme", r"At \firm.", ["At Acme & Sons."]),
    (r"\newenvironment{part2}[1]{\section{#1}\begin{itemize}}{\end{itemize}}", r"\begin{part2}{Jobs}\item A\end{part2}", ["Jobs", "A"]),
    (r"\newcommand{\start}{\begin{itemize}[label={}]}\newcommand{\stop}{\end{itemize}}", r"\start\item A\stop", ["A"]),
    (r"\newcommand{\hide}[1]{}", r"Seen\hide{not seen}", ["Seen"]),
    (r"\newcommand{\e}[2]{\ifx&#2&#1\else #1, #2\fi}", r"\e{Acme}{2019}", ["Acme\t2019"]),
    (r"\newif\iflong", r"A \iflong B \else C \fi D", ["A C D"]),
]  # fmt: skip


@pytest.mark.parametrize(("definition", "used", "wanted"), DEFINED)
def test_macros_of_the_file(definition: str, used: str, wanted: list[str]) -> None:
    assert [text for _, text in blocks(document_of(used, definition))] == wanted
    assert [text for _, text in blocks(document_of(f"{definition}\n{used}"))] == wanted


def test_the_person_of_the_preamble_stands_at_the_top() -> None:
    preamble = (
        "\\email{bea@example.com}\n%\\phone{1}\n\\name{Bea}{Larkspur}\n\\title{Product Manager}\n"
        "\\social[linkedin]{bea-larkspur}\\homepage{example.com}\\newcommand{\\address}[1]{no}"
    )
    assert blocks(document_of("Intro\n\\makecvtitle\n\\section{Jobs}", preamble, "moderncv"))[1:] == [
        ("heading", "Bea Larkspur"),
        ("paragraph", "Product Manager"),
        ("paragraph", "bea@example.com | linkedin.com/in/bea-larkspur | example.com"),
        ("heading", "Jobs"),
    ]


TWO = "{\\Large Work}\\par Led it\\par{\\Large School}\\par Learned it\\par "
COLUMNS = [
    ("\\begin{paracol}{2}\\section{A}a\\switchcolumn\\section{B}b\\end{paracol}", 2),
    ("\\begin{minipage}{0.3\\textwidth}\\section{A}\\end{minipage}\\hfill\\begin{minipage}[t]{.6\\linewidth}\\section{B}\\end{minipage}", 2),
    ("\\begin{aside}\\section{A}\\end{aside}\\section{B}", 2),
    ("\\begin{multicols}{2}\\section{A}a\\section{B}b\\end{multicols}", 2),
    ("\\begin{textblock}{4}(0,1)\\section{A}a\\end{textblock}\\section{B}b", 2),
    (f"\\begin{{minipage}}{{0.3\\textwidth}}{TWO}\\end{{minipage}}\\hfill\\begin{{minipage}}{{0.6\\textwidth}}{TWO}\\end{{minipage}}", 2),
    (f"\\begin{{minipage}}{{0.3\\textwidth}}{{\\Huge Pia Roswell}}\\par{{\\Large Analyst}}\\par mail\\end{{minipage}}\\par {TWO}", 1),
    ("\\makeprofile\\section{A}a", 2),
    ("\\section{A}\\begin{multicols}{2}a\n\nb\\end{multicols}\\section{B}", 1),
    ("\\begin{minipage}{0.5\\textwidth}Name\\end{minipage}\\begin{minipage}{0.5\\textwidth}Mail\\end{minipage}\\section{A}", 1),
    ("\\begin{minipage}{\\textwidth}\\section{A}\\end{minipage}\\section{B}", 1),
]  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), COLUMNS)
def test_columns(written: str, wanted: int) -> None:
    assert read(document_of(written)).quality.columns == wanted


HIDDEN = [
    r"\textcolor{white}{product strategy}",
    r"{\color{white} product strategy}",
    r"{\color[rgb]{1,1,1}product strategy}",
    r"\textcolor[HTML]{FFFFFF}{product strategy}",
    r"\definecolor{mine}{RGB}{255,254,255}\textcolor{mine}{product strategy}",
    r"\textcolor{white!98!black}{product strategy}",
    r"{\fontsize{1}{1}\selectfont product strategy}",
    r"\newcommand{\x}[1]{\textcolor{white}{#1}}\x{product strategy}",
    r"\scalebox{0.01}{product strategy}",
    r"\texttransparent{0}{product strategy}",
    r"\textpdfrender{TextRenderingMode=Invisible}{product strategy}",
    r"\pagecolor{black}\textcolor{black}{product strategy}\color{white}",
    r"\phantom{product strategy}",
    r"\hphantom{product }\phantom{strategy}",
]


@pytest.mark.parametrize("written", HIDDEN)
def test_hidden_text_is_left_out_and_said(written: str) -> None:
    document = read(document_of(f"Seen {written}. So"))
    assert "strategy" not in document.text
    assert document.text.startswith("Seen")
    [problem] = document.quality.problems
    assert (problem.name, problem.severity) == ("hidden-text", Severity.WARNING)
    assert "2 words" in problem.message
    assert "product strategy" in problem.message


@pytest.mark.parametrize(
    "space", [r"\phantom{00}", r"\phantom{May 2019 -- }", r"\hphantom{Led}", r"\vphantom{gy}\phantom{\quad}"]
)
def test_room_for_what_stands_elsewhere_hides_nothing(space: str) -> None:
    assert problems(document_of(f"Led it in May 2019{space}, gy")) == []


def test_a_document_that_hides_its_text_is_refused_for_that() -> None:
    with pytest.raises(InputError, match=r'only 1 word can be seen, the rest is hidden: 3 words \("Led the team"\)'):
        read(document_of(r"Jobs \textcolor{white}{Led the team}"))


PLACES = [
    (r"\newcommand{\pct}[1]{#1\,\%}", r"Cut by \pct{12} more", "12 %", "12}"),
    (r"\newcommand{\pct}[1]{\textbf{#1}\,\%}", r"Cut by \pct{12} more", "12 %", "12}"),
    (r"\newcommand{\pct}[1]{#1\,\%}\newcommand{\up}[1]{+\pct{#1}}", r"Cut by \up{12} more", "12 %", "12}"),
    (r"\newcommand{\money}[2]{#1#2~USD}", r"Cut by \money{3}{M} more", "3M USD", "3}{M}"),
    (r"\newcommand{\pct}[2][5]{#2 of #1\,\%}", r"Cut by \pct{12} more", "12 of 5 %", "12}"),
    (r"\newcommand{\usd}[1]{USD~#1}", r"Cut by \usd{12} more", "USD 12", r"\usd{12"),
]


@pytest.mark.parametrize(("preamble", "written", "text", "stands"), PLACES)
def test_what_a_macro_adds_stands_at_the_side_of_its_argument(
    preamble: str, written: str, text: str, stands: str
) -> None:
    whole = document_of(written, preamble)
    document = read(whole)
    start = document.text.index(text)
    place = document.locate(Span(start, start + len(text)))
    line = whole.split("\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == stands


def test_light_text_on_something_drawn_is_kept() -> None:
    document = read(
        document_of(
            "\\begin{tikzpicture}\\fill[blue] (0,0) rectangle (1,1);\\end{tikzpicture}\\textcolor{white}{Pia Roswell}"
        )
    )
    assert document.text == "Pia Roswell"
    assert [problem.severity for problem in document.quality.problems] == [Severity.NOTE]


def test_files_that_are_not_read_are_named() -> None:
    assert problems(document_of("Text \\input{jobs/acme.tex}", "\\input{glyphtounicode}")) == [
        ("not-included", "jobs/acme.tex was not read; give one file that holds all the text")
    ]
    with pytest.raises(InputError, match="it includes jobs/acme"):
        read(document_of("\\input{jobs/acme}"))


DRAWN = [
    ("\\newcommand{\\cvtag}[1]{\\tikz\\node[draw]{#1};}\\cvtag{SQL}\n\\cvtag{Figma}", ["SQL, Figma"]),
    ("\\newcommand{\\cvskill}[2]{#1\\foreach \\x in {1,2}{\\ifnum\\x>#2 o\\fi}\\par}\\cvskill{SQL}{3}\n\\cvskill{Figma}{4}", ["SQL", "Figma"]),
    ("\\begin{tikzpicture}\\node[a] at (0,0) {SQL};\n\\node at (1,0) {Figma};\\end{tikzpicture}", ["SQL", "Figma"]),
    ("\\faMapMarker*\\hspace{1em}Porto and \\faCalendar*~2019", ["Porto and 2019"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), DRAWN)
def test_what_is_drawn_is_parted(written: str, wanted: list[str]) -> None:
    assert [text for _, text in blocks(document_of(written))] == wanted


# What people leave out or put in twice: all that can be read is.
MALFORMED = [
    "\\textbf{Led the team",
    "Led the team}}}",
    "\\begin{itemize}\\item Led the team",
    "Led \\end{itemize} the team",
    "\\begin{itemize Led the team",
    "$ Led the team",
    "Led the team\\",
    "\\begin{itemize}\\begin{center}Led the team\\end{itemize}",
    "\\begin{comment} Led the team",
    "\\iffalse Led the team",
    "\\newcommand{\\x}[9 Led the team",
    "\\newcommand{\\x}{\\x\\x}Led the team",
    "\\verb|Led the team",
    "\\href{ Led the team",
    "\\item[ Led the team",
    "\\begin{document} Led the team",
]


@pytest.mark.parametrize("written", MALFORMED)
def test_malformed_files_are_read_as_far_as_they_go(written: str) -> None:
    assert "Led" in read(written).text
    assert "the team" in read(written).text


@pytest.mark.parametrize("written", ["%", "\\documentclass{article}", document_of("\\vspace{2pt}% only this\n"), "{}"])
def test_files_that_print_nothing_are_refused(written: str) -> None:
    with pytest.raises(InputError, match="LaTeX without text"):
        read(written)


def test_binary_data_is_refused() -> None:
    with pytest.raises(InputError, match="binary data"):
        reader.read("noise.tex", bytes(range(256)) * 20)


SIZE = 50_000
REPEATED = [
    "{", "}", "\\begin{a}", "\\end{a}", "$", "%", "\\", "\\\\", "[", "]", "\\iffalse ", "\\begin{comment}", "\\verb|", "\\newcommand{",
    "\\def\\a", "\\item[", "\\cventry{", "\\foo{a}{", "\\quad a", "a & ", "\\textcolor{white}{", "\\footnote{", "\\href{a}{", "\\foo[",
]  # fmt: skip
NESTED = [
    ("{", "}"), ("\\textbf{", "}"), ("\\cventry{a}{", "}{2020}"), ("\\foo{", "}{a}"), ("\\begin{a}", "\\end{a}"),
    ("\\begin{itemize}\\item ", "\\end{itemize}"), ("\\item[", "]"), ("\\footnote{", "}"), ("\\href{a}{", "}"),
]  # fmt: skip


@pytest.mark.parametrize("written", REPEATED)
def test_nothing_that_is_repeated_hurts(written: str) -> None:
    text = read("Led the team\n\n" + written * (SIZE // len(written))).text
    assert "Led the team" in text


@pytest.mark.parametrize(("start", "end"), NESTED)
def test_nothing_that_is_nested_hurts(start: str, end: str) -> None:
    depth = SIZE // len(start + end)
    assert "word" in read(f"Led {start * depth}word{end * depth}").text


def test_macros_that_multiply_are_stopped() -> None:
    names = "abcdefghij"
    bomb = "".join("\\newcommand{\\" + b + "x}{" + f"\\{a}x " * 10 + "}" for a, b in pairwise(names))
    document = read(f"\\newcommand{{\\ax}}{{word word}}{bomb}Led it. \\jx")
    assert document.text.startswith("Led it.")
    assert len(document.text) < 500_000
    assert [problem.name for problem in document.quality.problems] == ["too-long"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = document_of("Führte fünf Teams über drei Länder")
    assert read(text, encoding).text == "Führte fünf Teams über drei Länder"


def test_bytes_choose_this_reader(tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text("% mine\n" + document_of("\\section{Jobs} Led it"), "utf-8")
    assert read_any(path).format == "latex"


_WRITTEN = {"--": "–", "---": "—", "``": '"', "''": '"', "`": "'", "~": " "}


def means(source: str, char: str) -> bool:
    """Whether a piece of source is how LaTeX writes a character."""
    if char in clean(source) or (source.isspace() and char.isspace()) or _WRITTEN.get(source) == char:
        return True
    name = source[1:].strip() or source[1:]
    return source.startswith("\\") and (
        char in clean(CHARACTERS.get(name, "")) or unicodedata.normalize("NFD", char)[0] in name or name == "i"
    )


def check_places(document: Document, text: str, own: bool = False) -> int:
    """Assert that every character stands where its place says; how many letters the source does not have."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    count = 0
    for offset, char in enumerate(document.text):
        if char == "\n":
            continue
        place = document.place(offset)
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        source = lines[place.line - 1][place.column - 1 : place.column - 1 + place.wide]
        count += not place.wide and char.isalnum()
        if place.wide and char != "\t" and source:
            assert means(source, char) or (own and source.startswith("\\")), (offset, char, source)
    return count


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_character_of_the_examples_has_its_place(path: Path) -> None:
    document = read_any(path)
    assert check_places(document, path.read_text("utf-8")) == 0


@pytest.mark.parametrize("written", [written for written, _ in [*TEXT, *BLOCKS]])
def test_every_character_has_its_place(written: str) -> None:
    text = document_of(written)
    check_places(read(text), text)
    check_places(read(text.replace("\n", "\r\n")), text)


def test_what_is_put_in_stands_beside_what_follows_it() -> None:
    document = read("\\cventry\n{2019--2021}\n{Product Manager}\n{Acme}\n{Leeds}{}{}")
    [row, employer] = document.blocks
    assert document.text == "Product Manager\t2019–2021\nAcme, Leeds"
    assert (document.locate(row.span).line, document.locate(row.span).end_line) == (2, 3)
    assert (document.locate(employer.span).line, document.locate(employer.span).end_line) == (4, 5)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_read_like_the_plain_text(path: Path) -> None:
    plain = read_any(path.parents[1] / "resumes" / "solid-senior.txt")
    wanted = [plain.slice(block.span) for block in plain.blocks if block.kind.value == "item"]
    document = read_any(path)
    found = [document.slice(block.span) for block in document.blocks if block.kind.value == "item"]
    assert [text for text in found if text in wanted] == wanted


SNIPPETS = [
    "word ", "2019 ", "\n", "\n\n", "{", "}", "[", "]", "\\\\", "&", "$", "~", "--", "#1", "% x\n", "\\item ", "\\item[a] ", "\\textbf{b}",
    "\\begin{itemize}", "\\end{itemize}", "\\begin{tabular}{ll}", "\\end{tabular}", "\\begin{x}{a}", "\\section{S}", "\\hfill ", "\\'e", "\\foo",
    "{a}", "{2020}", "\\cventry", "\\cvitem{a}", "\\newcommand{\\foo}[2]{#2 #1 \\foo}", "\\newcommand{\\bar}{text}", "\\bar ", "\\color{white}",
    "\\href{mailto:a@b.c}", "\\footnote{n}", "\\hrule ", "\\quad ", "\\iffalse ", "\\fi ", "\\newenvironment{x}[1]{#1}{end}", "\\end{x}",
    "\\begin{document}", "\\end{document}", "\\verb|v|", "\\name{n}", "\\maketitle ", "\\phantom{p}", "\\switchcolumn ", "\u00e9\u0301", "\ufb01",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join))
def test_any_mixture_is_read_with_places(text: str) -> None:
    text = f"Begin {text}"
    try:
        document = read(text)
    except InputError:
        return
    check_places(document, text, own=True)
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert "\n" not in document.slice(block.span)
        end = block.span.end
