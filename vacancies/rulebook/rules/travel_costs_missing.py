"""D21: nothing on the cost of travelling to the interview.

Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 7.0).
"""

import re

from vacancies.rulebook.rulebook import reports_missing

RULE = "D21"

_TRAVEL = re.compile(
    r"\b(?:travel(?:ling)? (?:costs?|expenses?|fares?)|(?:costs?|expenses?) (?:of"
    r"|for) (?:your )?travel|your travel"
    r"|(?:interview )?expenses (?:are|will be|can be) (?:paid|met|refunded|reimbursed)|(?:train"
    r"|bus|rail|coach|taxi)(?:,? (?:and|or) (?:train|bus|rail|taxi))? fares?|fares? (?:are"
    r"|is|will be|to)|mileage|fares? [^.\n]{0,25}\b(?:paid|refunded|met|covered)|(?:travel to us"
    r"|tickets?) [^.\n]{0,25}\b(?:pay|paid|refund)|(?:pay|refund) (?:for )?your (?:ticket"
    r"|journey|train|bus)|(?:do|have|hold|take) it (?:over|by|on|via|online)|(?:pay|refund|cover"
    r"|meet) (?:\w{1,9} ){0,3}(?:travel|fares?|journey)"
    r"|(?:meet|interview|talk|see) (?:you )?(?:[\w']{1,10} ){0,3}(?:online|by video|on teams"
    r"|by phone)"
    r"|(?:video|online|virtual|remote) interviews?"
    r"|interviews?\b[^.\n]{0,60}?\b(?:by video|online|virtually|over video"
    r"|on teams|in teams|by teams|a video call|from home|on microsoft|over microsoft|remotely"
    r"|by phone|on zoom|using teams"
    r"|via teams|via video))\b"
)

check = reports_missing(RULE, lambda document: document.has(_TRAVEL))
"""Reports once when neither costs nor an interview from afar are named."""
