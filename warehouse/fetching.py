"""Fetching one address: with limits of time, size and redirects, and only from hosts that may be asked."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import urljoin, urlsplit

import httpx

from warehouse.addresses import Judge, NotFetched, address_of, host_of

AGENT = "attest/0.1 (news archive; reads feeds that its user listed)"
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {400, 401, 403, 404, 405, 410, 414, 451}  # what another try does not change


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a fetch may take (seconds), how many bytes it may bring, before and after decompression."""

    seconds: float = 60.0
    silence: float = 15.0  # without a byte
    max_bytes: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: status 200 with a body, or 304 without."""

    url: str
    status: int
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def media_type(self) -> str:
        """The declared type, in lower case, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The declared encoding."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        said = message.get_param("charset")
        return said.strip() or None if isinstance(said, str) else None


@asynccontextmanager
async def client_of(limits: Limits) -> AsyncIterator[httpx.AsyncClient]:
    """A client that follows no redirect by itself and knows no proxy, cookie or password of this machine."""
    once = httpx.Limits(max_keepalive_connections=0)  # two names may share an address: each shows its own certificate
    timeout = httpx.Timeout(limits.silence)
    async with httpx.AsyncClient(timeout=timeout, limits=once, trust_env=False) as client:
        yield client


async def fetched(
    client: httpx.AsyncClient, url: str, limits: Limits, judge: Judge, headers: Mapping[str, str] | None = None
) -> Fetched:
    """What the address gives, redirects followed, each host judged anew; raises NotFetched."""
    try:
        async with asyncio.timeout(limits.seconds):
            for _ in range(limits.redirects + 1):
                answer = await _one(client, url, limits, judge, headers or {})
                if isinstance(answer, Fetched):
                    return answer
                url = answer
    except TimeoutError as error:
        raise NotFetched("too_slow", f"not done within {limits.seconds:g} seconds", is_lasting=False) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        if isinstance(error, NotFetched):
            raise
        raise NotFetched("no_answer", f"{type(error).__name__}: {error}", is_lasting=False) from error
    raise NotFetched("redirect_loop", f"more than {limits.redirects} redirects", is_lasting=True)


async def _one(
    client: httpx.AsyncClient, url: str, limits: Limits, judge: Judge, headers: Mapping[str, str]
) -> Fetched | str:
    """The answer, or the address that it redirects to."""
    host, port = host_of(url)
    address = await address_of(host, port, judge)
    # The connection goes to the address that was judged: a name that is looked up again may have changed meanwhile.
    parts = urlsplit(url)
    target = parts._replace(netloc=f"[{address}]:{port}" if ":" in address else f"{address}:{port}", fragment="")
    sent = {
        "Host": parts.netloc,
        "User-Agent": AGENT,
        "Accept": "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8",
        "Accept-Encoding": "gzip",
        **headers,
    }
    request = client.build_request("GET", target.geturl(), headers=sent, extensions={"sni_hostname": host})
    answer = await client.send(request, stream=True)
    try:
        if answer.status_code in REDIRECTS:
            return _further(url, answer.headers.get("location"))
        if answer.status_code == 304:
            return Fetched(url, 304, headers=dict(answer.headers))
        if answer.status_code != 200:
            is_lasting = answer.status_code in GONE
            raise NotFetched("refused_by_server", f"status {answer.status_code}", is_lasting=is_lasting)
        body = await _body(answer, limits.max_bytes)
        content = _decompressed(body, answer.headers.get("content-encoding", ""), limits.max_bytes)
        return Fetched(url, 200, content, dict(answer.headers))
    finally:
        await answer.aclose()
        client.cookies.clear()


def _further(url: str, location: str | None) -> str:
    if not location:
        raise NotFetched("no_answer", "a redirect to nowhere", is_lasting=False)
    further = urljoin(url, location)
    if url.startswith("https:") and not further.startswith("https:"):
        raise NotFetched("bad_address", "a redirect from https to http is not followed", is_lasting=True)
    return further


async def _body(answer: httpx.Response, max_bytes: int) -> bytes:
    declared = answer.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:18]) > max_bytes:
        raise NotFetched("too_large", f"more than {max_bytes:,} bytes", is_lasting=True)
    content = bytearray()
    async for chunk in answer.aiter_raw():
        content += chunk
        if len(content) > max_bytes:
            raise NotFetched("too_large", f"more than {max_bytes:,} bytes", is_lasting=True)
    return bytes(content)


def _decompressed(body: bytes, encoding: str, max_bytes: int) -> bytes:
    """The body as it was before the server compressed it, never more than is allowed at once."""
    if encoding.strip().lower() in ("", "identity"):
        return body
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        raise NotFetched("undecodable", f"compressed as {encoding[:40]!r}, which was not asked for", is_lasting=True)
    reader = zlib.decompressobj(wbits=47)  # gzip or zlib, by its head
    try:
        content = reader.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise NotFetched("truncated", f"the compressed answer is damaged: {error}", is_lasting=False) from error
    if len(content) > max_bytes:
        raise NotFetched("too_large", f"more than {max_bytes:,} bytes when decompressed", is_lasting=True)
    if not reader.eof:
        raise NotFetched("truncated", "the compressed answer breaks off", is_lasting=False)
    return content
