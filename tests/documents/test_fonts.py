import re

import pytest

from kls_portal.documents.document_pdf import TEMPLATES
from kls_portal.documents.fonts import FAMILIES, FontsMissingError, face_files, load_fonts


def test_missing_fonts_are_said_in_one_sentence(tmp_path):
    with pytest.raises(FontsMissingError, match="make run"):
        load_fonts(tmp_path)


def test_folders_without_fonts_are_missing_fonts(tmp_path):
    from kls_portal.documents.fonts import FOLDERS

    for folder in FOLDERS:
        (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(FontsMissingError):
        load_fonts(tmp_path)


def test_only_our_own_fonts_are_loaded_and_every_family_has_its_faces():
    loaded = set(load_fonts().families())
    assert set(FAMILIES) <= loaded
    assert {family for family in loaded if not family.startswith("DejaVu")} <= set(FAMILIES)
    assert [len(faces) for faces in face_files()] == [4, 2, 2, 1, 4]


def test_the_template_names_the_families_in_the_order_of_the_cleaner():
    house = (TEMPLATES / "house.typ").read_text(encoding="utf-8")
    named = re.search(r"font: \(([^)]*)\)", house)
    assert named is not None
    assert tuple(re.findall('"([^"]+)"', named[1])) == FAMILIES
