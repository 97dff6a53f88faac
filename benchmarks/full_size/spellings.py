"""Other spellings of a name: in the script of the country, in Latin letters by other habits, without diacritics. Good enough as a load."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LATIN = "abcdefghijklmnopqrstuvwxyz"
_DIGRAPHS = {
    "cyrillic": "shch щ sh ш ch ч zh ж kh х ts ц ya я yu ю yo ё ye е iy ий".split(),
    "arabic": "kh خ sh ش gh غ th ث dh ذ ch چ ou و oo و ee ي aa ا".split(),
    "greek": "ch χ th θ ps ψ ph φ ou ου ks ξ".split(),
    "hebrew": "sh ש ch ח kh ח ts צ th ת".split(),
    "georgian": "sh შ ch ჩ ts ც dz ძ zh ჟ kh ხ gh ღ".split(),
    "armenian": "sh շ ch չ ts ց dz ձ zh ժ kh խ gh ղ".split(),
    "devanagari": "kh ख gh घ ch च chh छ jh झ th थ dh ध ph फ bh भ sh श".split(),
    "bengali": "kh খ gh ঘ ch চ jh ঝ th থ dh ধ ph ফ bh ভ sh শ".split(),
    "ethiopic": "sh ሽ ch ች kh ኅ gn ኝ".split(),
}
_LETTERS = {
    "cyrillic": "а б ц д е ф г х и й к л м н о п к р с т у в в кс ы з",
    "arabic": "ا ب ك د ي ف ج ه ي ج ك ل م ن و ب ق ر س ت و ف و كس ي ز",
    "greek": "α β κ δ ε φ γ χ ι τζ κ λ μ ν ο π κ ρ σ τ υ β ου ξ υ ζ",
    "hebrew": "א ב ק ד א פ ג ה י ג ק ל מ נ ו פ ק ר ס ט ו ו ו קס י ז",
    "georgian": "ა ბ კ დ ე ფ გ ჰ ი ჯ კ ლ მ ნ ო პ ყ რ ს ტ უ ვ ვ ქს ი ზ",
    "armenian": "ա բ կ դ ե ֆ գ հ ի ջ կ լ մ ն ո պ ք ր ս տ ու վ վ քս յ զ",
    "devanagari": "ा ब क द े फ ग ह ि ज क ल म न ो प क र स त ु व व क्स य ज़",
    "bengali": "া ব ক দ ে ফ গ হ ি জ ক ল ম ন ো প ক র স ত ু ভ ব ক্স য জ",
    "ethiopic": "ኣ ብ ክ ድ እ ፍ ግ ህ ኢ ጅ ክ ል ም ን ኦ ፕ ቅ ር ስ ት ኡ ቭ ው ክስ ይ ዝ",
    "thai": "า บ ก ด เ ฟ ก ห ิ จ ก ล ม น อ ป ก ร ส ต ุ ว ว กส ย ซ",
    "lao": "າ ບ ກ ດ ເ ຟ ກ ຫ ິ ຈ ກ ລ ມ ນ ອ ປ ກ ຣ ສ ຕ ຸ ວ ວ ກສ ຍ ຊ",
    "khmer": "ា ប ក ដ េ ហ្វ គ ហ ិ ជ ក ល ម ន ោ ព ក រ ស ត ុ វ វ ក្ស យ ស",
    "burmese": "ာ ဗ က ဒ ေ ဖ ဂ ဟ ိ ဇ က လ မ န ို ပ က ရ စ တ ု ဗ ဝ က် ယ ဇ",
    "sinhala": "ා බ ක ද ෙ ෆ ග හ ි ජ ක ල ම න ො ප ක ර ස ත ු ව ව ක්ස ය ස",
}
_PAIRED = {
    "han": "山水大小中上下东西南北新古金木石田村镇城河江湖海林沙白黑红黄青龙马牛羊花竹松云天地日月"
    "明光安平和永兴长福德文武王李张刘陈杨赵吴周徐孙胡朱高"
    "何郭罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶",
    "kana": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾ"
    "ダデドバビブベボ",
    "hangul": "가거고구그기나너노누다대도동두라로루리마명모문미바보부북비사산서성소수시신아"
    "안양어연영오용우원유은이인일임자장전정제조주중지진창천초춘치태토평포하한해현호화",
}
"""Scripts whose signs stand for syllables or words: each pair of letters becomes a sign."""

SPEAKING = {
    "ar arabic": "AE BH DJ DZ EG EH ER IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE",
    "fa arabic": "AF IR",
    "ur arabic": "PK",
    "ru cyrillic": "BY KG KZ RU TM UZ TJ",
    "uk cyrillic": "UA",
    "bg cyrillic": "BG",
    "sr cyrillic": "RS BA ME MK XK",
    "mn cyrillic": "MN",
    "el greek": "GR CY",
    "he hebrew": "IL",
    "ka georgian": "GE",
    "hy armenian": "AM",
    "hi devanagari": "IN",
    "ne devanagari": "NP",
    "bn bengali": "BD",
    "am ethiopic": "ET",
    "th thai": "TH",
    "lo lao": "LA",
    "km khmer": "KH",
    "my burmese": "MM",
    "si sinhala": "LK",
    "zh han": "CN TW HK MO SG",
    "ja kana": "JP",
    "ko hangul": "KR KP",
    "es -": "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE AD",
    "pt -": "AO BR CV GW MZ PT ST TL",
    "fr -": "BE BF BI BJ CD CF CG CI CM FR GA GF GN GP HT LU MC MG ML MQ NC NE PF RE RW SN TG",
    "de -": "AT CH DE LI",
    "it -": "IT SM VA",
    "tr -": "TR AZ",
    "id -": "ID MY BN",
    "nb -": "NO SE DK FI IS",
    "pl -": "PL CZ SK SI HR",
    "ro -": "RO MD",
}
_HABITS = (
    ("al-", "el-"), ("Al ", "El "), ("Al ", "Al-"), ("kh", "h"), ("iyah", "iya"), ("iya", "iyah"), ("q", "k"), ("ee", "i"), ("oo", "u"),
    ("ou", "u"), ("sh", "ch"), ("j", "dj"), ("-", " "), ("abad", "-Abad"), ("v", "w"), ("ph", "f"), ("y", "i"), ("gh", "g"), ("dz", "z"),
    ("zh", "j"), ("ts", "c"), ("Saint ", "St. "), ("Santa ", "Sta. "), ("San ", "S. "), ("de ", ""), ("ss", "s"), ("ll", "l"), ("tt", "t"),
    ("nn", "n"), ("l", "ll"), ("s", "ss"), ("t", "tt"), ("n", "nn"), ("u", "ou"), ("i", "y"), ("o", "u"), ("e", "i"), ("a", "e"),
)  # fmt: skip
_FIRST_COMMON_HABIT = 24
"""Habits from here on fit nearly any name; those before are tried first."""
_PLAIN = str.maketrans("ıøłđðæœßħəØŁĐÐ", "ioldd" + "ao" + "sh" + "aOLDD")


@lru_cache(maxsize=1)
def languages() -> dict[str, tuple[str, str]]:
    """Return language and script ("-" for Latin) by country."""
    spoken = {}
    for speech, countries in SPEAKING.items():
        language, _, script = speech.partition(" ")
        spoken.update(dict.fromkeys(countries.split(), (language, script)))
    return spoken


@lru_cache(maxsize=32)
def _table(script: str) -> dict[int, str]:
    return {ord(latin): sign for latin, sign in zip(LATIN, _LETTERS[script].split(), strict=True)}


def in_script(name: str, script: str) -> str:
    """Return a name in another script, sign by sign."""
    letters = plain(name).lower()
    if script in _PAIRED:
        signs = _PAIRED[script]
        codes = [ord(letter) for letter in letters if letter.isalpha()]
        return "".join(signs[(31 * first + second) % len(signs)] for first, second in zip(codes[::2], [*codes[1::2], 7], strict=False))
    digraphs = _DIGRAPHS.get(script, ())
    for latin, sign in zip(digraphs[::2], digraphs[1::2], strict=True):
        letters = letters.replace(latin, sign)
    written = letters.translate(_table(script))
    return written.title() if script in {"cyrillic", "greek", "armenian"} else written


def plain(name: str) -> str:
    """Return a name in ASCII letters, as the dump's asciiname."""
    if name.isascii():
        return name
    return unicodedata.normalize("NFKD", name.translate(_PLAIN)).encode("ascii", "ignore").decode("ascii")


def other_spelling(name: str, draw: int) -> str:
    """Return a name spelt by another habit; which one, a number decides."""
    for first, end in ((0, _FIRST_COMMON_HABIT), (_FIRST_COMMON_HABIT, len(_HABITS))):
        size = end - first
        for step in range(size):
            old, new = _HABITS[first + (draw + step) % size]
            at = name.find(old, 1) if len(old) == 1 else name.find(old)
            if at >= 0:
                return name[:at] + new + name[at + len(old) :]
    return f"{name}a"
