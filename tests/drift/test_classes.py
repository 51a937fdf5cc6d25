"""Classes of drift that go to print, a case or more each, and what looks like drift and is none."""

from __future__ import annotations

from datetime import date

import pytest

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing import Comparison, compare

TODAY = date(2022, 11, 16)
ERROR, WARNING = Severity.ERROR, Severity.WARNING
HANS, TW, HK = "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"
VALUE, UNIT, QUALIFIER, SCOPE = (f"{name}-differs" for name in ("value", "unit", "qualifier", "scope"))

DRIFT = [
    # what has been printed of one summit
    ("sum with another base", "licensing worth nearly RMB 210 billion",
      "许可交易额超过2000亿元", HANS, QUALIFIER, WARNING),
    ("qualifier of one sum", "licensing worth more than 210 billion yuan",
      "许可交易额近2100亿元", HANS, QUALIFIER, WARNING),
    ("share without its whole", "more than 40 percent of the nation's total",
      "占比超过40%", HANS, SCOPE, WARNING),
    ("share of another whole", "6 percent of the global total", "占全国总量的6%", HANS, SCOPE, WARNING),
    ("about and nearly", "about 40 parallel events", "近40场活动", HANS, QUALIFIER, WARNING),
    ("forums of the parent", "25 forums", "约40场论坛", HANS, VALUE, ERROR),
    ("length of the parent", "the five-day summit", "为期两天的峰会", HANS, VALUE, ERROR),
    ("revenues and transactions",
     "The licensing revenues of companies in the park reached RMB 210 billion.",
      "园区企业许可交易额达2100亿元。", HANS, SCOPE, WARNING),
    ("countries told as companies", "with 13 companies", "与13个国家", HANS, UNIT, ERROR),
    # classes of drift
    ("million for 万", "investment of RMB 50 million", "投资50万元", HANS, VALUE, ERROR),
    ("billion for 亿", "a fund of RMB 30 billion", "规模30亿元的基金", HANS, VALUE, ERROR),
    ("misplaced point", "growth of 4.8 percent", "增长48%", HANS, VALUE, ERROR),
    ("ten times, in Taiwan", "NT$1.2 trillion", "1,200億元", TW, VALUE, ERROR),
    ("ten times, in Hong Kong", "HK$32 billion", "三十二億元", HK, VALUE, ERROR),
    ("qualifier dropped", "more than 600 guests", "600名嘉宾", HANS, QUALIFIER, WARNING),
    ("qualifier added", "600 guests", "600餘名嘉賓", TW, QUALIFIER, WARNING),
    ("nearly and less than", "nearly 300 exhibitors", "不足300家展商", HANS, QUALIFIER, WARNING),
    ("at least and at most", "at least 20 projects", "至多20个项目", HANS, QUALIFIER, WARNING),
    ("countries told as people", "drew 30 countries", "吸引了30人", HANS, UNIT, ERROR),
    ("people told as countries", "drew 30 visitors", "吸引了30个国家", HANS, UNIT, ERROR),
    ("people told as companies", "with 13 participants", "有13家企业参加", HANS, UNIT, ERROR),
    ("hospitals told as schools", "30 hospitals", "30所学校", HANS, UNIT, WARNING),
    ("bare 元 in Taiwan", "RMB 300 million", "3億元", TW, UNIT, ERROR),
    ("bare 元 in Hong Kong", "RMB 300 million", "三億元", HK, UNIT, ERROR),
    ("currency", "US$2.8 billion", "28亿元", HANS, UNIT, ERROR),
    ("visits and people", "460,000 people", "46万人次", HANS, UNIT, ERROR),
    ("points and percent", "up 2 percentage points", "提高2%", HANS, UNIT, ERROR),
    ("unit of length", "a road of 12 kilometers", "全长12米的道路", HANS, UNIT, ERROR),
    ("period", "sales from 2015 to 2022", "2016年至2022年销售额", HANS, VALUE, ERROR),
    ("period told once", "From 2015 to 2022, licensing was worth nearly RMB 210 billion.",
      "许可交易额近2100亿元。", HANS, SCOPE, WARNING),
    ("last day and length", "The summit was held from Nov. 14 to 18.",
     "峰会11月14日起举行，为期四天。", HANS,
     VALUE, ERROR),
    ("base year", "twice that of 2020", "是2021年的两倍", HANS, VALUE, ERROR),
    ("last day", "from Nov. 14 to 18", "11月14日至17日", HANS, VALUE, ERROR),
    ("today", "The week opened on Tuesday.", "产业周今日开幕。", HANS, VALUE, ERROR),
    ("ordinal", "the third forum", "第二届论坛", HANS, VALUE, ERROR),
    ("ordinal, in Hong Kong", "the 12th forum", "第十一屆論壇", HK, VALUE, ERROR),
    ("class of a prize", "Lin Yue won the second prize.", "林岳获得三等奖。", HANS, VALUE, ERROR),
    ("class of a prize, in Taiwan", "Three teams won first prizes.", "三支隊伍獲二等獎。", TW, VALUE, ERROR),
    ("metal of a prize", "Their gold award was the second in a row.", "這是連續第二次獲得銀獎。", TW,
     VALUE, ERROR),
    ("metal of one prize of two", "The port won a gold award, and the yard a gold award.",
     "海港获金奖，船厂获银奖。", HANS, VALUE, ERROR),
    ("a grand prize told as the first", "The grand prize went to the port.", "海港获一等奖。", HANS, VALUE,
     ERROR),
    ("rise and fall", "Output rose 8 percent.", "产量下降8%。", HANS, VALUE, ERROR),
    ("tripled", "Sales tripled.", "销售额增长三倍。", HANS, VALUE, ERROR),
    ("year of the republic", "in 2023", "112年", TW, None, None),
    ("another year of the republic", "opened in May 2023", "111年5月啟用", TW, VALUE, ERROR),
    # one text against itself; what the other says is of no matter
    ("weekday and date", "on Tuesday, Nov. 15", "11月15日（星期三）", HANS, "weekday-mismatch", ERROR),
    ("weekday, in Taiwan", "on Tuesday, Nov. 15", "11月15日（星期三）", TW, "weekday-mismatch", ERROR),
    ("days of a span", "a four-day fair, Nov. 14 to 18", "11月14日至18日展会", HANS,
     "duration-mismatch", WARNING),
    ("conversion", "output of 223,455 billion yuan (US$223.5 trillion)",
      "产值223.455万亿元", HANS, "conversion-mismatch", ERROR),
    ("x of y", "120 of the 400 firms, or 25 percent", "400家企业中的120家", HANS, "share-mismatch", ERROR),
    ("growth and points", "117.33 points, up 5.38 points or 5.81 percent",
      "117.33分", HANS, "growth-mismatch", ERROR),
    ("growth from and to", "up from 100 to 120", "从100家增至120家，增长25%",
     HANS, "growth-mismatch", ERROR),
    ("sum", "60 projects", "共60个项目，分别为25个、20个和14个", HANS, "sum-mismatch", ERROR),
]  # fmt: skip

