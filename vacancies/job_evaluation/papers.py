"""What a matching panel needs before it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """One paper: its id, name, what to check in it, and how well that is known."""

    id: str
    name: str
    check: str
    required: bool
    confirmed: bool

    @property
    def sentence(self) -> str:
        """The paper in one line, as it is shown."""
        where = "" if self.required else " (where it is asked for)"
        doubt = "" if self.confirmed else " Not confirmed."
        return f"{self.name}{where}: {self.check[0].lower()}{self.check[1:]}{doubt}"
