"""Reads what ships with the portal in `guidance/content`: pages, resources, claims, news …

Pure but for reading files. The first error is reported in one sentence, with file and line.
"""

from guidance.content.shipped.content import Content, read_content
from guidance.content.shipped.pages import PageFile
from guidance.content.shipped.register import ClaimEntry, NetworkEntry, ResourceEntry, UpdateFile
from guidance.search.synonyms import SynonymEntry
from kls_portal.reference.toml_tables import WrongContentError

__all__ = [
    "ClaimEntry",
    "Content",
    "NetworkEntry",
    "PageFile",
    "ResourceEntry",
    "SynonymEntry",
    "UpdateFile",
    "WrongContentError",
    "read_content",
]
