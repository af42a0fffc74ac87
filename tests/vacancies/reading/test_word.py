"""What stands in a Word document, however it stands there."""

import re

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.each import each
from tests.vacancies.reading.build import body_of, new_document, old_job, saved, ten_pages, word
from vacancies.reading.blocks import LOOSE_HEADING, Line, Table
from vacancies.reading.old_job import ReadingError
from vacancies.reading.package import DAMAGED
from vacancies.reading.reading import old_job_from_file
from vacancies.reading.word import read_word

RUN = "<w:r><w:t>{}</w:t></w:r>"


def texts(xml: str) -> list[str]:
    return [b.text for b in read_word(body_of(xml)).blocks if isinstance(b, Line)]


def para(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def test_tracked_changes_inserted_text_counts_and_struck_text_does_not():
    xml = para(
        RUN.format("Runs ")
        + f"<w:ins w:id='1' w:author='x'>{RUN.format('the desk')}</w:ins>"
        + "<w:del w:id='2' w:author='x'><w:r><w:delText>the shop</w:delText></w:r></w:del>"
        + f"<w:moveFrom w:id='3' w:author='x'>{RUN.format('old place')}</w:moveFrom>"
    )
    assert texts(xml) == ["Runs the desk"]


@each(
    "line, stress, level",
    [
        ("Points in italics are desirable. All others are essential.", "<w:i/>", False),
        ("Essential criteria are shown in bold.", "<w:b/>", True),
        ("Underlined = desirable", '<w:u w:val="single"/>', False),
        ("Desirable points are in italics.", '<w:rStyle w:val="Slanted"/>', False),
    ],
)
def test_a_level_may_be_told_by_italics_bold_or_lines_below_words(line, stress, level):
    out = f"<w:r><w:rPr>{stress}</w:rPr><w:t>{{}}</w:t></w:r>"
    style = "<w:pPr><w:pStyle w:val='ListBullet'/></w:pPr>"
    xml = (
        *map(para, (RUN.format("Person specification"), RUN.format(line))),
        para(style + RUN.format("Reads ") + out.format("fast") + RUN.format(" enough")),
        para(style + out.format("Sings ") + out.format("well")),
        *map(
            para, (out.format("Skills. ") + RUN.format("Plans. Cares. ") + out.format("Paints."),)
        ),
    )
    document = new_document()
    slanted = document.styles.add_style("Slanted", WD_STYLE_TYPE.CHARACTER)
    slanted.font.italic = True
    for paragraph in xml:
        document.element.body.insert(
            -1, parse_xml(paragraph.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
        )
    criteria = old_job_from_file(saved(document)).criteria
    assert {c.text: c.essential for c in criteria} == {
        **dict.fromkeys(("Reads fast enough", "Plans", "Cares"), not level),
        **dict.fromkeys(("Sings well", "Paints"), level),
    }


def test_a_struck_row_of_a_table_is_left_out():
    row = "<w:tr>{}" + cell(para(RUN.format("{}"))) + cell(para(RUN.format("b"))) + "</w:tr>"
    gone = "<w:trPr><w:del w:id='1' w:author='x'/></w:trPr>"
    (table,) = read_word(
        body_of(f"<w:tbl>{row.format('', 'a')}{row.format(gone, 'z')}</w:tbl>")
    ).blocks
    assert isinstance(table, Table)
    assert [r[0].text for r in table.rows] == ["a"]


def test_a_text_box_is_read_once_where_it_stands():
    box = f"<w:txbxContent>{para(RUN.format('In a box'))}</w:txbxContent>"
    xml = para(
        RUN.format("Before")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        + f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        + f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        + "</mc:AlternateContent></w:r>"
    )
    assert texts(xml) == ["Before", "In a box"]


def test_content_controls_links_and_breaks_are_read():
    xml = (
        f"<w:sdt><w:sdtContent>{para(RUN.format('In a control'))}</w:sdtContent></w:sdt>"
        + para(f"<w:hyperlink>{RUN.format('a link')}</w:hyperlink>")
        + para("<w:r><w:t>one</w:t><w:br/><w:t>Two</w:t><w:tab/><w:t>three</w:t></w:r>")
    )
    assert texts(xml) == ["In a control", "a link", "one", "Two\tthree"]


def test_merged_cells_keep_the_columns_apart():
    wide = "<w:gridSpan w:val='2'/>"
    xml = (
        "<w:tbl><w:tr>"
        + cell(para(RUN.format("wide")), wide)
        + cell(para(RUN.format("c")))
        + "</w:tr><w:tr>"
        + "".join(cell(para(RUN.format(t))) for t in "xyz")
        + "</w:tr></w:tbl>"
    )
    (table,) = read_word(body_of(xml)).blocks
    assert [[c.text for c in row] for row in table.rows] == [["wide", "", "c"], ["x", "y", "z"]]
    assert [[c.span for c in row] for row in table.rows] == [[2, 1, 1], [1, 1, 1]]


def test_a_table_that_only_lays_out_the_page_is_read_as_its_cells():
    inner = (
        "<w:tbl><w:tr>"
        + cell(para(RUN.format("a")))
        + cell(para(RUN.format("b")))
        + "</w:tr></w:tbl>"
    )
    xml = "<w:tbl><w:tr>" + cell(para(RUN.format("Outer")) + inner + para("")) + "</w:tr></w:tbl>"
    outer, table = read_word(body_of(xml)).blocks
    assert outer.text == "Outer"
    assert [c.text for c in table.rows[0]] == ["a", "b"]


def test_two_columns_around_a_table_only_lay_out_the_page():
    words = [cell(para(RUN.format(text))) for text in "ab"]
    inner = f"<w:tbl><w:tr>{''.join(words)}</w:tr></w:tbl>"
    beside = cell(para(RUN.format("Beside")))
    xml = f"<w:tbl><w:tr>{beside}{cell(inner + para(''))}</w:tr></w:tbl>"
    outer, table = read_word(body_of(xml)).blocks
    assert outer.text == "Beside"
    assert [c.text for c in table.rows[0]] == ["a", "b"]


def test_styles_count_in_tables_and_in_content_controls():
    heading = para("<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>" + RUN.format("Duties"))
    cells = cell(heading) + cell(para(RUN.format("x")))
    (table,) = read_word(body_of(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).blocks
    assert [c.text for c in table.rows[0]] == ["Duties", "x"]
    control = f"<w:sdt><w:sdtContent>{heading}</w:sdtContent></w:sdt>"
    (line,) = read_word(body_of(control)).blocks
    assert (line.text, line.level) == ("Duties", 1)


def test_blanks_that_are_not_bold_leave_a_bold_line_bold():
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Bold and short").bold = True
    paragraph.add_run("\t ")
    (line,) = read_word(saved(document)).blocks
    assert line.level == LOOSE_HEADING


def test_a_table_beside_a_label_in_a_long_table_stays_a_table():
    inner = (
        "<w:tbl><w:tr>"
        + cell(para(RUN.format("in one")))
        + cell(para(RUN.format("in two")))
        + "</w:tr></w:tbl>"
    )
    row = "<w:tr>" + cell(para(RUN.format("a"))) + cell(para(RUN.format("b"))) + "</w:tr>"
    nested = "<w:tr>" + cell(para(RUN.format("c"))) + cell(inner + para("")) + "</w:tr>"
    outer, label, table = read_word(body_of(f"<w:tbl>{row}{row}{nested}</w:tbl>")).blocks
    assert [cell.text for one in outer.rows for cell in one] == ["a", "b", "a", "b"]
    assert label.text == "c"
    assert [cell.text for cell in table.rows[0]] == ["in one", "in two"]


def test_headings_come_from_styles_and_from_looks():
    document = docx.Document()
    document.add_heading("Real", 2)
    document.add_paragraph().add_run("Bold and short").bold = True
    document.add_paragraph("MAIN DUTIES")
    document.add_paragraph("Runs the desk.")
    lines = read_word(saved(document)).blocks
    assert [line.level for line in lines] == [2, 10, 10, 0]


def test_a_title_and_a_style_with_a_place_in_the_outline_are_headings():
    document = docx.Document()
    document.add_paragraph("Job description", style="Title")
    own = document.styles.add_style("House", WD_STYLE_TYPE.PARAGRAPH)
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), "1")
    own.element.get_or_add_pPr().append(outline)
    document.add_paragraph("Main duties", style="House")
    document.add_paragraph("Runs the desk.")
    assert [line.level for line in read_word(saved(document)).blocks] == [1, 2, 0]


def test_a_paragraph_whose_end_was_struck_goes_on_in_the_next_one():
    struck = "<w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>"
    parts = [para(struck + RUN.format("Runs")), para(RUN.format("the desk"))]
    assert texts("".join(parts)) == ["Runs the desk"]
    assert texts(parts[0]) == ["Runs"]


def test_valid_parts_that_do_not_fit_together_are_said_to_be_damaged(monkeypatch):
    def fails(*given):
        raise KeyError("no relationship")

    data = ten_pages()
    monkeypatch.setattr("docx.Document", fails)
    with pytest.raises(ReadingError, match=re.escape(DAMAGED)):
        read_word(data)


def test_lists_are_items_by_style_and_by_marker():
    lines = read_word(word(("List Number", "Runs"), "• Teaches", "4.2.1 Orders", "Plain")).blocks
    assert [line.item for line in lines] == [True, True, True, False]


def test_headers_and_footers_are_given_apart():
    document = docx.Document()
    document.add_paragraph("Body")
    document.sections[0].header.paragraphs[0].text = "Northfield NHS Trust"
    assert read_word(saved(document)).outside == ("Northfield NHS Trust",)


def test_ten_pages_are_read():
    job = old_job_from_file(ten_pages())
    assert (len(job.duties), len(job.criteria)) == (80, 120)


def test_the_old_job_has_its_blocks():
    assert len(read_word(old_job()).blocks) > 15
