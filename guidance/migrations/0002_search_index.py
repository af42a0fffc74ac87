"""The search index: FTS5 tables on SQLite, word positions with GIN on PostgreSQL."""

from django.db import migrations

SQLITE = (
    "CREATE VIRTUAL TABLE guidance_search USING fts5("
    "title, summary, headings, body,"
    " tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')",
    "CREATE VIRTUAL TABLE guidance_words USING fts5("
    "words, tokenize = 'unicode61 remove_diacritics 2', detail = none)",
    "CREATE VIRTUAL TABLE guidance_vocabulary USING fts5vocab('guidance_words', 'row')",
)
SQLITE_BACK = (
    "DROP TABLE guidance_vocabulary",
    "DROP TABLE guidance_words",
    "DROP TABLE guidance_search",
)
POSTGRESQL = (
    "CREATE TEXT SEARCH DICTIONARY guidance_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION guidance (COPY = pg_catalog.english)",
    "ALTER TEXT SEARCH CONFIGURATION guidance"
    " ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part"
    " WITH guidance_stem",
    "ALTER TABLE guidance_pagetext"
    " ADD COLUMN document tsvector, ADD COLUMN vocabulary tsvector",
    "CREATE INDEX guidance_pagetext_document ON guidance_pagetext USING gin (document)",
)
POSTGRESQL_BACK = (
    "DROP INDEX guidance_pagetext_document",
    "ALTER TABLE guidance_pagetext DROP COLUMN document, DROP COLUMN vocabulary",
    "DROP TEXT SEARCH CONFIGURATION guidance",
    "DROP TEXT SEARCH DICTIONARY guidance_stem",
)


def run(sqlite: tuple[str, ...], postgresql: tuple[str, ...]):
    def on_this_database(apps, schema_editor):
        vendor = schema_editor.connection.vendor
        for statement in {"sqlite": sqlite, "postgresql": postgresql}[vendor]:
            schema_editor.execute(statement)

    return on_this_database


class Migration(migrations.Migration):
    dependencies = [("guidance", "0001_initial")]
    operations = [
        migrations.RunPython(run(SQLITE, POSTGRESQL), run(SQLITE_BACK, POSTGRESQL_BACK)),
    ]
