"""What is told belongs to the household in whose dossier it was told; so do events."""

import django.db.models.deletion
from django.db import migrations, models


def say_where_events_were_told(apps, schema_editor):
    """An event of a person was told in the household in which that person was first told of."""
    Event = apps.get_model("people", "Event")
    FactEntry = apps.get_model("people", "FactEntry")
    for event in Event.objects.filter(household=None):
        event.household_id = FactEntry.objects.filter(person=event.person_id, fact="lives_here").order_by("pk").values("household")[:1]
        event.save(update_fields=["household"])


class Migration(migrations.Migration):
    dependencies = [("people", "0004_namekey_lookup")]
    operations = [
        migrations.AddField(
            "factentry",
            "told_in",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="told_here", to="people.household"),
        ),
        migrations.RemoveConstraint("event", "people_event_of_one"),
        migrations.RunPython(say_where_events_were_told, migrations.RunPython.noop),
    ]
