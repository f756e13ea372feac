"""Direct speech: what stands between quotation marks, across sentences and paragraphs."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

OPENING, CLOSING, STRAIGHT = frozenset("“„«"), frozenset("”»"), frozenset('"')
SINGLE_OPENING, SINGLE_CLOSING = frozenset("‘"), frozenset("’")
MIN_TOKENS = 6  # marks included; a shorter quotation is a word or a name
MAX_TOKENS = 250  # a longer one was never closed
KEY = "quotes"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Direct speech over tokens `start` to `end`, marks included."""

    start: int
    end: int

    def around(self, doc: Doc) -> Span:
        """The sentences in which the quotation starts and ends, whole."""
        return doc[doc[self.start].sent.start : doc[self.end - 1].sent.end]

    def before(self, doc: Doc) -> Span:
        """The sentence before those of the quotation."""
        start = self.around(doc).start
        return doc[doc[start - 1].sent.start : start] if start > 0 else doc[0:0]

    def after(self, doc: Doc) -> Span:
        """The sentence after those of the quotation."""
        end = self.around(doc).end
        return doc[end : doc[end].sent.end] if end < len(doc) else doc[end:end]

    def holds(self, at: int) -> bool:
        """Whether a token stands inside it."""
        return self.start <= at < self.end


def quotes_in(doc: Doc) -> list[Quoted]:
    """The direct speech of a document, in order; a paragraph that ends open goes on in the next that opens again."""
    found: list[Quoted] = []
    start, mark = -1, ""
    for token in doc:
        is_end = "\n\n" in token.text_with_ws or token.i + 1 == len(doc)
        if start < 0 and _opens(token):
            start, mark = token.i, token.text
        elif start >= 0 and (_closes(token, mark) or is_end or token.i - start > MAX_TOKENS):
            is_quoted = _closes(token, mark) or is_end
            if is_quoted and token.i + 1 - start >= MIN_TOKENS:
                found.append(Quoted(start, token.i + 1))
            start = -1
        if is_end:
            start = -1
    return found


def _opens(token: Token) -> bool:
    """Whether a mark opens a quotation: straight and single ones do where no blank follows but one precedes."""
    if token.text in OPENING:
        return True
    if token.text not in STRAIGHT | SINGLE_OPENING or token.whitespace_:
        return False
    return token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_punct or token.nbor(-1).is_space


def _closes(token: Token, mark: str) -> bool:
    if mark in OPENING:
        return token.text in CLOSING
    if mark in SINGLE_OPENING:
        return token.text in SINGLE_CLOSING and (token.i + 1 == len(token.doc) or token.nbor(1).text != "s")
    return token.text in STRAIGHT


def quote_around(token: Token) -> Quoted | None:
    """The direct speech a token stands in; a document's quotes are read once and kept with its analysis."""
    doc = token.doc
    if KEY not in doc.user_data:
        doc.user_data[KEY] = quotes_in(doc)
    quotes: list[Quoted] = doc.user_data[KEY]
    return next((quoted for quoted in quotes if quoted.start <= token.i < quoted.end), None)


def is_quoted(token: Token) -> bool:
    """Whether a token stands in direct speech."""
    return quote_around(token) is not None
