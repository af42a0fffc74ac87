"""load_guidance: loads once, updates what nobody touched, never overwrites an editor."""

import re
import shutil
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from guidance import CONTENT
from guidance.content.services import loading
from guidance.content.shipped import read_content
from guidance.models import ExternalResource, Network, Page, Update
from guidance.pages.services.drafts import discard_draft, save_draft
from guidance.pages.services.placing import place
from guidance.pages.services.publishing import remove, show, withdraw
from guidance.search import index
from kls_portal.reference.loading import ADDED, KEPT, UNCHANGED, UPDATED
from kls_portal.reference.shipped_facts import shipped_facts
from tests.each import each
from tests.guidance.editing import publish, search

FIRST = "recruiting/interviews"
FEW = (
    "about",
    "recruiting",
    "recruiting.interviews",
    "case-studies",
    "case-studies.developing-librarians",
)
# Resources that a test changes.
SOME = '"nhse-je" "nhse-je-scheme"'


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped content that a test may change: a few of the pages, what they name,
    and a few of everything else.
    """
    copy = shutil.copytree(CONTENT, tmp_path / "content")
    for page in copy.glob("*.md"):
        if page.stem not in FEW:
            page.unlink()
    cut(copy, "synonyms", "groups", lambda table: False)
    cut(copy, "networks", "networks", lambda table: '"lis-medical"' in table or "Sweden" in table)
    words = "".join(file.read_text(encoding="utf-8") for file in copy.glob("*.md"))
    cut(copy, "claims", "claims", lambda table: code_of(table) in words)
    words += "".join((copy / f"{name}.toml").read_text() for name in ("claims", "networks"))
    cut(copy, "resources", "resources", lambda table: f'"{code_of(table)}"' in words + SOME)
    return copy


def code_of(table: str) -> str:
    return re.search(r'^(?:code|id) = "(.+?)"', table, re.MULTILINE)[1]


def cut(folder, name: str, table: str, wanted) -> None:
    """Leave in a file the first three of its tables, and those that are wanted."""
    file = folder / f"{name}.toml"
    head, *tables = file.read_text(encoding="utf-8").split(f"[[{table}]]")
    kept = [one for number, one in enumerate(tables) if number < 3 or wanted(one)]
    file.write_text(f"[[{table}]]".join([head, *kept]), encoding="utf-8")


@pytest.fixture
def load(db, folder):
    """Return a function that loads the copy, or another folder, and gives the report."""

    def run(content=folder) -> dict:
        return loading.load(read_content(content))

    return run


def run_command(content) -> None:
    call_command("load_guidance", content=content)


def change(folder, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def count(folder) -> int:
    return len(list(folder.glob("*.md")))


def tables(folder, name: str, table: str = "") -> int:
    text = (folder / f"{name}.toml").read_text(encoding="utf-8")
    return text.count(f"[[{table or name}]]")


@pytest.mark.postgres
def test_everything_is_added_then_unchanged(load):
    folder = CONTENT
    pages, resources = count(folder), tables(folder, "resources")
    claims, networks = tables(folder, "claims"), tables(folder, "networks")
    updates = len(list((folder / "updates").glob("*.md")))
    for became in (ADDED, UNCHANGED):
        assert load(folder) == {
            "pages": {became: pages},
            "resources": {became: resources},
            "claims": {became: claims},
            "facts": {became: len(shipped_facts())},
            "synonyms": {became: tables(folder, "synonyms", "groups")},
            "networks": {became: networks},
            "updates": {became: updates},
            "decisions": {became: tables(folder, "decisions")},
        }
    assert Page.objects.count() == Page.objects.live().count() == pages


def test_the_command_says_what_became_of_each_kind(db, folder, capsys):
    run_command(folder)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 8
    assert any(line.endswith(f": {count(folder)} {ADDED}.") for line in said)


def test_a_page_has_all_that_its_file_says(load):
    load()
    page = Page.objects.for_reading().get(path=FIRST)
    assert page.parent.path == "recruiting"
    assert (page.last_reviewed, page.next_review) == (date(2026, 11, 22), date(2027, 11, 22))
    assert page.live.title == "Interviews"
    assert "<h2>" in page.live.body
    codes = [resource.code for resource in ExternalResource.objects.on_page(page)]
    facts = (CONTENT / "recruiting.interviews.md").read_text(encoding="utf-8")
    assert "resources = [" + ", ".join(f'"{code}"' for code in codes) + "]" in facts


@pytest.mark.postgres
def test_a_new_shipped_text_waits_as_a_draft_on_a_page_that_nobody_touched(load, folder):
    load()
    change(folder, "recruiting.interviews.md", 'title = "Interviews"', 'title = "Zebras"')
    assert load()["pages"] == {UPDATED: 1, UNCHANGED: count(folder) - 1}
    page = Page.objects.for_reading().get(path=FIRST)
    assert (page.live.title, page.draft.title) == ("Interviews", "Zebras")
    assert page.revisions.count() == 2
    assert search("zebras") == []
    # Newer words take the place of those that wait.
    change(folder, "recruiting.interviews.md", 'title = "Zebras"', 'title = "Okapis"')
    load()
    page = Page.objects.for_reading().get(path=FIRST)
    assert (page.live.title, page.draft.title) == ("Interviews", "Okapis")
    show(page, page.draft)
    assert [result.address for result in search("okapis")] == [f"/{FIRST}/"]
    assert load()["pages"] == {UNCHANGED: count(folder)}


def edit_words(page):
    publish(page, title="Ours", summary="Ours.", body="<p>Ours.</p>")


def edit_dates(page):
    page.next_review = date(2030, 1, 1)
    page.save()


def edit_place(page):
    place(page, parent=None, slug="ours")


def edit_resources(page):
    page.resource_links.first().delete()


def told(page):
    """Return all that an editor may change of a page, but for its title."""
    links = page.resource_links.values_list("resource__code", flat=True)
    return (page.path, page.next_review, page.live.summary, page.live.body, list(links))


@pytest.mark.parametrize("edit", [edit_words, edit_dates, edit_place, edit_resources])
def test_what_an_editor_changed_of_a_page_is_kept_and_the_rest_follows(load, folder, edit):
    load()
    page = Page.objects.get(path=FIRST)
    edit(page)
    page.refresh_from_db()
    before = told(page)
    change(folder, "recruiting.interviews.md", 'title = "Interviews"', 'title = "Zebras"')
    loaded = load()["pages"]
    page.refresh_from_db()
    assert told(page) == before
    is_its_title = edit is edit_words
    assert loaded == {UNCHANGED: count(folder) - 1, KEPT if is_its_title else UPDATED: 1}
    assert page.live.title == ("Ours" if is_its_title else "Interviews")
    assert page.draft.title == "Zebras"
    assert Page.objects.count() == count(folder)
    assert load()["pages"] == {UNCHANGED: count(folder) - 1, KEPT: 1}


def test_a_page_that_an_editor_withdrew_stays_off_the_site(load, folder):
    load()
    withdraw(Page.objects.get(path=FIRST))
    change(folder, "recruiting.interviews.md", 'title = "Interviews"', 'title = "Zebras"')
    assert load()["pages"] == {UNCHANGED: count(folder) - 1, KEPT: 1}
    assert Page.objects.get(path=FIRST).live is None


def test_a_new_page_beneath_one_that_an_editor_moved_follows_it(load, folder):
    load()
    place(Page.objects.get(path=FIRST), parent=None, slug="meetings")
    text = (folder / "recruiting.interviews.md").read_text(encoding="utf-8")
    (folder / "recruiting.interviews.zebras.md").write_text(text, encoding="utf-8")
    assert load()["pages"][ADDED] == 1
    assert Page.objects.get(path="meetings/zebras").parent.path == "meetings"
    assert load()["pages"][UPDATED] == 0


def test_a_page_with_a_draft_is_kept(load, folder):
    load()
    page = Page.objects.get(path=FIRST)
    draft = save_draft(page, **page.live.words() | {"title": "Interviewing"})
    change(folder, f"{FIRST.replace('/', '.')}.md", "Interviews", "Meetings")
    assert load()["pages"][KEPT] == 1
    page.refresh_from_db()
    assert (page.live.title, page.draft) == ("Interviews", draft)


def test_new_words_for_what_an_editor_rewrote_wait_as_a_draft_once(load, folder):
    load()
    page = Page.objects.get(path=FIRST)
    edit_words(page)
    change(folder, f"{FIRST.replace('/', '.')}.md", 'title = "Interviews"', 'title = "Zebras"')
    load()
    page.refresh_from_db()
    assert (page.live.title, page.draft.title) == ("Ours", "Zebras")
    assert page.draft.publish_at is None
    discard_draft(page)
    load()
    page.refresh_from_db()
    assert page.draft is None


def test_an_editors_own_page_at_a_new_shipped_address_is_kept(load, folder, make_page):
    make_page("about", title="Ours")
    assert load()["pages"] == {ADDED: count(folder) - 1, KEPT: 1}
    assert str(Page.objects.get(path="about")) == "Ours"


def test_what_an_editor_changed_of_a_resource_is_kept_alone(load, folder):
    load()
    ExternalResource.objects.filter(code="nhse-je").update(confirmed=False)
    change(folder, "resources.toml", 'name = "NHS Job Evaluation', 'name = "Zebra')
    change(folder, "resources.toml", 'name = "Job evaluation scheme', 'name = "Giraffe')
    resources = load()["resources"]
    assert (resources[UPDATED], resources[KEPT]) == (2, 0)
    changed = ExternalResource.objects.get(code="nhse-je")
    assert (changed.confirmed, changed.name.startswith("Zebra")) == (False, True)
    assert ExternalResource.objects.get(code="nhse-je-scheme").name.startswith("Giraffe")


@pytest.mark.postgres
def test_loading_mends_the_index(load):
    load()
    index.engine().erase_all()
    load()
    assert search("interviews")


@pytest.mark.postgres
def test_the_index_can_be_built_anew(load):
    load()
    page = Page.objects.get(path="recruiting/interviews")
    remove(page)
    assert index.rebuild() == Page.objects.live().count()


def test_only_a_change_lets_the_stored_pages_lapse(
    load, folder, monkeypatch, django_capture_on_commit_callbacks
):
    raised = []
    monkeypatch.setattr(
        "guidance.pages.services.publishing.invalidate_public_cache", lambda: raised.append(1)
    )
    with django_capture_on_commit_callbacks(execute=True):
        load()
    assert raised
    raised.clear()
    with django_capture_on_commit_callbacks(execute=True):
        load()
    assert not raised


@each(
    "file, old, new, named",
    [
        ("recruiting.interviews.md", "order = ", "order = x", "recruiting.interviews.md"),
        ("recruiting.interviews.md", 'title = "', f'title = "{"T" * 500}', "“title” is over"),
        ("synonyms.toml", 'words = ["ps", ', 'words = ["jd", ', "two groups"),
    ],
)
def test_wrong_content_ends_with_status_2_and_changes_nothing(db, folder, file, old, new, named):
    whole = (folder / file).read_text(encoding="utf-8")
    change(folder, file, old, new)
    with pytest.raises(CommandError, match=named) as refused:
        run_command(folder)
    (folder / file).write_text(whole, encoding="utf-8")
    assert refused.value.returncode == 2
    assert not Page.objects.exists()
    assert not ExternalResource.objects.exists()


def test_a_missing_file_is_named(db, folder):
    (folder / "resources.toml").unlink()
    with pytest.raises(CommandError, match=r"resources\.toml") as refused:
        run_command(folder)
    assert refused.value.returncode == 2


def test_an_update_that_an_editor_changed_is_kept(load, folder):
    load()
    Update.objects.filter(slug="the-portal-opens").update(title="Ours")
    change(folder, "updates/the-portal-opens.md", 'title = "The portal opens"', 'title = "Theirs"')
    networks = "updates/networks-and-case-studies.md"
    change(folder, networks, "The portal has 2 new parts.", "Both are new.")
    updates = len(list((folder / "updates").glob("*.md")))
    assert load()["updates"] == {UPDATED: 1, UNCHANGED: updates - 2, KEPT: 1}
    assert Update.objects.get(slug="the-portal-opens").title == "Ours"


def test_a_network_that_an_editor_changed_is_kept(load, folder):
    load()
    row = Network.objects.get(resource__code="lis-medical")
    row.topics.clear()
    change(folder, "networks.toml", 'region = "Sweden"', 'region = "Nordic"')
    assert load()["networks"][UPDATED] == 1
    assert not row.topics.exists()


@pytest.mark.postgres
def test_a_page_that_moved_between_releases_keeps_its_old_address(load, folder, client):
    load()
    assert client.get("/retaining/case-study-developing-librarians/").status_code == 301
    page = Page.objects.get(path="case-studies/developing-librarians")
    file = folder / "case-studies.developing-librarians.md"
    text = file.read_text(encoding="utf-8")
    old = 'moved_from = "retaining/case-study-developing-librarians"'
    assert old in text
    moved = text.replace(old, 'moved_from = "case-studies/developing-librarians"')
    (folder / "case-studies.growing-librarians.md").write_text(moved, encoding="utf-8")
    file.unlink()
    load()
    page.refresh_from_db()
    assert page.path == "case-studies/growing-librarians"
    for address in (
        "retaining/case-study-developing-librarians",
        "case-studies/developing-librarians",
    ):
        response = client.get(f"/{address}/")
        assert (response.status_code, response["Location"]) == (
            301,
            "/case-studies/growing-librarians/",
        )


def test_a_moved_page_takes_an_editors_words_along(load, folder):
    load()
    page = Page.objects.get(path="case-studies/developing-librarians")
    edit_words(page)
    file = folder / "case-studies.developing-librarians.md"
    text = file.read_text(encoding="utf-8").replace(
        'moved_from = "retaining/case-study-developing-librarians"',
        'moved_from = "case-studies/developing-librarians"',
    )
    (folder / "case-studies.growing-librarians.md").write_text(text, encoding="utf-8")
    file.unlink()
    load()
    page.refresh_from_db()
    assert (page.path, page.live.title) == ("case-studies/growing-librarians", "Ours")
