"""Fetching: whatever a server does, the answer is bounded, and only hosts that may be asked are asked."""

import asyncio
import resource
from collections.abc import Callable, Iterator

import pytest

from tests.warehouse.misbehaving import PAGE, Answering, misbehaving
from warehouse.addresses import Judge, NotFetched, host_of, is_any, is_public
from warehouse.fetching import Fetched, Limits, client_of, fetched

LIMITS = Limits(seconds=4.0, silence=1.0, max_bytes=1_000_000, redirects=3)


@pytest.fixture
def at() -> Iterator[Callable[[str], str]]:
    with misbehaving() as address:
        yield address


def fetch(url: str, judge: Judge = is_any, **headers: str) -> Fetched:
    async def once() -> Fetched:
        async with client_of(LIMITS) as client:
            return await fetched(client, url, LIMITS, judge, headers)

    return asyncio.run(once())


@pytest.mark.parametrize("path", ["page", "gzip", "one-further"])
def test_a_page_is_fetched(path: str, at: Callable[[str], str]) -> None:
    answer = fetch(at(path))
    assert (answer.content.decode(), answer.media_type, answer.charset) == (PAGE, "text/html", "utf-8")


@pytest.mark.parametrize(
    ("path", "reason_code", "is_lasting"),
    [
        ("silence", "no_answer", False),
        ("slow-headers", "too_slow", False),
        ("slow-body", "too_slow", False),
        ("endless-headers", "no_answer", False),
        ("huge", "too_large", True),
        ("huge-unsaid", "too_large", True),
        ("bomb", "too_large", True),
        ("broken-gzip", "truncated", False),
        ("no-gzip", "truncated", False),
        ("unasked-coding", "undecodable", True),
        ("half", "no_answer", False),
        ("noise", "no_answer", False),
        ("hang-up", "no_answer", False),
        ("loop", "redirect_loop", True),
        ("to-file", "bad_address", True),
        ("to-nowhere", "no_answer", False),
    ],
)
def test_a_server_that_misbehaves_is_named(
    path: str, reason_code: str, is_lasting: bool, at: Callable[[str], str]
) -> None:
    with pytest.raises(NotFetched) as caught:
        fetch(at(path))
    assert (caught.value.reason_code, caught.value.is_lasting) == (reason_code, is_lasting)


@pytest.mark.parametrize(("status", "is_lasting"), [(404, True), (410, True), (403, True), (500, False), (503, False)])
def test_a_status_says_whether_another_try_is_of_use(status: int, is_lasting: bool, at: Callable[[str], str]) -> None:
    Answering.status["/page"] = status
    with pytest.raises(NotFetched, match=str(status)) as caught:
        fetch(at("page"))
    assert caught.value.is_lasting == is_lasting


def test_a_bomb_is_not_unpacked(at: Callable[[str], str]) -> None:
    fetch(at("page"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in ("bomb", "huge-unsaid"):
        with pytest.raises(NotFetched):
            fetch(at(path))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000  # kB; the server is in this process


def test_private_hosts_are_not_asked(at: Callable[[str], str]) -> None:
    with pytest.raises(NotFetched, match="not a host of the public internet"):
        fetch(at("page"), is_public)
    assert Answering.asked == []


@pytest.mark.parametrize("path", ["to-neighbour", "to-metadata"])
def test_a_redirect_is_judged_as_the_first_address_was(path: str, at: Callable[[str], str]) -> None:
    with pytest.raises(NotFetched) as caught:
        fetch(at(path), lambda address: address == "127.0.0.1")
    assert caught.value.reason_code == "private_host"
    assert [asked[0] for asked in Answering.asked] == [f"/{path}"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - this machine
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # what clouds tell their machines
        ("100.64.0.1", False),  # shared by customers of one carrier
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),  # v4 in v6
        ("64:ff9b::7f00:1", False),  # by NAT64
        ("2002:7f00:1::", False),  # by 6to4
        ("64:ff9b::5db8:d70e", True),
    ],
)
def test_public_addresses(address: str, expected: bool) -> None:
    assert is_public(address) == expected


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "ftp://news.example/feed",
        "//news.example/feed",
        "https://",
        "https://user:word@news.example/",
        "https://news.example:99999/",
        "http://[::1",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_address_to_fetch(url: str) -> None:
    with pytest.raises(NotFetched):
        host_of(url)


def test_nothing_of_this_machine_is_told(at: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    fetch(at("page"))
    ((_, headers, _),) = Answering.asked
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
