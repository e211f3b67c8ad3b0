"""Capitalised words of postings that are no names to be looked for in a resume, as data."""

from __future__ import annotations

# Beside the words that a posting also writes small: qualities, subjects, functions, parts of a posting.
WORDS = frozenset(
    """a able about academic accounting act active adaptable advanced agile all also an analytical analytics and any applicant applicants apply as asset associate associates at bachelor bachelors based be biology bonus both business but by
    can candidate candidates certificate certification certifications certified chemistry class clean clear clearance client coaching collaborative college comfortable commercial communication communications competencies competent completed comprehensive computer confident conversational corporate council creative creativity credit critical curiosity curious current customer customers
    data deep degree demonstrable demonstrated design desirable detail diploma discretion doctorate driver driven dynamic each eager economics education effective empathy engineering enterprise entrepreneurial essential ethical every excellent exceptional executive experience experienced expert expertise exposure extensive
    familiar familiarity fast federal finance financial flexible flexibility fluency fluent for formal fortune from full fully general good government graduate great growth hands have having health healthcare high higher highly honest humanities human humble humour
    i ideal ideally if in independent industry information initiative innovative integrity interest international internet interpersonal is it join key know knowledge law leader leadership learning legal level licence license licensed life like linguistics local logistics loves
    machine maker management manager managers manufacturing marketing master masters mathematics mature maths medical medicine methodical minimum mobile more must my native need nice no not numerate nursing of office on one open operations or organisation organised organization organized our outstanding own
    passion passionate patience people personal personable physics political politics possession prefer preferable preferably preferred previous prior proactive proficiency proficient product production professional program project proof proven psychology public punctual qualification qualified quality
    reading ready recent reliable relevant resilient responsible required requires research resourceful retail right risk sales school science sciences secondary security self senior series service services should skill skilled skills social software solid some someone sound speaks staff startup state statistics strategic strategy strength strong
    structured subject substantial successful support supply supportive system systems task team teams technical technology test that the their there these they this those to tool track training trustworthy two undergraduate understanding university up us use valid verbal very warehouse warm we web what when where which who will willing willingness with
    word work worked working would write writing written years you your january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas
    chief director head lead owner president vice engineer engineers developer developers designer designers analyst analysts architect architects officer citizen citizens national one first second third two three four five six seven eight nine ten request requests proposal proposals deposit partner partners principal""".split()
)  # fmt: skip
# Languages, nations, places: asked for, but not as names of things.
PLACES = frozenset(
    """africa african america american americas arabic asia asian australia australian austria austrian bangalore barcelona bay belgian belgium bengali bengaluru berlin boston brazil brazilian bristol britain british brussels california canada canadian cantonese chennai chicago china chinese city colorado copenhagen czech dallas danish delhi denmark denver dublin dutch
    east edinburgh emirates england english europe european finland finnish flemish florida france francisco french geneva german germany greek gujarati hamburg hebrew helsinki hindi houston hungarian hyderabad india indian indonesia ireland irish israel italian italy japan japanese jersey kannada kingdom korea korean latin leeds lisbon london los angeles luxembourg madrid malay malaysia manchester mandarin manila marathi
    massachusetts melbourne mexico miami milan montreal mumbai munich nairobi netherlands new nigeria nordic nordics north northern norway norwegian ohio oslo paris philadelphia philippines poland polish portland portugal portuguese prague pune punjabi romania romanian rome russian scotland seattle shanghai singapore south southern spain spanish stockholm swahili sweden swedish swiss switzerland sydney tagalog taiwan tamil telugu
    texas thai thailand tokyo toronto turkish ukraine ukrainian united urdu vancouver vienna vietnam vietnamese virginia wales warsaw washington welsh west western york zurich zürich states""".split()
)  # fmt: skip
# Chief officers of every kind.
OFFICERS = frozenset(f"C{kind}O" for kind in "DEFHIMOPST")
# Acronyms of degrees, offices, places, times, money and management that everybody writes.
ACRONYMS = OFFICERS | frozenset(
    """AA AI API APIS AM APAC APM AS ASAP B2B B2B2C B2C B2G BA BBA BE BED BENG BS BSC BSN BTECH C-LEVEL C-SUITE CD CEST CET CI CI/CD CISO CST CV CX CXO DACH DBA DC DEI DOE E.G EDT EEA EEO EMEA EOE EQ EST ET ETA ETC EU EUR EVP
    FAQ FTE FY GA GBP GED GM GMT GPA GPM GTM H1B HQ HR I.E ID II III INR IQ IT IV JD KPI KPIS LA LATAM LLB LLM MA MBA MD MENA ML MPA MPH MS MSC MSN MST MTECH MVP MVPS N/A NA NY NYC OKR OKRS OPT OTE P&L PA PC PDT PGDM PHD PM PMM PMS PO POC POCS POS PQE PR PST PT PTO
    Q1 Q2 Q3 Q4 A1 A2 B1 B2 C1 C2 QA R&D ROI SAAS SF SME SMES SQL STEM SVP TBD TV UAE UI UI/UX AND OR NOT MUST U.S U.S.A UK UN US USA USD USP UTC UX UX/UI VC VI VP VPS YOE A/B""".split()
) - {"POS", "LLM"}  # fmt: skip
