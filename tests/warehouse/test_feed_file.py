"""The file that lists the feeds: what is wrong in it is said."""

from pathlib import Path

import pytest

from warehouse.feed_file import BadFeeds, Feed, FeedFile, feeds_in


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", r"no \[\[feed\]\]"),
        ("feed = 3", r"no \[\[feed\]\]"),
        ("[[feed]]", "feed 1: it has no url"),
        ("[[feed]]\nurl = 3", "feed 1: url is 3, not a str"),
        ('[[feed]]\nurl = "ftp://a.example/"', "only http and https"),
        ('[[feed]]\nurl = "https://u:p@a.example/"', "user or password"),
        ('[[feed]]\nurl = "https://a.example/"\ntakes = "all"', "takes is one of"),
        ('[[feed]]\nurl = "https://a.example/"\nprivate = true', "private is no setting"),
        ('[[feed]]\nurl = "https://a.example/"\n[[feed]]\nurl = "https://a.example/"', "twice"),
        ('delay = -1\n[[feed]]\nurl = "https://a.example/"', "delay is a number"),
        ('max_articles = 0\n[[feed]]\nurl = "https://a.example/"', "max_articles is a number"),
        ('pause = 1\n[[feed]]\nurl = "https://a.example/"', "pause is no setting"),
        ("[[feed]\n", "feeds.toml: "),
    ],
)
def test_a_feeds_file_that_is_wrong_is_said(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFeeds, match=sentence):
        feeds_in(path)


def test_a_feeds_file(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        'delay = 5\n[[feed]]\nurl = "https://a.example/rss"\noutlet = "A"\ntakes = "entries"\n'
        '[[feed]]\nurl = "http://b.example:8080/atom"\nallow_private = true\n',
        encoding="utf-8",
    )
    first = Feed("https://a.example/rss", "A", "entries")
    second = Feed("http://b.example:8080/atom", allow_private=True)
    assert feeds_in(path) == FeedFile((first, second), 5.0, 500)
