"""A real HTTP server on loopback whose every path misbehaves in its own way."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PAGE = "<html><body><h1>Soldiers leave</h1><p>Ten soldiers deserted in Homs.</p></body></html>"
ENTRY = "<item><title>{title}</title><link>{link}</link><pubDate>Tue, 01 Apr 2014 23:30:00 -0500</pubDate></item>"


@cache
def bomb() -> bytes:
    """Half a gigabyte of zeros, compressed piece by piece."""
    packer = zlib.compressobj(wbits=31)
    return b"".join([packer.compress(b"\0" * 1_000_000) for _ in range(500)]) + packer.flush()


def rss(*links: str) -> bytes:
    """A feed whose entries link to these addresses."""
    entries = "".join(ENTRY.format(title=f"Entry {number}", link=link) for number, link in enumerate(links, start=1))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{entries}</channel></rss>'.encode()


class Answering(BaseHTTPRequestHandler):
    """Answers by path."""

    protocol_version = "HTTP/1.1"
    feed: ClassVar[bytes] = b""  # what /feed gives
    status: ClassVar[dict[str, int]] = {}  # paths that answer with this status at the moment
    asked: ClassVar[list[tuple[str, dict[str, str], float]]] = []

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        Answering.asked.append((self.path, dict(self.headers), time.monotonic()))
        name = self.path.strip("/").partition("?")[0].replace("-", "_")
        try:
            if self.path in Answering.status:
                self.give(b"", status=Answering.status[self.path])
            else:
                getattr(self, f"give_{name}", self.give_page)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def give(self, content: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Type": kind, "Content-Length": str(len(content))} | given).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def move(self, target: str) -> None:
        self.give(b"", status=302, Location=target)

    def give_page(self) -> None:
        self.give(PAGE.encode())

    def give_feed(self) -> None:
        tag = f'"{zlib.crc32(Answering.feed)}"'
        if self.headers.get("If-None-Match") == tag:
            self.give(b"", status=304)
        else:
            self.give(Answering.feed, "application/rss+xml", ETag=tag, Last_Modified="Tue, 01 Apr 2014 10:00:00 GMT")

    def give_latin(self) -> None:
        self.give("Café in Nîmes: soldats".encode("latin-1"), "text/html; charset=utf-8")

    def give_image(self) -> None:
        self.give(b"\x89PNG\r\n", "image/png")

    def give_silence(self) -> None:
        time.sleep(5)

    def give_slow_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.drip(b"X-Slow: 1\r\n")

    def give_slow_body(self) -> None:
        self.give(b"", Content_Length="1000000")
        self.drip(b"a")

    def drip(self, drop: bytes) -> None:
        for _ in range(50):
            self.wfile.write(drop)
            self.wfile.flush()
            time.sleep(0.1)

    def give_endless_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(20_000):
            self.wfile.write(b"X-More: " + b"a" * 1_000 + b"\r\n")

    def give_huge(self) -> None:
        self.give(b"", Content_Length="200000000")
        self.pour()

    def give_huge_unsaid(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        self.pour()

    def pour(self) -> None:
        for _ in range(200):
            self.wfile.write(b"a" * 1_000_000)

    def give_bomb(self) -> None:
        self.give(bomb(), Content_Encoding="gzip")

    def give_gzip(self) -> None:
        self.give(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def give_broken_gzip(self) -> None:
        self.give(gzip.compress(PAGE.encode() * 50)[:-20], Content_Encoding="gzip")

    def give_no_gzip(self) -> None:
        self.give(PAGE.encode(), Content_Encoding="gzip")

    def give_unasked_coding(self) -> None:
        self.give(PAGE.encode(), Content_Encoding="br")

    def give_half(self) -> None:
        self.give(b"half", Content_Length="100")
        self.close_connection = True

    def give_noise(self) -> None:
        self.wfile.write(b"\x00\xff no HTTP at all\r\n\r\n")
        self.close_connection = True

    def give_hang_up(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.close_connection = True
        self.connection.close()

    def give_loop(self) -> None:
        self.move("/loop")

    def give_one_further(self) -> None:
        self.move("page")

    def give_to_file(self) -> None:
        self.move("file:///etc/hostname")

    def give_to_nowhere(self) -> None:
        self.give(b"", status=301)

    def give_to_neighbour(self) -> None:
        self.move(f"http://127.0.0.2:{self.server.server_address[1]}/page")

    def give_to_metadata(self) -> None:
        self.move("http://169.254.169.254/latest/")


@contextmanager
def misbehaving() -> Iterator[Callable[[str], str]]:
    """The address of a path on the server, which listens on every loopback address."""
    bomb()  # now: whoever asks for it would be kept waiting
    Answering.asked.clear()
    Answering.status.clear()
    Answering.feed = b""
    with ThreadingHTTPServer(("0.0.0.0", 0), Answering) as server:  # noqa: S104 - 127.0.0.1 and 127.0.0.2
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield lambda path: f"http://127.0.0.1:{server.server_address[1]}/{path}"
        server.shutdown()
