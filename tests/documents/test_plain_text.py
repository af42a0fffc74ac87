import unicodedata

from kls_portal.documents.plain_text import LONGEST_FIELD, SHORTENED, one_line, plain
from tests.documents.hostile import HOSTILE
from tests.each import each


@each(
    "text, wanted",
    [
        ("Band 6 & up <b>", "Band 6 & up <b>"),
        ("a\x00b\x1bc\x7fd", "abcd"),
        ("a\r\nb\rc\x85d\u2028e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\tb\u00a0c\u3000d", "a b c d"),
        ("x\ud800y", "x\ufffdy"),
        ("\ud83d\ude00", "😀"),
        ("\ufdd0\U0001ffff\ue000", "\ufffd\ufffd\ufffd"),
        ("e\u0301", "é"),
        ("safe\u202egnp\u2066", "safegnp"),
        ("Nguyễn 👩🏽‍🏫 مكتبة", "Nguyễn 👩🏽‍🏫 مكتبة"),
    ],
)
def test_plain(text, wanted):
    assert plain(text) == wanted


def test_a_field_at_the_limit_stays_and_one_above_is_cut_and_says_so():
    assert plain("x" * LONGEST_FIELD) == "x" * LONGEST_FIELD
    cut = plain("x" * (LONGEST_FIELD + 1))
    assert len(cut) == LONGEST_FIELD
    assert cut.endswith(SHORTENED)


@each("text", HOSTILE.values())
def test_whatever_comes_in_what_goes_out_is_writable_anywhere(text):
    out = plain(text)
    out.encode("utf-8")
    assert {c for c in out if unicodedata.category(c) in ("Cc", "Cs", "Co")} <= {"\n"}
    assert plain(out) == out


def test_one_line_has_no_line_ends_and_single_spaces():
    assert one_line("  a\r\n\tb\u2029 c ") == "a b c"
    assert one_line(HOSTILE["blank"]).strip("\u200b") == ""
