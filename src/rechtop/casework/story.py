"""The story: it saves itself while one types, and two who write at once both keep their words."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rechtop.casework import queries
from rechtop.casework.actions import begin_conversation, choose_story, save_story
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.models import Dossier, Story, StoryVersion
from rechtop.casework.page import head
from rechtop.casework.stands import Stands
from rechtop.casework.talk import talk_context
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.refusal import Refused
from rechtop.web import autosave
from rechtop.web.autosave import BadAutosave, has_stamp, is_autosave, read_sent
from rechtop.web.show import go_to, show


@needs("casework.write", opens=dossier_in_url)
@require_POST
def story(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Keep the story, sent by the script or by the button."""
    text = request.POST.get("verhaal", "")
    try:
        sent = read_sent(request) if is_autosave(request) or has_stamp(request) else None
    except BadAutosave:
        return HttpResponse(status=400)
    if queries.open_talk(dossier, request.worker) is None:
        begin_conversation(dossier, by=request.worker)
    try:
        kept = save_story(dossier, text, sent=sent, by=request.worker)
    except Refused as wrong:
        if is_autosave(request):
            return HttpResponse(str(wrong), status=422)
        stands = Stands.of(dossier)
        context = talk_context(request, dossier, stands, queries.open_talk(dossier, request.worker))
        return show(request, "casework/talk.html", status=422, story_wrong=str(wrong), story_typed=text, **context)
    both = reverse("casework:story_choice", args=[dossier.pk, kept.aside.pk]) if kept.aside else ""
    if not is_autosave(request):
        return go_to(request, both or reverse("casework:talk", args=[dossier.pk]) + "#verhaal")
    if kept.verdict == "conflict":
        return autosave.conflict(by=kept.story.saved_by.name, at=kept.story.saved_at, href=both)
    reply = autosave.late if kept.verdict == "late" else autosave.saved
    return reply(version=kept.story.version, at=kept.story.saved_at)


@needs("casework.write", opens=dossier_in_url)
def story_choice(request: WorkerRequest, dossier: Dossier, version_id: int) -> HttpResponseBase:
    """Two wrote at once: both texts side by side, choose one or keep both."""
    aside = StoryVersion.objects.filter(story__dossier=dossier, aside=True, pk=version_id).select_related("written_by").first()
    if aside is None:
        raise Http404
    wrong = ""
    if request.method == "POST":
        try:
            choose_story(dossier, aside, keep=request.POST.get("welke", ""), by=request.worker)
            return go_to(request, reverse("casework:talk", args=[dossier.pk]) + "#verhaal")
        except Refused as refusal:
            wrong = str(refusal)
    stands_now = Story.objects.select_related("saved_by").get(dossier=dossier)
    mine = _("Jij") if aside.written_by_id == request.worker.pk else aside.written_by.name
    context = {**head(request, dossier), "aside": aside, "story": stands_now, "mine": mine, "wrong": wrong}
    return show(request, "casework/story_choice.html", status=422 if wrong else 200, **context)
