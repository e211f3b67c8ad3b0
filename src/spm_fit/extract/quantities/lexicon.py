"""The words that say what became of a quantity. A verb stands in base form, with irregular forms after a colon."""

from __future__ import annotations

from enum import StrEnum

from spm_fit.extract.words import british, inflect


class Role(StrEnum):
    """What a verb, or a noun made of it, does to the quantity it governs."""

    UP = "up"
    DOWN = "down"
    REMOVE = "remove"
    """What it counts is gone, spared or freed: the count alone is a result."""
    WIN = "win"
    """What it counts was gained, whatever it is."""
    MAKE = "make"
    """A result if what it counts can be won: money, customers, users."""
    LAUNCH = "launch"
    """What came into being; figures that follow it tell how it went."""
    HOLD = "hold"
    """What was there already, looked after or looked at."""


_VERBS = {
    Role.UP: """
        increase grow:grew,grown raise boost lift improve expand accelerate scale rise:rose,risen climb elevate enhance maximize multiply
        strengthen extend widen advance lengthen deepen step_up quicken surge jump swell soar double triple quadruple treble up:upped,upping
        outpace outgrow:outgrew,outgrown go_up:went_up
    """,
    Role.DOWN: """
        reduce decrease lower drop!:dropped fall:fell,fallen decline shrink:shrank,shrunk shorten minimize slash trim! halve shave narrow tighten curb
        dip! slim! compress ease mitigate lessen cut:cut,cutting go_down:went_down bring_down:brought_down
    """,
    Role.REMOVE: """
        eliminate remove retire decommission save free prevent avoid avert clear recover reclaim rescue recoup sunset:sunset,sunsetting kill shed:shed,shedding
        shut:shut,shutting deprecate discontinue salvage regain spare scrap! win_back:won_back take_out:took_out phase_out retain free_up wipe_out eradicate
        give_back:gave_back,given_back
    """,
    Role.WIN: """
        win:won,winning gain sign land close obtain attract acquire secure earn convert sell:sold garner surpass exceed bag! beat:beat,beating,beaten outsell:outsold convince
        persuade sign_up bring_in:brought_in result_in sell_through:sold_through upsell:upsold cross-sell:cross-sold amass accrue yield pass fundraise crowdfund poach overachieve
    """,
    Role.MAKE: """
        generate bring:brought produce drive:drove,driven recruit enroll onboard on-board capture collect deliver contribute achieve attain hit:hit,hitting reach
        add book draw:drew,drawn register place create net! gross unlock realize receive pull source activate get:got,getting grow engage take:took,taken
        adopt unblock lead_to:led_to
    """,
    Role.LAUNCH: """
        launch release introduce open publish build:built ship! develop design deploy price package found start establish roll_out implement pilot debut redesign
        rebuild:rebuilt relaunch write:wrote,written make:made set_up invent prototype define reposition roll steer own_launch extend
    """,
    Role.HOLD: """
        manage lead:led own oversee:oversaw,overseen supervise run:ran,running maintain support serve handle administer operate coordinate direct control! head cover
        process review assist teach:taught train mentor coach interview visit test monitor answer carry audit balance prepare look_after work meet:met,meeting consult
        represent govern inspect care chair service staff survey field evaluate assess analyze identify present study track
        accompany steward report account responsible accountable keep:kept guide
    """,
}  # fmt: skip
# Nouns and adverbs that turn a figure up or down, with or without a verb.
_TURNS = {
    Role.UP: "growth increase increases rise improvement improvements uplift gain gains lift boost expansion surge jump more higher up additional incremental extra above upside hike upturn overachievement upsell longer",
    Role.DOWN: "reduction reductions decrease decline drop saving savings fall cut cuts fewer less lower down faster quicker sooner earlier below cheaper shorter minus avoidance early",
}
# Verbs that shorten a doubled consonant are marked with "!".


def _forms() -> dict[str, Role]:
    table: dict[str, Role] = {}
    for role, verbs in _VERBS.items():
        for entry in verbs.split():
            base, _, irregular = entry.partition(":")
            head, _, particle = base.rstrip("!").partition("_")
            forms = {form for word in {head, british(head)} for form in inflect(word, double=base.endswith("!"))}
            forms |= {form.partition("_")[0] for form in irregular.split(",") if form}
            for form in forms:
                table.setdefault(f"{form} {particle}".strip(), role)
    return table


VERBS = _forms()
TURNS = {word: role for role, words in _TURNS.items() for word in words.split()}
PREPOSITIONS = frozenset(
    """
    of for with across in on at among to by from into onto through throughout via using over under within between against per about
    around as than during after before covering including spanning involving towards toward without behind beside plus like until amid below above
    """.split()
)
# Between "to" and a verb nothing stands; between "to" and a number one of these may.
MODIFIERS = frozenset("the a an our my its their his her all over about nearly some new existing key major other just only more than up top additional".split())  # fmt: skip
# Before a participle they tell that it begins a clause.
LINKS = frozenset("and & or to by while then also but which that who when as after before plus thereby thus".split())
IRREGULAR_PAST = frozenset("spoke spent gave held set put went told fought sat stood thought drove flew bore chose knew left lent paid sent swam threw understood".split())  # fmt: skip
NO_VERBS = frozenset("need seed feed speed during morning evening building string spring ring thing anything nothing something everything marketing engineering manufacturing accounting training pricing billing banking housing catering nursing monthly weekly daily yearly hundred red bed unlimited existing ongoing outstanding recurring remaining incoming outgoing".split())  # fmt: skip
