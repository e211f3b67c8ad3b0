"""What the macros of LaTeX and of the common resume classes print, as tables."""

from __future__ import annotations

import re


def _counts(text: str) -> dict[str, int]:
    """A table written as ``count: name name ...`` lines."""
    return {
        name: int(count)
        for count, names in (line.split(":") for line in text.strip().splitlines())
        for name in names.split()
    }


HEADINGS = {
    "part": 2, "chapter": 2, "section": 2, "subsection": 3, "subsubsection": 4, "cvsect": 2, "sect": 2, "rubric": 2,
    "minisec": 3, "addsec": 2, "resheading": 2, "sectiontitle": 2, "ecvsection": 2, "ecvpersonalinfo": 2, "cvlist": 2,
}  # fmt: skip
# Section commands that classes and authors name themselves.
HEADING_NAME = re.compile(r"[a-z]*(sub)?(?:section|heading)(?:title|name|head|heading)?", re.IGNORECASE)

# The layout of macros with several arguments. A number is an argument, "/" begins a line, "|" a cell; "," ":" "+" ";" join
# two texts, if there are two, by ", " ": " " " " | "; "*" begins a list item, "#" makes the line the person's name.
# Of several layouts the one counts that puts an argument with a date behind the "|".
LAYOUTS: dict[str, tuple[str, ...]] = {
    # the person
    "name": ("# 1 + 2 /",), "author": ("# 1 /",), "firstname": ("/ # 1",), "familyname": ("+ 1 /",), "lastname": ("+ 1 /",),
    "namesection": ("# 1 + 2 / 3 /",), "header": ("# 1 + 2 / 3 /",), "cvname": ("# 1 /",), "ecvname": ("# 1 /",),
    "tagline": ("/ 1 /",), "position": ("/ 1 /",), "cvjobtitle": ("/ 1 /",), "quote": ("/ 1 /",), "personalinfo": ("/ 1 /",),
    "address": ("; 1 , 2 , 3",), "phone": ("; 1",), "mobile": ("; 1",), "fixedphone": ("; 1",), "fax": ("; 1",),
    "email": ("; 1",), "homepage": ("; 1",), "website": ("; 1",), "mailaddress": ("; 1",), "linkedin": ("; 1",),
    "github": ("; 1",), "gitlab": ("; 1",), "twitter": ("; 1",), "orcid": ("; 1",), "skype": ("; 1",), "social": ("; 1",),
    "extrainfo": ("; 1",), "stackoverflow": ("; 2",), "googlescholar": ("; 2",), "printinfo": ("; 2",), "medium": ("; 1",),
    "cvnumberphone": ("; 1",), "aboutme": ("/ 1 /",), "skills": ("/ 1 : 2 /",), "skillstext": ("/ 1 /",),
    "cvmail": ("; 1",), "cvphone": ("; 1",), "cvsite": ("; 1",), "cvlinkedin": ("; 1",), "cvaddress": ("; 1",),
    "ecvtelephone": ("; 1",), "ecvemail": ("; 1",), "ecvaddress": ("; 1",), "contact": ("; 1 , 2",),
    # entries
    "cventry": ("2 | 1 / 3 , 4 , 5 / 6 /", "1 | 4 / 2 , 3 / 5 /"),
    "cvevent": ("1 | 3 / 2 , 4 /", "2 | 1 / 3 , 4 /"),
    "cvsubentry": ("1 , 2 | 3 / 4 /",), "cvhonor": ("1 , 2 , 3 | 4 /",), "cvachievement": ("2 : 3 /",),
    "entry": ("2 | 1 / 3 / 4 /", "1 | 2 / 3 / 4 /"), "twentyitem": ("2 | 1 / 3 / 4 /",), "twentyitemshort": ("1 : 2 /",),
    "resumeSubheading": ("1 | 2 / 3 | 4 /",), "rSubsection": ("1 | 2 / 3 | 4 /",), "resumeSubSubheading": ("1 | 2 /",),
    "resumeProjectHeading": ("1 | 2 /",), "ecvtitle": ("2 | 1 /",), "ecvtitlelevel": ("2 | 1 / 3 /",),
    "runsubsection": ("/ 1",), "descript": ("+ 1",), "employer": ("/ 1",), "title": ("/ 1",), "dates": ("| 1",),
    "centerline": ("/ 1 /",), "leftline": ("/ 1 /",), "rightline": ("/ 1 /",), "location": ("; 1",),
    # labels, lists
    "cvitem": ("1 : 2 /",), "cvitemwithcomment": ("1 : 2 , 3 /",), "cvlanguage": ("1 : 2 , 3 /",), "ecvitem": ("1 : 2 /",),
    "cvcomputer": ("1 : 2 / 3 : 4 /",), "cvdoubleitem": ("1 : 2 / 3 : 4 /",), "cvlang": ("1 : 2 /",), "ecvbigitem": ("1 : 2 /",),
    "cvskill": ("1 : 2 /",), "cvtag": (", 1",), "cvref": ("1 / 2 / 3 / 4 /",), "cvline": ("1 : 2 /",),
    "cvlistitem": ("* 1 /",), "cvlistdoubleitem": ("* 1 / * 2 /",), "resumeItem": ("* 1 /",),
    "resumeSubItem": ("* 1 : 2 /",), "resumeitem": ("* 1 /",),
}  # fmt: skip
# List items under names that classes and authors choose.
ITEM_NAME = re.compile(r"[a-z]*(?:item|bullet|point)", re.IGNORECASE)
# The layout where the first argument is a date.
BY_DATE = {"location": "/ 1 /"}
# Macros whose numbers are drawn as bars or dots.
RATED = re.compile(r"skill|lang|bar|star|level|rating|proficien", re.IGNORECASE)
# What stands above everything where the preamble says it: who, what, and how to be reached.
PREAMBLE = (
    ("name", "firstname", "cvname", "ecvname"),
    ("familyname", "lastname"),
    ("title", "position", "tagline", "cvjobtitle"),
    ("author",),
    tuple(name for name, layouts in LAYOUTS.items() if layouts[0].startswith(";")),
    ("personalinfo", "quote", "aboutme", "skills", "skillstext"),
)
TITLES = frozenset(["maketitle", "makecvtitle", "makecvheader", "makeheader", "makerubrichead", "makeprofile"])
# Where the macro is all that says whose name it is.
ADDRESSES = {
    "linkedin": "linkedin.com/in/",
    "github": "github.com/",
    "gitlab": "gitlab.com/",
    "cvlinkedin": "linkedin.com/in/",
}

