"""Short lists of English words that say whether a capital begins a name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEGAL_WORDS = _words(
    """ag bv co company corp corporation gk gmbh inc incorporated kk limited llc llp ltd nv plc sa
    spa"""
)
"""The last words of a firm's full name, folded."""

ABBREVIATIONS = _words(
    """bros co corp dept dr ft gen gov inc jr ltd mr mrs ms mt no plc prof rev sen sr st univ"""
)
"""Words whose dot ends no sentence, folded."""

RANKS = _words("acting assistant associate deputy sub under vice")
"""Words that make another office of the title behind them."""

ROLES = _words(
    """board ceo cfo chair chairman chairwoman chief coo cto deputy director executive founder
    president senior spokesman spokesperson spokeswoman tv vice"""
)
"""Words with a capital that follow a firm's or a work's whole name."""

NATIONS = _words("america american britain british japan japanese kingdom national states united")
"""Words that many bodies of one country have in their names, folded."""

QUALIFIERS = {
    "中央": _words("central"),
    "国立": _words("national"),
    "国家": _words("national state"),
    "全国": _words("national nationwide"),
    "国際": _words("international global"),
    "世界": _words("world global"),
    "連邦": _words("federal"),
    "王立": _words("royal"),
    "公立": _words("public"),
    "私立": _words("private"),
    "共同": _words("joint"),
    "合同": _words("joint combined"),
    "特別": _words("special"),
    "地域": _words("regional"),
    "年次": _words("annual"),
    "統合": _words("integrated joint"),
    "総合": _words("general comprehensive"),
    "先端": _words("advanced"),
    "共通": _words("common"),
}
"""What a Japanese name says more than a glossary has, and the English words that it stands for."""

COMMON_WORDS = _words(
    """able act aid all also and apple are area art as at back ball base be best big bird blue body
    book bridge bring build by call can card care case cast city class clean clear cloud code come
    core cross data date day deal digital do dream drive early earth east edge end energy even ever
    every eye face fact fair fan fast field find fine fire first fish focus food for force form free
    fresh from front full fund future gain game gate general global go gold good great green group
    grow guide hand hard has he head health heart help her here high him his hold home house human
    idea if image in into is it its just keep key kind land large last lead leaf learn less life
    light like line link live long look love made main make map mark match may me meet mind mission
    most move much must my near need new next no north not note nova now of off on one open or
    orange order our out over own park part pass path peace people place plan plus point pool power
    press prime pro public pure quick raise reach real red rise road rock root rose rule run safe
    save sea seed sense serve set shape share she ship show side sign simple sky smart snow so some
    sound south space spark spirit sport spring standard star start state step stone strategy stream
    strong such sun support table take target team tech than that the their them then they this time
    to top total touch trade train tree true turn under union unit up us use value vision voice walk
    want was water wave way we well were west what when white who wide will wind wing wise wish with
    wood word work world year you young your zero"""
)
"""Words that an acronym or a firm may be written like."""

OPENING_WORDS = _words(
    """a about additionally after against all also although among ambassador an and any are as at
    because before between both but by can central chairman chief director dr during each east
    eastern emperor for former from further furthermore general governor had has have he her his
    however i if in including into is it its king late many may minister most mr mrs ms new no north
    northern not noting of on or other our over president prime queen recalling secretary senator
    she since some south southern than that the their these they this those through to today under
    until via was we welcoming were west western when while will with would yesterday"""
)
"""Words that stand before a name with a capital without being a part of it."""

CALENDAR = _words(
    """january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday"""
)
"""Months but for May, and days of the week."""
