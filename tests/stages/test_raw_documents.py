"""Bytes decoded, or refused with a reason."""

import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.landed import LANDED
from stages.raw_documents import Decoded, Limits, Refusal, decode, decode_documents

QUOTED = "The “new” café in Homs"
RUSSIAN = "Солдаты покинули казармы на севере страны, сообщили вчера два офицера."


@pytest.mark.parametrize(
    ("content", "charset", "encoding", "text"),
    [
        (QUOTED.encode(), None, "utf-8", QUOTED),
        (b"\xef\xbb\xbf" + QUOTED.encode(), None, "utf-8-sig", QUOTED),
        (QUOTED.encode("utf-16"), None, "utf-16", QUOTED),
        (QUOTED.encode("utf-16-le"), None, "utf-16-le", QUOTED),  # no mark: every other byte is nought
        (QUOTED.encode("cp1252"), None, "cp1252", QUOTED),
        (QUOTED.encode("cp1252"), "iso-8859-1", "cp1252", QUOTED),  # as the web means it
        (QUOTED.encode(), "iso-8859-1", "utf-8", QUOTED),  # valid UTF-8 outweighs what is declared
        (RUSSIAN.encode("cp1251"), None, "cp1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8-r", "koi8-r", RUSSIAN),
        (b'<html><head><meta charset="windows-1251">' + RUSSIAN.encode("cp1251"), None, "cp1251", None),
        (QUOTED.encode(), "no-such-charset", "utf-8", QUOTED),
        (("Caf\u00e9 " * 9 + "na\u00efve caf\u00e9").encode()[:-1], None, "utf-8", None),  # cut inside a character
    ],
)
def test_decoding(content: bytes, charset: str | None, encoding: str, text: str | None) -> None:
    made = decode(content, charset=charset)
    assert isinstance(made, Decoded)
    assert made.encoding == encoding
    assert text is None or made.text == text


@pytest.mark.parametrize(
    ("content", "reason_code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.4\n%\xe2\xe3", "binary"),
        (b"PK\x03\x04rest", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (bytes(range(1, 9)) * 40, "binary"),
        (b"a" * 101, "too_long"),
    ],
)
def test_refusals(content: bytes, reason_code: str) -> None:
    made = decode(content, limits=Limits(max_byte_count=100 if reason_code == "too_long" else 10_000))
    assert isinstance(made, Refusal)
    assert made.reason_code == reason_code


def test_a_page_that_begins_as_html_is_read_as_html() -> None:
    made = decode(b"<!DOCTYPE html>\n<html><body>Text</body></html>", media_type="text/plain")
    assert isinstance(made, Decoded)
    assert made.media_type == "text/html"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    made = decode(content)
    assert isinstance(made, Refusal) or made.text.encode()  # what is decoded can be stored


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text.strip()))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    made = decode(("- " + text).encode())
    assert isinstance(made, Decoded)
    assert made.text == "- " + text


def test_every_item_is_a_row_or_a_reject() -> None:
    contents = (QUOTED.encode(), b"", b"%PDF-1.7")
    landed = LANDED.of(
        [
            {
                "document_id": hashlib.sha256(content).hexdigest(),
                "uri": f"item-{number}.txt",
                "media_type": "text/plain",
                "content": content,
                "byte_count": len(content),
                "received_at": datetime(2014, 3, 3, tzinfo=UTC),
                "batch_id": "one",
            }
            for number, content in enumerate(contents)
        ]
    )
    made = decode_documents(landed, limits=Limits())
    assert made.rows["uri"].to_pylist() == ["item-0.txt"]
    assert [(reject.uri, reject.reason_code) for reject in made.rejects] == [
        ("item-1.txt", "empty"),
        ("item-2.txt", "binary"),
    ]
