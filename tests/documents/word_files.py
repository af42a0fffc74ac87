"""What stands in a Word file, as python-docx reads it."""


def cells(row) -> list[str]:
    """Return the words of each cell of a row."""
    return [cell.text for cell in row.cells]


def texts_of(document) -> list[str]:
    """Return the paragraphs that stand in no table, in order."""
    return [paragraph.text for paragraph in document.paragraphs]
