"""Which hosts a request may go to: public ones, judged by the address that is then connected to."""

import asyncio
import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Judge = Callable[[str], bool]  # whether a request may go to an address
NAT64 = ipaddress.ip_network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}


class NotFetched(ValueError):
    """Why nothing came from an address: a reason code and a sentence; `is_lasting` when another try is no use."""

    def __init__(self, reason_code: str, detail: str, *, is_lasting: bool) -> None:
        super().__init__(detail)
        self.reason_code, self.detail, self.is_lasting = reason_code, detail, is_lasting


def is_public(text: str) -> bool:
    """Whether an address is of the public internet, also where it is a v4 address in v6 clothes."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    inner = _inner_of(address)
    return address.is_global and not address.is_multicast and (inner is None or is_public(str(inner)))


def _inner_of(address: Address) -> ipaddress.IPv4Address | None:
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def host_of(url: str) -> tuple[str, int]:
    """The host and port of an http or https address; raises NotFetched for any other, and for one with a password."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise NotFetched("bad_address", f"no address: {error}", is_lasting=True) from error
    if parts.scheme not in PORTS or not host:
        raise NotFetched("bad_address", "only http and https addresses are fetched", is_lasting=True)
    if "@" in parts.netloc:
        raise NotFetched("bad_address", "an address with a user or password is not fetched", is_lasting=True)
    return host, port or PORTS[parts.scheme]


def is_any(_address: str) -> bool:
    """Every address is allowed: for a feed that its user says may stand in the private network."""
    return True


async def address_of(host: str, port: int, judge: Judge) -> str:
    """An address of the host that a request may go to; raises NotFetched."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched("no_such_host", f"{host}: {error}", is_lasting=False) from error
    addresses = [str(entry[4][0]) for entry in found]
    allowed = [address for address in addresses if judge(address)]
    if not allowed:
        raise NotFetched("private_host", f"{host} is not a host of the public internet", is_lasting=True)
    return allowed[0]
