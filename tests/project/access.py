"""Who may open what: every address × (signed out, each role) → status. A new address must be added.

`manager` opened the vacancy of the matrix and shared it with `shared`; these two, `colleague` and
`lead` are of the same organisation, `other` is of another one.
"""

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from kls_portal.accounts.models import User
from vacancies.checks.place import fingerprint

SHARED = "shared@test.example"
ROLES = ("nobody", "other", "colleague", "shared", "manager", "lead", "editor", "superuser")
EVERYBODY = dict.fromkeys(ROLES, 200)
SIGNED_IN = {**dict.fromkeys(ROLES, 200), "nobody": 302}
# A vacancy: who opened it, whom it is shared with and the lead; for anybody else it is not there.
THE_FILE = {
    **dict.fromkeys(ROLES, 404),
    "nobody": 302,
    "shared": 200,
    "manager": 200,
    "lead": 200,
}
# Everybody of the organisation, and nobody else.
THE_ORGANISATION = {**THE_FILE, "colleague": 200}
# The lead of the organisation; its other members may know of the page, nobody else.
THE_LEADS = {**THE_ORGANISATION, "colleague": 403, "shared": 403, "manager": 403}
# Nothing to show yet: it goes where the missing part is asked for.
ELSEWHERE = {role: 302 if status == 200 else status for role, status in THE_FILE.items()}
# Whom it is shared with works on it, and decides neither on its end nor on who else sees it.
THE_OWNERS = {**THE_FILE, "shared": 403}
# Only ever posted: opening it answers 405 to whoever is signed in, whatever the vacancy.
POSTED = {**dict.fromkeys(ROLES, 405), "nobody": 302}
# An organisation's own template: its lead; its other members may not, for others it is not there.
LEADING = {
    **THE_FILE,
    **dict.fromkeys(("colleague", "shared", "manager"), 403),
}
MEMBERS = {**SIGNED_IN, "editor": 403, "superuser": 403}
# An offer to peers: everybody of its organisation; for other members it is not there.
THE_PEERS = {**MEMBERS, "other": 404}
# allauth sends whoever is signed in away from pages for the others.
SIGNED_OUT = {**dict.fromkeys(ROLES, 302), "nobody": 200}
EDITING = {**dict.fromkeys(ROLES, 302), "editor": 200, "superuser": 200}
ADMINISTERING = {**EDITING, "editor": 403}
# Editors alone post there, and there is no page to open.
EDITORS_POST = {**EDITING, "editor": 405, "superuser": 405}
# A page that is not there.
EDITING_NOTHING = {**EDITING, "editor": 404, "superuser": 404}
NEVER = {**dict.fromkeys(ROLES, 302), "editor": 403, "superuser": 403}
MATRIX = {
    "favicon": ({}, dict.fromkeys(ROLES, 302)),
    "fact_list": ({}, EVERYBODY),
    "sitemap": ({}, EVERYBODY),
    "robots": ({}, EVERYBODY),
    "guidance:home": ({}, EVERYBODY),
    "guidance:page_detail": ({"path": "recruiting"}, EVERYBODY),
    "guidance:search": ({}, EVERYBODY),
    # Without a link that opens, everybody is told the same.
    "guidance:approval": ({"token": "no-such-link"}, dict.fromkeys(ROLES, 404)),
    # An organisation's steps on a page: its leads write them, its members know that they are there.
    "guidance:local_steps_edit": ({"organisation_id": ..., "page_id": ...}, THE_LEADS),
    "guidance:local_steps_remove": ({"organisation_id": ..., "page_id": ...}, THE_LEADS),
    "guidance:guide_file": ({"kind": "docx"}, EVERYBODY),
    "guidance:update_list": ({}, EVERYBODY),
    "guidance:update_detail": ({"slug": "the-portal-opens"}, EVERYBODY),
    "guidance:update_feed": ({}, EVERYBODY),
    "guidance:network_list": ({}, EVERYBODY),
    "guidance:decision_detail": ({"code": "panel-again"}, EVERYBODY),
    # There is no record before there is a result.
    "guidance:decision_file": ({"code": "panel-again", "kind": "docx"}, dict.fromkeys(ROLES, 404)),
    "guidance:feedback_create": ({"page_id": ...}, EVERYBODY),
    "guidance:feedback_thanks": ({"page_id": ...}, EVERYBODY),
    "vacancies:vacancy_list": ({}, SIGNED_IN),
    "vacancies:vacancy_create": ({}, MEMBERS),
    "vacancies:profile_list": ({}, EVERYBODY),
    "vacancies:profile_detail": ({"code": "ILL-LIB-5"}, EVERYBODY),
    "vacancies:profile_compare": ({}, EVERYBODY),
    "vacancies:text_check": ({}, EVERYBODY),
    "vacancies:rule_list": ({}, EVERYBODY),
    "tools:tool_list": ({}, EVERYBODY),
    "tools:worked_example_list": ({}, EVERYBODY),
    "tools:worked_example_detail": ({"code": "librarian-band-5"}, EVERYBODY),
    "tools:worked_example_file": ({"code": "librarian-band-5", "kind": "pdf"}, EVERYBODY),
    "tools:example_document_file": (
        {"code": "librarian-band-5", "name": "evidence-sheet", "kind": "docx"},
        EVERYBODY,
    ),
    "vacancies:quick_checklist": ({}, EVERYBODY),
    "vacancies:quick_checklist_file": ({"kind": "ics"}, EVERYBODY),
    "vacancies:probation_review_file": ({"kind": "docx"}, EVERYBODY),
    "vacancies:plan_list": ({}, SIGNED_IN),
    "vacancies:plan_create": ({}, MEMBERS),
    # With no plan to hold it leads to the list.
    "vacancies:plans_file": (
        {"kind": "ics"},
        {**THE_FILE, **dict.fromkeys(("other", "colleague", "editor", "superuser"), 302)},
    ),
    **{
        f"vacancies:{name}": ({"plan_id": ..., **more}, THE_FILE)
        for name, more in {
            "plan_detail": {},
            "plan_edit": {},
            "plan_record": {},
            "plan_finish": {},
            "plan_erase": {},
            "plan_goals": {},
            "plan_link": {},
            "plan_buddy_link": {},
            "plan_welcome": {},
            "plan_answer": {"asked_id": ...},
            "plan_task_create": {},
            "plan_task_edit": {"code": ...},
            "plan_task_remove": {"code": ...},
            "plan_file": {"kind": "ics"},
            "plan_data_file": {"kind": "docx"},
        }.items()
    },
    "vacancies:plan_tick": ({"plan_id": ..., "code": ...}, POSTED),
    "vacancies:plan_start_move": ({"plan_id": ...}, POSTED),
    "vacancies:plan_task_restore": ({"plan_id": ..., "code": ...}, POSTED),
    **{
        f"vacancies:{name}": ({"organisation_id": ..., **more}, LEADING)
        for name, more in {
            "template_detail": {},
            "template_settings": {},
            "template_task_create": {},
            "template_task_edit": {"code": ...},
            "template_task_remove": {"code": ...},
        }.items()
    },
    "vacancies:template_task_restore": ({"organisation_id": ..., "code": ...}, POSTED),
    **{
        f"vacancies:{name}": ({"vacancy_id": ..., **more}, THE_FILE)
        for name, more in {
            "timeline_detail": {},
            "timeline_edit": {},
            "timeline_proposal": {},
            "timeline_again": {},
            "timeline_file": {"kind": "ics"},
            "timeline_step_edit": {"code": "starts"},
            "timeline_task_create": {},
            "timeline_task_edit": {"code": ...},
            "timeline_task_remove": {"code": ...},
        }.items()
    },
    "vacancies:timeline_task_restore": ({"vacancy_id": ..., "code": ...}, POSTED),
    "vacancies:timeline_task_tick": ({"vacancy_id": ..., "code": ...}, POSTED),
    # Checklists had addresses of their own; they lead to the plan.
    "vacancies:timeline_step_move": ({"vacancy_id": ..., "code": "starts"}, POSTED),
    "vacancies:timeline_step_tick": ({"vacancy_id": ..., "code": "starts"}, POSTED),
    "vacancies:handover_answers": ({"token": "leaver-link"}, EVERYBODY),
    "vacancies:handover_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:handover_link": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:handover_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:review_detail": ({"token": "hr-link"}, EVERYBODY),
    "vacancies:review_answer": ({"token": "hr-link", "about": "agreement"}, EVERYBODY),
    "vacancies:panel_link": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:panel_day": ({"token": "panel-link"}, EVERYBODY),
    "vacancies:panel_file": (
        {"token": "panel-link", "slug": "score-sheet", "kind": "docx"},
        EVERYBODY,
    ),
    "vacancies:review_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:review_offer": ({"vacancy_id": ..., "kind": "hr"}, THE_FILE),
    "vacancies:review_settle": ({"vacancy_id": ..., "answer_id": ...}, POSTED),
    "vacancies:starter_list": ({"token": ...}, EVERYBODY),
    "vacancies:starter_file": ({"token": ..., "kind": "ics"}, EVERYBODY),
    "vacancies:starter_tick": ({"token": ..., "code": ...}, dict.fromkeys(ROLES, 302)),
    "vacancies:retention_list": ({}, EVERYBODY),
    "vacancies:retention_detail": ({"code": "one-to-one"}, EVERYBODY),
    "vacancies:retention_year": ({}, EVERYBODY),
    # Opened by itself it asks for the year that it needs.
    "vacancies:retention_year_file": ({"kind": "ics"}, dict.fromkeys(ROLES, 400)),
    "vacancies:peer_list": ({}, MEMBERS),
    "vacancies:peer_create": ({}, MEMBERS),
    "vacancies:peer_edit": ({"offer_id": ...}, THE_PEERS),
    "vacancies:peer_withdraw": ({"offer_id": ...}, THE_PEERS),
    # Northfield's offer: another service writes to it, its own people do not.
    "vacancies:peer_contact": (
        {"offer_id": ...},
        {**MEMBERS, **dict.fromkeys(("colleague", "shared", "manager", "lead"), 404)},
    ),
    "vacancies:theme_list": ({}, MEMBERS),
    "vacancies:theme_vote": ({"theme_id": ...}, POSTED),
    "vacancies:vacancy_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:vacancy_share": ({"vacancy_id": ...}, THE_OWNERS),
    "vacancies:vacancy_delete": ({"vacancy_id": ...}, THE_OWNERS),
    "vacancies:post_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:dates_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:purpose_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:advert_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:draft_check": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:draft_check_file": ({"vacancy_id": ..., "kind": "docx"}, THE_FILE),
    "vacancies:fair_report": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:fair_report_file": ({"vacancy_id": ..., "kind": "docx"}, THE_FILE),
    "vacancies:nhs_jobs_pack": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:letter_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:letter_file": ({"vacancy_id": ..., "kind": "docx"}, THE_FILE),
    "vacancies:advert_plan_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:advert_plan_file": ({"vacancy_id": ..., "kind": "docx"}, THE_FILE),
    "vacancies:advert_choice_edit": ({"vacancy_id": ..., "choice_id": ...}, THE_FILE),
    "vacancies:advert_choice_remove": ({"vacancy_id": ..., "choice_id": ...}, THE_FILE),
    "vacancies:advert_case_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:advert_case_file": ({"vacancy_id": ..., "kind": "docx"}, THE_FILE),
    "vacancies:typed_check": ({"vacancy_id": ..., "section": "purpose"}, POSTED),
    "vacancies:finding_dismiss": (
        {"vacancy_id": ..., "fingerprint": fingerprint("A6", "Teaches")},
        THE_FILE,
    ),
    "vacancies:duty_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:duty_undo": ({"vacancy_id": ...}, POSTED),
    "vacancies:criterion_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:criterion_undo": ({"vacancy_id": ...}, POSTED),
    "vacancies:link_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:coverage_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:proposal_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:question_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:question_create": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:question_edit": ({"vacancy_id": ..., "question_id": ...}, THE_FILE),
    "vacancies:question_remove": ({"vacancy_id": ..., "question_id": ...}, THE_FILE),
    "vacancies:question_move": (
        {"vacancy_id": ..., "question_id": ..., "direction": "up"},
        POSTED,
    ),
    "vacancies:weight_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:pack_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:pack_file": (
        {"vacancy_id": ..., "slug": "score-sheet", "kind": "docx"},
        THE_FILE,
    ),
    "vacancies:outcome_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:outcome_edit": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:outcome_channel_edit": ({"vacancy_id": ..., "code": "desk"}, THE_FILE),
    "vacancies:outcome_reopen": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:evidence_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:evidence_edit": ({"vacancy_id": ..., "factor": "F16"}, THE_FILE),
    "vacancies:comparison_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:import_create": ({"vacancy_id": ...}, THE_FILE),
    # Opened by itself it has nothing to confirm, and goes where the text is asked for.
    "vacancies:import_confirm": ({"vacancy_id": ...}, ELSEWHERE),
    "vacancies:draft_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:draft_file": ({"vacancy_id": ..., "kind": "docx"}, THE_FILE),
    # Without a profile it goes where one is asked for.
    "vacancies:evidence_file": ({"vacancy_id": ..., "kind": "docx"}, ELSEWHERE),
    "vacancies:version_file": ({"vacancy_id": ..., "number": 1, "kind": "docx"}, THE_FILE),
    "vacancies:version_evidence_file": (
        {"vacancy_id": ..., "number": 1, "kind": "docx"},
        ELSEWHERE,
    ),
    "vacancies:version_list": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:version_detail": ({"vacancy_id": ..., "number": 1}, THE_FILE),
    "vacancies:version_changes": ({"vacancy_id": ..., "number": 1}, THE_FILE),
    "vacancies:example_offer": ({"vacancy_id": ..., "number": 1}, THE_FILE),
    "vacancies:copy_changes": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:reality_check": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:example_list": ({}, SIGNED_IN),
    # Offered by Northfield and not approved: its members alone see it.
    "vacancies:example_detail": ({"example_id": ...}, THE_ORGANISATION),
    "vacancies:example_copy": (
        {"example_id": ...},
        {**THE_ORGANISATION, "editor": 403, "superuser": 403},
    ),
    "vacancies:example_withdraw": ({"example_id": ...}, THE_ORGANISATION),
    "vacancies:induction_detail": ({"vacancy_id": ...}, THE_FILE),
    "vacancies:induction_file": ({"vacancy_id": ..., "kind": "pdf"}, THE_FILE),
    "account_login": ({}, SIGNED_OUT),
    "account_logout": ({}, {**EVERYBODY, "nobody": 302}),
    "account_signed_out": ({}, EVERYBODY),
    "account_signup": ({}, SIGNED_OUT),
    "account_inactive": ({}, EVERYBODY),
    "account_change_password": ({}, SIGNED_IN),
    "account_weekly_email": ({}, POSTED),
    "account_stay": ({}, POSTED),
    "account_reset_password": ({}, EVERYBODY),
    "account_reset_password_done": ({}, EVERYBODY),
    "account_reset_password_from_key": ({"uidb36": "1", "key": "no-key"}, EVERYBODY),
    "account_reset_password_from_key_done": ({}, EVERYBODY),
    "admin:index": ({}, EDITING),
    "admin:login": (
        {},
        {**dict.fromkeys(ROLES, 403), "nobody": 302, "editor": 302, "superuser": 302},
    ),
    "admin:logout": ({}, {**dict.fromkeys(ROLES, 302), "editor": 405, "superuser": 405}),
    "admin:password_change": ({}, EDITING),
    "admin:password_change_done": ({}, EDITING),
    "admin:jsi18n": ({}, EDITING),
    "admin:autocomplete": ({}, {**dict.fromkeys(ROLES, 302), "editor": 403, "superuser": 403}),
    "admin:view_on_site": (
        {"content_type_id": 999_999, "object_id": 1},
        {**dict.fromkeys(ROLES, 302), "editor": 404, "superuser": 404},
    ),
    "admin:vacancies_profile_import": ({}, EDITING),
    "admin:vacancies_profile_type": ({}, EDITING),
    "admin:vacancies_profile_sample": ({}, EDITING),
    "admin:guidance_transfer": ({}, ADMINISTERING),
    "admin:guidance_export": ({}, ADMINISTERING),
    "admin:guidance_desk": ({}, EDITING),
    "admin:guidance_page_preview": ({"page_id": 999_999, "revision_id": 1}, EDITING_NOTHING),
    "admin:guidance_page_differences": ({"page_id": 999_999}, EDITING_NOTHING),
    "admin:guidance_page_restore": ({"page_id": 1, "revision_id": 1}, EDITORS_POST),
    "admin:guidance_page_discard": ({"page_id": 1}, EDITORS_POST),
    "admin:guidance_page_reviewed": ({"page_id": 1}, EDITORS_POST),
    "admin:guidance_page_approval": ({"page_id": 1}, EDITORS_POST),
    "admin:guidance_page_approval_close": ({"page_id": 1, "link_id": 1}, EDITORS_POST),
    "admin:app_list": ({"app_label": "vacancies"}, EDITING),
}
EDITED_MODELS = {
    "vacancies_publishedtext",
    "vacancies_profile",
    "vacancies_inductiongroup",
    "vacancies_plantask",
    "vacancies_bankquestion",
    "vacancies_banktask",
    "vacancies_retentiontool",
    "vacancies_advertchannel",
    "guidance_page",
    "guidance_externalresource",
    "guidance_claim",
    "reference_fact",
    "guidance_synonymgroup",
    "guidance_network",
    "guidance_tag",
    "guidance_update",
}
# Editors correct or decide their rows, but add none.
CORRECTED_MODELS = {
    "vacancies_factorlevel",
    "vacancies_bandrange",
    "vacancies_matchinglimit",
    "vacancies_advertlimit",
    "vacancies_timelinestep",
    "vacancies_scoremarks",
    "vacancies_example",
    "vacancies_meetingtheme",
    "guidance_linkplace",
    "guidance_decision",
}
# These come from members, so editors may delete them.
WRITTEN_BY_MEMBERS = {"vacancies_example", "vacancies_meetingtheme"}
# Editors read and delete what readers and services said; nobody writes it here.
READ_MODELS = {"guidance_feedback", "guidance_searchmiss", "vacancies_peeroffer"}
# Rows that came with the portal stay: a deleted one would come back.
SHIPPED_MODELS = EDITED_MODELS - {
    "vacancies_publishedtext",
    "guidance_tag",
}
ADMINISTERED_MODELS = {
    "accounts_user",
    "accounts_organisation",
    "auth_group",
}
ACTIONS = ("changelist", "add")
# These need a row: the first one there is.
BY_ROW = ("history", "delete", "change")
# Addresses without a name, by route: the address to open, and what comes of it.
UNNAMED = {
    "admin/(?P<url>.*)$": (
        "/admin/nothing-here/",
        {**dict.fromkeys(ROLES, 302), "editor": 404, "superuser": 404},
    ),
    **{
        f"admin/{model.replace('_', '/', 1)}/<path:object_id>/": (
            f"/admin/{model.replace('_', '/', 1)}/1/",
            dict.fromkeys(ROLES, 302),
        )
        for model in EDITED_MODELS | CORRECTED_MODELS | READ_MODELS | ADMINISTERED_MODELS
    },
}


