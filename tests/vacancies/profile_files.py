"""Files of profiles, as editors bring them."""

import csv
import io

from vacancies.profiles.rules.loading import scheme

CODES = [factor.code for factor in scheme().factors]
GOOD = {
    "code": "NP-KS-6",
    "title": "Knowledge specialist",
    "band": "6",
    "status": "national",
    "source": "NHS Employers",
    "edition": "October 2015",
    "read_on": "2026-11-01",
    "confirmed": "yes",
    **dict.fromkeys(CODES, "2-3ab"),
}


def as_csv(*rows, delimiter=",", columns=None, bom=False):
    out = io.StringIO()
    columns = columns or list(rows[0])
    writer = csv.DictWriter(out, columns, delimiter=delimiter, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return (b"\xef\xbb\xbf" if bom else b"") + out.getvalue().encode()


NEWER = {**GOOD, "band": "5", "replaces": "ILL-LIB-5"}
