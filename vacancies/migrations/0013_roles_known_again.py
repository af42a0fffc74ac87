"""Tasks got roles and tools a first month: what was loaded is known again by a digest of all."""

import hashlib
import json

from django.db import migrations

TASK = (
    "group_id", "text", "owner", "due", "source", "confirmed", "bands",
    "only_managers", "only_teams", "solo_text", "solo_owner", "only_for", "not_for", "minutes",
)
TOOL = (
    "name", "purpose", "who", "how_often", "months", "own_questions", "questions", "signs",
    "caution", "guide", "source", "confirmed", "table_name", "table", "table_rows", "place",
)


def digest(values):
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def take_new_fields_in(apps, schema_editor):
    """Leave a row that an editor corrected as it is, so that it still counts as corrected."""
    for model, names, new in (
        ("InductionTask", TASK, {"roles": []}),
        ("RetentionTool", TOOL, {"first": 1}),
    ):
        for row in apps.get_model("vacancies", model).objects.exclude(loaded=""):
            old = {name: getattr(row, name) for name in names}
            if row.loaded == digest(old):
                row.loaded = digest({**old, **new})
                row.save(update_fields=["loaded"])


class Migration(migrations.Migration):

    dependencies = [
        ('vacancies', '0012_roles_and_first_months'),
    ]

    operations = [
        migrations.RunPython(take_new_fields_in, migrations.RunPython.noop),
    ]
