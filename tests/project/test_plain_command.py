"""Commands for scripts refuse wrong arguments with status 2 and one sentence."""

import re

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class

from kls_portal.plain_command import PlainCommand

WRONG = {
    "match_profile": [[], ["ILL-LIB-5", "--format", "xml"], ["ILL-LIB-5", "--wrong"]],
    "check_jd": [[], ["x.txt", "--kind", "poem"]],
    "hash_runs": [[], ["x.txt"], ["x.txt", "--name", "Librarian"]],
    "search_guidance": [[], ["--wrong"]],
}
CASES = [(name, words) for name, cases in WRONG.items() for words in cases]


@pytest.mark.parametrize(("name", "words"), CASES)
def test_wrong_arguments_end_with_one_sentence(capsys, db, name, words):
    command = load_command_class(get_commands()[name], name)
    assert isinstance(command, PlainCommand)
    with pytest.raises(SystemExit) as ended:
        command.run_from_argv(["manage.py", name, *words])
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert "usage:" not in said.err
    assert re.search(r"[.]$", said.err.strip())


def test_called_from_code_it_raises():
    with pytest.raises(CommandError, match="are required: profile") as refused:
        call_command("match_profile")
    assert refused.value.returncode == 2
