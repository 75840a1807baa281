"""The database itself refuses to change or remove what was told."""

from django.db import migrations

from rechtop.people.append_only import put_up, take_down


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: put_up(editor.connection),
            lambda apps, editor: take_down(editor.connection),
        )
    ]
