"""D16: nobody is told that they need not meet every point.

Source: account of a session on library assistants: people hold back needlessly.
"""

import re

from vacancies.rulebook.rulebook import reports_missing

RULE = "D16"

_ANYWAY = re.compile(
    r"\b(?:even if (?:you|one|some|your)|(?:be|feel) put off|rule yourself out"
    r"|(?:form|application|apply|applying) (?:all the same|anyway|regardless|even)"
    r"|still (?:apply|like to hear|want to hear"
    r"|encourage|consider|send)|some but not all|most (?:of (?:it|them|what|the|these|this|our"
    r"|those)|but not)"
    r"|(?:nobody|no one|no-one|few people|not every\w{0,4}(?: [a-z]{1,12})?|don't|do not|never)"
    r" (?:\w{1,8} ){0,4}(?:everything|every|all|each|the lot)"
    r"|unsure (?:if|that|whether) you|in (?:any )?doubt"
    r"|(?:do not|don't|need not|not) (?:have to |need to )?(?:meet|match|tick"
    r"|have|fit) "
    r"(?:every|all|each)|(?:apply|hear from you) (?:anyway|if you meet most)|meet most of"
    r"|not (?:sure|certain) (?:if|that|whether) you"
    r"|(?:every|all) (?:point|box|criteri)\w{0,3} (?:need not|do not))"
)

check = reports_missing(RULE, lambda document: document.has(_ANYWAY))
"""Reports once when nothing says so."""
