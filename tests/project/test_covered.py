"""How the suite is measured."""

from tests import covered


def test_the_pure_packages_of_the_contract_are_there():
    patterns = covered.pure_files()
    folders, files = patterns[::2], patterns[1::2]
    assert folders
    for folder, file in zip(folders, files, strict=True):
        path = covered.PROJECT.parent / file
        assert path.exists() or any(path.parent.glob(f"{path.stem}/*.py")), folder


def test_a_share_below_its_least_is_too_low(capsys):
    assert covered.too_low([("Pure", 97.9, 98), ("Whole", 95.0, 95)])
    assert not covered.too_low([("Pure", 98.0, 98)])
    assert capsys.readouterr().out.splitlines()[0] == "Pure: 97.9 per cent, at least 98"
