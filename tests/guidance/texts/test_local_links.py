"""Typed links: words and an https address on each line."""

import pytest

from guidance.texts.rules.local_links import MOST_LINKS, LinkError, is_https, read_links
from kls_portal.parts import Link
from tests.each import each


def test_each_line_is_a_link():
    typed = "Our  policy https://intranet.example/a?b=1#c\n\n  Rota https://rota.example  \n"
    assert read_links(typed) == (
        Link("Our policy", "https://intranet.example/a?b=1#c"),
        Link("Rota", "https://rota.example"),
    )
    assert read_links("") == ()


@each(
    "typed, named",
    [
        ("Rota https://a.example\nPolicy http://b.example", r"\b2\b"),
        ("Policy", r"\b1\b"),
        ("https://a.example", r"\b1\b"),
        ("\n".join(f"Link {n} https://a.example/{n}" for n in range(11)), rf"\b{MOST_LINKS}\b"),
    ],
)
def test_a_line_that_is_no_link_is_named(typed, named):
    with pytest.raises(LinkError, match=named):
        read_links(typed)


@each(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)//https://a.example",
        "data:text/html,x",
        "http://a.example",
        "//a.example",
        "https://",
        "https:///a",
        "https://user:pass@a.example",
        "https://a.example@b.example",
        'https://a.example/"onclick=',
        "https://a.example/<script>",
        "https://[::1",
        "https://a.example:99999",
        "https://a\x00.example",
        "https://a.example/" + "x" * 500,
    ],
)
def test_what_is_no_safe_address_is_refused(address):
    assert not is_https(address)


@each("address", ["https://intranet/a", "HTTPS://A.Example", "https://a.uk:8443/"])
def test_an_address_within_a_trust_is_fine(address):
    assert is_https(address)
