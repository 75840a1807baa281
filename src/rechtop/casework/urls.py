"""The addresses of this room. No name of a person ever stands in one."""

from django.urls import URLPattern, path

from rechtop.casework import day, dossier, facts, finding, household, right, sheet, story, talk

app_name = "casework"

DOSSIER = "dossier/<uuid:dossier_id>/"

urlpatterns: list[URLPattern] = [
    path("dag/", day.day, name="day"),
    path("mensen/", finding.find, name="find"),
    path("mensen/nieuw/", finding.add, name="add"),
    path("mensen/<uuid:person_id>/begin/", finding.start, name="start"),
    path(DOSSIER, dossier.dossier, name="dossier"),
    path(f"{DOSSIER}kaart/", dossier.card, name="card"),
    path(f"{DOSSIER}sluiten/", dossier.close, name="close"),
    path(f"{DOSSIER}heropenen/", dossier.reopen, name="reopen"),
    path(f"{DOSSIER}overdragen/", dossier.give, name="hand_over"),
    path(f"{DOSSIER}afspraak/", dossier.plan, name="plan"),
    path("afspraak/<uuid:appointment_id>/afzeggen/", dossier.cancel, name="cancel"),
    # the talk
    path(f"{DOSSIER}gesprek/", talk.talk, name="talk"),
    path(f"{DOSSIER}gesprek/begin/", dossier.begin, name="begin"),
    path(f"{DOSSIER}gesprek/einde/", talk.end_talk, name="end_talk"),
    path(f"{DOSSIER}antwoord/", talk.answer, name="answer"),
    path(f"{DOSSIER}zoek/", talk.look_up, name="look_up"),
    path(f"{DOSSIER}verhaal/", story.story, name="story"),
    path(f"{DOSSIER}verhaal/<int:version_id>/", story.story_choice, name="story_choice"),
    path(f"{DOSSIER}huishouden/", household.add_member, name="add_member"),
    path(f"{DOSSIER}huishouden/<uuid:person_id>/", household.member, name="member"),
    # facts
    path(f"{DOSSIER}feiten/", facts.all_facts, name="all_facts"),
    path(f"{DOSSIER}feit/", facts.fact, name="fact"),
    path(f"{DOSSIER}feit/terugnemen/", facts.take_back, name="take_back"),
    path(f"{DOSSIER}feit/uitklaren/", facts.settle, name="settle"),
    # rights
    path(f"{DOSSIER}recht/<slug:right_id>/<slug:subject>/", right.right, name="right"),
    # the sheet
    path(f"{DOSSIER}blad/", sheet.sheet, name="sheet"),
    path(f"{DOSSIER}blad/keuze/", sheet.choose, name="sheet_choose"),
    path(f"{DOSSIER}blad/papier/", sheet.paper, name="sheet_paper"),
    path(f"{DOSSIER}blad/pdf/", sheet.pdf, name="sheet_pdf"),
]
