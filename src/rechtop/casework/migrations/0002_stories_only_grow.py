"""The database itself refuses to change or remove a version of a story."""

from django.db import migrations

from rechtop.casework.append_only import put_up, take_down


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: put_up(editor.connection),
            lambda apps, editor: take_down(editor.connection),
        )
    ]