NAMES = [
    ("summit, in Chinese", "The Zhangjiang Life Science International Innovation Summit opened.",
     "张江生命科学国际创新峰会开幕。张江生命健康国际创新峰会有论坛。", HANS, "term-drift", WARNING),
    ("summit, in English",
     "The Zhangjiang Life Science International Innovation Summit opened. "
     "The Zhangjiang Life Sciences International Innovation Summit has forums.",
     "张江生命科学国际创新峰会开幕。", HANS, "term-drift", WARNING),
    ("two buildings", "It opened at the Shanghai World Expo Exhibition & Convention Center.",
     "活动在上海世博中心开幕。", HANS, "venue-differs", ERROR),
    ("a commission, in English",
     "The Shanghai Municipal Commission of Economy and Informatization said so. "
     "The Shanghai Municipal Commission of Economy and Information added to it.",
     "上海市经济和信息化委员会表示。", HANS, "term-drift", WARNING),
    ("a body by the name of another year",
     "The Shanghai Biomedical Industry Development Leading Group met.",
     "上海市生物医药产业发展领导小组召开会议。", HANS, "term-drift", WARNING),
    ("two academies", "Chen Kaixian, academician of the Chinese Academy of Sciences, spoke.",
     "中国工程院院士陈凯先致辞。", HANS, "organization-differs", ERROR),
    ("academies, Social Sciences",
     "Chen Kaixian, a member of the Chinese Academy of Social Sciences, spoke.",
     "中国科学院院士陈凯先致辞。", HANS, "organization-differs", ERROR),
    ("prize of another field", "Lin Yue, Nobel laureate in chemistry, spoke.",
     "诺贝尔生理学或医学奖得主林岳致辞。", HANS, "term-drift", ERROR),
    ("won, and presented", "Zhang Boli won the award.", "张伯礼颁发奖项。", HANS, "award-differs", WARNING),
    ("will be, and was", "The Zhangjiang Life Science International Innovation Summit was held on Tuesday.",
     "张江生命科学国际创新峰会将于星期二举行。", HANS, "tense-differs", WARNING),
    ("planned, and launched", "The port launched a fund for startups.", "海港将设立创业基金。", HANS,
     "tense-differs", WARNING),
    ("launched, and planned, in Taiwan", "The port plans to set up a center.", "港口啟動中心。", TW,
     "tense-differs", WARNING),
    ("announced, and presented", "The winners of the Blue Award were announced on Monday.",
     "周一，蓝色奖颁发。", HANS, "award-differs", WARNING),
    ("presented, and announced", "The Blue Award was handed out on Monday.",
     "星期一揭曉藍色獎得主。", HK, "award-differs", WARNING),
    ("punctuation of half width", "The port grew, and the yard closed.", "海港扩建,船厂关闭。", HANS,
     "half-width-punctuation", WARNING),
    ("a congress, and a party", "Chen Tong, secretary of the Hailing Municipal People’s Congress, spoke.",
     "海陵市委书记陈彤致辞。", HANS, "organization-differs", ERROR),
    ("a party that one text leaves out", "Chen Tong, secretary of Hailing, spoke.",
     "海陵市委书记陈彤致辞。", HANS, "post-differs", WARNING),
    ("a post held besides another", "Mayor Chen Tong spoke.", "市委常委、市长陈彤致辞。", HANS,
     "post-differs", ERROR),
    ("attended, and invited", "Mayor Gong Zheng was invited to the forum.",
     "上海市市长龚正出席论坛。", HANS,
     "attendance-differs", WARNING),
    ("mainland, in Hong Kong", "Visitors from the mainland came.", "來自大陸的旅客。",
     HK, "term-drift", WARNING),
    ("mainland, in Taiwan", "Visitors from the mainland came.", "來自內地的旅客。", TW, "term-drift",
     WARNING),
    ("one name, two spellings", "Zhang Boli spoke on Monday. Zhang Boly left.", "张伯礼周一致辞。", HANS,
     "name-differs", WARNING),
    ("one name, two characters", "Zhang Boli spoke. Zhang Boli left.",
     "院士张伯礼致辞。院士张伯理随后离开。", HANS, "name-differs", WARNING),
    ("a name that conversion changed", "Mayor Fan Wei spoke.", "市長範偉致辭。", TW, "name-differs",
     WARNING),
    ("order in one list", "Zhang Wei, Wang Li and Boli Zhang attended.", "张伟、王丽、张伯礼出席。", HANS,
     "name-order", WARNING),
    ("rank of a post", "Minister Chen Jo-shui said so.", "次長陳若水表示。", TW, "post-differs", ERROR),
    ("party and government", "Chen Jining, Party secretary of Shanghai, spoke.",
     "上海市市长陈吉宁致辞。", HANS,
     "post-differs", ERROR),
    ("a leader left out", "Mayor Gong Zheng and Vice Mayor Zhang Wei attended.", "市长龚正出席。", HANS,
     "omission", ERROR),
    ("somebody left out of a list",
     "Vice Mayor Gu Lan, development commission director Shao Wen and forum secretary-general Lu Jin came.",
     "副市长顾岚、论坛秘书长陆瑾出席。", HANS, "omission", WARNING),
    ("rank order", "Mayor Gong Zheng and Vice Mayor Zhang Wei attended.",
     "副市长张伟、市长龚正出席。", HANS,
     "order-differs", ERROR),
    ("order of names", "Zhang Wei, Boli Zhang and Wang Li attended.", "张伟、张伯礼、王丽出席。", HANS,
     "name-order", WARNING),
]  # fmt: skip

