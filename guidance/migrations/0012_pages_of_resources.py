"""A resource knows the pages that point to it; the rows between them stay as they are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("guidance", "0011_search_words")]

    operations = [
        migrations.RemoveField("Page", "resources"),
        migrations.AddField(
            "ExternalResource",
            "pages",
            models.ManyToManyField(
                related_name="resources", through="guidance.PageResource", to="guidance.page"
            ),
        ),
    ]
