"""What the URLs of this room name: a dossier, an appointment."""

from rechtop.casework.models import Appointment, Conversation, Dossier
from rechtop.trust.doors import Opens

dossier_in_url = Opens(
    lambda worker: Dossier.objects.visible_to(worker).select_related("household", "teller", "owner", "team", "organisation")
)
conversation_in_url = Opens(lambda worker: Conversation.objects.visible_to(worker).select_related("dossier"), kwarg="conversation_id")
appointment_in_url = Opens(lambda worker: Appointment.objects.visible_to(worker).select_related("dossier"), kwarg="appointment_id")
