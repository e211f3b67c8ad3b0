"""What quantities count, and what stands behind them: customers won, budgets held, items sold."""

from __future__ import annotations

import re


def _words(*lists: str) -> str:
    return "|".join(word.replace("_", " ") for text in lists for word in text.split())


def _within(reach: int, words: str, *, gap: str = r"\W*") -> re.Pattern[str]:
    """One of the words, at most so many words after a number."""
    return re.compile(rf"{gap}(?:[\w&'’-]+\s+){{0,{reach}}}?(?:{words})\b", re.IGNORECASE)


# Whom or what one can win.
WINNABLE = _within(
    3,
    _words(
        """
        users? customers? clients? subscribers? subscriptions? members? memberships? followers? fans partners? leads? mqls? sqls? demos merchants? sellers? accounts?
        donors? visitors? registrations? sales revenue arr mrr deals? orders? bookings? likes views plays impressions readers? viewers? listeners? dealers? patients
        participants attendees entries votes pledges donations farmers households families businesses schools practices shops clinics jobs graduates volunteers units
        policies enrol?lments? players drivers riders hosts guests tenants buyers borrowers investors sponsors contracts applications sign-?ups downloads installs
        placements referrals appointments meetings responses people employers institutions operators distributors retailers stockists outlets
        """
    ),
)
# What nobody counts but as a success.
SUCCESSES = _within(
    2,
    _words("downloads installs sign-?ups stars forks citations contributors upvotes awards")
    + r"|new (?:[\w-]+ )?(?:users|customers|clients|subscribers|members|accounts|logos|partners)",
)
# Who gathers around what was launched.
AUDIENCE = _within(2, _words("views users subscribers followers players listeners readers members likes orders plays"))
_HELD = """
    budgets? portfolio p&l programs? programmes? projects? fund assets inventory business business_unit account facility territory firm company companies organization
    division payroll spend book_of_business line product_line category contracts? agreement deal tender hospital plant campus operation region department store grants?
    market retailer brand industry merger acquisition investment expansion platforms? systems? suite buildings? centers? centres? renovation development initiatives?
    roll-?outs? launch transformation migration warehouse estate refit retrofit refurbishment extension scheme
"""
# What a sum measures the size of; some of it can be won as well.
SIZE = _within(2, _words(_HELD), gap=r"[\s+-]{0,2}")
TAKEN = _within(2, _words("contracts? agreements? deals? tenders? grants? funds? investments? accounts? awards? orders? projects? loans? business"), gap=r"[\s+-]{0,2}")  # fmt: skip
SIZE_ONLY = _within(1, _words("budgets? portfolio p&l program programme territory"), gap=r"[\s+-]{0,2}")
_NEW = "new|annual|additional|recurring|incremental|contracted|first[- ]year|annuali[sz]ed"
INCOME = _within(
    2,
    _words("savings? saved increase growth profit pipeline arr mrr acv tcv")
    + rf"|(?:of |in )?(?:{_NEW})(?: \w+)? (?:revenue|sales|arr|mrr|profit|bookings|pipeline|business|savings)"
    r"|in (?:revenue|sales|profit|bookings|pipeline|funding|donations|savings|pre-?sales|deposits)",
)
SAVED = _within(2, _words("savings? saved under_budget below_budget recovered"))

# What was done with what is counted: "412 tickets closed", "12 granted".
_PARTICIPLES = _words(
    """
    sold closed retired saved won signed gained recovered promoted reached adopted chosen selected drawn renewed converted recruited raised eliminated removed retained
    prevented avoided freed earned booked achieved met passed delivered_on_time placed shipped_on_time funded rescued resolved made_it went_live shortlisted hired published
    granted accepted awarded approved
    """
)
DONE = re.compile(
    r"\W{0,3}(?:[\w'’-]+\)?\s+){0,4}?(?:(?:were|was|are|is|have been|has been|had been|since|now|then|later)\s+)?"
    rf"\b(?:{_PARTICIPLES})\b(?!\s+(?:the|a|an|our|their|his|her|all)\b)",
    re.IGNORECASE,
)
GONE = re.compile(r"[^.;,]{0,60}\b(?:are|were|is|was) (?:now )?(?:gone|on an? new|live|profitable|in profit)\b", re.IGNORECASE)  # fmt: skip
# A part that is singled out: "31 tests, nine of them winners".
OF_THEM = re.compile(r"\s+of (?:them|these|those|which|whom)\b", re.IGNORECASE)
FEWER = re.compile(r"\s(?:fewer|less|ahead of|above (?:plan|target))\b", re.IGNORECASE)
BETTER = re.compile(
    r"\s(?:better|cheaper|higher|lower|less|fewer|faster|below (?:budget|plan)|above (?:plan|target)|ahead of)\b",
    re.IGNORECASE,
)

# The whole that a share is of.
OF_A_WHOLE = re.compile(
    rf"\s+of\s+(?:{_words('my the our all total their his her its a company group global annual it them which whom time players users sales revenue')})\b",
    re.IGNORECASE,
)
# Before a share: it is only held, used or filled. "Spent 20% of my time"
HELD_SHARE = re.compile(
    r"\b(?:spen[dt]|spending|devot\w+|dedicat\w+|allocat\w+|account(?:ing|s)? for|represent(?:ing|s)|compris(?:ing|es)|covering|covers|carry|carries|owned?|owning|owns"
    r"|making up|constituting|responsible for|remaining|is|are|was|were)\s+(?:about |over |nearly |approximately |the )?$",
    re.IGNORECASE,
)
FRACTION = re.compile(r"\b(?:half|thirds?|quarters?|fifths?|tenths?)\b|\d/\d", re.IGNORECASE)
# "at half the cost", "half that of the rival"
OF_THE_COST = re.compile(
    r"\s(?:that\b|(?:of )?(?:the|its|their|his|her|our) (?:usual |original |normal )?(?:time|cost|price|size|budget|effort|space|energy|rate)\b)",
    re.IGNORECASE,
)

# Heads of "... of 40": what changed, what only sums up, what was set.
RESULTS = frozenset("savings saving reduction reductions increase increases growth gain gains rise drop decrease decline improvement uplift profit return win wins loss surplus revenue sales funding bookings pipeline recovery turnover income proceeds".split())  # fmt: skip
TOTALS = frozenset("total sum excess average amount worth value combined record maximum minimum backlog queue".split())
SET_MARKS = frozenset("quota quotas target targets goal goals budget budgets portfolio price fee cost limit threshold value fund".split())  # fmt: skip
# "adopted by 120 teams" is a success, "used by 120 teams" a size.
TAKEN_UP = frozenset("adopted chosen selected licensed cited downloaded featured endorsed".split())
