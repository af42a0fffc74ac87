"""The checks of a vacancy: rules for its fields, every rule over its texts, and the reports.

`rules/` holds the rules for fields; their wording, severity and source stand with those of
texts in `vacancies/rulebook/data/jd_rules.toml`. To add a rule: a row there, a function in
`rules/`, and its tests.
"""
