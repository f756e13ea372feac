"""Which language a text is in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from stages.cleaning.prose import function_share_of, words_in

ENGLISH = "en"
SAMPLE = 4000  # characters; a news text is settled long before
MIN_WORDS = 6
ENGLISH_SHARE = 0.25  # function words; running text of any other language has under .12 of them
PLAIN_SHARE = 0.12
SURE = 0.9


def language_of(text: str) -> str:
    """ISO 639-1 code of the language, "en" where too few words are there to tell otherwise.

    Function words settle English, as telegraphic and capitalised wire copy misleads models of letters; py3langid
    (Lui and Baldwin 2012, doi:10.5555/2390470.2390475) names the rest.
    """
    sample = text[:SAMPLE].lower()
    words = words_in(sample)
    share = function_share_of(words)
    if share >= ENGLISH_SHARE or (len(words) < MIN_WORDS and sample.isascii()):
        return ENGLISH
    language, certainty = _identifier().classify(sample.encode("utf-8", "replace").decode("utf-8"))
    if language != ENGLISH and share >= PLAIN_SHARE and certainty < SURE:
        return ENGLISH
    return str(language)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
