"""Records to measure with: made up, all different, about 10 KB each, the same ones every time.

    python tests/bench/corpus.py FOLDER [NUMBER]

writes them, 1,000 unless told otherwise.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

__all__ = ["record", "records", "write"]

NUMBER = 1000
PEOPLE = 6
SESSIONS = 4

_HERE = Path(__file__).parent / "template"
_RECORD, _PERSON, _SESSION = (
    Template((_HERE / f"{name}.template").read_text("utf-8")) for name in ("record", "person", "session")
)

_CITIES = (
    ("Wangchao", "望潮"),
    ("Qingyu", "青屿"),
    ("Yundu", "云渡"),
    ("Xinggang", "星港"),
    ("Qihu", "栖湖"),
    ("Yuanting", "远汀"),
    ("Bailu", "白鹭"),
    ("Songjing", "松径"),
)
_FIELDS = (
    ("Gene Therapy", "基因治疗"),
    ("Ocean Engineering", "海洋工程"),
    ("Smart Manufacturing", "智能制造"),
    ("New Materials", "新材料"),
    ("Medical Devices", "医疗器械"),
    ("Clean Energy", "清洁能源"),
    ("Digital Trade", "数字贸易"),
)
_FAMILIES = (
    ("Lin", "林"),
    ("Shen", "沈"),
    ("Fang", "方"),
    ("Luo", "罗"),
    ("Qin", "秦"),
    ("Tang", "唐"),
    ("Xu", "徐"),
    ("Jiang", "蒋"),
    ("Ouyang", "欧阳"),
    ("Mei", "梅"),
    ("Gu", "顾"),
)
_GIVEN = (
    ("Ruoshui", "若水"),
    ("Qinghe", "清和"),
    ("Yizhou", "一舟"),
    ("Mingyuan", "明远"),
    ("Zhiyi", "知一"),
    ("Jinglan", "靖澜"),
    ("Haicheng", "海澄"),
    ("Wenyuan", "文渊"),
    ("Siqi", "思齐"),
    ("Jiayan", "嘉言"),
    ("Yun", "昀"),
    ("Chuyang", "初阳"),
    ("Shuting", "书庭"),
)
_POSTS = (
    ("chairperson", "会长", "council", "Ms", "女士"),
    ("president", "院长", "institute", "Professor", "教授"),
    ("chief engineer", "总工程师", "institute", "Dr", "博士"),
    ("secretary-general", "秘书长", "council", "Mr", "先生"),
    ("director of research", "科研处处长", "institute", "Professor", "教授"),
    ("director of the testing centre", "检测中心主任", "institute", "Dr", "博士"),
)
_SUBJECTS = (
    ("Standards and Testing", "标准与检测"),
    ("From Patent to Product", "从专利到产品"),
    ("Talent and Training", "人才与培养"),
    ("Capital and Patience", "资本与耐心"),
    ("Safety in Practice", "安全实践"),
)


def record(number: int) -> str:
    """The YAML of record `number`, which counts from 0."""
    city_en, city_zh = _CITIES[number % len(_CITIES)]
    field_en, field_zh = _FIELDS[number % len(_FIELDS)]
    hall_en, hall_zh = _CITIES[(number + 3) % len(_CITIES)]
    people = [_person(number * PEOPLE + place, place) for place in range(PEOPLE)]
    when = {"year": str(2015 + number % 12), "month": f"{1 + number % 11:02}"}
    values = {
        "id": f"forum-{number:04}",
        "revision": str(1 + number % 9),
        "city_en": city_en,
        "city_zh": city_zh,
        "field_en": field_en,
        "field_zh": field_zh,
        "hall_en": hall_en,
        "hall_zh": hall_zh,
        "members": str(20 + number % 480),
        "number": str(1 + number % 300),
        "guests": str(100 + number),
        "money": f"{1 + number % 40}.{1 + number % 9}",
        "percent": str(3 + number % 60),
        "ordinal": str(1 + number % 20),
        "room": str(101 + number % 20),
        "first": people[0]["id"],
        "others": ", ".join(person["id"] for person in people[1:]),
        "people": "".join(_PERSON.substitute(person) for person in people),
        **when,
    }
    sessions = (_session(number, place, people[place + 1]["id"]) for place in range(SESSIONS))
    values["sessions"] = "".join(_SESSION.substitute(values | session) for session in sessions)
    return _RECORD.substitute(values)


def records(number: int = NUMBER) -> Iterator[str]:
    """The first `number` records."""
    return map(record, range(number))


def write(folder: Path, number: int = NUMBER) -> list[Path]:
    """Write the first `number` records into `folder`, each under its id; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"forum-{place:04}.yaml" for place in range(number)]
    for file, text in zip(files, records(number), strict=True):
        file.write_text(text, "utf-8")
    return files


def _person(number: int, place: int) -> dict[str, str]:
    family_en, family_zh = _FAMILIES[number % len(_FAMILIES)]
    given_en, given_zh = _GIVEN[number % len(_GIVEN)]
    title_en, title_zh, organization, honorific_en, honorific_zh = _POSTS[place % len(_POSTS)]
    return {
        "id": f"{family_en}-{given_en}".lower(),
        "family_en": family_en,
        "family_zh": family_zh,
        "given_en": given_en,
        "given_zh": given_zh,
        "honorific_en": honorific_en,
        "honorific_zh": honorific_zh,
        "title_en": title_en,
        "title_zh": title_zh,
        "organization": organization,
    }


def _session(number: int, place: int, speaker: str) -> dict[str, str]:
    subject_en, subject_zh = _SUBJECTS[(number + place) % len(_SUBJECTS)]
    return {
        "number": str(place + 1),
        "subject_en": subject_en,
        "subject_zh": subject_zh,
        "hour": f"{9 + 2 * place:02}",
        "speaker": speaker,
    }


if __name__ == "__main__":
    written = write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else NUMBER)
    print(f"{len(written)} records, {sum(file.stat().st_size for file in written) / 1e6:.1f} MB")
