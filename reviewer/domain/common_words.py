"""Words that say nothing about what a text is about, in English and in Urdu, folded.

A project may hold three documents: how often a word stands there tells little, so the commonest
words are written down. To add one: put it in the list, as ``folding.py`` folds it or not.
"""

from functools import cache

from reviewer.domain.folding import fold

_ENGLISH = """
    a about above according across after again against ago all allegedly almost along already also
    although always am amid among an and another any anyone anything are area around as asked at
    away back be became because become been before began behind being below between both but by
    call called came can cannot case come could country course day days did different do does done
    down during each earlier early either else end even ever every few first five following for
    found four from full further gave get give given go going good got government great group had
    half has have he held her here high him himself his how however if in including indeed inside
    instead into is it its itself just keep kept knew know known large last late later least left
    less let like likely little local long made main make man many may me meanwhile member members
    men might month months more morning most much must my national near nearly need never new next
    night no nobody none nor not nothing now of off official officials often old on once one only
    or other others our out outside over own part people per person place point possible put quite
    rather reach reached report reported reportedly reports right said same saw say saying says
    second see seen set several shall she should side since so some someone something soon
    statement still such take taken tell than that the their them themselves then there therefore
    these they thing things third this those though three through thus time times to today
    together told too took toward towards turn two under until up upon us use used very want was
    way we week weeks well went were what when where whether which while who whole whom whose why
    will with within without woman women word words work world would year years yes yesterday yet
    you your
    absolutely actually apparently approximately basically briefly certainly clearly completely
    consequently currently definitely directly entirely especially essentially eventually exactly
    finally firstly formerly fortunately frequently fully generally gradually hence hopefully
    immediately increasingly initially instantly largely lastly mainly merely mostly namely
    naturally nevertheless nonetheless normally notably obviously occasionally originally otherwise
    particularly partly perhaps possibly precisely presumably previously primarily probably quickly
    rarely really recently regularly respectively roughly sadly secondly separately seriously
    shortly significantly similarly simply simultaneously slightly slowly somewhat specifically
    strongly subsequently suddenly supposedly surely thereby thereafter thirdly thus totally
    ultimately undoubtedly unfortunately usually virtually whereas
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
"""
_URDU = """
    اس اسی ان انہیں انہوں اور اگر ایسا ایسے ایسی ایک اب ابھی اپنا اپنی اپنے آج آپ آیا
    آئے آئی بات باتیں بار بارے باوجود بعد بغیر بلکہ بن بنا بھی بہت بیان بڑا بڑی بڑے پاس
    پر پہلا پہلی پہلے پھر تا تاکہ تاہم تب تجھے تعلق تک تمام تو تھا تھی تھیں تھے جا جاتا
    جاتی جاتے جانا جانب جانے جب جبکہ جس جن جنہوں جنہیں جو جہاں جیسا جیسے چاہیے چکا چکی
    چکے چند حال حالانکہ خلاف خود دن دو دوران دوسرا دوسری دوسرے دونوں دی دیا دیتا دیتے
    دیں دے ذریعے رات رکھا رکھتے رہا رہی رہے رہیں ساتھ سامنے سب سال سکا سکتا سکتی سکتے
    سمیت سے شامل شروع صرف طرح طرف طور عام علاوہ عمل غیر فرد افراد فی قبل قریب کا کئی کب
    کبھی کچھ کر کرتا کرتی کرتے کرنا کرنے کرکے کریں کسی کل کم کوئی کون کہ کہا کہاں کہتے
    کہنا کو کی کیا کیسے کیوں کیونکہ کے گا گئی گئے گیا گی گے لئے لگا لوگ لوگوں لیا لیکن
    لیے مابین مثلا مجھے مختلف مزید مطابق مقام مگر ملا ملے میرا میری میرے میں نا نہ نہیں
    نے واقع والا والی والے وغیرہ وقت وہ وہاں وہی ہاں ہر ہم ہمارا ہماری ہمارے ہمیں ہو ہوا
    ہوئی ہوئے ہوتا ہوتی ہوتے ہوں ہونا ہونے ہی ہے ہیں یا یعنی یہ یہاں یہی جنوری فروری
    مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
"""


@cache
def common_words() -> frozenset[str]:
    """Return the list, folded."""
    return frozenset(fold(_ENGLISH + _URDU).split())
