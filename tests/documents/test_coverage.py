"""The reader of character maps, on small maps made by hand and on the real fonts."""

import struct

import pytest

from kls_portal.documents.fonts import FAMILIES, face_coverage, face_files, family_coverage


def make_font(subtable: bytes, platform: int = 3) -> bytes:
    """A font file that holds nothing but one character map."""
    cmap = struct.pack(">HHHHL", 0, 1, platform, 1, 12) + subtable
    return struct.pack(">LHHHH4sLLL", 0x10000, 1, 0, 0, 0, b"cmap", 0, 28, len(cmap)) + cmap


def make_format_4() -> bytes:
    """A-C by delta, 0x100-0x102 by a list whose middle is .notdef, the closing segment."""
    ends, starts, deltas = (0x43, 0x102, 0xFFFF), (0x41, 0x100, 0xFFFF), (0, 0, 1)
    # The list lies behind the three offsets: four bytes on from the second one.
    offsets, glyphs = (0, 4, 0), (7, 0, 9)
    head = struct.pack(">HHHHHHH", 4, 0, 0, 6, 0, 0, 0)
    return (
        head
        + struct.pack(">3HH", *ends, 0)
        + struct.pack(">3H3H3H3H", *starts, *deltas, *offsets, *glyphs)
    )


def test_format_4_reads_ranges_and_leaves_out_what_has_no_glyph():
    assert face_coverage(make_font(make_format_4())) == {0x41, 0x42, 0x43, 0x100, 0x102}


def test_format_12_reads_ranges_and_leaves_out_glyph_0():
    groups = [(0x41, 0x42, 5), (0x1F600, 0x1F602, 0)]
    table = struct.pack(">HHLLL", 12, 0, 0, 0, len(groups))
    table += b"".join(struct.pack(">LLL", *group) for group in groups)
    assert face_coverage(make_font(table)) == {0x41, 0x42, 0x1F601, 0x1F602}


def test_an_old_macintosh_map_alone_is_refused():
    with pytest.raises(ValueError, match="Unicode"):
        face_coverage(make_font(make_format_4(), platform=1))


def test_a_font_without_a_map_is_refused():
    with pytest.raises(ValueError, match="no table"):
        face_coverage(struct.pack(">LHHHH", 0x10000, 0, 0, 0, 0))


def test_a_family_prints_only_what_all_its_faces_have(tmp_path):
    whole, half = tmp_path / "regular.ttf", tmp_path / "bold.ttf"
    whole.write_bytes(make_font(make_format_4()))
    table = struct.pack(">HHLLLLLL", 12, 0, 0, 0, 1, 0x42, 0x43, 5)
    half.write_bytes(make_font(table))
    assert family_coverage([whole, half]) == {0x42, 0x43}
    assert family_coverage([]) == frozenset()


def test_the_real_fonts_have_what_they_are_there_for():
    coverage = dict(zip(FAMILIES, map(family_coverage, face_files()), strict=True))
    for family, text in {
        "Arimo": "abc ẸṢŃỄƳŴ £€–’“ \ufffd",
        "Noto Sans Arabic": "مكتبة",
        "Noto Sans Hebrew": "ספרן",
        "Noto Emoji": "📚👩🏽",
        "DejaVu Sans": "☐☑✓",
    }.items():
        assert {c for c in text if ord(c) not in coverage[family]} == set()
    assert ord("図") not in frozenset().union(*coverage.values())
