"""The search learns: synonyms that editors keep, and questions that no page answered."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from guidance.models import SearchMiss, SynonymGroup
from guidance.search import services as search_misses
from guidance.search.services import (
    forget_misses,
    known_synonyms,
    note_miss,
    shipped_synonyms,
    words_to_keep,
)
from kls_portal.reference.loading import KEPT
from tests.each import each
from tests.guidance.editing import change_address, codes_of, form, search
from tests.pages import Page

ADD = "/admin/guidance/synonymgroup/add/"


def found(text: str) -> list[str]:
    return [result.address for result in search(text)]


# synonyms


def test_loaded_groups_are_those_that_ship(guidance_pages):
    assert SynonymGroup.objects.exists()
    known, shipped = known_synonyms(), shipped_synonyms()
    assert known.groups.keys() == shipped.groups.keys()
    assert known.spellings == shipped.spellings


def test_an_editor_adds_words_and_the_search_knows_them(
    editor, make_page, django_capture_on_commit_callbacks
):
    make_page("zoo", body="<p>About zebras.</p>")
    assert found("stripy horse") == []
    with django_capture_on_commit_callbacks(execute=True):
        given = {"words": "zebra\r\n stripy   horse\nzebra", "is_on": "on"}
        assert editor.post(ADD, given).status_code == 302
    assert str(SynonymGroup.objects.get()) == "zebra, stripy horse"
    assert found("stripy horse") == ["/zoo/"]
    group = SynonymGroup.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        change = reverse("admin:guidance_synonymgroup_change", args=[group.pk])
        editor.post(change, {"words": group.words})
    assert found("stripy horse") == []


def test_an_editor_adds_search_words_to_a_page_and_the_search_knows_them(
    editor, make_page, django_capture_on_commit_callbacks
):
    page = make_page("zoo", body="<p>About zebras.</p>")
    assert found("stripy horse") == []
    with django_capture_on_commit_callbacks(execute=True):
        given = form(page, slug="zoo", search_words="pony,\r\n stripy   horse")
        assert editor.post(change_address(page), given).status_code == 302
    assert found("stripy horse") == ["/zoo/"]
    assert search("stripy horse")[0].extract == ""


def test_what_an_editor_changed_is_never_loaded_over(guidance_pages, capsys):
    group = SynonymGroup.objects.get(loaded_from="jd")
    group.words = "jd\nrole outline"
    group.save()
    SynonymGroup.objects.filter(loaded_from="kfh").delete()
    SynonymGroup.objects.create(words="kfh\nour own")
    call_command("load_guidance")
    group.refresh_from_db()
    assert group.words == "jd\nrole outline"
    assert not SynonymGroup.objects.filter(loaded_from="kfh").exists()
    assert f"2 {KEPT}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("zebra", "too-few"),
        ("zebra\n***", "no-group"),
        ("taken\nzebra", "no-group"),
        ("a\n" + "x" * 61, "too-many"),
        ("\n".join(f"w{n}" for n in range(31)), "too-many"),
    ],
)
def test_words_that_are_no_group_are_refused(editor, words, code):
    SynonymGroup.objects.create(words="taken\nhad")
    assert codes_of(editor.post(ADD, {"words": words})) == {"words": {code}}


def test_groups_that_contradict_each_other_do_not_stop_the_search(make_page, caplog):
    SynonymGroup.objects.create(words="a1\nb1")
    SynonymGroup.objects.create(words="b1\nc1")
    make_page("zoo", body="<p>About zebras.</p>")
    assert found("zebras") == ["/zoo/"]
    assert "contradict" in caplog.text


# misses


@each(
    "asked, kept",
    [
        ("  Sabbatical LEAVE? ", "sabbatical leave"),
        ("ann@nhs.example", ""),
        ("ask ann(at)nhs.example", ""),
        ("call 020 7946 0018", ""),
        ("943 476 5919", ""),
        ("record 12345678", ""),
        ("Dr Ann Smith", ""),
        ("jane pemberton", ""),
        ("my boss sarah bullies", ""),
        ("my boss bullies", "my boss bullies"),
        ("james paget library", "james paget library"),
        ("12 Mill Lane", ""),
        ("ls1 4ap", ""),
        ("band 5 2026", "band 5 2026"),
        ("x" * 81, ""),
        ("one two three four five six seven eight nine", ""),
        ("\"'%_*()", ""),
        ("", ""),
    ],
)
def test_only_words_that_tell_of_nobody_are_kept(asked, kept):
    assert words_to_keep(asked) == kept


def test_a_search_without_an_answer_is_counted_and_one_with_is_not(client, make_page):
    make_page("zoo", body="<p>About zebras.</p>")
    for asked in ("unicorns", "Unicorns!", "zebras", "ann@nhs.example", "'%_*()"):
        client.get("/search/", {"q": asked})
    miss = SearchMiss.objects.get()
    assert (miss.words, miss.count, miss.last_seen) == ("unicorns", 2, timezone.localdate())
    assert {field.name for field in SearchMiss._meta.fields} == {
        "id",
        "words",
        "count",
        "last_seen",
    }
    client.head("/search/?q=unicorns")
    miss.refresh_from_db()
    assert miss.count == 2


def test_a_flood_is_cut_off(db, monkeypatch):
    for number in range(search_misses.LIMIT_OF_ONE + 5):
        note_miss(f"flood {number}", network="one")
    assert SearchMiss.objects.count() == search_misses.LIMIT_OF_ONE
    monkeypatch.setattr(search_misses, "LIMIT_OF_ALL", search_misses.LIMIT_OF_ONE)
    note_miss("another", network="two")
    assert not SearchMiss.objects.filter(words="another").exists()


def test_the_rarest_makes_room(db, monkeypatch):
    monkeypatch.setattr(search_misses, "MOST_ROWS", 2)
    for asked in ("often", "often", "once", "new"):
        note_miss(asked, network="one")
    assert set(SearchMiss.objects.values_list("words", flat=True)) == {"often", "new"}


def test_what_nobody_asked_for_a_year_is_forgotten(db):
    today = timezone.localdate()
    SearchMiss.objects.create(words="old", last_seen=today - timedelta(days=366))
    SearchMiss.objects.create(words="new", last_seen=today - timedelta(days=364))
    (said,) = forget_misses(timezone.now())
    assert "1" in said
    assert list(forget_misses(timezone.now())) == []
    assert SearchMiss.objects.get().words == "new"


def test_an_editor_sees_what_was_not_found(editor):
    SearchMiss.objects.create(words="unicorns", count=7, last_seen=date(2026, 11, 1))
    desk = Page(editor.get(reverse("admin:guidance_desk")))
    (row,) = desk.texts("#search-misses li")
    for words in ("“unicorns”", "7", "1 November 2026"):
        assert words in row
    shown = editor.get("/admin/guidance/searchmiss/").content.decode()
    assert f"{ADD}?words=unicorns%0A" in shown
    assert "unicorns\n</textarea>" in editor.get(f"{ADD}?words=unicorns%0A").content.decode()


def test_questions_of_any_kind_get_an_answer(client, make_page):
    for asked in ("x" * 10_000, "word " * 2_000, "\"'%_*()", "%00", "\\"):
        shown = client.get("/search/", {"q": asked})
        assert shown.status_code == 200
        without = "no-word" in Page(shown).ids
        assert without == (asked == "\"'%_*()" or asked == "\\")
    assert not SearchMiss.objects.filter(words__startswith="xxx").exists()
