"""British and American spelling: word families of our own, each with its inflections, and which of the two a house writes."""

from collections.abc import Iterator, Mapping
from functools import cache

_PREFIXES = ("", "un", "re", "de", "dis", "mis", "pre", "over")

#: Stems, then how each ends in British and in American spelling, pair by pair.
_FAMILIES = (
    (
        """agon american antagon apolog author brutal capital categor central character civil colon commercial computer critic criminal
        crystall custom democrat demon digit dramat econom emphas energ equal evangel export final formal
        fratern galvan general global harmon hospital hypothes ideal immobil immun improv industrial initial institutional
        international ital jeopard legal legitim liberal local lion magnet marginal material maxim mechan memor mesmer militar minim
        mobil modern monopol moral national natural neutral normal optim organ ostrac oxid particular patron penal personal philosoph
        plagiar polar polit popular pressur priorit privat public radical random rational real recogn regular revital revolution
        romant sanit satir scandal scrutin sensational serial social special stabil standard steril stigmat subsid summar symbol
        sympath synchron synthes terror theor traumat trivial tyrann urban util vandal verbal victim visual vocal western weapon""",
        "ise ises ised ising isation isations iser isers",
        "ize izes ized izing ization izations izer izers",
    ),
    ("anal paral catal electrol psychoanal", "yse ysed ysing yser ysers", "yze yzed yzing yzer yzers"),
    (
        """ard arm behavi cand clam col demean enam endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum sav savi splend
        tum val vap vig""",
        """our ours oured ouring ourer ourers ourful ourless ourable ourably ourite ourites ouritism ourhood ourhoods ourly oury
        ouries""",
        "or ors ored oring orer orers orful orless orable orably orite orites oritism orhood orhoods orly ory ories",
    ),
    ("calib cent fib lit lust meag millilit sab sepulch somb spect theat", "re res red ring", "er ers ered ering"),
    ("centimet kilomet millimet", "re res", "er ers"),
    (
        """barrel bevel cancel carol channel chisel counsel cudgel dial dishevel drivel duel enamel equal fuel funnel gambol grovel
        initial jewel label level libel marshal marvel medal model panel parcel pencil pummel quarrel revel rival shovel shrivel
        signal snivel spiral stencil swivel total towel travel tunnel unravel yodel""",
        "led ling ler lers lor lors list lists lous lously",
        "ed ing er ers or ors ist ists ous ously",
    ),
    ("anal catal", "ogue ogues ogued oguing", "og ogs oged oging"),
    ("defen offen preten", "ce ces celess", "se ses seless"),
)

#: Single words, British/American; after ">" stands an American form that is another British word as well ("program", "check").
_WORDS = """
    acknowledgement>acknowledgment aeroplane/airplane aeroplanes/airplanes ageing/aging aluminium/aluminum anaesthetic/anesthetic
    anaesthesia/anesthesia artefact/artifact artefacts/artifacts axe>ax cheque>check cheques>checks chequered/checkered cosy/cozy
    enrol/enroll enrols/enrolls enrolment/enrollment fulfil/fulfill fulfils/fulfills fulfilment/fulfillment furore/furor
    grey/gray greys/grays
    greyer/grayer greyish/grayish gynaecologist/gynecologist haemorrhage/hemorrhage haemorrhages/hemorrhages instalment/installment
    instalments/installments instil/instill instils/instills distil/distill distils/distills jewellery/jewelry kerb>curb kerbs>curbs
    leukaemia/leukemia licence>license licences>licenses manoeuvre/maneuver manoeuvres/maneuvers manoeuvred/maneuvered
    manoeuvring/maneuvering manoeuvrable/maneuverable marvellous/marvelous metre>meter metres>meters mould/mold moulds/molds moulded/molded
    moustache/mustache moustaches/mustaches oestrogen/estrogen omelette/omelet omelettes/omelets orthopaedic/orthopedic paediatric/pediatric
    paediatrician/pediatrician paediatricians/pediatricians plough/plow ploughs/plows ploughed/plowed ploughing/plowing practise>practice
    practised/practiced practises>practices practising/practicing programme>program programmes>programs pyjamas/pajamas sceptic/skeptic
    sceptics/skeptics sceptical/skeptical sceptically/skeptically scepticism/skepticism skilful/skillful skilfully/skillfully
    smoulder/smolder smoulders/smolders smouldered/smoldered smouldering/smoldering storey>story storeys>stories sulphur/sulfur tyre>tire
    tyres>tires wilful/willful wilfully/willfully woollen/woolen yoghurt/yogurt yoghurts/yogurts
"""
#: What names begin or end with in the other spelling: Labour Party, Pearl Harbor, World Trade Center, Department of Defense.
_IN_NAMES = frozenset(
    {
        "center",
        "centre",
        "color",
        "colour",
        "defence",
        "defense",
        "gray",
        "grey",
        "harbor",
        "harbour",
        "labor",
        "labour",
        "license",
        "licence",
    }
    | {"centers", "centres", "program", "programme", "theater", "theatre"}
)


@cache
def other_words(variant: str) -> Mapping[str, str]:
    """Return the words, in lower case, that a house of ``variant`` does not write, each with the one in its place.

    ``en-GB-oxendict`` is British with -ize, as Oxford's dictionary has it. Of other varieties nothing is known.
    """
    if variant == "en-US":
        return {british: american for british, american, _ in _pairs(0)}
    if variant in ("en-GB", "en-GB-oxendict"):
        pairs = _pairs(1 if variant == "en-GB-oxendict" else 0)
        return {american: british for british, american, both in pairs if both}
    return {}


def in_names(word: str) -> bool:
    """Tell whether ``word``, in lower case, is often part of a name, so that a capital says that it may be one."""
    return word in _IN_NAMES


def _pairs(first: int) -> Iterator[tuple[str, str, bool]]:
    """Yield British and American forms, from the family ``first`` on; the third tells whether the American one is so in America alone."""
    for stems, british, american in _FAMILIES[first:]:
        endings = [*zip(british.split(), american.split(), strict=True)]
        for stem in (prefix + stem for prefix in _PREFIXES for stem in stems.split()):
            yield from ((stem + ours, stem + theirs, True) for ours, theirs in endings)
    for pair in _WORDS.split():
        ours, mark, theirs = pair.partition("/") if "/" in pair else pair.partition(">")
        yield ours, theirs, mark == "/"
