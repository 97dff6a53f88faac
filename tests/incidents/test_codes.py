"""Other schemes' classes: what type, actors, targets and figures come to."""

from dataclasses import replace

import pytest

from mapapp.export.schema import incident_columns
from mapapp.incidents.codes import Codes, codes_of, inter_of, is_against_civilians, plover_mode
from mapapp.incidents.incident import Actor, ActorRole, ActorType, Count, Incident, IncidentType
from mapapp.report.report import Span

A, T = ActorType, IncidentType
ONE = Count(1, 1, 1)


def incident(kind, *, by=(), at=(), law=(), summary="", **figures):
    """Return an incident with actors of these types."""
    roles = ((ActorRole.PERPETRATOR, by), (ActorRole.TARGET, at), (ActorRole.AUTHORITY, law))
    actors = tuple(Actor("x", Span(0, 1), role, kind) for role, kinds in roles for kind in kinds)
    return Incident(id="i", type=kind, summary=summary, actors=actors, **figures)


@pytest.mark.parametrize("kind", [T.ACCIDENT, T.FIRE, T.NATURAL_DISASTER, T.EPIDEMIC, T.DISPLACEMENT, T.OTHER])
def test_what_no_scheme_covers_has_no_code(kind):
    """A flood is never forced into a class for violence."""
    assert codes_of(incident(kind, killed=ONE)) == Codes()


@pytest.mark.parametrize("kind", list(T))
def test_every_type_has_codes_of_the_code_books_or_none(kind):
    """25 sub-event types, 9 attack types, 16 categories."""
    codes = codes_of(incident(kind))
    assert (codes.acled_event is None) == (codes.acled_sub_event is None)
    events = next(column.note for column in incident_columns() if column.name == "acled_event")
    assert codes.acled_event is None or codes.acled_event in events
    assert codes.gtd in {None, *range(1, 10)}
    assert codes.plover in {None, "ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}


@pytest.mark.parametrize(
    ("made", "event", "sub_event"),
    [
        (incident(T.SHOOTING, by=[A.ARMED], at=[A.CIVILIANS]), "Violence against civilians", "Attack"),
        (incident(T.SHOOTING, by=[A.REBELS], at=[A.STATE_FORCES]), "Battles", "Armed clash"),
        (incident(T.SHOOTING, by=[A.STATE_FORCES], at=[A.PROTESTERS]), "Protests", "Excessive force against protesters"),
        (incident(T.BOMBING, summary="Boys threw a grenade"), "Explosions/Remote violence", "Grenade"),
        (incident(T.PROTEST), "Protests", "Peaceful protest"),
        (incident(T.PROTEST, law=[A.POLICE]), "Protests", "Protest with intervention"),
        (incident(T.PROTEST, law=[A.POLICE], injured=ONE), "Protests", "Excessive force against protesters"),
        (incident(T.RIOT, by=[A.RIOTERS], at=[A.CIVILIANS]), "Riots", "Mob violence"),
        (incident(T.SECURITY_OPERATION, arrested=ONE), "Strategic developments", "Arrests"),
        (incident(T.SECURITY_OPERATION, law=[A.POLICE], attackers_killed=ONE), "Battles", "Armed clash"),
        (incident(T.ARSON), "Strategic developments", "Looting/property destruction"),
        (incident(T.ROBBERY), None, None),
    ],
)
def test_acled_looks_at_who_is_aimed_at(made, event, sub_event):
    """Armed against armed is a battle; arson that kills nobody destroys property."""
    codes = codes_of(made)
    assert (codes.acled_event, codes.acled_sub_event) == (event, sub_event)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (incident(T.SHOOTING, by=[A.REBELS], at=[A.POLICE], killed=ONE), 1),
        (incident(T.AIR_STRIKE, by=[A.STATE_FORCES], at=[A.REBELS], attackers_killed=ONE), 1),
        (incident(T.CLASH, by=[A.GANG], at=[A.MILITIA], killed=ONE), 2),
        (incident(T.KILLING, by=[A.REBELS], at=[A.CIVILIANS], killed=ONE), 3),
        (incident(T.KILLING, by=[A.STATE_FORCES], at=[A.JOURNALISTS], killed=ONE), 3),
        (incident(T.KILLING, by=[A.ARMED], at=[A.CIVILIANS], killed=ONE), None),
        (incident(T.KILLING, by=[A.REBELS], at=[A.CIVILIANS]), None),
        (incident(T.RIOT, by=[A.RIOTERS], at=[A.POLICE], killed=ONE), None),
    ],
)
def test_ucdp_asks_for_dead_and_organised_sides(made, expected):
    """Gunmen of no name may be anybody."""
    assert codes_of(made).ucdp == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (incident(T.BOMBING), 3),
        (incident(T.SHOOTING, by=[A.ARMED]), 2),
        (incident(T.SHOOTING, by=[A.POLICE]), None),
        (incident(T.AIR_STRIKE), None),
        (incident(T.KILLING), 9),
        (incident(T.KILLING, at=[A.GOVERNMENT], killed=ONE), 1),
        (incident(T.ABDUCTION), 6),
        (incident(T.ARSON), 7),
        (incident(T.CLASH), None),
    ],
)
def test_gtd_leaves_out_what_states_do(made, expected):
    """Air strikes are theirs unless somebody else is named."""
    assert codes_of(made).gtd == expected


def test_plover_modes_say_how():
    """Category and mode."""
    assert [plover_mode(incident(kind)) for kind in (T.SUICIDE_BOMBING, T.ABDUCTION, T.ARREST, T.CLASH, T.FIRE)] == [
        "suicide-attack", "abduct", "arrest", None, None,
    ]  # fmt: skip
    assert codes_of(incident(T.SECURITY_OPERATION, attackers_killed=ONE)).plover == "ASSAULT"


def test_civilians_aimed_at_is_told_or_not_known():
    """Null: nobody is said to have been aimed at."""
    assert [is_against_civilians(incident(T.KILLING, at=at)) for at in ([], [A.CIVILIANS], [A.POLICE])] == [None, True, False]
    assert is_against_civilians(replace(incident(T.KILLING, at=[A.POLICE]), civilians_killed=ONE)) is True


def test_every_type_of_actor_has_an_inter_code_but_the_unknown():
    """A word that an analyst wrote has none either."""
    assert [kind for kind in A if inter_of(kind, ActorRole.PERPETRATOR) is None] == [A.UNKNOWN]
    assert (inter_of("tax collectors", ActorRole.TARGET), inter_of(None, ActorRole.TARGET)) == (None, None)
    assert (inter_of(A.GOVERNMENT, ActorRole.PERPETRATOR), inter_of(A.GOVERNMENT, ActorRole.TARGET)) == (1, 7)