# How many of a macro's arguments, from the first on, are no text. What follows them is: of those with none, all.
SILENT = _counts(
    r"""
0: noindent indent centering raggedright raggedleft itshape it em emph slshape sl upshape ttfamily tt sffamily sf rm selectfont
0: leavevmode null strut protect ignorespaces unskip nobreak allowbreak sloppy raggedbottom flushbottom singlespacing boldmath
0: makeatletter makeatother displaystyle textstyle left right big Big limits relax normalcolor nopagenumbers maketitlepage
0: textit texttt textrm textsf textsl textup textmd textnormal text underline uline mbox hbox fbox so hl ensuremath mathrm mathit
0: textsuperscript textsubscript uppercase lowercase MakeUppercase MakeLowercase smash llap rlap nohyphens textulc
1: vspace hspace usepackage RequirePackage documentclass pagestyle thispagestyle label ref pageref autoref cref cite citep
1: citet nocite includegraphics bibliography bibliographystyle addbibresource pagecolor pdfbookmark setlist hypersetup geometry
1: fontfamily fontseries fontshape raisebox scalebox foreignlanguage selectlanguage columnratio setstretch linespread parbox
1: newlength newcounter stepcounter refstepcounter hyphenation graphicspath photo profilepic faIcon faicon moderncvstyle
1: moderncvcolor moderncvtheme moderncvicons lhead chead rhead lfoot cfoot rfoot fancyhead fancyfoot fancyhf needspace Needspace
1: cline cmidrule rowcolor cellcolor columncolor enlargethispage AtBeginDocument AtEndDocument pagenumbering tikzset
1: usetikzlibrary pgfplotsset setmainfont setsansfont setmonofont addfontfeature fontspec sisetup includepdf rotatebox urlstyle
1: savebox sbox usebox transparent texttransparent textpdfrender dingline ding pgfimage sectioncolor pdfinfo BeginAccSupp input
1: include subfile subfileinclude lstinputlisting date pdfliteral special adjustbox newif itemmarker color textcolor colorbox
1: phantom hphantom vphantom
2: photoR photoL AtBeginEnvironment AtEndEnvironment setlength addtolength setcounter addtocounter resizebox multicolumn
2: titlespacing addcontentsline settowidth settoheight settodepth newtheorem rule newcolumntype colorlet import subimport
2: fontsize fcolorbox
3: definecolor makecvfooter multirow wheelchart
4: usefont
5: titleformat
"""
)
# How many arguments of an environment are no text.
SILENT_ENVIRONMENTS = _counts(
    r"""
1: tabular array longtable tabu supertabular minipage multicols paracol tabbing spacing adjustbox wraptable textblock textblock*
2: list tabularx xltabular tabular* tabulary adjustwidth adjustwidth* wrapfigure
"""
)
TABLES = re.compile(r"(?:long|super|xl)?tab(?:ular|u)[xy*]?|longtable|array|tabularx|tabulary|tabbing")
COLUMNS = frozenset(
    "paracol multicols multicols* minipage aside cvcolumn leftcolumn rightcolumn columns textblock textblock*".split()
)
# Environments of LaTeX itself: what stands behind their names is text.
WITHOUT_ARGUMENTS = frozenset(
    "document center flushleft flushright itemize enumerate description quote quotation verse abstract titlepage cvitems tightemize"
    " raggedright spacing small footnotesize large Large bfseries math samepage sloppypar cventries cvskills cvhonors".split()
)
# Lists whose items have arguments as entries do.
ENTRY_LISTS = frozenset(["eventlist", "yearlist", "factlist"])
LISTS = re.compile(r".*(?:item|enum|list|descr|compact).*", re.IGNORECASE)
# Every line of the source is one.
LINES = frozenset(["aside", "obeylines"])
PICTURES = frozenset(["tikzpicture", "pgfpicture", "picture", "axis", "pspicture"])
BOXES = frozenset(["tcolorbox", "mdframed", "shaded", "framed", "colorbox"])

