"""The portal's tools: purpose, address and the search phrases for each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tool:
    """A tool. asked: phrases; a search matches a phrase if it contains all of its words.

    needs_account: whether sign-in is required.
    """

    name: str
    address: str
    what_for: str
    asked: tuple[str, ...]
    needs_account: bool = False


TOOLS = (
    Tool(
        "Check a job description",
        "/vacancies/check/",
        "See wording that may be unlawful, unclear or unfair, and how to put it right.",
        (
            "check description",
            "check jd",
            "check advert",
            "check specification",
            "checker",
            "wording",
        ),
    ),
    Tool(
        "Examples to read",
        "/tools/examples/",
        "A job description for each band from 2 to 8a. "
        "Three have an advert and interview questions with model answers.",
        ("example description", "example advert", "example specification", "example letter"),
    ),
    Tool(
        "Question bank",
        "/tools/examples/librarian-band-5/#questions",
        "Read 12 interview questions with model answers. A vacancy offers you many more.",
        ("question bank", "interview question", "model answer", "question ask librarian"),
    ),
    Tool(
        "Job profiles by band",
        "/vacancies/profiles/",
        "See what each band asks for, and compare profiles side by side.",
        ("profile", "which band", "what band", "compare band", "difference band"),
    ),
    Tool(
        "Does this job description need the panel again?",
        "/tools/decisions/panel-again/",
        "Answer a few questions, and see whether it should go to job evaluation.",
        ("panel again", "job evaluation", "re evaluation", "regrading", "rebanding"),
    ),
    Tool(
        "Which contract and route?",
        "/tools/decisions/contract-and-route/",
        "Choose between permanent, fixed term, secondment, traineeship and apprenticeship.",
        (
            "fixed term",
            "which contract",
            "secondment",
            "bank staff",
            "casual staff",
            "leave cover",
            "temporary",
            "contract type",
        ),
    ),
    Tool(
        "Which ways to assess?",
        "/tools/decisions/ways-to-assess/",
        "Find the fairest way to see whether someone meets a criterion.",
        ("how assess", "ways assess", "assess criterion", "which task", "interview task"),
    ),
    Tool(
        "Induction checklist",
        "/vacancies/induction/",
        "Get dated tasks for the first 6 months, each with an owner. "
        "Download them as PDF or Word, or for your calendar.",
        ("induction checklist", "induction list", "starter checklist", "induction template"),
    ),
    Tool(
        "Conversation forms",
        "/vacancies/retention/",
        "Prepare for a stay conversation, a 1:1, an exit conversation and more, in Word or PDF.",
        (
            "conversation form",
            "stay conversation",
            "exit interview",
            "exit conversation",
            "1:1 form",
            "career conversation",
        ),
    ),
    Tool(
        "A year of conversations",
        "/vacancies/retention/year/",
        "Put a year of conversations with your team into your calendar.",
        ("year conversation", "calendar conversation"),
    ),
    Tool(
        "A vacancy from start to finish",
        "/vacancies/",
        "Draft the job description, plan the advert and interviews, and keep dates in one place.",
        ("start vacancy", "open vacancy", "question bank", "score sheet"),
        needs_account=True,
    ),
    Tool(
        "Someone is leaving",
        "/vacancies/new/?start=handover",
        "Send the person a link to 10 questions, and turn the answers into duties and tasks.",
        ("handover", "someone leaving", "has resigned"),
        needs_account=True,
    ),
    Tool(
        "Induction plans",
        "/vacancies/induction/plans/",
        "Keep a plan for each post until probation ends, and share it with the starter.",
        ("induction plan",),
        needs_account=True,
    ),
    Tool(
        "Find peers",
        "/vacancies/peers/",
        "Find services that offer shadowing, mentoring or a sounding board.",
        ("find peer", "find mentor", "shadow another"),
        needs_account=True,
    ),
)


_BY_ADDRESS = {tool.address: tool for tool in TOOLS}


def tool_at(address: str) -> Tool:
    """Return the tool at an address. Raises KeyError if there is none."""
    return _BY_ADDRESS[address]
