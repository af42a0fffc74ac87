"""An account has one address: what allauth noted of earlier ones led their mailboxes in."""

from django.db import migrations
from django.db.models import F


def drop_earlier_addresses(apps, schema_editor):
    """Delete every noted address that is not the one its account has now."""
    noted = apps.get_model("account", "EmailAddress").objects.using(schema_editor.connection.alias)
    noted.exclude(email=F("user__email")).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_way_in"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]
    operations = [migrations.RunPython(drop_earlier_addresses, migrations.RunPython.noop)]
