"""The file of profiles that an editor sends."""

from django import forms

from vacancies.job_evaluation.profile_files import MOST_BYTES

KINDS = (".csv", ".toml")


class ProfileImportForm(forms.Form):
    """One CSV or TOML file."""

    file = forms.FileField(
        label="File",
        help_text=f"CSV (UTF-8) or TOML, {MOST_BYTES // 1000} kB at most.",
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        max_length=200,
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty.",
            "invalid": "Choose a file.",
            "max_length": "The name of the file must be 200 characters or fewer.",
        },
    )

    def clean_file(self) -> forms.FileField:
        """Refuse, before it is read, what is too large or of another kind."""
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(KINDS):
            raise forms.ValidationError("Choose a file that ends in .csv or .toml.")
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {MOST_BYTES // 1000} kB. Send fewer profiles."
            )
        return file
