"""What a place name does in its sentence, and in the report.

The roles are asked for in this order; the first that holds is given:

dateline      it stands in the dateline
border        it names a border line
organisation  it stands inside the name of a body
address       it belongs to a postal address
comparison    something is likened to it, or counted among what happened all over it ("one of 20 attacks in")
context       it only helps to place another name ("Gulu, Uganda")
actor         it is the home or nationality of a person, force or body, a speaker's seat, or stands for a government
origin        orders, weapons, goods, weather or people come from there
background    what happened there happened in earlier times
site          an incident happened there, or its clause tells of something else that did, or it repeats the name of such a place
mention       none of these

What the sentence alone can settle is settled before incidents are looked for (:func:`with_roles`): they take no site from there. The rest
waits for them (:func:`with_sites`): where an incident stands on a name, it is a site, whoever else has his home there.

Judgements: whoever speaks "in Ankara" speaks for it, and a capital or country that "said" or "accused" stands for its government: actor.
"A man from Lyon" has his home there: actor; refugees and rescue teams "from Lyon" are on their way: origin. A place "near Gao" or "20 km
west of Gao" that has no name of its own is told by Gao, which is the site then; behind a name ("Ansongo, near Gao") it is context, and so
are the ends of a road.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mapapp.report.report import Dateline, Span
from mapapp.toponyms.homes import comes_from, is_home, is_party
from mapapp.toponyms.placing import only_places, surrounds
from mapapp.toponyms.role_signs import in_address, inside_organisation, is_compared, is_country, is_wide, names_border
from mapapp.toponyms.role_words import SENDING_WORDS
from mapapp.toponyms.scenes import is_recalled, is_scene, is_scope
from mapapp.toponyms.setting import Setting, settings_of
from mapapp.toponyms.setting_words import SCENE_PREPOSITIONS
from mapapp.toponyms.toponym import Role, Toponym

MOST_SCENES = 20
"""So many scenes of one sentence are looked at when the others are judged by them; a sentence with more is a list."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The toponyms of a report in their sentences, read once and asked before and after incidents are known.

    ``roles`` are those that the sentences alone give, ``scenes`` whether something is told as having happened there.
    """

    settings: Sequence[Setting]
    roles: Sequence[Role]
    scenes: Sequence[bool]

    def are_of(self, toponyms: Sequence[Toponym]) -> bool:
        """Say whether these are the toponyms read, of the same places; their own roles do not count."""
        return len(toponyms) == len(self.settings) and all(
            t.place is s.toponym.place and t.span == s.toponym.span for t, s in zip(toponyms, self.settings, strict=True)
        )


def read_sentences(text: str, toponyms: Sequence[Toponym], dateline: Dateline | None) -> Sentences:
    """Read what the sentences say of the toponyms."""
    settings = settings_of(text, toponyms, dateline)
    return Sentences(settings, _read_roles(settings, dateline), [is_scene(setting) for setting in settings])


def with_roles(read: Sentences, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Return the toponyms with the roles that their sentences give them; ``mention`` where nothing is said yet."""
    return tuple(_in_role(t, role) for t, role in zip(toponyms, assign_roles(read), strict=True))


def _in_role(toponym: Toponym, role: Role) -> Toponym:
    return toponym if toponym.role is role else replace(toponym, role=role)


def assign_roles(read: Sentences) -> list[Role]:
    """Return the role of each toponym, in their order; ``mention`` where incidents may make a site of it.

    Incidents take no site from other roles than ``mention`` and ``context``. A town that is somebody's home, or where people came from,
    may be the scene as well: that is left open until they are known.
    """
    scenes = _by_sentence([setting for setting, scene in zip(read.settings, read.scenes, strict=True) if scene and not is_home(setting)])
    return [
        role if _is_settled(role, setting, scenes.get(setting.sentence, ())) else Role.MENTION
        for setting, role in zip(read.settings, read.roles, strict=True)
    ]


def _by_sentence(settings: Sequence[Setting]) -> dict[Span, list[Setting]]:
    """Return the settings of each sentence, not more than :data:`MOST_SCENES` of each."""
    found: dict[Span, list[Setting]] = {}
    for setting in settings:
        fellows = found.setdefault(setting.sentence, [])
        if len(fellows) < MOST_SCENES:
            fellows.append(setting)
    return found


def _read_roles(settings: Sequence[Setting], dateline: Dateline | None) -> list[Role]:
    """Return the roles that the sentences give."""
    roles: list[Role] = []
    for i, setting in enumerate(settings):
        if dateline is not None and dateline.span.start <= setting.toponym.span.start < dateline.end:
            roles.append(Role.DATELINE)
        else:
            before = [other for other in settings[max(0, i - 3) : i] if other.sentence == setting.sentence]
            following = settings[i + 1] if i + 1 < len(settings) and settings[i + 1].previous is not None else None
            roles.append(_role(setting, before, roles[i - 1] if setting.previous is not None else None, following))
    return roles


