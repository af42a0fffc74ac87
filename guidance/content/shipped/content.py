"""A whole folder of content, checked as a unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guidance import CONTENT
from guidance.content.shipped import entries
from guidance.decisions.rules import DecisionEntry
from guidance.search.synonyms import SynonymEntry, read_groups
from guidance.texts.rules.markdown import CLAIM
from kls_portal.reference import bindings
from kls_portal.reference.toml_tables import WrongContentError, line_of, read_text, shipped_facts


@dataclass(frozen=True)
class Content:
    """Everything in a folder: the pages, parents first, and the other shipped entries."""

    pages: Sequence[entries.PageFile]
    resources: Sequence[entries.ResourceEntry]
    updates: Sequence[entries.UpdateFile] = ()
    networks: Sequence[entries.NetworkEntry] = ()
    claims: Sequence[entries.ClaimEntry] = ()
    synonyms: Sequence[SynonymEntry] = ()
    decisions: Sequence[DecisionEntry] = ()


def read_content(folder: Path = CONTENT) -> Content:
    """Return the content of a folder.

    Raises WrongContentError for the first error, and OSError where the folder or
    its resources.toml cannot be read.
    """
    resources = entries.read_resources(folder / "resources.toml")
    codes = {resource.id for resource in resources}
    claims = entries.read_claims(folder / "claims.toml", codes)
    known = {claim.id for claim in claims}
    facts = {fact.name for fact in shipped_facts().values()}
    files = sorted(folder.glob("*.md"), key=lambda file: (file.stem.count("."), file.name))
    pages = [entries.read_page(file) for file in files]
    paths = {page.path for page in pages}
    for file, page in zip(files, pages, strict=True):
        if page.parent_path and page.parent_path not in paths:
            raise WrongContentError(file, 1, f"there is no page “{page.parent_path}” for it.")
        for code in page.resources:
            if code not in codes:
                line = line_of(read_text(file), "resources")
                raise WrongContentError(file, line, f"there is no resource “{code}”.")
        _check_claims(file, page, known)
        _check_bindings(file, page.text, facts)
    updates = entries.read_updates(folder / "updates")
    for update in updates:
        _check_bindings(folder / "updates" / f"{update.slug}.md", update.text, facts)
    return Content(
        pages=pages,
        resources=resources,
        updates=updates,
        networks=entries.read_networks(folder / "networks.toml", codes),
        claims=claims,
        synonyms=read_groups(folder / "synonyms.toml"),
        decisions=entries.read_decisions(folder / "decisions.toml"),
    )


def _check_bindings(file: Path, text: str, known: set[str]) -> None:
    broken = bindings.unknown_examples(text) or bindings.broken_bindings(
        bindings.replace_examples(text, lambda name: "")
    )
    lost = [str(one) for one in bindings.bindings_in(text) if one.name not in known]
    if broken or lost:
        whole = read_text(file)
        line = whole.count("\n", 0, whole.find(broken[0] if broken else lost[0])) + 1
        what = (
            f"“{broken[0]}” is neither a fact nor an example."
            if broken
            else f"there is no fact for {lost[0]}."
        )
        raise WrongContentError(file, line, what)


def _check_claims(file: Path, page: entries.PageFile, known: set[str]) -> None:
    for code in CLAIM.findall(page.text):
        if code not in known:
            lines = read_text(file).splitlines()
            line = next(at for at, text in enumerate(lines, 1) if f"{{claim={code}}}" in text)
            raise WrongContentError(file, line, f"there is no claim “{code}”.")
