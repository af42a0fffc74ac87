"""One set of tables for the plans of vacancies and of starters; those of before are dropped."""

import django.core.validators
import django.db.models.deletion
import uuid
import vacancies.induction.models.plan
from django.conf import settings
from django.db import migrations, models

GONE = (
    "StarterLink",
    "PlanEvent",
    "PlanQuestion",
    "PlanTask",
    "PlanTick",
    "InductionPlan",
    "OrganisationTask",
    "StageTask",
    "StageChange",
    "StageTick",
    "StepDate",
    "VacancyTimeline",
)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_one_address'),
        ('vacancies', '0028_standard_statements'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *(migrations.DeleteModel(name) for name in GONE),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('changed', models.DateTimeField(auto_now=True)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='RecruitingTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                ('source', models.TextField(blank=True, help_text='Document, section and address.', verbose_name='source')),
                ('confirmed', models.BooleanField(default=False, help_text='Tick this when somebody has read it in the source. Otherwise it is shown as not confirmed.', verbose_name='confirmed')),
                ('shipped', models.JSONField(blank=True, default=dict, editable=False)),
                ('text', models.CharField(max_length=300, verbose_name='task')),
                ('due', models.SmallIntegerField(help_text='Working days from that day: 0 is the day itself, -5 a week before.', validators=[django.core.validators.MinValueValidator(-130), django.core.validators.MaxValueValidator(520)], verbose_name='due')),
                ('bands', models.CharField(blank=True, help_text='Such as 4,5. Empty: every band.', max_length=60, verbose_name='only for bands')),
                ('only_for', models.JSONField(blank=True, default=list, verbose_name='only for')),
                ('not_for', models.JSONField(blank=True, default=list, verbose_name='not for')),
                ('in_use', models.BooleanField(default=True, help_text='Untick this to leave the task out of new checklists. Plans that took it up keep it, marked as withdrawn.', verbose_name='in use')),
                ('milestone', models.SlugField(max_length=40, verbose_name='milestone')),
                ('owner', models.CharField(choices=[('line-manager', 'Line manager'), ('lead', 'Library lead'), ('team', 'Library team'), ('panel-chair', 'Panel chair'), ('panel', 'Interview panel'), ('recruitment', 'Recruitment team'), ('hr', 'HR'), ('it', 'IT'), ('finance', 'Finance'), ('apprenticeship-lead', 'Apprenticeship lead'), ('voluntary-services', 'Voluntary services team'), ('work-experience-lead', 'Work experience lead')], max_length=30, verbose_name='who sees to it')),
                ('page', models.CharField(help_text='The page that explains the step, such as /recruiting/interviews/.', max_length=200, validators=[django.core.validators.RegexValidator('^/(?:[a-z0-9-]+/)+\\Z', 'Write the path of a page of this site, such as /recruiting/interviews/.')], verbose_name='guidance page')),
                ('page_name', models.CharField(max_length=200, verbose_name='name of that page')),
                ('routes', models.JSONField(blank=True, default=list, verbose_name='only for these contracts')),
                ('not_routes', models.JSONField(blank=True, default=list, verbose_name='not for these contracts')),
                ('place', models.PositiveSmallIntegerField(default=0, verbose_name='place among tasks of one day')),
            ],
            options={
                'ordering': ['place', 'id'],
            },
        ),
        migrations.RemoveField(
            model_name='inductiontask',
            name='only_managers',
        ),
        migrations.RemoveField(
            model_name='inductiontask',
            name='only_teams',
        ),
        migrations.AlterField(
            model_name='inductiontask',
            name='due',
            field=models.SmallIntegerField(help_text='Working days from that day: 0 is the day itself, -5 a week before.', validators=[django.core.validators.MinValueValidator(-130), django.core.validators.MaxValueValidator(520)], verbose_name='due'),
        ),
        migrations.CreateModel(
            name='InductionPlan',
            fields=[
                ('plan_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='vacancies.plan')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('starter', 'New starter'), ('new-manager', 'New manager, already inducted in the organisation')], default='starter', max_length=12, verbose_name='the plan is for a')),
                ('title', models.CharField(max_length=200, verbose_name='job title')),
                ('role', models.CharField(blank=True, max_length=40, verbose_name='role')),
                ('band', models.CharField(blank=True, choices=[('2', 'Band 2'), ('3', 'Band 3'), ('4', 'Band 4'), ('5', 'Band 5'), ('6', 'Band 6'), ('7', 'Band 7'), ('8a', 'Band 8a'), ('8b', 'Band 8b'), ('8c', 'Band 8c'), ('8d', 'Band 8d'), ('9', 'Band 9')], max_length=2, verbose_name='band')),
                ('starter_name', models.CharField(blank=True, max_length=300, verbose_name='name of the starter')),
                ('starts_on', models.DateField(verbose_name='start date')),
                ('traits', models.JSONField(blank=True, default=list, verbose_name='what holds for them')),
                ('weekdays', models.JSONField(default=vacancies.induction.models.plan.monday_to_friday, verbose_name='days they work')),
                ('purge_on', models.DateField(db_index=True, verbose_name='deleted on')),
                ('moves', models.PositiveSmallIntegerField(default=0, verbose_name='times the start date moved')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished')),
                ('probation_ended_on', models.DateField(blank=True, null=True, verbose_name='probation ended on')),
                ('taken_up', models.JSONField(default=list, editable=False)),
                ('record', models.JSONField(editable=False, null=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='induction_plans', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='induction_plans', to='accounts.organisation')),
                ('vacancy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='induction_plans', to='vacancies.vacancy')),
            ],
            options={
                'ordering': ['-starts_on', '-id'],
            },
            bases=('vacancies.plan',),
        ),
        migrations.CreateModel(
            name='StarterLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='made')),
                ('expires_at', models.DateTimeField(verbose_name='expires')),
                ('revoked_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='revoked')),
                ('made_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='vacancies.inductionplan')),
            ],
            options={
                'ordering': ['-made_at'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='asked')),
                ('text', models.TextField(max_length=1000, verbose_name='question')),
                ('answer', models.TextField(blank=True, max_length=1000, verbose_name='answer')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='vacancies.inductionplan')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PlanEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.CharField(choices=[('line-manager', 'Line manager'), ('hr', 'HR'), ('it', 'IT'), ('buddy', 'Buddy'), ('starter', 'New starter'), ('lead', 'Library lead'), ('handover', 'Previous post holder or line manager')], max_length=20)),
                ('words', models.CharField(max_length=600)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='vacancies.inductionplan')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='VacancyPlan',
            fields=[
                ('plan_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='vacancies.plan')),
                ('needed_by', models.DateField(blank=True, null=True, verbose_name='needed by')),
                ('notice_weeks', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(52)], verbose_name='notice period in weeks')),
                ('last_moves', models.JSONField(default=list, editable=False)),
                ('vacancy', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='plan', to='vacancies.vacancy')),
            ],
            bases=('vacancies.plan',),
        ),
        migrations.CreateModel(
            name='TaskChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, verbose_name='code')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('is_own', models.BooleanField(default=False)),
                ('text', models.CharField(blank=True, max_length=300, null=True, verbose_name='task')),
                ('owner', models.CharField(blank=True, choices=[('line-manager', 'Line manager'), ('lead', 'Library lead'), ('team', 'Library team'), ('panel-chair', 'Panel chair'), ('panel', 'Interview panel'), ('recruitment', 'Recruitment team'), ('hr', 'HR'), ('it', 'IT'), ('finance', 'Finance'), ('apprenticeship-lead', 'Apprenticeship lead'), ('voluntary-services', 'Voluntary services team'), ('work-experience-lead', 'Work experience lead'), ('buddy', 'Buddy'), ('starter', 'New starter'), ('handover', 'Previous post holder or line manager')], max_length=30, null=True, verbose_name='who sees to it')),
                ('group', models.SlugField(blank=True, max_length=40, null=True, verbose_name='what it hangs on')),
                ('due', models.SmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(-130), django.core.validators.MaxValueValidator(520)], verbose_name='due')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='day of its own')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(480)], verbose_name='appointment of')),
                ('at', models.TimeField(blank=True, null=True, verbose_name='time')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                ('only_for', models.JSONField(blank=True, default=list, verbose_name='only for')),
                ('roles', models.JSONField(blank=True, default=list, verbose_name='only for roles')),
                ('left_out', models.BooleanField(default=False)),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('is_reopened', models.BooleanField(default=False)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='task_changes', to='accounts.organisation')),
                ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='vacancies.plan')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('plan', 'code'), name='one_change_per_plan_and_task'), models.UniqueConstraint(fields=('organisation', 'code'), name='one_change_per_organisation_and_task'), models.CheckConstraint(condition=models.Q(('plan', None), ('organisation', None), _connector='XOR'), name='a_change_is_of_one_layer')],
            },
        ),
        migrations.CreateModel(
            name='Tick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, verbose_name='code')),
                ('frozen', models.JSONField(editable=False)),
                ('done_at', models.DateTimeField(verbose_name='done')),
                ('done_by', models.CharField(blank=True, choices=[('line-manager', 'Line manager'), ('lead', 'Library lead'), ('team', 'Library team'), ('panel-chair', 'Panel chair'), ('panel', 'Interview panel'), ('recruitment', 'Recruitment team'), ('hr', 'HR'), ('it', 'IT'), ('finance', 'Finance'), ('apprenticeship-lead', 'Apprenticeship lead'), ('voluntary-services', 'Voluntary services team'), ('work-experience-lead', 'Work experience lead'), ('buddy', 'Buddy'), ('starter', 'New starter'), ('handover', 'Previous post holder or line manager')], max_length=30, verbose_name='by')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
                ('undone_by', models.CharField(blank=True, choices=[('line-manager', 'Line manager'), ('lead', 'Library lead'), ('team', 'Library team'), ('panel-chair', 'Panel chair'), ('panel', 'Interview panel'), ('recruitment', 'Recruitment team'), ('hr', 'HR'), ('it', 'IT'), ('finance', 'Finance'), ('apprenticeship-lead', 'Apprenticeship lead'), ('voluntary-services', 'Voluntary services team'), ('work-experience-lead', 'Work experience lead'), ('buddy', 'Buddy'), ('starter', 'New starter'), ('handover', 'Previous post holder or line manager')], max_length=30, verbose_name='taken back by')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ticks', to='vacancies.plan')),
                ('undone_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('plan', 'code'), name='one_tick_per_plan_and_task')],
            },
        ),
        migrations.CreateModel(
            name='StepDate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, verbose_name='step')),
                ('day', models.DateField(blank=True, null=True, verbose_name='date')),
                ('proposed', models.DateField(blank=True, null=True, verbose_name='date worked out')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='marked as done')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='step_dates', to='vacancies.vacancyplan')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('plan', 'code'), name='one_date_per_plan_and_step')],
            },
        ),
    ]
