"""Handover and dismissed findings under their names; every row stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("vacancies", "0019_months_four_to_six"),
    ]

    operations = [
        migrations.RenameModel("LeaverAnswers", "HandoverAnswers"),
        migrations.RenameModel("LeaverLink", "HandoverLink"),
        migrations.AlterModelOptions("HandoverAnswers", {"verbose_name_plural": "handover answers"}),
        migrations.AlterField(
            "HandoverAnswers",
            "vacancy",
            models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="handover_answers",
                to="vacancies.vacancy",
            ),
        ),
        migrations.AlterField(
            "HandoverLink",
            "vacancy",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="handover_links",
                to="vacancies.vacancy",
            ),
        ),
        migrations.RemoveConstraint("FindingSetAside", "one_row_per_finding_set_aside"),
        migrations.RenameModel("FindingSetAside", "DismissedFinding"),
        migrations.RenameField("DismissedFinding", "set_aside_by", "dismissed_by"),
        migrations.RenameField("DismissedFinding", "set_aside_at", "dismissed_at"),
        migrations.AlterModelOptions(
            "DismissedFinding",
            {"ordering": ["dismissed_at", "id"], "verbose_name_plural": "dismissed findings"},
        ),
        migrations.AlterField(
            "DismissedFinding",
            "vacancy",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="dismissed",
                to="vacancies.vacancy",
            ),
        ),
        migrations.AlterField(
            "DismissedFinding",
            "dismissed_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="dismissed",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            "DismissedFinding",
            models.UniqueConstraint(
                fields=("vacancy", "fingerprint"), name="one_row_per_dismissed_finding"
            ),
        ),
    ]
