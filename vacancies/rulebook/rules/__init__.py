"""One rule a file, named by what it finds: RULE is its id in jd_rules.toml, check() finds it."""
