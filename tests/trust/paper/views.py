"""Views and actions on a paper dossier, one for each kind of door."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from tests.trust.paper.models import Paper, Sheet

from rechtop.trust.doors import Opens, WorkerRequest, needs
from rechtop.trust.history import note, recorded
from rechtop.trust.models import Worker
from rechtop.trust.policy import Record

paper_in_url = Opens(lambda worker: Paper.objects.visible_to(worker))
sheet_in_url = Opens(lambda worker: Sheet.objects.visible_to(worker).select_related("dossier"), kwarg="sheet_id")


@needs("casework.read", opens=paper_in_url)
def page(request: WorkerRequest, paper: Paper) -> HttpResponse:
    return HttpResponse(f'<!doctype html><title>paper</title><link rel="icon" href="data:,">{paper.title} {request.purpose}')


@needs("casework.print", opens=paper_in_url, kind="print")
def printed(request: WorkerRequest, paper: Paper) -> HttpResponse:
    return HttpResponse("on paper")


@needs("casework.read", opens=sheet_in_url)
def sheet(request: WorkerRequest, sheet: Sheet) -> HttpResponse:
    return HttpResponse("a sheet")


@needs("casework.day")
def day(request: WorkerRequest) -> HttpResponse:
    return HttpResponse("today")


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a view without a door")


@login_not_required
def for_all(request: HttpRequest) -> HttpResponse:
    return HttpResponse("for everybody")


@recorded("casework.write")
def rename(paper: Paper, *, title: str, by: Worker) -> Paper:
    note(length=len(title))
    paper.title = title
    paper.save()
    if title == "breaks":
        raise RuntimeError("something goes wrong half-way")
    return paper


@recorded("casework.start")
def start(*, title: str, by: Worker) -> Paper:
    return Paper.objects.create(title=title, organisation=by.organisation, owner=by)


@recorded("people.tell")
def tell(fact: str, *, within: Record, by: Worker) -> str:
    return fact


urlpatterns = [
    path("dossier/<uuid:dossier_id>/", page, name="page"),
    path("dossier/<uuid:dossier_id>/print/", printed, name="print"),
    path("sheet/<int:sheet_id>/", sheet, name="sheet"),
    path("day/", day, name="day"),
    path("forgotten/", forgotten, name="forgotten"),
    path("for-all/", for_all, name="for_all"),
    path("", include("rechtop.config.urls")),
]
