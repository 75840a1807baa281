"""The database itself refuses to change or remove a line of the log."""

from django.db import migrations

from rechtop.trust.append_only import LOG


class Migration(migrations.Migration):
    dependencies = [("trust", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: LOG.put_up(editor.connection),
            lambda apps, editor: LOG.take_down(editor.connection),
        )
    ]
