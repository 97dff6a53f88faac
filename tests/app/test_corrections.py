"""From corrections to the choices that reading takes."""

from mapapp.app.corrections import choices, correct, describe, namesakes
from mapapp.app.state import Correction


def spans(toponyms):
    return tuple((toponym.span.start, toponym.span.end) for toponym in toponyms)


def test_namesakes_are_all_mentions_of_the_name_in_any_case(dossier):
    """Capitals are a matter of typography."""
    eston = dossier.toponyms[1]
    assert spans(namesakes(eston, dossier.toponyms)) == spans(dossier.toponyms[1:4])


def test_a_correction_reaches_all_mentions_of_the_name(dossier):
    """The usual wish: the report means one place by one name."""
    correction = correct(dossier.toponyms[1], "made:2", toponyms=dossier.toponyms, place_name="Eston in the west")
    assert choices([correction]) == dict.fromkeys(spans(dossier.toponyms[1:4]), "made:2")


def test_a_correction_of_only_this_mention_leaves_the_others(dossier):
    """Two places of one name in one report do occur."""
    correction = correct(dossier.toponyms[1], None, toponyms=dossier.toponyms, only_this=True)
    assert choices([correction]) == {spans(dossier.toponyms)[1]: None}


def test_of_two_corrections_of_one_mention_the_later_holds(dossier):
    """All mentions first, then an exception."""
    every = correct(dossier.toponyms[1], "made:2", toponyms=dossier.toponyms)
    one = correct(dossier.toponyms[2], None, toponyms=dossier.toponyms, only_this=True)
    first, second, third = spans(dossier.toponyms[1:4])
    assert choices([every, one]) == {first: "made:2", second: None, third: "made:2"}


def test_a_correction_is_described_in_words():
    """The undo button says what it would undo."""
    assert describe(Correction("Eston", ((0, 5), (9, 14)), None)) == "“Eston” is no place (2 mentions)"
    assert describe(Correction("Eston", ((0, 5),), "made:2", "Eston · XA")) == "“Eston” is Eston · XA"
