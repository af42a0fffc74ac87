"""The fonts of PDF files, read from node_modules: none is in the repository.

Arimo has the widths of Arial, the NHS fallback for its licensed typeface; the others supply
characters that Arimo lacks. All are static TrueType: typst does not read woff2.
"""

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
def face_files(node_modules: Path = NODE_MODULES) -> tuple[tuple[Path, ...], ...]:
    """Return the font files of each family in FAMILIES that the templates can use.

    Only regular and bold of normal width: templates use no other weight.
    """
    paths_of: dict[str, set[Path]] = {family: set() for family in FAMILIES}
    for face in load_fonts(node_modules).fonts():
        usable = face.weight in (400, 700) and face.stretch == 1.0
        if face.path and usable and face.family in paths_of:
            paths_of[face.family].add(Path(face.path))
    return tuple(tuple(sorted(paths)) for paths in paths_of.values())
