"""The page behind a secret link, where a revision can be approved without an account."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from guidance.pages.forms import APPROVES, ApprovalForm
from guidance.pages.models import ApprovalLink
from guidance.pages.services.approvals import answer
from guidance.pages.services.showing import drawn_page
from kls_portal.answers import answered_to_visitor
from kls_portal.http_methods import require_safe_or_post
from kls_portal.public import public
from kls_portal.secret_addresses import secret

SENT = "You sent your answer."


# The token authorises posting, and without it no form can be forged. Under “no-referrer”, browsers
# do not send the origin that Django's check needs.
@csrf_exempt
@public
@secret
@require_safe_or_post
def approval(request: HttpRequest, token: str) -> HttpResponse:
    """Show the revision of a link, and take an answer. All invalid links get the same page."""
    link = ApprovalLink.objects.select_related("revision__page__live").open_by(token)
    if link is None:
        return render(request, "guidance/pages/approval_closed.html", status=404)
    posted = request.method == "POST"
    form = ApprovalForm(request.POST) if posted else ApprovalForm()
    if posted and form.is_valid() and _answered(link, form):
        return answered_to_visitor(request.path, "answers")
    page, revision = link.revision.page, link.revision
    context = {
        **drawn_page(page, revision),
        "page": page,
        "revision": revision,
        "link": link,
        "form": form,
        "answers": link.answers.all(),
        "is_live": page.live_id == revision.pk,
        "is_newest": page.draft_id == revision.pk,
        "answer": {"row": "answers", "words": SENT if "pressed" in request.GET else ""},
    }
    return render(request, "guidance/pages/approval.html", context)


def _answered(link: ApprovalLink, form: ApprovalForm) -> bool:
    given = form.cleaned_data
    try:
        answer(
            link,
            key=given["key"],
            is_approval=given["verdict"] == APPROVES,
            comment=given["comment"],
            said_by=given["said_by"],
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
