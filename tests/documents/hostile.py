"""Texts that have broken exports before, each under the name of its kind."""

import pytest

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=y> &amp; \"quoted\" 'single'",
    "typst": '#read("/etc/passwd") #eval("1") $x^2$ *bold* _it_ `raw` \\ // c <a> @b [c] {1+1}',
    "typst-import": '#import "@preview/tablex:0.0.8": * #include "house.typ" #panic()',
    "typst-headings": "= Heading\n== Two\n- item\n+ item\n/ Term: words\n---",
    "jinja": "{{ settings.SECRET_KEY }} {% include '/etc/passwd' %} ${7*7}",
    "json": '"}, "title": "broken out", "x": {"y": "\\u0000 \\"',
    "addresses": "https://example.org/a?b=c&d=e#f file:///etc/passwd javascript:alert(1)",
    "words-50000": " ".join(f"word{number}" for number in range(5_700)),
    "no-space-50000": "x" * 50_000,
    "widest-letters": "W" * 400,
    "slashes-and-digits": "1/" * 200 + "-" * 200,
    "arabic": "أمين مكتبة: قائمة التعريف بالوظيفة الجديدة ١٢٣ (قسم) و Librarian مختلط",
    "arabic-no-space": "كتاب" * 100,
    "hebrew": "ספרן: רשימת קליטה לעובד חדש 123 (מחלקה) שָׁלוֹם",
    "emoji": "📚 👩🏽‍🏫 👨‍👩‍👧‍👦 🇬🇧 1️⃣ ❤️ ☎️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 a‍👩",
    "east-asian": "図書館員 圖書館 사서 ㄱㄴ",
    "other-scripts": "पुस्तकालय நூலகர் บรรณารักษ์ ຄຳ ቤተ ၊ ᠮ",
    "controls": "a\x00b\x01c\x1bd\x7fe\x85f\u2028g\r\nh\ti\x0bj\x9fk",
    "nul-only": "\x00",
    "lone-surrogates": "x\ud800y\udfffz \ud83d\ude00 \udc00",
    "only-marks": "\u0301\u0302\u0303\u064b\u05b0\u20e3",
    "stacked-marks": "Z" + "\u0301\u0302\u0303\u0304\u0489" * 40,
    "empty": "",
    "blank": " \t\n\u200b\u2060\ufeff\u00a0",
    "direction-override": "safe \u202egnp.exe\u202c end \u2066x\u2069 \u200fz\u200e",
    "not-characters": "\ue000\uf8ff\U000f0000\ufffe\uffff\ufdd0\U0001ffff\U0010fffd",
    "styled-letters": "𝐋𝐢𝐛 ①② ﬁ ℡ Ａｂ ㎏ ﷽ ﷺ",
    "names": "Łukasiewicz Ṣadé Ńwosu Nguyễn Ẹniọlá Ƴusuf Ŵyn O’Neill",
    "joiners": "\u200d\u200d👩\u200d\u200cب\u200dت\u200dx",
    "calendar": "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\n;:,\\n\\",
    "formula": '=HYPERLINK("http://example.org","x")',
}

IN_EVERY_DOCUMENT = [
    pytest.param(text, id=name, marks=() if name == "html" else pytest.mark.thorough)
    for name, text in HOSTILE.items()
]
"""All documents share one writer, which is proved with each text: one a document will do."""