SIZES = {
    "tiny": 5.0, "scriptsize": 7.0, "footnotesize": 8.0, "small": 9.0, "normalsize": 10.0, "large": 12.0, "Large": 14.4,
    "LARGE": 17.3, "huge": 20.7, "Huge": 24.9, "HUGE": 24.9,
}  # fmt: skip
# Switches hold to the end of the group, the others for their argument. Small capitals stand out as bold type does.
BOLD = {
    "bfseries": True,
    "bf": True,
    "scshape": True,
    "sc": True,
    "mdseries": False,
    "normalfont": False,
    "rmfamily": False,
}
BOLD_ARGUMENT = frozenset(["textbf", "textsc", "textbold", "mathbf", "bold"])
CELLS = frozenset(["hfill", "hfil", "hfilll", "dotfill", "tab"])
# Two arguments within a line of text, and what joins them; of the last only the first is printed.
PAIRS = {
    "frac": "/",
    "nicefrac": "/",
    "sfrac": "/",
    "dfrac": "/",
    "tfrac": "/",
    "SI": " ",
    "qty": " ",
    "texorpdfstring": None,
}
WIDE = frozenset(["quad", "qquad"])
RULES = frozenset(["hrule", "hrulefill", "titlerule", "rule", "sectionrule", "hline", "cvrule", "headrule"])
BREAKS = {
    "newline": 0.0, "par": 0.0, "linebreak": 0.0, "cr": 0.0, "tabularnewline": 0.0, "endgraf": 0.0, "smallskip": 0.25,
    "medskip": 0.5, "bigskip": 1.0, "newpage": 1.0, "clearpage": 1.0, "pagebreak": 1.0, "divider": 0.0, "sectionsep": 0.5,
    "columnbreak": 0.0, "break": 0.0, "vfill": 0.5, "cvsep": 0.5,
}  # fmt: skip
# Points of a unit of length.
POINTS = {
    "pt": 1.0, "bp": 1.0, "em": 10.0, "ex": 4.3, "mm": 2.85, "cm": 28.5, "in": 72.3, "pc": 12.0, "baselineskip": 12.0,
    "parskip": 4.0, "linewidth": 450.0, "textwidth": 450.0, "hsize": 450.0, "columnwidth": 450.0, "fill": 450.0, "stretch": 450.0,
}  # fmt: skip
FILES = frozenset(
    ["input", "include", "subfile", "import", "includepdf", "lstinputlisting", "subimport", "subfileinclude"]
)

# Characters besides those that pylatexenc knows, or other ones for them.
SYMBOLS = {
    **{char: char for char in "%&$#_{}"},
    "-": "", "/": "", "@": "", "!": "", ",": " ", ";": " ", ":": " ", ">": " ", " ": " ", "\n": " ", "\r": " ", "\t": " ",
    "space": " ", "enspace": " ", "enskip": " ", "thinspace": " ", "nobreakspace": " ", "xspace": "", "textvisiblespace": " ",
    "LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "XeLaTeX": "XeLaTeX", "BibTeX": "BibTeX", "textbackslash": "\\",
    "backslash": "\\", "textasciitilde": "~", "sim": "~", "textasciicircum": "^", "euro": "€", "EUR": "€", "officialeuro": "€",
    "pounds": "£", "textbar": "|", "vert": "|", "mid": "|", "textless": "<", "lt": "<", "textgreater": ">", "gt": ">",
    "textdollar": "$", "cdotp": "·", "cdots": "…", "dots": "…", "slash": "/", "copyright": "©", "textquotesingle": "'",
    "ast": "*", "textasteriskcentered": "*", "textunderscore": "_", "lbrace": "{", "rbrace": "}", "textregistered": "®",
    "textquotedblleft": "\u201c", "textquotedblright": "\u201d", "textquoteright": "\u2019", "quotedblbase": "\u201e",
    "newtie": "~", "setminus": "\\", "minus": "-", "textminus": "-", "checkmark": "✓", "circ": "°", "degree": "°",
    "textpercent": "%", "AND": "|", "labelitemi": "•", "bullet": "•", "tabto": " ", "percent": "%",
}  # fmt: skip