SAME = [
    ("rounding", "The index reached 117.", "指数达117.33。", HANS),
    ("scale words", "RMB 210 billion", "2100亿元", HANS),
    ("ten thousands", "12,000 visitors", "1.2万名观众", HANS),
    ("clock", "at 2:30 p.m.", "14:30", HANS),
    ("clock in words", "at 2:30 p.m.", "下午2时30分", HANS),
    ("clock, in Hong Kong", "at 2:30 p.m.", "下午二時三十分", HK),
    ("first edition", "the first forum", "首届论坛", HANS),
    ("classes of prizes", "Three first prizes, six second prizes and one grand prize were given.",
     "颁发特等奖1项、一等奖3项、二等奖6项。", HANS),
    ("classes of prizes, in Hong Kong", "The port won a gold award and two bronze awards.",
     "海港獲一項金獎、兩項銅獎。", HK),
    ("first prize of somebody", "The port won its first prize, a gold award.", "海港首次獲獎，獲得金獎。",
     HK),
    ("a prize whose class one text leaves out", "The port won a gold award.", "海港获奖。", HANS),
    ("inaugural edition", "the second forum", "第二屆論壇", TW),
    ("launched and planned in one text", "The fund was launched in 2015. The port will set up a center.",
     "该基金2015年设立。", HANS),
    ("announced and presented in one text", "The Blue Award winners were announced and got their medals.",
     "蓝色奖获奖者名单公布，随后颁奖。", HANS),
    ("prize that is won", "The port won the Blue Award.", "会上向海港颁发蓝色奖。", HANS),
    ("marks of half width in numbers", "At 9:30, 1,200 guests came.", "9:30，1,200名嘉宾到场。", HANS),
    ("party's committee without its party",
     "Chen Tong, a member of the Standing Committee of the Hailing Municipal Committee, spoke.",
     "海陵市委常委陈彤致辞。", HANS),
    ("congress, whatever its chair is called",
     "Chen Tong, vice chairman of the Standing Committee of the Hailing Municipal People's Congress, spoke.",
     "海陵市人大常委会副主任陈彤致辞。", HANS),
    ("this year and a half of it", "Output rose 5 percent so far this year.", "今年上半年产值增长5%。", HANS),
    ("a longer edition", "Twelve firms signed.", "12家企业签约，另有30家企业、45名专家到场。", HANS),
    ("hosts in one text",
     "The Shanghai Municipal People's Government hosts the week, and the Shanghai Municipal "
     "Commission of Economy and Informatization organizes it.", "产业周由上海市人民政府主办。", HANS),
    ("field of a prize in one text", "Lin Yue, 2013 Nobel laureate in physiology or medicine, spoke.",
     "2013年诺贝尔奖获得者林岳致辞。", HANS),
    ("slogan", "The week's theme is “Striving Together for the Future”.",
     "产业周以“共济未来”为主题。", HANS),
    ("academicians together", "Five academicians spoke.",
     "两位中国科学院院士和三位中国工程院院士致辞。", HANS),
    ("parts of a number", "1 opening ceremony and 40 events", "41场活动", HANS),
    ("points in one text", "117, up 4.81 percent", "117.33分，增长5.38分，增幅4.81%", HANS),
    ("mainland, of its readers", "Visitors from the mainland came.", "來自內地的旅客。", HK),
    ("mainland, of its readers in Taiwan", "Visitors from the mainland came.", "來自大陸的旅客。", TW),
    ("deputy and vice", "Deputy Mayor Gu Xiaolan welcomed the delegates.",
     "副市长顾晓岚欢迎与会代表。", HANS),
    ("minister of a ministry", "Minister of Commerce Wang Wentao met the delegates.",
     "商务部部长王文涛会见与会代表。", HANS),
    ("vice-chancellor", "The vice-chancellor, Professor Cheung Wing-lam, spoke.",
     "校長張詠琳教授致辭。", HK),
    ("under secretary", "Under Secretary for Health Lo Wai-ho spoke.", "醫務衞生局副局長羅偉豪致辭。", HK),
    ("premier", "Premier Cho Jung-tai spoke.", "行政院長卓榮泰致詞。", TW),
    ("wholes told in other words", "40 percent of the ships it inspected flew a foreign flag.",
     "受检船舶中40%悬挂外国旗。", HANS),
    ("a day of another month", "Closed since the April 3 earthquake, it reopens on Friday.",
     "因4月3日地震關閉，將於18日重新開放。", TW),
    ("conversion in one language", "more than 200 billion yuan (US$28.4 billion)", "超2000亿元", HANS),
    ("conversion that says it is about right", "34.6 billion yuan ($4.8 billion)",
     "346亿元（约合48亿美元）", HANS),
    ("conversion, in Taiwan", "NT$36 million (US$1.15 million)", "3,600萬元", TW),
    ("said twice", "25 forums on Tuesday; the 25 forums draw experts.", "周二举办25场论坛。", HANS),
    ("span and its ends", "from Nov. 14 to 18", "11月14日开幕，11月18日闭幕", HANS),
    ("length and span", "the five-day fair of Nov. 14 to 18", "11月14日至18日的展会", HANS),
    ("weekday beside a date", "on Nov. 15", "11月15日（星期二）", HANS),
    ("a day of the year before",
     "Storms hit on July 29. The port reopens on Nov. 20, the head of the harbor office said.",
     "7月29日遭遇风暴，海港定于11月20日重开。", HANS),
    ("a quarter of the year before", "Growth slowed in the fourth quarter.", "四季度增速放缓。", HANS),
    ("bare weekday", "on Friday", "11月18日", HANS),
    ("year in one text", "on Nov. 15, 2022", "11月15日", HANS),
    ("tenths", "30 percent of the seats", "三成席位", HANS),
    ("fraction", "half of the seats", "五成席位", HANS),
    ("doubled", "Sales doubled.", "销售额增长一倍。", HANS),
    ("tripled", "Sales tripled.", "销售额增长两倍。", HANS),
    ("over a time", "over five years", "五年内", HANS),
    ("bare 元, in Taiwan", "NT$36 million", "3,600萬元", TW),
    ("bare 元, in Hong Kong", "HK$320 million", "三億二千萬元", HK),
    ("元 of others, in Hong Kong", "RMB 320 million", "三億二千萬元人民幣", HK),
    ("idioms", "one of the firms; both sides", "企业之一；双方；一批企业", HANS),
    ("above and at least", "at least 20 projects", "20个以上项目", HANS),
    ("exact and nearly", "nearly 40 forums", "38场论坛", HANS),
    ("times of passengers", "served 31.47 million passengers", "旅客吞吐量3147万人次", HANS),
    ("units of one length", "4.2 kilometers", "4200米", HANS),
    ("bodies in another order", "France, Chile and Japan took part.", "日本、法国和智利参加。", HANS),
    ("post of an official", "Gong Zheng, mayor of Shanghai, spoke.", "上海市市长龚正致辞。", HANS),
    ("another order", "In 2022, 25 firms from 13 countries signed.",
     "13个国家的25家企业2022年签约。", HANS),
]  # fmt: skip


