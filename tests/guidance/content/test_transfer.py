"""All the guidance as a file, and back; hostile files get one clear sentence."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from guidance import CONTENT
from guidance.content.archive import WrongArchiveError
from guidance.content.services.exporting import all_rows, export_guidance
from guidance.content.services.importing import import_guidance, report_of
from guidance.content.services.loading import load
from guidance.content.shipped import read_content
from guidance.models import (
    Claim,
    ExternalResource,
    Network,
    OldAddress,
    Page,
    Revision,
    SynonymGroup,
    Tag,
    Update,
)
from guidance.pages.services.drafts import save_draft
from guidance.pages.services.placing import place
from kls_portal.accounts.models import User
from tests.guidance.content.archives import PAGE, good, with_page, with_revision
from tests.guidance.editing import publish, said_in, search
from tests.pages import error_codes

ALL = (Page, Claim, Network, ExternalResource, SynonymGroup, Update, Tag)


def changed(counts) -> int:
    return sum(count["added"] + count["updated"] for count in counts.values())


def empty_the_site():
    Page.objects.update(live=None, draft=None, parent=None)
    for model in ALL:
        model.objects.all().delete()


FEW = ("about", "recruiting", "recruiting/interviews", "retaining")


@pytest.fixture
def few(guidance_pages):
    """A few of the shipped pages, and all that stands beside them but most of the resources."""
    others = Page.objects.exclude(path__in=FEW)
    others.update(live=None, draft=None, parent=None)
    others.delete()
    SynonymGroup.objects.filter(pk__gt=SynonymGroup.objects.all()[5].pk).delete()
    Claim.objects.filter(pk__gt=Claim.objects.all()[5].pk).delete()


@pytest.fixture
def history(few, people):
    """Shipped guidance with a past: a moved page, a second text, a draft, an owner."""
    page = Page.objects.get(path="recruiting/interviews")
    words = {"title": "Interviews", "summary": "S.", "based_on": ""}
    publish(page, body="<p>Zebras are asked.</p>", author=people.editor, note="Zebras", **words)
    save_draft(page, body="<p>Draft.</p>", **words)
    page.owner = people.editor
    place(page, parent=page.parent, slug="asking")
    return page


def test_everything_comes_back_and_a_second_import_changes_nothing(history):
    before, data = all_rows(), export_guidance()
    assert changed(import_guidance(data)) == 0
    empty_the_site()
    counts = import_guidance(data)
    assert counts["pages"]["added"] == len(before["pages"])
    assert all_rows() == before
    assert export_guidance() == data
    assert changed(import_guidance(data)) == 0
    page = Page.objects.get(path="recruiting/asking")
    assert page.live.body == "<p>Zebras are asked.</p>"
    assert page.draft.body == "<p>Draft.</p>"
    assert page.owner.email == page.live.author.email == "editor@test.example"
    assert OldAddress.objects.get(path="recruiting/interviews").page == page
    assert [result.address for result in search("zebras")] == ["/recruiting/asking/"]


def test_loading_after_an_import_changes_nothing(guidance_pages):
    data = export_guidance()
    empty_the_site()
    import_guidance(data)
    assert changed(load(read_content(CONTENT))) == 0


def test_what_stands_only_here_stays_and_history_only_grows(history, make_page):
    data = export_guidance()
    make_page("our-own")
    page = Page.objects.get(pk=history.pk)
    publish(page, title="Here", summary="Here.", body="<p>Here.</p>")
    number = Revision.objects.filter(page=page).count()
    counts = import_guidance(data)
    assert counts["pages"]["updated"] == 1
    page.refresh_from_db()
    assert page.live.title == "Interviews"
    assert Revision.objects.filter(page=page).count() == number
    assert Page.objects.filter(path="our-own").exists()


def test_people_without_an_account_leave_the_place_empty(history):
    data = export_guidance()
    empty_the_site()
    User.objects.filter(email="editor@test.example").delete()
    import_guidance(data)
    page = Page.objects.get(path="recruiting/asking")
    assert page.owner is None
    assert page.live.author is None
    assert changed(import_guidance(data)) == 0


def test_the_file_tells_no_more_of_people_than_their_address(history, people):
    User.objects.filter(pk=people.editor.pk).update(name="Edith Editor")
    with zipfile.ZipFile(BytesIO(export_guidance())) as file:
        words = "".join(file.read(name).decode() for name in file.namelist())
    assert "editor@test.example" in words
    for secret in ("Edith", people.editor.password, "manager@test.example"):
        assert secret not in words


def test_hostile_markup_does_not_come_in(db):
    assert changed(import_guidance(with_page())) == 1
    assert Page.objects.get().live.body == "<p>Text</p>"
    assert changed(import_guidance(with_page())) == 0


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (good(tags=[{"slug": "a b", "name": "x"}]), "“a b” of the tags"),
        (with_page(order=-1), "“a-page” of the pages"),
        (with_page(path="no/parent"), "“no/parent”"),
        (with_page(path="vacancies"), "/vacancies/"),
        (with_page(path="../x"), "“../x”"),
        (with_page(last_reviewed="soon"), "“soon”"),
        (with_page(resources=["nosuch"]), "“nosuch”"),
        (with_revision(created="2026-11-22"), "“2026-11-22”"),
        (with_revision(title="x" * 121), "121"),
    ],
)
def test_a_wrong_archive_gets_one_sentence_and_changes_nothing(db, data, named):
    with pytest.raises(WrongArchiveError) as told:
        import_guidance(data)
    assert named in str(told.value), "the sentence names what is wrong"
    assert not any(model.objects.exists() for model in ALL)


def test_a_fault_in_the_last_page_leaves_nothing_of_the_first(db):
    data = good(pages=[PAGE, PAGE | {"path": "b", "next_review": "x"}])
    with pytest.raises(WrongArchiveError):
        import_guidance(data)
    assert not Page.objects.exists()


# commands and admin


def test_the_commands_export_and_import(history, tmp_path, capsys):
    file = tmp_path / "guidance.zip"
    call_command("export_guidance", str(file))
    call_command("import_guidance", str(file))
    counts = "\n".join(report_of(import_guidance(file.read_bytes())))
    assert capsys.readouterr().out.endswith(f"{counts}\n")
    for wrong in (tmp_path / "nosuch.zip", tmp_path):
        with pytest.raises(CommandError) as told:
            call_command("import_guidance", str(wrong))
        assert told.value.returncode == 2
    with pytest.raises(CommandError, match=r"x\.zip"):
        call_command("export_guidance", str(tmp_path / "no" / "x.zip"))


def test_a_superuser_exports_and_imports_in_the_admin(few, people, client_of):
    client = client_of(people.superuser)
    response = client.get(reverse("admin:guidance_export"))
    assert response.headers["Content-Type"] == "application/zip"
    page = reverse("admin:guidance_transfer")
    file = SimpleUploadedFile("guidance.zip", response.content)
    unchanged = report_of(import_guidance(response.content))
    assert said_in(client.post(page, {"file": file}, follow=True)) == [" ".join(unchanged)]
    for sent, code in (
        ({"file": SimpleUploadedFile("a.zip", b"x")}, "no-archive"),
        ({}, "required"),
        ({"file": SimpleUploadedFile("a.zip", b"x" * (5 * 1024 * 1024 + 1))}, "too-large"),
    ):
        refused = client.post(page, sent).context["form"]
        assert error_codes(refused) == {"file": {code}}


def test_an_editor_may_not(people, client_of):
    client = client_of(people.editor)
    for name in ("admin:guidance_transfer", "admin:guidance_export"):
        assert client.get(reverse(name)).status_code == 403
