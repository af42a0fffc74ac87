"""The file of profiles that an editor sends, and the same file once more, agreed to."""

import binascii
from base64 import b64decode, b64encode

from django import forms

from vacancies.profiles.models import Profile
from vacancies.profiles.rules.profile_files import MOST_BYTES

KINDS = (".csv", ".toml")
LONGEST_NAME = 200
Sent = tuple[bytes, str, set[str]]
"""The bytes of a file, its name, and the codes of the profiles that it may withdraw."""


class ProfileImportForm(forms.Form):
    """One CSV or TOML file."""

    at = "file"
    """The field at which to say what is wrong with the file."""

    file = forms.FileField(
        label="File",
        help_text=f"CSV (UTF-8) or TOML, {MOST_BYTES // 1000} kB at most.",
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        max_length=LONGEST_NAME,
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

    def sent(self) -> Sent:
        """Return what a valid form sent. Nobody was asked about any profile yet."""
        file = self.cleaned_data["file"]
        return file.read(), file.name, set()


class ProfileAgreedForm(forms.Form):
    """A file that was sent before, byte for byte, and the profiles that it may withdraw.

    Whatever comes back is read anew, so nothing in it has to be trusted.
    """

    at = "content"

    content = forms.CharField(widget=forms.HiddenInput, max_length=2 * MOST_BYTES)
    name = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST_NAME)
    agreed = forms.ModelMultipleChoiceField(
        queryset=Profile.objects.all(),
        to_field_name="code",
        widget=forms.MultipleHiddenInput,
        required=False,
    )

    @classmethod
    def of(cls, data: bytes, name: str, profiles: list[Profile]) -> "ProfileAgreedForm":
        """Return the form that sends this file again, agreeing to withdraw these profiles."""
        content = b64encode(data).decode()
        codes = [profile.code for profile in profiles]
        return cls(initial={"content": content, "name": name, "agreed": codes}, auto_id=False)

    def clean_content(self) -> bytes:
        """Return the bytes of the file."""
        try:
            return b64decode(self.cleaned_data["content"], validate=True)
        except (binascii.Error, ValueError):
            raise forms.ValidationError("The file did not come back whole.") from None

    def sent(self) -> Sent:
        """Return what a valid form sent, with the profiles that its editor saw named."""
        codes = {profile.code for profile in self.cleaned_data["agreed"]}
        return self.cleaned_data["content"], self.cleaned_data["name"], codes
