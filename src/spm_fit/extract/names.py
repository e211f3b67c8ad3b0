"""What can be the name of a product, judged by how it is written: "Filebeat", "n8n", "Elastic APM", not "Time management"."""

from __future__ import annotations

import re

from spm_fit.extract.ordinary import OFFICERS

_MOST_WORDS, _LONGEST = 4, 40
_WORD = re.compile(r"[A-Z0-9.@][\w.+#/'’&*!-]*|[a-z]{1,4}[A-Z0-9][\w.+#-]*|&|for|of")
# Written as no ordinary word is: a capital or digit inside, a dot, a sign.
_ODD = re.compile(r"[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]|\w\.\w|^\.\w|\w[+#!]+$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/*+-]{1,7}")
# Nouns of action and quality end so; names of products hardly ever do.
_ABSTRACT = re.compile(
    r"(?:[a-z]{3}ing|tions?|sions?|ments?|ness|ities|ity|ships?|ances?|ences?|sis|tics|tures?|cies|cy|isms?|ology|ologies|ography|ors|ers|ists?|ives?|als|ful|ical|ous|ies|care|work)\Z"
)
# Words that say what something is for, or of what kind; a name does not end with them, unless it is a longer one.
_COMMON = frozenset(
    """access account accounts admin administration administrator agile ai algorithms analysis analyst analytics api apis app application apps architect
    architecture arts assembly assessment audit automation awareness backend basic basics billing bookkeeping budget budgets bug bugs business calendar calls
    camera care cash chat class classes clerical client clients cloud code coding collaboration commerce communication communications community company
    compliance computer computers computing concepts conflict construction consulting content contract contracts control copy core credit crew css customer
    customers data database databases dba debugging decks delivery deployment design designer desktop desktops detail developer development devices devops
    diagrams digital direct display docs documentation documents drawing drawings driver drivers e-commerce ecommerce editing editor education email emails
    engineer engineering english environment equipment etc etl events excellence experience expert expertise facilities fashion finance first fitness flow
    food forms framework frameworks french frontend full funnel fundamentals gaming german goals graphics guest hand hardware health hiring history hospitality
    html human infrastructure innovation insight insights integration integrations internet interpersonal inventory invoices it japanese journey kanban
    kitchen knowledge language languages law lead leader leads lean learning legal level levels library libraries life line lines linguistics list logic
    logistics love machine mail mainframe maintenance management manager manual manufacturing map mapping maps market marketing markets math mathematics
    media medical mentor methods metrics mobile model modeling modelling models modules multimedia music natural network networking networks north office
    online operations optimization orders os others outsourcing patterns payments payroll pc pcs people performance personas phone phones photo photography
    physics planning platform platforms policy policies portfolio portuguese practices presentation presentations pricing principles privacy problem process
    processes processing procurement product products profiling program programming programs project projects protocols proposals prototypes prototyping
    python-based quality queries query recruiting reports reporting requirements research retail retention reviews risk roadmap roadmaps sales scheduling
    science scientist scripting scripts scrum search security server servers service services shipping side skills small social software solutions sound
    spanish sports spreadsheet spreadsheets standards startup stack statistics storage stories strategy strong structures studies supply support survey
    surveys system systems systems-thinking tables targets tax team teams teamwork technical technologies technology telephone test tester testing tests
    thinking time tool tools tracking trade traffic training travel trends troubleshooting typing user users utilities validation vendor vendors version
    video virtualization vision visualization voice waterfall web websites wifi wireframes wireless words workflow workflows workshops writing year years
    and more other various similar also native fluent conversational intermediate advanced beginner expert proficient familiar experienced bus plugin
    specialty container seminars seminar certificates certifications references honors honours memberships objectives""".split()
)
_CONCEPTS = OFFICERS | frozenset(
    """SDLC STLC OOP OOPS OOD OOAD TDD BDD DDD CI CD CI/CD CICD MVC MVVM SOA SAAS PAAS IAAS B2B B2C B2B2C D2C KPI KPIS OKR OKRS ROI SEO SEM PPC CRO UI UX
    UI/UX UX/UI GUI IT QA UAT QA/QC AI ML NLP LLM LLMS AI/ML GENAI ETL ELT BI DWH OLAP OLTP RPA IOT AR VR AR/VR XR CRM ERP EMR EHR HRIS ATS LMS CMS POS PLM
    GIS CAD CAM CAE CAD/CAM FEA CFD PCB GMP CGMP GLP GCP/GMP GAAP IFRS HIPAA GDPR SOX PCI DSS ISO ITIL PMP CPR BLS ACLS HR PR SME POC MVP PRD GTM NPS SLA
    LAN WAN LAN/WAN VLAN A/B AB A-B USA UK EU US MBA BA BSC PHD CSM CSPO P&L R&D RFP RFI SOW SOP SOPS FMEA DMAIC 5S TQM BOM MRP VOC JTBD CPG FMCG SQL/NOSQL
    WMS TMS OMS MES PIM DAM MDM HCM HRMS ITSM SIEM CDP DMP DSP SSP LIMS PMS RIS PACS VPN DNS DHCP VOIP IP TCP TCP/IP UDP FTP STEM ADA PDF PDFS FAQ WPM KYC AML BPO KPO JIT API APIS SDK SDKS UI-UX LLC INC PC PCS OS TV DJ VP""".split()
)


def is_odd(name: str) -> bool:
    """Whether it is written as only names are: a capital or a digit inside, a dot, a sign."""
    return bool(_ODD.search(name)) and name.upper() not in _CONCEPTS


def is_name(name: str, *, lower: bool = False) -> bool:
    """Whether a text can name a product. `lower`: a single word without a capital may, too."""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or len(name) > _LONGEST or len(name) < 2 or name.upper() in _CONCEPTS:
        return False
    if name.replace(".", "").replace("%", "").replace("+", "").isdigit() or not re.search(r"[A-Za-z]", name):
        return False
    if len(words) == 1 and _ACRONYM.fullmatch(name):
        return True
    if len(words) == 1 and lower and re.fullmatch(r"[a-z][a-z0-9.+_-]+", name):
        return name not in _COMMON and not _ABSTRACT.search(name)
    if not all(_WORD.fullmatch(word) for word in words):
        return False
    return is_odd(name) or not is_common(words[-1])


def is_abbreviation(short: str, name: str) -> bool:
    """Whether a text is the initials of a name: "EA" of "Enterprise Architect"."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word.lower() not in {"and", "of", "the"})
    return len(short) > 1 and initials.lower().endswith(short.lower())


def is_common(word: str) -> bool:
    """Whether a word says what something is or does rather than what it is called."""
    lower = re.sub(r"[^a-z/-]", "", word.lower())
    if word.isupper() and len(word) > 1:
        return lower in _COMMON or word in _CONCEPTS
    return lower in _COMMON or bool(_ABSTRACT.search(lower))