def compared(en: str, zh: str, tag: str) -> Comparison:
    """Both ways; which text comes first changes nothing but the sides."""
    there, back = compare(en, zh, "en", tag, TODAY), compare(zh, en, tag, "en", TODAY)
    assert sorted(
        (drift.rule, str(drift.severity)) for drift in there.findings if drift.a and drift.b
    ) == sorted((drift.rule, str(drift.severity)) for drift in back.findings if drift.a and drift.b)
    assert len(there.findings) == len(back.findings)
    return there


@pytest.mark.parametrize(
    ("name", "en", "zh", "tag", "rule", "severity"), DRIFT, ids=[row[0] for row in DRIFT]
)
def test_a_class_of_drift_is_found(
    name: str, en: str, zh: str, tag: str, rule: str | None, severity: Severity | None
) -> None:
    """By its rule and its severity, whichever text comes first."""
    grave = [drift for drift in compared(en, zh, tag).findings if drift.severity is not Severity.INFO]
    assert [(drift.rule, drift.severity) for drift in grave] == ([(rule, severity)] if rule else []), name


@pytest.mark.parametrize(
    ("name", "en", "zh", "tag", "rule", "severity"), NAMES, ids=[row[0] for row in NAMES]
)
def test_a_drift_of_names_is_found(
    name: str, en: str, zh: str, tag: str, rule: str, severity: Severity
) -> None:
    """By its rule and its severity, and nothing else as grave."""
    grave = [drift for drift in compared(en, zh, tag).findings if drift.severity is not Severity.INFO]
    assert {(drift.rule, drift.severity) for drift in grave} == {(rule, severity)}, name


@pytest.mark.parametrize(("name", "en", "zh", "tag"), SAME, ids=[row[0] for row in SAME])
def test_what_is_no_contradiction_is_at_most_information(name: str, en: str, zh: str, tag: str) -> None:
    """The false alarms that make an office switch a check off."""
    grave = [drift for drift in compared(en, zh, tag).findings if drift.severity is not Severity.INFO]
    assert grave == [], name


def test_what_a_date_implies_is_not_missing() -> None:
    """Its year; the ends and the length of a span."""
    found = compare(
        "It runs from Nov. 14 to 18.", "2022年11月14日至18日举行，为期五天，14日开幕。", "en", HANS, TODAY
    )
    assert (found.only_a, found.only_b, found.findings) == ((), (), ())
