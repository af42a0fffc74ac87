"""Whether the shares of time of the duties come to a whole.

Source: our own rule of thumb; forms of employers ask for shares that come to 100 per cent.
"""

from collections.abc import Sequence

from vacancies.drafting.draft import Duty

WHOLE = 100
TOLERANCE = 5


def share_sentence(duties: Sequence[Duty]) -> str:
    """Return what to say of the shares, or "" where there are none or they come to about 100.

    As long as some duties have no share, it says only what would be wrong already: too much.
    """
    given = [duty.share for duty in duties if duty.share is not None]
    total, without = sum(given), len(duties) - len(given)
    if not given or (without == 0 and abs(total - WHOLE) <= TOLERANCE):
        return ""
    if total > WHOLE + TOLERANCE:
        return f"The shares of time come to {total} per cent. Bring them to about {WHOLE}."
    if without:
        have = "1 duty has none" if without == 1 else f"{without} duties have none"
        return f"The shares of time come to {total} per cent so far: {have} yet."
    return f"The shares of time come to {total} per cent. Bring them to about {WHOLE}."
