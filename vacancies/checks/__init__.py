"""The checks of a vacancy: rules for its fields, all rules over its texts, and the reports.

`rules/` holds the rules for fields; their wording, severity and source are with those for texts in
`vacancies/rulebook/data/jd_rules.toml`. To add a rule: a row there, a function in `rules/`, and its
tests.
"""
