"""The packs of a selection by slug: (thread, limits, number of candidates, day) → paper."""

from collections.abc import Callable
from datetime import date

from kls_portal.documents.paper import Paper
from vacancies.exports.pack_candidate import questions_in_advance, task_sheet
from vacancies.exports.pack_feedback import feedback_lines
from vacancies.exports.pack_grid import shortlisting_grid
from vacancies.exports.pack_interview import interview_pack
from vacancies.exports.pack_scores import score_sheet
from vacancies.selection import packs
from vacancies.selection.limits import Limits
from vacancies.selection.thread import Thread

PAPERS: dict[str, Callable[[Thread, Limits, int, date], Paper]] = {
    packs.GRID: shortlisting_grid,
    packs.IN_ADVANCE: questions_in_advance,
    packs.TASKS: task_sheet,
    packs.INTERVIEW_PACK: interview_pack,
    packs.SCORES: score_sheet,
    packs.FEEDBACK: feedback_lines,
}
