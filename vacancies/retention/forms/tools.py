"""Forms for a preparation form and for a year's calendar. Nothing is stored."""

from typing import Any, Self

from django import forms
from django.utils.timezone import localdate

from kls_portal.calendar.working_days import NATIONS
from kls_portal.documents.document import Document
from kls_portal.documents.formats import FORMATS
from kls_portal.forms import BoxesField, DateInputField, NhsukForm, QueryForm
from vacancies.posts.forms.fields import LongTextField, SensitiveTextMixin, keep_near
from vacancies.posts.rules import LONGEST_LINE, lines_of
from vacancies.retention.rules.tools import Preparation, Tool

MOST_OWN = 10
LONGEST_QUESTION = 300
KINDS = [
    (one.ending, f"{one.name}, {one.use}") for one in FORMATS.values() if one.made_of is Document
]


class PreparationForm(SensitiveTextMixin, NhsukForm):
    submit_text = "Make the form"
    sensitive = ("post", "more")
    nameless = ("more",)
    posts = ("post",)
    kept_for = "You have looked at them. They are only in the file. We store nothing."

    post = forms.CharField(
        label="Job title",
        required=False,
        max_length=LONGEST_LINE,
        help_text="The post, not a name. Leave it empty if you like.",
    )
    questions = BoxesField("Questions to talk over", help_text="Untick any that do not fit.")
    more = LongTextField(
        "Your own questions",
        required=False,
        most=MOST_OWN * LONGEST_QUESTION,
        rows=4,
        help_text=f"One on each line, {MOST_OWN} at most. Give no names, and nothing about health.",
    )
    kind = forms.ChoiceField(
        label="Kind of file", choices=KINDS, initial="docx", widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, tool: Tool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tool = tool
        asked = self.fields["questions"]
        asked.choices = [(str(number), text) for number, text in enumerate(tool.questions)]
        asked.initial = [value for value, _ in asked.choices]

    def clean_more(self) -> tuple[str, ...]:
        lines = lines_of(self.cleaned_data["more"])
        if len(lines) > MOST_OWN:
            raise forms.ValidationError(
                f"Write {MOST_OWN} questions or fewer. These are {len(lines)}."
            )
        if any(len(line) > LONGEST_QUESTION for line in lines):
            raise forms.ValidationError(f"Each question may have {LONGEST_QUESTION} characters.")
        return lines

    def preparation(self) -> Preparation:
        """Return the choices made. Only for a valid form."""
        given = self.cleaned_data
        chosen = {int(number) for number in given["questions"]}
        return Preparation(
            tool=self.tool,
            questions=tuple(q for number, q in enumerate(self.tool.questions) if number in chosen),
            post=given["post"],
            more=given["more"],
        )


class YearForm(QueryForm):
    form_tag = False

    start = DateInputField(label="First day of the year", help_text="For example, 11 1 2027.")
    tools = BoxesField(
        "What do you want in the calendar?",
        required=True,
        error_messages={"required": "Choose at least one"},
    )
    nation = forms.ChoiceField(
        label="Bank holidays in", choices=list(NATIONS.items()), initial="ENG"
    )

    def __init__(self, *args: Any, tools: tuple[Tool, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_near(self.fields["start"])
        self.known = {tool.id: tool for tool in tools if tool.months}
        self.fields["tools"].choices = [(tool.id, tool.name) for tool in self.known.values()]

    @classmethod
    def from_address(cls, query: Any, *, tools: tuple[Tool, ...]) -> Self:
        """Return the form bound to a query.

        Without a start date, it is unbound and proposes today and the tools in the query, or all.
        """
        if "start" not in query and "start_day" not in query:
            every = [tool.id for tool in tools if tool.months]
            named = [code for code in query.getlist("tools") if code in every]
            return cls(tools=tools, initial={"tools": named or every, "start": localdate()})
        return cls(query, tools=tools)

    def chosen(self) -> list[Tool]:
        """Return the chosen tools. Only for a valid form."""
        return [self.known[code] for code in self.cleaned_data["tools"]]
