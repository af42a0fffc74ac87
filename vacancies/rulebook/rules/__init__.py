"""The rules of a text, by what they read; each says its id of jd_rules.toml by a decorator."""
