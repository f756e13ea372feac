"""The tokenizer of scraped news that training and every run share."""

from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"

# Abbreviated ranks and titles whose full stop belongs to the word; every one is also known in capitals.
RANK_NORMS = {
    "Adm.": "admiral",
    "Brig.": "brigadier",
    "Capt.": "captain",
    "Cdr.": "commander",
    "Cmdr.": "commander",
    "Col.": "colonel",
    "Comdr.": "commander",
    "Cpl.": "corporal",
    "Ens.": "ensign",
    "Gen.": "general",
    "Insp.": "inspector",
    "Lieut.": "lieutenant",
    "Lt.": "lieutenant",
    "Maj.": "major",
    "Pfc.": "private",
    "Pvt.": "private",
    "Sgt.": "sergeant",
    "Supt.": "superintendent",
    "Amb.": "ambassador",
    "Dr.": "doctor",
    "Fr.": "father",
    "Gov.": "governor",
    "Hon.": "honourable",
    "Messrs.": "messrs",
    "Mr.": "mr",
    "Mrs.": "mrs",
    "Ms.": "ms",
    "Pres.": "president",
    "Prof.": "professor",
    "Rep.": "representative",
    "Rev.": "reverend",
    "Sen.": "senator",
    "Sr.": "senior",
    "Jr.": "junior",
    "St.": "st",
}
# First and second halves of double ranks: "Brig.-Gen.", "Lt. Col." written without a blank, "Lt.-Col".
FIRST_HALVES = ("Brig", "Lt", "Lieut", "Maj", "Capt", "Col", "Gen", "Vice", "Rear", "Sgt", "Staff", "Master")
SECOND_HALVES = ("Gen", "Col", "Maj", "Adm", "Sgt", "Cdr", "Cmdr", "Lt")

PREFIXES = [
    r"[•●▪■▸►‣·★☆→»*]+",
    r"(?:--+|—|–)",
    r"-(?=[A-Z“\"‘])",
]
SUFFIXES = [r"(?:--+|—|–)", r"[\[\]]"]
INFIXES = [
    r"(?:--+|—|―)",
    r"(?:(?<=—)[“”\"‘’']|[“”\"’'](?=—)|(?<=--)[“”\"‘’']|[“”\"’'](?=--))",
    rf"(?<=[{LETTERS}.,!?\"”’')\]])–(?=[{LETTERS}0-9\"“‘'(\[])",
    rf"(?<=[{LETTERS}0-9.,!?])[“”\"](?=[{LETTERS}0-9])",
    rf"(?<=[{LETTERS}0-9.,])[\[\]()](?=[{LETTERS}0-9])",
    rf"(?<=[{LETTERS}])[;!?](?=[{LETTERS}“”\"‘’])",
    rf"(?<=[{LETTERS}0-9])[.,](?=[“”\"‘])",
    r"(?<=[a-z]{2})\.(?=[“‘]?[A-Z])",
]


def rank_spellings() -> dict[str, tuple[str, ...]]:
    """Abbreviated ranks as written, each with the tokens it makes; "Maj.Gen." without a blank makes two."""
    made: dict[str, tuple[str, ...]] = {rank: (rank,) for rank in RANK_NORMS}
    for first in FIRST_HALVES:
        for second in SECOND_HALVES:
            dotted = f"{first}." if f"{first}." in RANK_NORMS else first
            made[f"{dotted}-{second}."] = (f"{dotted}-{second}.",)
            made[f"{dotted}-{second}"] = (f"{dotted}-{second}",)
            if dotted != first:
                made[f"{dotted}{second}."] = (dotted, f"{second}.")
    return made | {spelling.upper(): tuple(part.upper() for part in parts) for spelling, parts in made.items()}


def adapt_tokenizer(nlp: Language) -> Language:
    """The pipeline with the tokenizer of scraped news; it is saved with the model and needs no code to load.

    Dashes, brackets and curly quotes without blanks are split off, ranks keep their full stop ("Brig.-Gen."), and an
    apostrophe inside a name ("Asa’d", "Sana'a") splits nothing, while a possessive does.
    """
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError("the tokenizer of the pipeline is none of spaCy's own")
    tokenizer.prefix_search = compile_prefix_regex([*(defaults.prefixes or ()), *PREFIXES]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *SUFFIXES]).search
    tokenizer.infix_finditer = compile_infix_regex([*INFIXES, *(defaults.infixes or ())]).finditer
    for spelling, parts in rank_spellings().items():
        norms = {part.title(): RANK_NORMS.get(part.title(), part.lower()) for part in parts}
        tokenizer.add_special_case(spelling, [{ORTH: part, NORM: norms[part.title()]} for part in parts])
    return nlp
