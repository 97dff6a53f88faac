"""Figures on forms, daily sheets and in logs: labels, telegraphic lines, lists, and whose dead they are."""

from datetime import date

import pytest

from mapapp.incidents.wording.effects import Effect

SHOWN = {"killed": "k", "injured": "i", "arrested": "a", "abducted": "b", "displaced": "d"}


def _shown(tolls):
    """Write tolls shortly: "k2 K3 i5" are two victims, three attackers and five hurt; "k9+" is nine or more."""
    found = []
    for toll in tolls:
        if toll.part or toll.earlier:
            continue
        letter = SHOWN[toll.effect.value]
        letter = letter.upper() if toll.attackers and toll.effect is Effect.KILLED else letter
        found.append(f"{letter}{toll.count.best}" if toll.count.best is not None else f"{letter}{toll.count.low}+")
    return " ".join(sorted(set(found)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dead: two guards, four attackers.", "K4 k2"),
        ("Militants killed: 4; arrested: 2", "K4 a2"),
        ("KILLED - 2; WOUNDED - 7", "i7 k2"),
        ("2 killed / 7 injured", "i7 k2"),
        ("Dead (12), injured (80)", "i80 k12"),
        ("Deaths to date: 12", "k12"),
        ("Displaced persons: 4,200", "d4200"),
        ("IDPs: 4,200", "d4200"),
        ("Evacuated: 600", "d600"),
        ("Perished: six.", "k6"),
        ("Abductions: 4", "b4"),
        ("Casualties: 0", "i0 k0"),
        ("Two hostiles killed, own casualties nil.", "K2 i0 k0"),
    ],
)
def test_figures_are_read_behind_their_labels(tolls, sentence, expected):
    """Colon, dash, bracket; a list behind the colon; and who is meant, before or behind the label."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two dead, five hurt: grenade, market, 14:20.", "i5 k2"),
        ("Shooting at bus park, two dead, three wounded.", "i3 k2"),
        ("3 soldiers KIA, 4 WIA.", "i4 k3"),
        ("5 soldiers, 9 insurgents killed.", "K9 k5"),
        ("Pedestrian, 71, dead at scene.", "k1"),
        ("Union organiser shot dead on doorstep.", "k1"),
        ("Guard shot in leg; stable.", "i1"),
        ("Deminer loses foot.", "i1"),
        ("Two suspects booked into the county jail.", "a2"),
        ("Three dead, 95 held.", "a95 k3"),
        ("Four were shot dead, 95 people have been taken in.", "a95 k4"),
        ("One poacher killed, two captured.", "K1 a2"),
        ("Village raided: three killed, two girls taken.", "b2 k3"),
        ("2,700 people in evacuation centres.", "d2700"),
        ("900 evacuated.", "d900"),
        ("A second blaze has forced 310 people out.", "d310"),
        ("All 40 passengers were evacuated from the ferry.", ""),
        ("Eleven were brought out with burns.", "i11"),
        ("Four people were crushed when a shutter gave way.", "k4"),
        ("The mayor was beaten in the election by two students.", ""),
    ],
)
def test_telegraphic_lines_are_read(tolls, sentence, expected):
    """Without verb or article, as logs and daily sheets are written."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The number of people killed when two trains collided on a single line was put at 22 on Thursday.", "k22"),
        ("The army raised to 41 the number of soldiers killed when militants overran a post.", "k41"),
        ("Another body was found, bringing to 17 the number of dead.", "k1 k17"),
        ("The number of sailors drowned in the sinking stands at nine.", "k9"),
        ("In the blast were killed three soldiers.", "k3"),
        ("Killed in the blast were three soldiers, and seven were wounded.", "i7 k3"),
        ("There were riots in which one man died.", "k1"),
        ("Three of the ten died there.", "k3"),
        ("A woman of about 30 died.", "k1"),
        ("A family of six died.", "k6"),
        ("Six bled to death.", "k6"),
        ("Four policemen had to be treated for cuts.", "i4"),
        ("Five villagers had their throats cut.", "k5"),
    ],
)
def test_unusual_word_order_is_read(tolls, sentence, expected):
    """The number far from what befell people, the subject behind the verb, ages that are no numbers of people."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("None of the nine on board survived.", "k9"),
        ("There were no survivors among the nine passengers.", "k9"),
        ("All aboard are safe.", "i0 k0"),
        ("The crew of three is safe.", "i0 k0"),
        ("The device was made safe.", ""),
        ("Shots fired, nobody hit.", "i0"),
        ("No dead or wounded.", "i0 k0"),
        ("Zero casualties.", "i0 k0"),
    ],
)
def test_nobody_and_everybody(tolls, sentence, expected):
    """That nobody was hurt, and that nobody came through."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Soldiers repelled the attack, killing two.", "K2"),
        ("Guards returned fire, killing two of them.", "K2"),
        ("Hunters who pursued the raiders killed nine.", "K9"),
        ("The rebels repelled an assault, killing two.", "k2"),
        ("Six dead on the rebel side.", "K6"),
        ("Enemy losses: four dead.", "K4"),
        ("Of the raiders one was killed.", "K1"),
        ("The attackers lost five men.", "K5"),
        ("The rebels withdrew, leaving five dead.", "K5"),
        ("The raid left five dead.", "k5"),
        ("A girl blew herself up at a checkpoint; she alone died.", "K1"),
        ("A man armed with a knife was shot dead by police.", "K1"),
        ("Three gang members died in a shootout with police.", "K3"),
        ("Four of the gang died.", "K4"),
        ("The army announced the death in combat of three members of an armed group.", "K3"),
        ("11 terrorists were rendered harmless.", "K11"),
        ("Three of the assailants died, as did one passenger.", "K3 k1"),
        ("Seven shoppers lay dead, and so did three gunmen.", "K3 k7"),
        ("The insurgency cost 35 lives, not counting nine rebels.", "K9 k35"),
        ("A wildfire fighter died when a tree fell on him.", "k1"),
        ("On Monday gunmen raided the town and drove off 70 women and children.", "b70"),
        ("Police drove off 70 protesters.", ""),
    ],
)
def test_dead_of_the_attacking_side_are_told_from_the_way_they_fell(tolls, sentence, expected):
    """By resistance, by the side, by their own losses; a defender's dead stay victims."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("text", "killed", "attackers"),
    [
        ("A plane with nine people on board crashed near Kano on Monday. All were killed.", 9, None),
        ("Eight subjects armed with rifles held up a bus near Kano on Monday. Three of the subjects died, as did one passenger.", 1, 3),
        ("Two girls wearing vests with explosives came to a post in Kano on Monday. One blew herself up, killing a guard.", 1, None),
    ],
)
def test_people_told_of_before_keep_their_number_and_side(incidents, text, killed, attackers):
    """What "all" and "three of the subjects" mean stands before the full stop."""
    (found,) = incidents(text, published=date(2019, 5, 8))
    shown = [count.best if count else None for count in (found.killed, found.attackers_killed)]
    assert [killed, attackers] == shown


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lisk: dead 8, injured 31, homeless 620", "d620 i31 k8"),
        ("Flood, river Ombra: drowned 19, homeless 4,000.", "d4000 k19"),
        ("Lisk, 3 Nov: homeless 400, drowned 2.", "d400 k2"),
        ("Homicides: 2", "k2"),
        ("Murders 3, kidnappings 5.", "b5 k3"),
        ("Drownings: 6", "k6"),
        ("Executed: 4", "k4"),
        ("Captured: 12", "a12"),
        ("Lives lost: 9", "k9"),
        ("Killed/injured: 3/8", "i8 k3"),
        ("Casualties (killed/wounded): 3/5", "i5 k3"),
        ("4 civ killed, 2 wounded", "i2 k4"),
        ("7 pax killed, 3 injured", "i3 k7"),
        ("Two policemen slightly hurt, one arrest.", "a1 i2"),
        ("Murders of farm workers in January, total 26", "k26"),
        ("The dead 8 were buried.", ""),
        ("Killed 60 years ago.", ""),
        ("Soldiers attacked a camp, killed 12.", "k12"),
    ],
)
def test_labels_without_a_mark_open_an_item(tolls, sentence, expected):
    """Behind the name of a place, behind one another, in pairs, and with the total last."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Trader found dead 3 May.", "k1"),
        ("Found dead 11 August.", ""),
        ("Three wounded 14 June.", "i3"),
        ("Woman killed 9 March near bridge.", "k1"),
        ("Guard shot dead 12.04 near mill.", "k1"),
        ("In all 4 killed 7 May, 3 killed 9 May.", "k3 k4"),
        ("On 4 May 20 people drowned.", "k20"),
    ],
)
def test_the_day_of_a_month_counts_nobody(tolls, sentence, expected):
    """A number before a month, or a day written in figures, is no number of people."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Enemy: 9 killed.", "K9"),
        ("Own losses: 1 dead, 4 wounded; enemy: 9 dead.", "K9 i4 k1"),
        ("Attackers: 3 killed, 1 captured.", "K3 a1"),
        ("Rebels: 3 killed, 1 captured. Army: 1 killed.", "K3 a1 k1"),
        ("Raiders shot dead: 2.", "K2"),
        ("3 dead, all raiders.", "K3"),
        ("Four killed, all of them militants.", "K4"),
        ("Two dead, both gunmen.", "K2"),
        ("Two dead, both pilgrims.", "k2"),
        ("2 pirates believed killed.", "K2"),
        ("Two attackers likewise killed.", "K2"),
        ("Police: 3 killed in clash.", "k3"),
    ],
)
def test_terse_lines_say_whose_dead_they_are(tolls, sentence, expected):
    """By a heading before, by "all raiders" behind, and by a label."""
    assert expected == _shown(tolls(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Six men led off a bus.", "b6"),
        ("Nine passengers led off a train by armed men.", "b9"),
        ("Two protesters led away.", "a2"),
        ("Police led away two men.", "a2"),
        ("A cook was flown to the capital with burns.", "i1"),
    ],
)
def test_people_led_away_and_flown_out_are_counted(tolls, sentence, expected):
    """By whom they were taken, or with what hurts."""
    assert expected == _shown(tolls(sentence))


def test_what_is_denied_adds_nobody_to_what_is_told(incidents):
    """The hurt of another version stay out of the figures."""
    text = (
        "Gunmen attacked a police post in Tarsk on Monday, killing two officers. "
        "It is not true that the attackers wounded a shepherd, the police said."
    )
    (found, *_) = incidents(text, published=date(2019, 5, 8))
    assert [2, None] == [found.killed.best, found.injured.best if found.injured else None]


def test_lines_that_name_what_they_count_are_no_table(findings):
    """Below "Killed: 38" a line "Arrested: 61" counts no dead."""
    found = findings("Tarsk, 6 May\nKilled: 38\nAbducted: 17\nArrested: 61\n", published=date(2019, 5, 8)).incidents
    dead = [incident.killed.best for incident in found if incident.killed]
    assert [38] == dead
