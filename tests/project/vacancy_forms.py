"""How each form of a vacancy is built, in every state that takes fields away or fills them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from tests.project.every_form import BASES, PLAIN, Built, Scene, states
from vacancies import models
from vacancies.checks import forms as check
from vacancies.checks import forms as dismiss
from vacancies.drafting.forms import (
    importing,
    links,
    parts,
    row_set,
    rows,
    sections,
    text_parts,
    versions,
)
from vacancies.drafting.services.drafting import advert_row, draft_of
from vacancies.evaluation import forms as comparison
from vacancies.evaluation import forms as evidence
from vacancies.induction.forms import plan, quick_checklist
from vacancies.induction.forms import plan as induction_plan
from vacancies.induction.forms import task as induction_task
from vacancies.overview import forms as find
from vacancies.planning import forms as planning
from vacancies.planning.rules.checklist import OWNERS, TemplateGroup, TemplateTask
from vacancies.planning.rules.layers import Placed
from vacancies.planning.rules.step import steps
from vacancies.posts.forms import fields as section
from vacancies.posts.forms import fields as texts
from vacancies.posts.forms import vacancy
from vacancies.profiles import forms as profile_import
from vacancies.profiles.services.profiles import rulings
from vacancies.recruiting.forms import advert, timeline
from vacancies.recruiting.forms import selection as packs
from vacancies.recruiting.forms import selection as question
from vacancies.recruiting.forms import selection as weights
from vacancies.recruiting.forms.timeline import DatesForm
from vacancies.recruiting.models.selection import ASKED
from vacancies.recruiting.services.timeline import dates_of
from vacancies.retention.forms import handover
from vacancies.retention.forms import peers as peer
from vacancies.retention.forms import tools as retention
from vacancies.retention.rules.handover import QUESTIONS, lines_of
from vacancies.retention.views.tools import retention_tools

TODAY = date(2026, 11, 23)

BASES |= {
    importing.FileOrTextForm,
    section.ForOrganisation,
    section.SectionForm,
    texts.TextsForm,
    text_parts.TakenForm,
    parts.PartForm,
    parts._Parts,
    planning.TaskForm,
    row_set.RowForm,
    row_set.RowSet,
    row_set._List,
    rows.CriterionRows,
    rows.DutyRows,
    induction_plan._PlanFields,
    question._QuestionFields,
    advert._InOrder,
}
PLAIN |= {
    check.CheckForm,
    comparison.ComparisonForm,
    versions.FindExamplesForm,
    plan.ErasePlanForm,
    plan.SettingsForm,
    induction_task.AnswerForm,
    induction_task.QuestionForm,
    importing.OldJobForm,
    packs.PacksForm,
    packs.ProposalsForm,
    parts.AnswersForManyForm,
    parts.CriterionPartForm,
    parts.DutyPartForm,
    parts.EvidencePartForm,
    parts.LeftPartForm,
    peer.FindPeersForm,
    peer.PeerMessageForm,
    peer.ThemeForm,
    versions.AgreementForm,
    versions.ReviewAnswerForm,
    profile_import.ProfileImportForm,
    planning.LeaveOutForm,
    vacancy.DeleteForm,
    versions.FreezeForm,
}


def routes(scene: Scene) -> Iterator[tuple[str, models.Vacancy]]:
    """Yield a vacancy with everything in it, one of an unpaid route, and one with a title alone."""
    again = models.Vacancy.objects.for_plan()
    yield "full", again.get(pk=scene.full.pk)
    unpaid = again.get(pk=scene.full.pk)
    unpaid.contract = models.Vacancy.Contract.VOLUNTEER
    yield "unpaid", unpaid
    yield "bare", again.get(pk=scene.bare.pk)


@states(sections.PostForm, DatesForm, sections.PurposeForm, vacancy.ShareForm)
def of_a_section(scene: Scene, of: Any) -> Built:
    return {name: partial(of, instance=row) for name, row in routes(scene)}


@states(sections.AdvertForm)
def of_the_advert(scene: Scene, of: Any) -> Built:
    rows = {name: advert_row(vacancy) for name, vacancy in routes(scene)}
    return {name: partial(of, instance=row) for name, row in rows.items()}


@states(
    advert.AdvertChoiceForm,
    advert.AdvertCaseForm,
    handover.HandoverForm,
    advert.OutcomeForm,
    dismiss.DismissForm,
)
def of_a_row(scene: Scene, of: Any) -> Built:
    model = of._meta.model
    rows = {"new": model(vacancy=scene.bare), "stored": model.objects.first()}
    if model is models.AdvertChoice:
        rows["new"].channel = models.AdvertChannel.objects.first()
    if model is models.HandoverAnswers:
        rows["new"].purge_on = TODAY
    return {name: partial(of, instance=row) for name, row in rows.items() if row}


@states(rows.DutyRow, rows.CriterionRow)
def of_a_row_of_many(scene: Scene, of: Any) -> Built:
    model = of._meta.model
    built = {"new": model(vacancy=scene.bare), "stored": model.objects.first()}
    return {name: partial(of, instance=row, number=row.pk) for name, row in built.items()}


@states(advert.ChannelsForm)
def of_channels(scene: Scene, of: Any) -> Built:
    offered = [row.as_value() for row in models.AdvertChannel.objects.all()]
    return {
        f"{len(chosen)} chosen": partial(of, offered=offered, chosen=chosen)
        for chosen in ((), {offered[0].id})
    }


@states(advert.ChannelOutcomeForm)
def of_a_channel(scene: Scene, of: Any) -> Built:
    round_of = models.Outcome.objects.create(vacancy=scene.bare)
    row = models.ChannelOutcome(outcome=round_of, channel=models.AdvertChannel.objects.first())
    return {"new": partial(of, instance=row)}


@states(question.QuestionStartForm, weights.WeightsForm)
@states(text_parts.TextPartsForm)
def of_a_vacancy(scene: Scene, of: Any) -> Built:
    return {name: partial(of, vacancy=row) for name, row in routes(scene)}


@states(evidence.EvidenceForm)
def of_a_factor(scene: Scene, of: Any) -> Built:
    return {
        f"{name} {factor.code}": partial(
            of,
            instance=there.evidence.filter(factor=factor.code).first()
            or models.FactorEvidence(vacancy=there, factor=factor.code),
            vacancy=there,
            factor=factor,
            in_range=(),
        )
        for name, there in routes(scene)
        for factor in rulings().scheme.factors[:1]
    }


@states(question.NewQuestionForm, question.QuestionForm)
def of_a_question(scene: Scene, of: Any) -> Built:
    row = {"instance": scene.full.questions.first()} if of is question.QuestionForm else {}
    built = {method: partial(of, vacancy=scene.full, method=method, **row) for method in ASKED}
    return built | {"bare": partial(of, vacancy=scene.bare, method=ASKED[0], **row)}


@states(timeline.NeedsForm)
def of_needs(scene: Scene, of: Any) -> Built:
    row, _ = models.VacancyPlan.objects.get_or_create(vacancy=scene.bare)
    made = partial(of, instance=row, goal=next(step for step in steps() if step.goal))
    return {f"notice {notice}": partial(made, has_notice=notice) for notice in (True, False)}


@states(timeline.StepForm)
def of_a_step(scene: Scene, of: Any) -> Built:
    built = {}
    for name, there in routes(scene):
        dates = dates_of(there)
        rows = (dates.timeline.rows[0], dates.timeline.rows[-1])
        for row in (*rows, replace(rows[0], done=True, day=TODAY)):
            built[f"{name} {row.id} {row.done}"] = partial(of, dates=dates, row=row)
    return built


@states(induction_plan.WelcomeForm)
def of_a_welcome(scene: Scene, of: Any) -> Built:
    return {"stored": partial(of, instance=models.InductionPlan.objects.first())}


@states(induction_plan.PlanForm)
def of_a_plan(scene: Scene, of: Any) -> Built:
    row = models.InductionPlan.objects.first()
    return {"stored": partial(of, instance=row)}


@states(profile_import.TypedProfileForm)
def of_a_typed_profile(scene: Scene, of: Any) -> Built:
    return {"typed": partial(of, scheme=rulings().scheme, bands=rulings().bands, today=TODAY)}


@states(plan.FinishPlanForm)
def of_a_plan_that_ends(scene: Scene, of: Any) -> Built:
    row = models.InductionPlan.objects.first()
    return {"to finish": partial(of, plan=row)}


@states(induction_plan.NewPlanForm)
def of_a_new_plan(scene: Scene, of: Any) -> Built:
    given = [(name, there, scene.full.created_by) for name, there in routes(scene)]
    given += [("no organisation", None, scene.nobody)]
    return {name: partial(of, person=person, vacancy=there) for name, there, person in given}


@states(
    induction_task.PlanTaskForm,
    induction_task.OrganisationTaskForm,
    induction_task.OwnTaskForm,
    timeline.VacancyTaskForm,
)
def of_a_task(scene: Scene, of: Any) -> Built:
    there = Placed("one", TemplateTask("T1", "Book a room", OWNERS["hr"], 0, "", True))
    groups = (TemplateGroup("one", "Week one"),)
    return {
        "new": partial(of, groups=groups),
        "stored": partial(of, groups=groups, placed=there),
        "no group": partial(of, groups=groups, placed=replace(there, group_id="gone")),
        "done": partial(of, groups=groups, placed=there, done="note" in of.asks),
    }


@states(induction_task.GoalsForm)
def of_goals(scene: Scene, of: Any) -> Built:
    return {
        n: partial(of, criteria=list(v.criteria.all()), initial={"criteria": []})
        for n, v in routes(scene)
    }


@states(vacancy.LinkForm)
def of_a_link(scene: Scene, of: Any) -> Built:
    return {f"{most} days": partial(of, most=most) for most in (1, 200, None)}


@states(handover.LinesForm)
def of_lines(scene: Scene, of: Any) -> Built:
    said = lines_of({one.id: "Teaches searching\n" * 2 for one in QUESTIONS})
    return {
        f"{len(lines)} lines, plan {plan}": partial(of, lines=lines, has_plan=plan)
        for lines in ((), said, tuple(one for one in said if not one.question.fact))
        for plan in (True, False)
    }


@states(peer.PeerOfferForm)
def of_an_offer(scene: Scene, of: Any) -> Built:
    return {"stored": partial(of, instance=models.PeerOffer.objects.first())}


@states(
    *(peer.NewPeerOfferForm, vacancy.OpenVacancyForm, vacancy.NewVacancyForm),
    *(versions.CopyForm, find.FindVacanciesForm),
)
def of_a_person(scene: Scene, of: Any) -> Built:
    people = {"member": scene.full.created_by, "no organisation": scene.nobody}
    return {name: partial(of, person=person) for name, person in people.items()}


@states(versions.OfferForm)
def of_an_example(scene: Scene, of: Any) -> Built:
    return {
        name: partial(of, draft=draft_of(there), organisation=there.organisation)
        for name, there in routes(scene)
    }


@states(versions.CompareForm)
def of_versions(scene: Scene, of: Any) -> Built:
    two = [models.DraftVersion(vacancy=scene.full, number=number) for number in (1, 2)]
    return {f"{len(others)} others": partial(of, others=others) for others in ([], two)}


@states(importing.RealityForm)
def of_duties(scene: Scene, of: Any) -> Built:
    return {name: partial(of, duties=draft_of(there).duties) for name, there in routes(scene)}


@states(links.LinksForm)
def of_links(scene: Scene, of: Any) -> Built:
    return {
        name: partial(of, criteria=there.criteria.all(), duties=there.duties.all())
        for name, there in routes(scene)
    }


@states(retention.PreparationForm)
def of_a_tool(scene: Scene, of: Any) -> Built:
    tool = retention_tools()[0]
    return {
        "questions": partial(of, tool=tool),
        "none": partial(of, tool=replace(tool, questions=())),
    }


@states(retention.YearForm)
def of_a_year(scene: Scene, of: Any) -> Built:
    every = retention_tools()
    return {f"{len(some)} tools": partial(of, tools=some) for some in (every, ())}


@states(quick_checklist.QuickChecklistForm)
def of_a_quick_checklist(scene: Scene, of: Any) -> Built:
    return {"today": of}
