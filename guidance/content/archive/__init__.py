"""All the guidance as one zip file of JSON, and back. Pure: values in, bytes out.

`layout` says which files an archive holds and which facts a row of each has, `writing` makes
one, `reading` takes one from anybody and refuses it in one sentence where it is not right.
"""

from guidance.content.archive.layout import KINDS, Row, WrongArchiveError, write_archive
from guidance.content.archive.reading import read_archive

__all__ = ["KINDS", "Row", "WrongArchiveError", "read_archive", "write_archive"]
