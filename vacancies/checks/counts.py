"""Which wording of a rule fits a number: none, one, or more."""


def variant_of(count: int) -> str:
    """Return the name of the variant of a message for `count` things, "" for its plain form."""
    return {0: "none", 1: "one"}.get(count, "")
