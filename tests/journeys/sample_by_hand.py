"""What the tagged sample must come to, by hand from the words of its documents.

Passages are called by their keys in ``seeds/sample-tagged``. What the program says is no reason to
change a line here; the words of a document are.
"""

from reviewer.domain.standings import Standing

FIRE = "Fire at the Velpara mill"
RAID = "Search of the SHM headquarters"
BRIDGE = "Shots on Zarvel Bridge"
SUPPORTERS = "SHM supporters said to have been killed, January to October 2019"
POLICE = "Policemen said to have been killed by SHM"
LAND = "People moved from the Velpara settlements"
SALT = "Place of detention at the Khorsal salt works"
CONFESSED = "What one prisoner is said to have confessed"

LEAGUE = "concord-league-statement-24-june.txt"
COLUMN = "the-merchants-of-grievance.txt"
EMBASSY = "note-verbale-114.txt"
ARMY = "army-info-statement-88.txt"
BRIEF = "sdc-brief-7.md"
COURIER = "courier_2019-06-16.txt"
HANDOUT = "handout_213.txt"
POSTS = "bridge posts (copied).txt"

RANGES = [
    (
        (FIRE, "Killed"),
        "from 60 · no upper end given",  # over 60, told by the League, leaves it open
        {"cf-60", "cl-60", "ul-64", "wc-64", "sd-62"},
        {"cf-45": "replaced", "wc-19": "part"},
        Standing.APART,
    ),
    (
        (FIRE, "Children killed"),
        "from 0 · no upper end given",
        {"cf-child", "sd-9"},
        {},
        Standing.APART,
    ),
    (
        (FIRE, "Injured"),
        "up to 38 · no lower end given",  # up to 35 sets no lower end
        {"cf-35", "ul-38"},
        {"wc-dozens": "words_only"},
        Standing.APART,
    ),
    (
        (RAID, "Killed"),
        # no one; one; a named man, and he need not be all
        "0 to 1 or more · one person is told of, no number given",
        {"ai-0", "dl-one", "pr-kavrel-1", "sd-1"},
        {"pr-sarmuz": "taken_back"},  # he is alive: "we withdraw what we said about his death"
        Standing.APART,
    ),
    (
        (RAID, "Held"),
        "14 to 31 · beside it: about 30",
        {"ai-14", "co-14", "sd-24", "co-30", "sr-31"},
        {"dl-14": "told_again", "pr-27": "replaced", "dl-30": "about"},
        Standing.APART,
    ),
    (
        (BRIDGE, "Killed"),
        "from 0 · no upper end given",
        {"bp-0", "bp-2", "bp-4", "ur-4", "sd-5", "sr-7"},
        {
            "bp-staff": "not_confirmed",
            "hm-0": "other_group",  # no marcher; the others on the bridge it leaves open
            "bp-rayan": "part",
            "ur-woman": "part",
            "mg-woman": "part",
            "ur-7": "told_again",
        },
        Standing.APART,
    ),
    (
        (BRIDGE, "Police killed"),
        "no number may enter the range",
        set(),
        {"bp-constable": "taken_back"},  # "it was incorrect and is hereby withdrawn"
        None,
    ),
    (
        (BRIDGE, "Injured"),
        "from 28 · no upper end given",
        {"sd-28", "ur-30", "sr-50"},
        {"bp-dozens": "words_only", "hm-none": "none_reported"},
        Standing.APART,
    ),
    (
        (SUPPORTERS, "Killed"),
        "312",
        {"pr-312"},
        {"ai-312": "negated", "pr-41": "part", "sd-312": "told_again"},
        None,
    ),
    (
        (POLICE, "Killed"),
        "more than 120 · no upper end given",
        {"cl-120", "mg-126"},
        {},
        Standing.MEET,
    ),
    (
        (LAND, "Forced from home"),
        "more than 150000 · no upper end given · beside it: about 60000",
        {"pr-150"},
        {"sd-60": "about"},
        Standing.APART,
    ),
    ((LAND, "Families moved"), "12400", {"mg-families"}, {}, None),
    (
        (CONFESSED, "Killings he is said to have confessed to"),
        "11",
        {"cl-11"},
        {"mg-11": "told_again"},
        None,
    ),
    ((CONFESSED, "Killings he is charged with"), "3", {"cl-3"}, {}, None),
]

NO_ANSWER = "no answer in these documents (12 of 15 done)"
BADGES = [
    # the owner's lawyer spoke before the letter and before the brief
    (
        "cf-gate",
        {"denied by 1": {"cf-lawyer"}, "supported by 1 (0 separate, 1 not judged)": {"ul-gate"}},
    ),
    (
        "ul-gate",
        {
            "denied by 1": {"cf-lawyer"},
            "earlier: 1 of 1 older than this": {"cf-lawyer"},
            "supported by 2 (1 separate, 1 not judged)": {"sd-gate", "wc-gate"},
        },
    ),
    ("ul-64", {"supported by 1 (0 separate)": {"wc-64"}}),  # the party counts the union's list
    ("wc-gate", {"taken back, as told by Qadir Bozmar": {"mg-back"}}),
    ("wc-amb", {NO_ANSWER: set()}),
    ("cl-report", {"denied by 1": {"wc-deny"}}),
    (
        "cl-kerosene",
        {
            "denied by 1": {"ul-kerosene"},
            "earlier: 1 of 1 older than this": {"ul-kerosene"},
        },
    ),
    (
        "pr-kavrel",  # the Army, twice; the police, as a columnist tells it
        {
            "denied by 2": {"ai-0d", "ai-quarrel", "mg-quarrel"},
            "rejected in general by 1": {"ai-blanket"},
        },
    ),
    ("pr-sarmuz", {"taken back": {"sr-withdraw"}}),
    ("pr-money", {"rejected in general by 1": {"ai-blanket"}}),
    (
        "pr-army",  # the party's own coordinator is no separate source
        {"denied by 1": {"ai-noarmy"}, "supported by 1 (0 separate)": {"dl-army"}},
    ),
    ("dl-lorries", {NO_ANSWER: set()}),
    (
        "sr-prison",  # denied on 9 October, charged on 17 November
        {"denied by 1": {"ai-prison"}, "earlier: 1 of 1 older than this": {"ai-prison"}},
    ),
    ("bp-roof", {"denied by 1": {"hm-rounds", "ur-deny"}}),  # one Ministry, two papers
    ("bp-constable", {"taken back": {"hm-sms"}}),
    (
        "mg-crowd",
        {"denied by 1": {"bp-back"}, "earlier: 1 of 1 older than this": {"bp-back"}},
    ),
    (
        "mg-126a",
        {"denied by 1": {"sr-126"}, "rejected in general by 1": {"sr-blanket"}},
    ),
    ("cl-11", {}),  # a question is a response, and no denial
]
