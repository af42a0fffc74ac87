"""The ways in which a criterion is assessed, in the order of the process."""

APPLICATION, INTERVIEW, TASK = "application", "interview", "task"
PRESENTATION, CERTIFICATE = "presentation", "certificate"

METHODS = {
    APPLICATION: "Application form",
    INTERVIEW: "Interview",
    TASK: "Assessment task",
    PRESENTATION: "Presentation",
    CERTIFICATE: "Certificate or reference",
}
ASKED = (INTERVIEW, TASK, PRESENTATION)
"""Methods that need something to ask: a question, a task or a title."""
WORDS = {INTERVIEW: "question", TASK: "task", PRESENTATION: "presentation"}
"""What is asked, as a word inside a sentence."""
