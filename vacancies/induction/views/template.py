"""An organisation's changes to the national induction template, for its lead."""

from django.urls import reverse

from kls_portal.accounts.models import Organisation
from kls_portal.accounts.permissions import UserRequest, led_organisation_or_404
from kls_portal.answers import Answer, answered, page
from vacancies.induction.forms.plan import SettingsForm
from vacancies.induction.forms.task import OrganisationTaskForm, OwnTaskForm
from vacancies.induction.rules.plan import for_whom, when_due
from vacancies.induction.services import plans
from vacancies.induction.services.checklists import parts_of_plans, template
from vacancies.induction.services.tasks import OrganisationTasks, organisation_layer
from vacancies.planning.models import InductionSettings
from vacancies.planning.rules.layers import left_out_of
from vacancies.planning.services.layers import probation_terms
from vacancies.planning.views import Opened, TaskPages
from vacancies.posts.requests import atomic_on_post, posted, redirect_on_refusal


@page
def template_detail(request: UserRequest, organisation_id: int) -> Answer:
    organisation = led_organisation_or_404(request, organisation_id)
    rows = {row.code: row for row in organisation.task_changes.all()}
    national = template()
    task_ids = {task.id for group in national for task in group.tasks}
    return {
        "organisation": organisation,
        "groups": [
            (
                group.name,
                [
                    (task, rows.get(task.id), when_due(task.due), for_whom(task))
                    for task in group.tasks
                ],
            )
            for group in OrganisationTasks(organisation).now()
            if group.tasks
        ],
        "left_out": left_out_of(national, organisation_layer(organisation)),
        "lost": [row for row in rows.values() if not row.is_own and row.code not in task_ids],
        "keep_days": plans.keep_days(organisation),
        "terms": probation_terms(organisation),
    }


def _opened(request: UserRequest, organisation_id: int) -> Opened:
    organisation = led_organisation_or_404(request, organisation_id)
    return Opened(
        OrganisationTasks(organisation),
        reverse("vacancies:template_detail", args=[organisation.pk]),
        organisation.name,
        parts_of_plans(),
        {"organisation": organisation},
    )


TASK_PAGES = TaskPages(
    name="template",
    what="tasks of the organisation",
    opens=_opened,
    base="vacancies/induction/base_template.html",
    form=OrganisationTaskForm,
    refused=redirect_on_refusal("vacancies:template_detail", "organisation_id"),
    own_form=OwnTaskForm,
    holds="It applies to every plan in your organisation, or to those you choose. Anything "
    "you do not change follows the national template.",
    leaving="New plans in your organisation leave it out. Open plans keep it, marked "
    "“No longer in the template”. Done tasks stay.",
    asks_why=False,
)


@atomic_on_post
def template_settings(request: UserRequest, organisation_id: int) -> Answer:
    organisation = led_organisation_or_404(request, organisation_id)
    if request.method == "POST":
        Organisation.objects.select_for_update().get(pk=organisation.pk)
    stored = InductionSettings.objects.filter(organisation=organisation).first()
    settings = stored or InductionSettings(organisation=organisation)
    form = SettingsForm(posted(request), instance=settings)
    if request.method == "POST" and form.is_valid():
        form.save()
        said = "You saved how long plans are kept, and your probation."
        return answered(request, said, "vacancies:template_detail", organisation.pk)
    return {"organisation": organisation, "form": form}
