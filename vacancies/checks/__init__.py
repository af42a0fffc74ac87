"""Checks of job descriptions, person specifications and adverts: a text in, findings out.

No Django. `check.check` is the way in; `rules/` holds one rule a file; their wording, severity
and source stand in `vacancies/rulebook/data/jd_rules.toml`. To add a rule: a row there, a file in
`rules/` with RULE and check(), and its test file.
"""
