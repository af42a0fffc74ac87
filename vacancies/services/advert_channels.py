"""Channels to advertise in: loading them, and reading them as values."""

from collections.abc import Iterator
from dataclasses import asdict

from vacancies.advertising.loading import channels as shipped
from vacancies.models import AdvertChannel
from vacancies.services.loaded_rows import KEPT, load_row, retired_codes

_WRITTEN = {"prepare": "\n".join, "bands": ",".join}


def load_advert_channels() -> Iterator[str]:
    """Load the channels, never over an editor's correction; one taken out of use stays out."""
    retired = retired_codes(AdvertChannel)
    for place, channel in enumerate(shipped(), start=1):
        fields = {
            name: _WRITTEN[name](value) if name in _WRITTEN else value
            for name, value in asdict(channel).items()
            if name != "id"
        }
        fields["place"] = place
        yield KEPT if channel.id in retired else load_row(AdvertChannel, channel.id, fields)
