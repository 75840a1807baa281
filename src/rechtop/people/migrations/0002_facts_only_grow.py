"""The database itself refuses to change or remove what was told."""

from django.db import migrations

from rechtop.people.append_only import FACTS


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: FACTS.put_up(editor.connection),
            lambda apps, editor: FACTS.take_down(editor.connection),
        )
    ]
