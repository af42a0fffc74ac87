"""Markdown of the shipped pages."""

from guidance.texts.rules.markdown import to_html


def test_headings_lists_links_tables_and_quotations():
    text = (
        "## A\n\nSee [b](/b/).\n\n- one\n- two\n\n> said\n\n"
        "| H | I |\n| --- | --- |\n| 1 | **2** |\n"
    )
    assert to_html(text) == (
        '<h2>A</h2>\n<p>See <a href="/b/" rel="noopener">b</a>.</p>\n'
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<blockquote>\n<p>said</p>\n</blockquote>\n"
        '<table>\n<thead>\n<tr>\n<th scope="col">H</th>\n<th scope="col">I</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>1</td>\n<td><strong>2</strong></td>\n</tr>\n</tbody>\n</table>"
    )


def test_html_in_markdown_is_shown_as_text():
    assert to_html("a <script>alert(1)</script>") == (
        "<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    )


def test_a_heading_of_the_first_level_becomes_one_of_the_second():
    assert to_html("# A") == "<h2>A</h2>"
