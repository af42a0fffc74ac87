"""The words of a page, for search and its extracts."""

from guidance.texts.rules.markdown import PlainText, plain_text


def test_headings_and_text_come_apart():
    assert plain_text("<h2>A <em>b</em></h2><p>One</p><h3>C</h3><p>Two!</p>") == PlainText(
        headings="A b\nC", body="One. Two!"
    )


def test_items_and_rows_read_like_sentences():
    markup = (
        "<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>"
        "<table><tr><th>List</th><th>For</th></tr><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>"
    )
    assert plain_text(markup).body == "one. inner. two. List; For. a b; c."


def test_words_that_bold_type_parts_stay_whole():
    assert plain_text("<p>un<strong>usual</strong></p>").body == "unusual."


def test_nothing_gives_nothing():
    assert plain_text("") == PlainText(headings="", body="")
