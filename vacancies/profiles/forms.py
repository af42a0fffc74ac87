"""Forms for profiles typed by an editor or sent as a file."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import slugify

from vacancies.profiles.models import BANDS, Profile
from vacancies.profiles.rules.bands import Bands
from vacancies.profiles.rules.profile_files import LONGEST, MOST_BYTES, ReadProfile, profile_of
from vacancies.profiles.rules.scheme import LONGEST_LABEL, LabelError, Scheme, parse_label
from vacancies.profiles.rules.typed_profile import LONGEST_TABLE, Total, labels_in_table, total_of

NATIONAL_PROFILES = (
    "https://www.nhsemployers.org/pay-pensions-and-reward/job-evaluation/national-job-profiles/"
    "administrative-services"
)
"""Where the national profiles of information services are published (seen on 28 November 2026)."""
KINDS = (".csv", ".toml")
LONGEST_NAME = 200


class ProfileImportForm(forms.Form):
    file = forms.FileField(
        label="File",
        help_text=f"CSV (UTF-8) or TOML, {MOST_BYTES // 1000} kB at most.",
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        max_length=LONGEST_NAME,
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty.",
            "invalid": "Choose a file.",
            "max_length": f"The name of the file must be {LONGEST_NAME} characters or fewer.",
        },
    )

    withdraw = forms.BooleanField(
        label="Withdraw profiles that vacancies use",
        required=False,
        help_text="Those vacancies keep them, and are told. New ones are not offered them.",
    )

    def clean_file(self) -> forms.FileField:
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(KINDS):
            raise forms.ValidationError("Choose a file that ends in .csv or .toml.")
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {MOST_BYTES // 1000} kB. Send fewer profiles."
            )
        return file


class TypedProfileForm(forms.Form):
    """A national profile typed from the published one, with a field for each factor."""

    title = forms.CharField(
        label="Title, as published",
        max_length=LONGEST["title"],
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    band = forms.ChoiceField(
        label="Band",
        choices=[("", "Choose"), *((band, band) for band in BANDS[1:])],
        error_messages={"required": "Choose the band that is printed on the profile."},
    )
    edition = forms.CharField(
        label="Version",
        max_length=LONGEST["edition"],
        required=False,
        help_text="The date that is printed on it, such as October 2015.",
    )
    source = forms.CharField(
        label="Where it was read", max_length=LONGEST["source"], initial=NATIONAL_PROFILES
    )
    replaces = forms.ModelChoiceField(
        Profile.objects.none(),
        label="Replaces",
        required=False,
        empty_label="No profile",
        to_field_name="code",
        help_text="The profile that this one replaces. Vacancies that use the old one keep it.",
        error_messages={
            "invalid_choice": "Choose again. The profile that you chose has just been withdrawn."
        },
    )
    table = forms.CharField(
        label="The whole table, pasted",
        required=False,
        max_length=LONGEST_TABLE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Copy the 16 rows or the 16 levels and paste them here. Then read the "
        "table, and check each box.",
    )

    def __init__(
        self, *args: Any, scheme: Scheme, bands: Bands, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.scheme, self.bands, self.today = scheme, bands, today
        replaces: Any = self.fields["replaces"]
        replaces.queryset = Profile.objects.for_libraries().in_force().in_band_order()
        for factor in scheme.factors:
            points = ",".join(str(level.points) for level in factor.levels)
            self.fields[factor.code] = forms.CharField(
                label=f"{factor.order}. {factor.name}",
                max_length=LONGEST_LABEL,
                widget=forms.TextInput(
                    attrs={"size": 10, "autocomplete": "off", "data-points": points}
                ),
                error_messages={"required": "Enter a level, such as “4” or “2-3ab”."},
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for factor in self.scheme.factors:
            try:
                if label := cleaned.get(factor.code):
                    parse_label(label, factor.number_of_levels)
            except LabelError as problem:
                self.add_error(factor.code, str(problem))
        return cleaned

    @property
    def boxes(self) -> list[forms.BoundField]:
        return [self[factor.code] for factor in self.scheme.factors]

    @property
    def total(self) -> Total:
        """Return the total of the levels typed so far; nothing is typed in an unbound form."""
        labels = {code: str(self.data.get(code, "")) for code in self.scheme.by_code}
        return total_of(labels, self.scheme, self.bands)

    def refilled(self, with_table: bool) -> "TypedProfileForm":
        """Return the form as typed, without errors; the levels come from the table if asked."""
        given = {name: str(self.data.get(name, "")) for name in self.fields if name in self.data}
        if with_table:
            given |= labels_in_table(given.get("table", ""), self.scheme)
        filled = TypedProfileForm(
            initial=given, scheme=self.scheme, bands=self.bands, today=self.today
        )
        filled.data = given
        return filled

    def read(self) -> ReadProfile:
        """Return the profile of a valid form; its code is made from title, band and edition."""
        given = self.cleaned_data
        words = f"{given['title']} band {given['band']} {given['edition']}"
        row = given | {
            "code": slugify(words)[: LONGEST["code"]].strip("-"),
            "status": Profile.Status.NATIONAL,
            "replaces": given["replaces"].code if given["replaces"] else "",
            "read_on": self.today.isoformat(),
            "confirmed": "yes",
        }
        return profile_of("The profile", row, self.scheme)
