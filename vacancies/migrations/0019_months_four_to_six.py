"""The final probation review moved to month five: its group has the name that says so."""

from django.db import migrations


def rename(apps, schema_editor):
    """Give the group its new name, unless an editor gave it one."""
    groups = apps.get_model("vacancies", "InductionGroup").objects
    groups.filter(code="month-six", name="Month six").update(name="Months four to six")


class Migration(migrations.Migration):

    dependencies = [
        ("vacancies", "0018_retention_in_year"),
    ]

    operations = [
        migrations.RunPython(rename, migrations.RunPython.noop),
    ]
