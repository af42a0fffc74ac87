"""Until now a revision was live from the moment it was saved: say so of every one there is."""

from django.db import migrations
from django.db.models import F


def say_when(apps, schema_editor):
    revisions = apps.get_model("guidance", "Revision").objects.filter(published_at__isnull=True)
    revisions.update(published_at=F("created"), published_by=F("author"))


class Migration(migrations.Migration):
    dependencies = [("guidance", "0004_drafts")]
    operations = [migrations.RunPython(say_when, migrations.RunPython.noop)]
