"""The database itself refuses to change or remove a version of a story."""

from django.db import migrations

from rechtop.casework.append_only import STORIES


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: STORIES.put_up(editor.connection),
            lambda apps, editor: STORIES.take_down(editor.connection),
        )
    ]
