"""The checks of a vacancy: rules for its fields, every rule over its texts, and the reports.

`rules/` holds one rule for fields a file; their wording, severity and source stand with those of
texts in `vacancies/rulebook/data/jd_rules.toml`. To add a rule: a row there, a file in `rules/`
with RULE and check(), and its test file.
"""
