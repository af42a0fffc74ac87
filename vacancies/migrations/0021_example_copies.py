"""What a vacancy was copied from is a row of its own; every one stays."""

import django.db.models.deletion
from django.db import migrations, models


def keep_copies(apps, schema_editor):
    ExampleCopy = apps.get_model("vacancies", "ExampleCopy")
    copied = apps.get_model("vacancies", "Vacancy").objects.exclude(copied_from=None)
    ExampleCopy.objects.bulk_create(
        ExampleCopy(vacancy_id=pk, example_id=example)
        for pk, example in copied.values_list("pk", "copied_from")
    )


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0020_names_of_the_field")]

    operations = [
        migrations.AlterField(
            "Vacancy",
            "copied_from",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="vacancies.example",
            ),
        ),
        migrations.CreateModel(
            name="ExampleCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "example",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="vacancies.example",
                    ),
                ),
                (
                    "vacancy",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="example_copy",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={"verbose_name_plural": "copies of examples"},
        ),
        migrations.RunPython(keep_copies, migrations.RunPython.noop),
        migrations.RemoveField("Vacancy", "copied_from"),
    ]
