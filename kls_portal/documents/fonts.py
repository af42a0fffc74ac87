"""The fonts of PDF files, read from node_modules: none is in the repository.

Arimo has the widths of Arial, the NHS fallback for its licensed typeface; the others supply
characters that Arimo lacks. All are static TrueType: typst does not read woff2.

Which characters one can print is read from its "cmap" table. Source: OpenType specification 1.9,
"cmap", formats 4 and 12 (read 22 November 2026).
"""

import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import typst

NODE_MODULES = Path(__file__).resolve().parents[2] / "node_modules"

# In the order in which a character is looked up; typst/house.typ has the same order.
FAMILIES = ("Arimo", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji", "DejaVu Sans")

FOLDERS = (
    "@expo-google-fonts/arimo/400Regular",
    "@expo-google-fonts/arimo/400Regular_Italic",
    "@expo-google-fonts/arimo/700Bold",
    "@expo-google-fonts/arimo/700Bold_Italic",
    "@expo-google-fonts/noto-sans-arabic/400Regular",
    "@expo-google-fonts/noto-sans-arabic/700Bold",
    "@expo-google-fonts/noto-sans-hebrew/400Regular",
    "@expo-google-fonts/noto-sans-hebrew/700Bold",
    "@expo-google-fonts/noto-emoji/400Regular",
    "dejavu-fonts-ttf/ttf",
)


class FontsMissingError(RuntimeError):
    """The fonts are not installed."""


@lru_cache(maxsize=2)
def load_fonts(node_modules: Path = NODE_MODULES) -> typst.Fonts:
    """Return the fonts for typst; the same object each time, as threads can share it.

    Raises FontsMissingError if a folder or a family is missing.
    """
    folders = [node_modules / folder for folder in FOLDERS]
    if not all(folder.is_dir() for folder in folders):
        raise FontsMissingError("The fonts are missing: run make run")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[*map(str, folders)]
    )
    if not set(FAMILIES) <= set(fonts.families()):
        raise FontsMissingError("The fonts are missing: run make run")
    return fonts


@lru_cache(maxsize=2)
def face_files() -> tuple[tuple[Path, ...], ...]:
    """Return the font files of each family in FAMILIES that the templates can use.

    Only regular and bold of normal width: templates use no other weight.
    """
    paths_of: dict[str, set[Path]] = {family: set() for family in FAMILIES}
    for face in load_fonts().fonts():
        usable = face.weight in (400, 700) and face.stretch == 1.0
        if face.path and usable and face.family in paths_of:
            paths_of[face.family].add(Path(face.path))
    return tuple(tuple(sorted(paths)) for paths in paths_of.values())


NOT_DEFINED = 0


def family_coverage(faces: Iterable[Path]) -> frozenset[int]:
    """Return the code points that every face of a family covers.

    Not their union: typst does not fall back to the regular face where the bold one lacks a glyph.
    """
    covered = [face_coverage(path.read_bytes()) for path in faces]
    return frozenset.intersection(*covered) if covered else frozenset()


def face_coverage(font: bytes) -> frozenset[int]:
    """Return the code points that a TrueType or OpenType file maps to a glyph other than .notdef.

    Raises ValueError if the file has no "cmap" table of format 4 or 12.
    """
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", cmap, 2)
    code_points: set[int] = set()
    for index in range(count):
        platform, _, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * index)
        (kind,) = struct.unpack_from(">H", cmap, offset)
        # Platforms 0 and 3 are Unicode; 1 is the old Macintosh.
        if platform in (0, 3) and kind in (4, 12):
            reader = _segments if kind == 4 else _groups
            code_points.update(reader(cmap[offset:]))
    if not code_points:
        raise ValueError("The font has no Unicode character map of format 4 or 12.")
    return frozenset(code_points)


def _table(font: bytes, tag: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if name == tag:
            return font[offset : offset + length]
    raise ValueError(f"The font has no table {tag!r}.")


def _segments(table: bytes) -> Iterator[int]:
    """Yield from format 4: ranges of the first 65,536 code points, with a delta or glyph list."""
    (doubled,) = struct.unpack_from(">H", table, 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * doubled)
    offsets_at = 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", table, offsets_at)
    for index, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                # The offset is relative to its own place in the table.
                place = offsets_at + 2 * index + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", table, place)
            if (glyph or not offset) and (glyph + delta) % 0x10000 != NOT_DEFINED:
                yield code


def _groups(table: bytes) -> Iterator[int]:
    """Yield from format 12: ranges of all code points, each with the glyph of its first."""
    (count,) = struct.unpack_from(">L", table, 12)
    for start, end, glyph in struct.iter_unpack(">LLL", table[16 : 16 + 12 * count]):
        yield from range(start if glyph != NOT_DEFINED else start + 1, end + 1)
