"""Addresses of trust. Of allauth only what we use: logging in and out, and changing a password."""

from allauth.account import views as account
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from rechtop.trust import views
from rechtop.trust.doors import needs

app_name = "trust"
urlpatterns = [
    path("", views.start, name="start"),
    path("waarom/", views.state_purpose, name="purpose"),
    path("ik/", views.own, name="own"),
    path("beheer/medewerkers/", views.workers, name="workers"),
    path("beheer/medewerkers/toevoegen/", views.add_worker, name="add_worker"),
    path("beheer/medewerkers/<int:worker_id>/", views.change_worker, name="worker"),
    path("beheer/medewerkers/<int:worker_id>/wachtwoord/", views.password_link, name="password_link"),
    path("beheer/wachtwoorden/", views.links, name="links"),
    path("beheer/wachtwoorden/<int:link_id>/", views.answer_link, name="answer_link"),
    path("beheer/ocmw/", views.organisation, name="organisation"),
    path("beheer/teams/toevoegen/", views.add_team, name="add_team"),
    path("wachtwoord/<uidb64>/<token>/", views.choose_password, name="choose_password"),
]

# allauth looks its own pages up by these names, without a namespace.
account_urlpatterns = [
    path("aanmelden/", login_not_required(account.login), name="account_login"),
    path("afmelden/", login_not_required(account.logout), name="account_logout"),
    path("ik/wachtwoord/", needs("trust.own")(account.password_change), name="account_change_password"),
]
