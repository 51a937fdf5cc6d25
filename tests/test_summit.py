"""The summit's facts stand in every press edition, worded as each place words them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import eventrecord

SUMMIT = Path(__file__).parent.parent / "seeds" / "zhangjiang-summit-2022.yaml"

SENTENCES = {
    "en": [
        "main forum of the Zhangjiang Life Science International Innovation Summit",
        "part of the five-day International Biopharma Industry Week Shanghai 2022 (Nov. 14-18)",
        "opened Nov. 15",
        "Zhang Wei, a member of the Standing Committee of the Communist Party of China Shanghai Municipal "
        "Committee and vice mayor of Shanghai, attended the main forum and delivered a speech",
        "“Gathering Potential and Linking the World,”",
        "“Zhangjiang Medicine Valley”",
        "25 forums",
        "hundreds of industry experts and leaders",
        "first “Zhangjiang Life Science Industry New Prominent” awards were announced",
        "nearly RMB\N{NO-BREAK SPACE}210 billion",
        "from 2015 to 2022",
        "the United States, Japan, South Korea, Switzerland and the United Kingdom",
        "more than one-third",
        "10% of licenses",
        "Zhuang Songlin (CAE), Chen Kaixian (CAS), Zhao Guoping (CAS), Ding Jian (CAE) and Dong Chen (CAS)",
        "among them",
        "business leaders and scientists",
        "technology and finance sectors",
        "according to the Shanghai Municipal Commission of Economy and Informatization",
    ],
    "zh-Hans": [
        "11月15日，2022上海国际生物医药产业周——张江生命科学国际创新峰会主论坛开幕",
        "上海市委常委、副市长张为出席并致辞",
        "产业周为期五天，于11月14日至18日举行",
        "“Gathering Potential and Linking the World”（英文主题）",
        "“张江药谷”",
        "25场论坛",
        "数百位业界专家和领军人物",
        "首届“Zhangjiang Life Science Industry New Prominent”（英文名称）奖项在主论坛上发布",
        "近2100亿元",
        "2015年至2022年",
        "美国、日本、韩国、瑞士、英国",
        "超过三分之一",
        "10%的许可",
        "中国工程院院士庄松林，中国科学院院士陈凯先、赵国屏，中国工程院院士丁健，中国科学院院士董晨等两院院士",
        "据上海市经济和信息化委员会发布的信息",
    ],
    "zh-Hant-TW": [
        "2022上海國際生物醫藥產業週——張江生命科學國際創新峰會主論壇於11月15日開幕",
        "中共上海市委常委、副市長張為出席並致詞",
        "產業週為期5天，自11月14日至18日舉行",
        "「Gathering Potential and Linking the World」（英文主題）",
        "「張江藥谷」",
        "25場論壇",
        "數百位業界專家與領袖",
        "首屆「Zhangjiang Life Science Industry New Prominent」（英文名稱）獎項",
        "2015年至2022年",
        "近2,100億元人民幣",
        "美國、日本、南韓、瑞士、英國",
        "逾三分之一",
        "10%的授權",
        "中國工程院院士莊松林，中國科學院院士陳凱先、趙國屏，中國工程院院士丁健，中國科學院院士董晨等院士",
        "根據上海市經濟和信息化委員會發布的資料",
    ],
    "zh-Hant-HK": [
        "2022上海國際生物醫藥產業周——張江生命科學國際創新峰會主論壇於十一月十五日開幕",
        "上海市委常委、副市長張為出席並致辭",
        "產業周為期五日，於十一月十四日至十八日舉行",
        "「Gathering Potential and Linking the World」（英文主題）",
        "「張江藥谷」",
        "25場論壇",
        "首屆「Zhangjiang Life Science Industry New Prominent」（英文名稱）獎項",
        "近2,100億元人民幣",
        "數百名業界專家及領袖",
        "根據上海市經濟和信息化委員會發布的資料",
        "二○一五年至二○二二年",
        "美國、日本、韓國、瑞士及英國",
        "逾三分之一",
        "百分之十的授權",
        "中國工程院院士莊松林，中國科學院院士陳凱先及趙國屏，中國工程院院士丁健，以及中國科學院院士董晨等院士",
    ],
}

MARKED = (
    r"[“「]Gathering Potential and Linking the World[”」]（英文主[题題]）",
    r"[“「]Zhangjiang Life Science Industry New Prominent[”」]（英文名[称稱]）",
    r"（License）",  # the English word for the coined term, glossed at its first mention
)


def press(tag: str) -> str:
    """The summit's plain press text in a locale."""
    edition = eventrecord.render(eventrecord.load(SUMMIT), "press", tag)
    assert isinstance(edition, str)
    return edition


@pytest.mark.parametrize(
    ("tag", "words"), [(tag, words) for tag, rows in SENTENCES.items() for words in rows]
)
def test_fact_stands_in_the_press_text(tag: str, words: str) -> None:
    """Every printed fact is in every language, with its qualifier, unit and rank."""
    assert words in press(tag)


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_no_english_in_chinese_but_marked_stand_ins(tag: str) -> None:
    """The only Latin letters of a Chinese edition are the stand-ins that the office allowed."""
    text = press(tag)
    for words in MARKED:
        text, found = re.subn(words, "", text)
        assert found == 1, words
    assert re.findall("[A-Za-z]+", text) == []


@pytest.mark.parametrize("tag", list(SENTENCES))
def test_nothing_inferred_is_printed(tag: str) -> None:
    """Ordinal, hall and organizer are inferences: no edition tells them."""
    text = press(tag)
    for words in (
        "Science Hall",
        "科学会堂",
        "科學會堂",
        "Zhangjiang Group",
        "张江集团",
        "張江集團",
        "second",
        "第二",
    ):
        assert words not in text


@pytest.mark.parametrize("tag", list(SENTENCES))
def test_no_placeholder_is_left(tag: str) -> None:
    """No draft mark, brace or empty place stands in a published text."""
    assert re.findall(r"〔|〕|\[|\]|\{|\}|None|，，|。。|  ", press(tag)) == []
