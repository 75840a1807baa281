"""The household drawn as people: uprights under a roof, and who lives elsewhere beside it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rechtop.casework.stands import HERE, Stands, years_between
from rechtop.casework.words import joined, language
from rechtop.people.queries import Presence
from rechtop.rights.facts.kinship import PARTNERS, kinships
from rechtop.rights.facts.situation import Between
from rechtop.rights.facts.vocabulary import vocabulary

GROUND, ROOM, EDGE = 206, 72, 46
"""Where feet stand, the width for one person, and the space beside them (drawing units)."""

OUTSIDE, ROW = 190, 74
"""The width for people who live elsewhere, and the height for one of them."""

LONGEST_NAME = 11


@dataclass(frozen=True)
class Figure:
    """One person: a head and a body. x, top: where the head is; foot: where the body ends; css: near, away or nothing."""

    x: int
    top: int
    foot: int
    radius: int
    name: str
    under: str
    css: str = ""

    @property
    def neck(self) -> int:
        return self.top + self.radius + 3

    @property
    def text_x(self) -> int:
        return self.x + 12

    @property
    def text_y(self) -> int:
        return min(self.top + 26, self.foot - 22)

    @property
    def under_y(self) -> int:
        return self.text_y + 17


@dataclass(frozen=True)
class Member:
    """One person as a line of the list: name, age, what she is to the teller, how she lives here."""

    id: str
    name: str
    age: str
    tie: str
    how: str
    is_teller: bool
    is_here: bool


@dataclass(frozen=True)
class Drawing:
    """The drawing, what it shows in words, and the same as a list."""

    width: int
    height: int
    roof: str
    ground: str
    figures: tuple[Figure, ...]
    ties: tuple[tuple[str, bool], ...]
    title: str
    members: tuple[Member, ...]


def drawn(stands: Stands) -> Drawing:
    """Draw a household from what was told of it."""
    members = members_of(stands)
    inside = [member for member in members if member.is_here]
    outside = [member for member in members if not member.is_here]
    house = EDGE + ROOM * max(len(inside), 2) + 18
    height = max(222, 30 + ROW * len(outside))
    shift = height - 222
    ground = GROUND + shift
    figures = {member.id: _inside(stands, member, number, ground) for number, member in enumerate(inside)}
    figures |= {member.id: _outside(member, number, house) for number, member in enumerate(outside)}
    left, right, eaves = 32, house, 93 + shift
    gable = f"M14 {104 + shift} L{(left + right) // 2} {20 + shift} L{house + 18} {104 + shift}"
    walls = f"M{left} {eaves} V{ground + 8} H{right} V{eaves}"
    return Drawing(
        width=house + 24 + (OUTSIDE if outside else 0),
        height=height,
        roof=f"{gable} {walls}",
        ground=f"M0 {ground + 8} H{house + 24 + (OUTSIDE if outside else 0)}",
        figures=tuple(figures.values()),
        ties=tuple(_ties(stands, figures)),
        title=title_of(stands, inside, outside),
        members=tuple(members),
    )


def members_of(stands: Stands) -> list[Member]:
    """Everybody in the picture, the teller first."""
    told = told_ties(stands)
    derived = kinships(told) if told else {}
    return [
        _member(stands, presence, derived.get((stands.teller_id, str(presence.person.pk)), frozenset())) for presence in stands.presences
    ]


def told_ties(stands: Stands) -> dict[tuple[str, str], str]:
    """The ties between two persons that were told, (from, to) → kinship."""
    return {
        (ids[0], ids[1]): spells[0].value
        for (fact, ids, _year), spells in stands.situation.answers.items()
        if fact == "kinship" and len(ids) == 2 and spells and isinstance(spells[0].value, str)
    }


def _member(stands: Stands, presence: Presence, ties: frozenset[str]) -> Member:
    key = str(presence.person.pk)
    kinship = vocabulary().fact("kinship")
    tie = joined([kinship.option(one).label.in_language(language()) for one in sorted(ties)]) if len(ties) == 1 else ""
    return Member(key, stands.name(key), age_words(stands, key), tie, how_words(presence), key == stands.teller_id, presence.how in HERE)


def age_words(stands: Stands, person_id: str) -> str:
    """How old somebody is, as far as it was told."""
    age = stands.age(person_id)
    if age is not None:
        return ngettext("%(age)s jaar", "%(age)s jaar", age) % {"age": age}
    born = stands.value("birth_date", person_id)
    if isinstance(born, Between) and isinstance(born.low, date) and isinstance(born.high, date):
        low, high = years_between(born.high, stands.picture.on), years_between(born.low, stands.picture.on)
        return _("tussen %(low)s en %(high)s jaar") % {"low": low, "high": high}
    return ""


def how_words(presence: Presence) -> str:
    """How somebody lives here, in the words of the vocabulary."""
    if presence.how is None:
        return _("nog niet geweten of die hier woont")
    return vocabulary().fact("lives_here").option(presence.how).label.in_language(language())


def _inside(stands: Stands, member: Member, number: int, ground: int) -> Figure:
    age = stands.age(member.id)
    tall = 92 if age is None or age >= 18 else 74 if age >= 12 else 58 if age >= 5 else 44
    return Figure(EDGE + 12 + ROOM * number, ground - tall, ground, 8 if tall > 80 else 7, _short(member.name), _number(member.age))


def _outside(member: Member, number: int, house: int) -> Figure:
    top = 24 + ROW * number
    return Figure(house + 62, top, top + 52, 6, _short(member.name), member.tie or member.how, "away")


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _number(age: str) -> str:
    return age.split(" ")[0]


def _ties(stands: Stands, figures: dict[str, Figure]) -> list[tuple[str, bool]]:
    """Lines between partners, and dashed ones to who lives elsewhere. (path, whether dashed)"""
    found = []
    for (one, other), tie in told_ties(stands).items():
        a, b = figures.get(one), figures.get(other)
        if a is None or b is None:
            continue
        if tie in PARTNERS and not a.css and not b.css:
            first, second = sorted((a, b), key=lambda figure: figure.x)
            y = max(first.neck, second.neck) + 40
            found.append((f"M{first.x + 4} {y} H{second.x - 4}", False))
        elif bool(a.css) != bool(b.css):
            near, far = (a, b) if b.css else (b, a)
            found.append(
                (f"M{near.x + 8} {near.top} C {near.x + 40} {near.top - 30} {far.x - 60} {far.neck} {far.x - 12} {far.neck + 8}", True)
            )
    return found


def title_of(stands: Stands, inside: list[Member], outside: list[Member]) -> str:
    """The drawing in one sentence or two."""
    says = _("Tekening: in het huis %(names)s.") % {"names": joined([_named(member) for member in inside]) or _("nog niemand")}
    if outside:
        says += " " + _("Buiten het huis %(names)s.") % {"names": joined([_named(member) for member in outside])}
    return says


def _named(member: Member) -> str:
    more = ", ".join(word for word in (member.tie, member.age) if word)
    return f"{member.name} ({more})" if more else member.name
