"""Name keys know which OCMW holds them, so that a search reads the index alone."""

import django.db.models.deletion
from django.db import migrations, models


def say_who_holds_them(apps, schema_editor):
    NameKey = apps.get_model("people", "NameKey")
    Person = apps.get_model("people", "Person")
    holder = Person.objects.filter(pk=models.OuterRef("person")).values("organisation")[:1]
    NameKey.objects.update(organisation=models.Subquery(holder))


class Migration(migrations.Migration):
    dependencies = [("people", "0002_facts_only_grow"), ("trust", "0001_initial")]
    operations = [
        migrations.AddField(
            "namekey",
            "organisation",
            models.ForeignKey(
                null=True, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="trust.organisation"
            ),
        ),
        migrations.RunPython(say_who_holds_them, migrations.RunPython.noop),
    ]