def patterns(resolver=None, namespace="", route=""):
    """Yield (name with its namespace, or "" for none; route) of every address of the site."""
    for pattern in (resolver or get_resolver()).url_patterns:
        inner = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern, namespace + space, inner)
        elif isinstance(pattern, URLPattern):
            yield namespace + pattern.name if pattern.name else "", inner


def names():
    """Return every URL name of the site, with its namespace, in alphabetical order."""
    return sorted({name for name, _ in patterns() if name})


def by_row(name):
    """Return the model that a page of one row in the admin is about, or None."""
    model, _, action = name.removeprefix("admin:").rpartition("_")
    known = model in EDITED_MODELS | CORRECTED_MODELS | READ_MODELS | ADMINISTERED_MODELS
    return model if name.startswith("admin:") and known and action in BY_ROW else None


def expected(name):
    """Return (arguments, statuses) of a name, or None where the matrix does not hold it."""
    if name in MATRIX:
        return MATRIX[name]
    model, _, action = name.removeprefix("admin:").rpartition("_")
    if name == "admin:auth_user_password_change":
        return {"id": first_row("accounts_user").pk}, ADMINISTERING
    if name.startswith("admin:") and action in (*ACTIONS, *BY_ROW):
        arguments = {"object_id": first_row(model).pk} if by_row(name) else {}
        if model in EDITED_MODELS:
            stays = action == "delete" and model in SHIPPED_MODELS
            return arguments, NEVER if stays else EDITING
        if model in CORRECTED_MODELS:
            kept = {"add"} if model in WRITTEN_BY_MEMBERS else {"add", "delete"}
            return arguments, NEVER if action in kept else EDITING
        if model in READ_MODELS:
            return arguments, NEVER if action == "add" else EDITING
        if model in ADMINISTERED_MODELS:
            return arguments, ADMINISTERING
    return None


def first_row(model):
    """Return the first row of a model named as in the admin, such as "vacancies_profile"."""
    return apps.get_model(*model.split("_", 1)).objects.order_by("pk")[0]


def person(people, role):
    """Return the user of a role of the matrix; None for nobody."""
    if role == "shared":
        return User.objects.get(email=SHARED)
    return None if role == "nobody" else getattr(people, role)


PUBLIC = (
    "/",
    "/recruiting/",
    "/recruiting/national-profiles/",
    "/search/?q=interviews",
    "/cookies/",
    "/networks/",
    "/updates/",
    "/updates/the-portal-opens/",
    "/tools/decisions/panel-again/",
    "/vacancies/profiles/",
    "/vacancies/profiles/ILL-LIB-5/",
    "/vacancies/induction/",
    "/vacancies/induction/?role=librarian&band=5&start=2027-02-30",
    "/nothing-here/",
)
