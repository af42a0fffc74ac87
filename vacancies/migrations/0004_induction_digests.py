"""Induction tasks got new fields: what was loaded is known again by a digest that holds them."""

import hashlib
import json

from django.db import migrations

OLD = (
    "group_id", "text", "owner", "due", "source", "confirmed", "bands",
    "only_managers", "only_teams", "solo_text", "solo_owner",
)
NEW = {"only_for": [], "not_for": [], "minutes": 0}


def digest(values):
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def take_new_fields_in(apps, schema_editor):
    """Leave a row that an editor corrected as it is, so that it still counts as corrected."""
    for row in apps.get_model("vacancies", "InductionTask").objects.exclude(loaded=""):
        old = {name: getattr(row, name) for name in OLD}
        if row.loaded == digest(old):
            row.loaded = digest({**old, **NEW})
            row.save(update_fields=["loaded"])


class Migration(migrations.Migration):

    dependencies = [
        ('vacancies', '0003_induction_plans'),
    ]

    operations = [
        migrations.RunPython(take_new_fields_in, migrations.RunPython.noop),
    ]
