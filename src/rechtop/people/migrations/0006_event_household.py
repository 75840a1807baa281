"""Every event was told in a household."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_told_in")]
    operations = [
        migrations.AlterField(
            "event",
            "household",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="events", to="people.household"),
        ),
    ]
