"""What is inside a PDF: the text as a reader gets it, and the raw objects."""

import re
import subprocess
import zlib
from collections.abc import Iterable
from pathlib import Path

from tests.pdfua.checker import SECONDS, CheckerError, find_jar

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def read_texts(paths: Iterable[Path], folder: Path) -> dict[Path, str]:
    """The text of each PDF, read by the jar of opendataloader-pdf, without any white space.

    White space goes because a reader turns line ends into spaces. `folder` takes the files that
    the program writes. Raises CheckerError where it leaves a file out.
    """
    files = list(paths)
    command = ["java", "-jar", str(find_jar()), "--format", "text", "-o", str(folder)]
    done = subprocess.run(
        [*command, "--content-safety-off", "all", *map(str, files)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    texts = {path: folder / f"{path.stem}.txt" for path in files}
    if not all(text.is_file() for text in texts.values()):
        raise CheckerError(f"A text is missing: {done.stderr[-500:]}")
    return {path: squeezed(text.read_text(encoding="utf-8")) for path, text in texts.items()}


def squeezed(text: str) -> str:
    """The text without white space and zero-width spaces."""
    return "".join(text.replace("\u200b", "").split())


def raw_objects(pdf: bytes) -> bytes:
    """The whole file with its compressed streams unpacked behind it, to search for tags."""
    unpacked = [pdf]
    for stream in _STREAM.finditer(pdf):
        try:
            unpacked.append(zlib.decompress(stream[1]))
        except zlib.error:
            continue
    return b"\n".join(unpacked)