def _role(setting: Setting, before: Sequence[Setting], previous: Role | None, following: Setting | None) -> Role:
    """Return the role that the sentence gives.

    ``before`` are the settings of the toponyms before it in the sentence, ``previous`` is the role of the last of them, ``following``
    the setting of the next.
    """
    if names_border(setting):
        return Role.BORDER
    if inside_organisation(setting):
        return Role.ORGANISATION
    if in_address(setting, previous):
        return Role.ADDRESS
    if is_compared(setting, previous):
        return Role.COMPARISON
    if only_places(setting, before, following):
        return Role.CONTEXT
    if setting.toponym.demonym:
        return Role.ORIGIN if comes_from(setting) else Role.ACTOR
    if is_party(setting) or is_home(setting):
        return Role.ACTOR
    return Role.ORIGIN if comes_from(setting) else Role.MENTION


def _is_settled(role: Role, setting: Setting, scenes: Sequence[Setting]) -> bool:
    """Say whether no incident can change the role; ``scenes`` are those of the sentence."""
    if setting.toponym.demonym or role in {Role.DATELINE, Role.ORGANISATION, Role.ADDRESS, Role.COMPARISON}:
        return True
    if role is Role.CONTEXT:
        return setting.gap == (",",)
    if role is Role.ACTOR and not is_country(setting.toponym) and not is_party(setting):
        # An area stands in for a scene that nobody knows; a town that is somebody's home does not.
        known_only = setting.toponym.place is not None and not setting.toponym.place.is_point
        return any(other is not setting and (other.toponym.place is not None or not known_only) for other in scenes)
    if role is Role.ORIGIN and not is_wide(setting.toponym):
        # "smuggled from Zuwara", but "arrested activists from all parts of the town"
        return not SENDING_WORDS.isdisjoint(setting.head[-5:])
    return role is not Role.BORDER or is_wide(setting.toponym)


def with_sites(
    read: Sentences,
    toponyms: Sequence[Toponym],
    sites: Collection[Span],
    *,
    told: Collection[Span] = (),
    recalled: Collection[Span] = (),
    today: date | None = None,
) -> tuple[Toponym, ...]:
    """Return the toponyms with all their roles, incidents being known.

    Parameters
    ----------
    read
        The sentences of the report, read with these toponyms.
    toponyms
        Its toponyms, with the roles of :func:`with_roles`.
    sites
        The stretches that incidents stand on.
    told, recalled
        The sentences that tell of incidents: as news, and as something of earlier times.
    today
        The day of the report, if known.
    """
    scenes = _Scenes(frozenset(sites), sorted(set(recalled) - set(told)), sorted(told), today)
    settings = read.settings
    roles = [
        scenes.role(setting, role, scene=scene) if t.role is Role.MENTION else t.role
        for t, setting, role, scene in zip(toponyms, settings, read.roles, read.scenes, strict=True)
    ]
    inside = _by_sentence([setting for setting, role in zip(settings, roles, strict=True) if role is Role.SITE])
    narrowed = [_narrowed(s, role, inside.get(s.sentence, ())) for s, role in zip(settings, roles, strict=True)]
    return _repeated(tuple(_in_role(t, role) for t, role in zip(toponyms, narrowed, strict=True)))


@dataclass(frozen=True, slots=True)
class _Scenes:
    """What the incidents tell of places."""

    sites: frozenset[Span]
    recalled: Sequence[Span]
    told: Sequence[Span]
    today: date | None

    def role(self, setting: Setting, read: Role, *, scene: bool) -> Role:
        """Return the role of a toponym for which its sentence gives the role ``read``, and says whether it is a scene."""
        if read is Role.CONTEXT or is_scope(setting):
            return read
        if setting.toponym.span in self.sites:
            return Role.BACKGROUND if self._is_old(setting) else Role.SITE
        if read is not Role.MENTION:
            return read
        if self._is_old(setting):
            return Role.BACKGROUND
        # "Preachers in Syria": a country is the scene only of what an incident tells; anything may be said to be in one.
        if is_wide(setting.toponym) and not _in_one_of(self.told, setting.toponym.span):
            return Role.MENTION
        return Role.SITE if scene else Role.MENTION

    def _is_old(self, setting: Setting) -> bool:
        return _in_one_of(self.recalled, setting.toponym.span) or is_recalled(setting, self.today)


def _in_one_of(sentences: Sequence[Span], span: Span) -> bool:
    """Say whether a stretch lies in one of some sentences, which are in order."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return at >= 0 and sentences[at].contains(span)


def _narrowed(setting: Setting, role: Role, sites: Sequence[Setting]) -> Role:
    """Make an area the context of a scene in it; ``sites`` are the scenes of the sentence."""
    if role not in {Role.SITE, Role.MENTION} or setting.governor not in SCENE_PREPOSITIONS:
        return role
    return Role.CONTEXT if any(site is not setting and surrounds(setting, site) for site in sites) else role


def _repeated(toponyms: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Give the role ``site`` to further mentions of a town that is one."""
    towns = {t.place.place_id for t in toponyms if t.role is Role.SITE and t.place is not None and t.place.is_point}
    return tuple(replace(t, role=Role.SITE) if t.role is Role.MENTION and _stands_for_one_of(t, towns) else t for t in toponyms)


def _stands_for_one_of(toponym: Toponym, place_ids: Collection[str]) -> bool:
    return not toponym.demonym and toponym.place is not None and toponym.place.place_id in place_ids
