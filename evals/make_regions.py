"""Writes names/regions.jsonl: provinces, states and districts of the world by their names in the product's languages.

    python evals/make_regions.py CLDR/common/subdivisions

reads the subdivision names of Unicode CLDR (Unicode License V3). The word for the kind of region ("Province", «استان», 도) is taken
off, and a name that many regions share ("Central", «الشمال») is left out: it is a direction, not a name.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import regex

from khabar.languages import fold
from khabar.languages.countries import slug

OUT = Path(__file__).parents[1] / "src/khabar/names/regions.jsonl"
LANGUAGES = ("en", "ar", "fa", "fr", "ru", "uk", "zh", "ko", "vi", "es", "de", "tr", "hi")
SMALL = "ad ag ai bb bm bs dm fj gd gi im kn ky lc li lu lv mc mh mk mt mv nr pw sc si sm st tt tv va vc ws"
"""Countries whose regions are parishes and communes, too small for the news of the world."""
SHARED = 3
"""A name that so many regions bear says only where in its country one lies."""
KINDS = {
    "ar": "مقاطعة محافظة بلدية ولاية إقليم اقليم إدارة منطقة كانتون مديرية شعبية ناحية إمارة امارة جهة قضاء دائرة عمالة أبرشية جمهورية أوبلاست كراي",
    "fa": "استان ناحیه شهرستان شهرداری منطقه بخش ایالت ولایت پریش دهستان کلان‌شهر سرزمین",
    "fr": "province district région gouvernorat préfecture département comté municipalité état oblast wilaya canton raion județ comitat commune paroisse voïvodie",
    "ru": "область край район округ провинция регион департамент воеводство жупания уезд велаят префектура приход республика",
    "uk": "область край район округ провінція регіон департамент воєводство жупанія повіт префектура республіка муніципалітет",
    "vi": "tỉnh quận khu huyện hạt vùng bang đô thị tự quản giáo",
    "ko": "토후국 주 구 현 시 성 지방 교구 자치제 지역 자치구 구역 지구 준주 도",
    "es": "provincia distrito municipalidad región gobernación condado departamento municipio parroquia óblast prefectura estado cantón",
    "de": "provinz bezirk departamento département oblast distrikt region gemeinde gouvernement kreis präfektur rajon okrug gouvernorat gespanschaft komitat county district province",
    "tr": "ili il emirliği bölgesi belediyesi eyaleti vilayeti departmanı oblastı ilçesi rayonu district province county prefecture yönetimi region voyvodalığı",
    "hi": "अमीरात प्रांत प्रान्त जिला ज़िला नगरपालिका क्षेत्र काउंटी विभाग पालिका प्रीफेक्चर ओब्लास्ट राज्य गवर्नरेट मुहाफ़ज़ाह क्राय अंचल",
    "en": "province region district municipality county krai oblast governorate prefecture division oblysy",
}  # fmt: skip
LINK = {"fr": r"(?:de la |de l['’]|du |des |de |d['’])?", "es": r"(?:de la |de los |del |de )?", "de": "(?:von )?"}


def bare(name: str, lang: str) -> str:
    """A name without brackets and without the word for the kind of region."""
    name = regex.sub(r"\s*[(（].*?[)）]|[,،].*|[†²]", "", name).strip()
    kinds = "|".join(sorted(map(regex.escape, KINDS.get(lang, "").split()), key=len, reverse=True))
    if not kinds:
        return name
    link = LINK.get(lang, "")
    cut = regex.sub(rf"^(?:(?:{kinds})\s+)+{link}|\s+(?:{kinds})$", "", name, flags=regex.IGNORECASE)
    return cut.strip() or name


def main(folder: Path) -> None:
    """Read the XML files of all languages, write one line a region."""
    regions: dict[str, dict[str, str]] = {}
    for lang in LANGUAGES:
        text = (folder / f"{lang}.xml").read_text(encoding="utf-8")
        for m in regex.finditer(r'<subdivision type="([a-z]{2}\w+)"[^>]*>([^<]+)<', text):
            if m[1][:2] not in SMALL.split() and not (m[1][:2] == "gb" and m[1][2:] not in ("eng", "sct", "wls", "nir")):
                regions.setdefault(m[1], {})[lang] = bare(m[2], lang)
    places = Counter(name for names in regions.values() for name in {fold(n) for n in names.values()})
    lines, seen = [], set[str]()
    for code, names in sorted(regions.items()):
        names = {lang: n for lang, n in names.items() if places[fold(n)] < SHARED and len(n) > 1 and not any(c.isdigit() for c in n)}
        key = slug(names.get("en", ""))
        if not key or len(names) < 4:
            continue
        key = key if key not in seen else f"{key}-{code[:2]}"
        if key in seen:
            continue
        seen.add(key)
        written = [names.pop("en"), *names.values()]
        lines.append(json.dumps([key, code[:2].upper(), list(dict.fromkeys(written))], ensure_ascii=False, separators=(",", ":")))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
