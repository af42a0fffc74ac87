"""A whole folder of content, checked as one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guidance.shipped.facts import WrongContentError, line_of, read_text
from guidance.shipped.networks import NetworkEntry, read_networks
from guidance.shipped.pages import PageFile, read_page
from guidance.shipped.resources import ResourceEntry, read_resources
from guidance.shipped.updates import UpdateFile, read_updates

FOLDER = Path(__file__).resolve().parent.parent / "content"


@dataclass(frozen=True)
class Content:
    """Everything in a folder: pages, parents first, resources, updates and networks."""

    pages: tuple[PageFile, ...]
    resources: tuple[ResourceEntry, ...]
    updates: tuple[UpdateFile, ...] = ()
    networks: tuple[NetworkEntry, ...] = ()


def read_content(folder: Path = FOLDER) -> Content:
    """Return the content of a folder.

    Raises WrongContentError for the first thing that is wrong, and OSError where the folder or
    its resources.toml cannot be read.
    """
    resources = read_resources(folder / "resources.toml")
    codes = {resource.code for resource in resources}
    files = sorted(folder.glob("*.md"), key=lambda file: (file.stem.count("."), file.name))
    pages = [read_page(file) for file in files]
    paths = {page.path for page in pages}
    for file, page in zip(files, pages, strict=True):
        if page.parent_path and page.parent_path not in paths:
            raise WrongContentError(file, 1, f"there is no page “{page.parent_path}” for it.")
        for code in page.resources:
            if code not in codes:
                line = line_of(read_text(file), "resources")
                raise WrongContentError(file, line, f"there is no resource “{code}”.")
    updates = read_updates(folder / "updates")
    networks = read_networks(folder / "networks.toml", codes)
    return Content(tuple(pages), tuple(resources), updates, networks)
