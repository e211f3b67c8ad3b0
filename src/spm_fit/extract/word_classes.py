"""Closed classes of English words that tell verbs from nouns, adjectives and titles at the head of a statement."""

from __future__ import annotations

import re


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Whatever precedes one of these has an object, and so is a verb.
OBJECT = _set(
    """
    a an the all our my their its his her this these those any both each every either some most many much more several
    various multiple numerous few another additional one two three four five six seven eight nine ten eleven twelve
    twenty thirty forty fifty hundreds thousands dozens new existing large small key big entire daily weekly monthly
    quarterly annual complex different how what when whether why where that up down out off them it myself
    """
)
# So does one of these if a number follows.
ABOUT = _set("about around approximately between over under nearly almost")
# Noun phrases end before one of these.
STOP = _set(
    """
    of in for at on with to toward towards by from into onto across through over between within during under via per
    as than about around against among after before until without including and or but while which who if so
    """
)
# What the noun before them did: "Support tickets fell", "Package redesign contributed", "Reports include".
FINITE = _set(
    """
    fell rose grew dropped declined went increased decreased improved doubled tripled halved reached contributed
    resulted led won became was were is are has have had will include includes included down up
    """
)
NO_ADVERBS = _set("anomaly assembly costly early elderly family friendly italy july likely monopoly reply supply")
PERSONS = _set(
    """
    accountant administrator adviser advisor agent aide ambassador analyst apprentice architect artist assistant
    associate attendant auditor author buyer captain carer cashier chair champion chef clerk coach consultant contact
    contractor contributor coordinator counselor designer developer director driver editor electrician engineer
    executive expert fellow founder guide head host instructor intern inspector judge lead leader lecturer liaison
    librarian machinist manager manufacturer mechanic member mentor nurse officer operator organizer owner partner
    person pharmacist physician planner plumber practitioner president principal producer professional professor
    programmer provider recruiter rep representative researcher reviewer salesperson scientist secretary self-starter
    speaker specialist steward strategist supervisor supplier surveyor teacher technician technologist therapist trainee
    trainer translator treasurer tutor user veterinarian volunteer waiter welder worker writer
    """
)
# Objects that have no plural.
MASS = _set(
    """
    attendance awareness cash cattle children clothing content data demand equipment evidence feedback food freight
    furniture inventory laundry linen mail merchandise paperwork payroll people personnel progress rapport software
    staff traffic trust
    """
)
ADJECTIVE = re.compile(r"[a-z]+(?:[nc]al|tial|[ts]ive|ous|ful|less|able|ible)|[a-z]+(?:-[a-z]+)+")
NOT_ADJECTIVE = _set(
    """
    appraisal approval archive arrival deliverable executive incentive initiative journal manual material narrative
    objective personal proposal referral removal renewal rental representative signal table variable
    """
)
NAMES_OF_ACTS = ("ment", "tion", "sion", "sis", "ance", "ence", "ship")
# First of all nouns: what follows without an article belongs to them, as in "Program managers".
NOUNS = _set("account budget business cost end head market network product program project risk sale team trade value")
ADJECTIVES = _set("clean clear close compact complete direct double equal free level lower moderate open perfect total")
# First of all verbs: a noun without an article may be their object, as in "Lead discovery".
VERBS = _set(
    """
    advocate answer check coach decrease drive exercise fix help increase influence launch lead mentor monitor move plan
    position present pull push rebuild redesign repair review rework schedule support tailor teach track transition
    triage upgrade welcome
    """
)
# Nouns before any other preposition, verbs before these: "Report to the board", but "Research on corals".
PREPOSITIONS = {
    "account": "for", "advocate": "for on", "answer": "to", "build": "on", "care": "for", "check": "for with",
    "deal": "with", "focus": "on", "influence": "without", "interface": "with", "invite": "to by as",
    "lead": "on through by from", "lecture": "on at to", "market": "to", "meet": "with", "move": "from to into",
    "network": "with", "partner": "with on across", "pitch": "to", "plan": "for", "present": "to at on",
    "prospect": "for", "report": "to on into", "search": "for", "sign": "for", "source": "from", "support": "with",
    "switch": "to from", "test": "for", "trade": "in with", "train": "in on for with to",
    "travel": "to with between across throughout within", "trust": "with to by", "watch": "for over",
    "work": "with on across for in at to toward towards from as under between", "write": "for to about",
}  # fmt: skip
# Of other verbs' base forms "of" makes nouns: "Use of tools".
VERBS_OF = _set("approve dispose hear know learn speak think")
# Verbs written as one word with their particle.
JOINED = {"setup": "set", "followup": "follow", "backup": "back"}
_COMPOUNDS = {
    "applied": "mathematic science physic", "audit": "trail", "balance": "sheet", "building": "maintenance material site",
    "call": "center centre volume", "care": "home plan", "change": "management request log",
    "code": "review quality base coverage", "combined": "sale revenue", "contract": "negotiation term",
    "control": "room", "design": "system pattern review sprint thinking", "direct": "report deposit mail",
    "display": "ad", "distributed": "system computing", "engineering": "drawing team project", "exchange": "rate",
    "feature": "request flag", "field": "sale trip service", "graduate": "school student",
    "grant": "writing application", "group": "project", "guide": "dog", "help": "desk", "host": "family",
    "integrated": "circuit", "launch": "plan event", "lead": "time generation role guitar",
    "leading": "provider brand", "learning": "outcome", "lease": "agreement", "limited": "company edition",
    "load": "test balancer", "log": "file", "machine": "learning shop", "market": "share research trend data analysis",
    "meeting": "note minute room", "open": "source", "operating": "margin system cost", "order": "book form",
    "patent": "application", "perfect": "attendance", "pilot": "plant study", "planning": "application",
    "power": "plant tool", "press": "release conference", "price": "list point", "print": "shop run",
    "process": "map flow", "record": "label sale profit revenue keeping", "release": "note plan", "report": "card",
    "research": "paper project grant interest", "return": "rate", "review": "deck board meeting", "running": "cost",
    "sample": "size", "search": "engine result", "seed": "round", "service": "level desk request", "share": "price",
    "shop": "floor", "source": "code", "speed": "reading limit", "staff": "meeting training", "stock": "level market",
    "study": "group", "style": "guide", "support": "ticket staff team group desk call function request",
    "survey": "result", "target": "market audience", "task": "force list", "test": "case plan script suite result data",
    "track": "record", "trade": "show fair union", "training": "course session material program day need",
    "travel": "agency cost expense", "warehouse": "club", "waste": "water", "work": "flow experience history",
    "working": "capital knowledge",
}  # fmt: skip
COMPOUNDS = frozenset((first, second) for first, seconds in _COMPOUNDS.items() for second in seconds.split())
# Participles that describe the person or thing behind them: "Certified welder", "Detailed plan".
DESCRIBING = _set(
    """
    accomplished accredited based certified chartered committed dedicated detailed driven fixed invited licenced
    licensed limited motivated proven qualified registered related required trusted
    """
)
# Words and names in -ed and -ing that are no verbs at the head of a statement.
NO_VERBS = _set(
    """
    advanced aged ahmed alfred anything bed biased detail-oriented during everything experienced feed gifted hundred
    indeed mixed mohammed naked need nothing ongoing outstanding red rugged sacred seasoned seed self-employed
    self-motivated self-taught shed skilled so-called something speed string talented united unlimited unmatched
    unparalleled unprecedented upcoming varied well-rounded well-versed
    """
)
# Gerunds that name trades, those that name activities as well, and those that stand in titles.
TRADES = _set(
    """
    advertising banking casting consulting engineering farming fishing heating housing machining manufacturing mining
    networking plumbing staffing trading working
    """
)
ACTIVITIES = TRADES | _set(
    """
    billing budgeting building coaching drilling forecasting funding learning meeting operating packaging planning
    pricing printing processing programming publishing purchasing recruiting reporting running scheduling screening
    shipping sourcing testing training welding wiring
    """
)
TITLED = ACTIVITIES | _set(
    "acting contributing editing founding leading managing mentoring participating producing supervising teaching"
)
