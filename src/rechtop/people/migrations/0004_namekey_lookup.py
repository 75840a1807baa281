"""The index of name keys begins with the OCMW."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_namekey_organisation")]
    operations = [
        migrations.RemoveIndex("namekey", "people_namekey_lookup"),
        migrations.AlterField(
            "namekey",
            "organisation",
            models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="trust.organisation"),
        ),
        migrations.AlterField(
            "namekey",
            "person",
            models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="name_keys", to="people.person"
            ),
        ),
        migrations.AddIndex("namekey", models.Index(fields=["organisation", "kind", "key", "person"], name="people_namekey_lookup")),
    ]
