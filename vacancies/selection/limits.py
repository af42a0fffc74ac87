"""How much of something a selection bears: `[limits]` of selection.toml, with its sources."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Numbers of the rules. Times are minutes.

    most_methods: ways to assess one criterion before it is too many.
    most_tasks, most_task_minutes: tasks and presentations of one selection, together.
    interview_minutes: how long an interview lasts; the parts of it that are no question follow.
    question_minutes: planned for a question whose time nobody gave.
    """

    most_methods: int
    most_tasks: int
    most_task_minutes: int
    interview_minutes: int
    welcome_minutes: int
    candidate_minutes: int
    closing_minutes: int
    question_minutes: int
