"""Guess the language of a report, from its script and its commonest small words.

Good enough to say "this is French: only names are matched", which is all it is for. A trained identifier would know more languages and
cost a model of a megabyte or more.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

SAMPLE_CHARS = 20_000
"""Only so much of a text is looked at: the rest would not change the answer."""
FEWEST_LETTERS = 12
FEWEST_HITS = 2
FEWEST_HITS_ELSEWHERE = 3
"""An English headline may hold two words that another language has as well ("a", "do"), and would then not be read at all."""
LEAD = 1.3
"""By which factor the best language must beat the second: below, closely related languages cannot be told apart."""

_WORD = re.compile(r"[^\W\d_]+")

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in a is that for it was on are with as at be this have from or by not but an they which were has had "
        "its said will been their after near about who people two",
        "fr": "le la les des de du et en un une est que qui dans pour sur par au aux avec ce il elle sont été pas plus se ne cette "
        "ont à leur mais",
        "es": "el la los las de del y en un una que es por con para se su al lo como más pero sus fue este esta han no entre desde "
        "según sobre",
        "pt": "o a os as de do da dos das e em um uma que é por com para se no na nos nas ao mais não foi são pelo pela seu sua "
        "segundo também",
        "it": "il lo la i gli le di del della dei delle e in un una che è per con non si da al alla sono nel nella più come anche "
        "stato dal sul",
        "de": "der die das und in den von zu mit ist im dem nicht ein eine auf für des sich als auch es an werden aus er hat nach "
        "bei wurden wurde einem sind",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er om door ook bij werd naar uit maar als heeft hij nog "
        "worden wordt",
        "sv": "och att det i en som på är av för den med till inte om ett har de var men sig från vid efter under också hade",
        "da": "og i at det er en til på som af for med den de ikke der et har var sig fra om efter ved blev også havde men",
        "no": "og i det er en til på som av for med den de ikke et har var seg fra om etter ved ble også hadde men at",
        "pl": "w i z na się do nie że to jest o jak po za od przez dla są oraz był który które przy było a także został",
        "cs": "a v se na je že s z o do to byl po které který jako pro za by ve jsou při nebo také od až uvedl",
        "ro": "și în de la a cu pe din o un care nu este au fost pentru mai ca al să prin sau după că lui ale",
        "hu": "a az és hogy nem is egy volt meg ez de csak már mint még után szerint között vagy lesz két pedig",
        "fi": "ja on ei että se hän oli joka mutta ovat kuin myös sekä mukaan jälkeen kun ole noin tai olivat",
        "tr": "ve bir bu için ile da de olarak olan çok sonra kadar daha gibi göre ise en olduğu tarafından iki",
        "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan telah oleh ke adalah juga sebagai bahwa karena orang mereka",
        "sw": "na ya wa kwa ni katika la za kuwa hii huo hiyo watu baada kutoka yake wake pia kama alisema",
        "so": "oo iyo ka ku u waxa waxaa ee la ayaa in ay uu soo aan kale magaalada dadka lagu",
        "vi": "và của là có trong được cho với các những một không người đã này từ khi đến để tại về",
        "ca": "el la els les de del i en un una que és per amb al es no més ha va dels va com seva",
        "sq": "të e në dhe i për me një që nga është u më se nuk kanë si pas prej",
        "ru": "и в не на что с по из за к он как это от о его для был но при также его были сообщил после а до",
        "uk": "і в у не на що з до та за як це від про його для був але при також є були після й або",
        "bg": "и в на да не се от за с е че са по като със при бяха беше но към след това",
        "sr": "и у је да на се за од су са не који би што као али након из код о био то",
        "ar": "في من على إلى أن عن التي الذي مع هذا هذه بعد كان قد ما لا كما بين أو وقال كانت",
        "fa": "و در به از که این را با است برای آن یک شده بود خود شد تا می‌شود های کرد است",
        "ur": "کے میں کی ہے اور سے کا کو پر نے کہ یہ ہیں اس ایک بھی گیا تھا نہیں",
        "hi": "के में की है और से का को पर ने कि यह हैं इस एक भी गया था नहीं लिए",
    }.items()
}
_MISTAKEN_FOR = frozenset(_SMALL_WORDS) - {"en", "ru", "uk", "bg", "sr", "ar", "fa", "ur", "hi"}
"""Languages in Latin letters: what a short English text may be mistaken for."""

_SCRIPTS = {
    "HEBREW": "he", "GREEK": "el", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "THAI": "th", "ARMENIAN": "hy", "GEORGIAN": "ka",
    "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu", "GURMUKHI": "pa", "KHMER": "km", "LAO": "lo", "MYANMAR": "my",
    "ETHIOPIC": "am", "SINHALA": "si", "MALAYALAM": "ml", "KANNADA": "kn", "CJK": "zh",
}  # fmt: skip
"""Scripts that one language uses before all others, by the first word of their letters' Unicode names."""


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, or "und" where it is too short or cannot be told."""
    sample = text[:SAMPLE_CHARS]
    by_script = _by_script(sample)
    if by_script:
        return by_script
    words = Counter(map(str.casefold, _WORD.findall(sample)))
    if sum(len(word) * count for word, count in words.items()) < FEWEST_LETTERS:
        return "und"
    present = frozenset(words)
    found = {code: small & present for code, small in _SMALL_WORDS.items()}
    # Each word counts at most 30 times: a name such as "La", repeated a thousand times, decides nothing.
    scores = {code: sum([min(words[word], 30) for word in held]) for code, held in found.items()}
    kinds = {code: len(held) for code, held in found.items()}
    ranked = sorted(scores, key=lambda code: (-scores[code] * kinds[code], code))
    best, second = ranked[0], ranked[1]
    fewest = FEWEST_HITS_ELSEWHERE if best in _MISTAKEN_FOR else FEWEST_HITS
    if scores[best] < fewest or kinds[best] < fewest:
        return "und"
    return best if scores[best] * kinds[best] >= LEAD * scores[second] * kinds[second] else "und"


def _by_script(sample: str) -> str | None:
    """Return the language of a script that belongs to one, if most letters are of it."""
    letters = _letters_by_script(sample)
    total = letters.total()
    if total < 4:
        return None
    if letters["HIRAGANA"] + letters["KATAKANA"] > total * 0.1:
        return "ja"
    script, count = letters.most_common(1)[0]
    return _SCRIPTS.get(script) if count > total * 0.5 else None


def _letters_by_script(text: str) -> Counter[str]:
    """Count the letters of each script in the first 2,000 characters."""
    found = Counter[str]()
    for character, count in Counter(text[:2_000]).items():
        if character.isalpha():
            found[_script(character)] += count
    return found


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the first word of the letter's Unicode name: "LATIN", "CYRILLIC", "CJK"."""
    return unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0].split("-", 1)[0]


def may_be_english(text: str, language: str) -> bool:
    """Say whether the grammar for English may be tried: the language is English, or unknown and written in Latin letters."""
    if language != "und":
        return language == "en"
    letters = _letters_by_script(text)
    return letters["LATIN"] >= letters.total() * 0.5
