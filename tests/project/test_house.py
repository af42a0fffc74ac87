"""Arrows of the house point down, those of foreign keys too."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps

from tests.project.house import README, floors, holdings, written

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]


def layers(app: str) -> list[str]:
    """Return the folders of an app from the top, as the import contract has them."""
    contract = next(one for one in CONTRACTS if one.get("containers") == [app])
    return [
        name.strip() for layer in contract["layers"] for name in layer.replace("|", ":").split(":")
    ]


ABOVE = {"guidance": 1, "vacancies": 1}
"""How high an app stands; those of the site stand at 0."""


def floor(model: type) -> tuple[int, int]:
    """Return how high a model stands: its app, then its feature."""
    app, feature = model.__module__.split(".")[:2]
    order = [] if app not in ABOVE else layers(app)
    return ABOVE.get(app, 0), -order.index(feature) if order else 0


def test_foreign_keys_point_down_as_imports_do():
    """A key by string is no import, so import-linter does not see it."""
    ours = {"kls_portal", "guidance", "vacancies"}
    seen, wrong = 0, []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            other = field.related_model
            if not field.is_relation or field.auto_created or not other:
                continue
            if not {one.__module__.split(".")[0] for one in (model, other)} <= ours:
                continue
            seen += 1
            across = model._meta.app_label != other._meta.app_label
            if floor(other) > floor(model) or (across and floor(other)[0] > 0):
                wrong.append(f"{model.__name__}.{field.name} → {other.__name__}")
    assert seen > 80
    assert wrong == []


def test_the_modules_of_an_app_only_gather():
    """What an app's own models, admin and urls hold is imported, but for the list of addresses.

    The guidance has few enough addresses to name them in one place.
    """
    gathering = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)
    for app in ABOVE:
        for name in ("models", "admin", "urls"):
            tree = ast.parse((ROOT / app / f"{name}.py").read_text(encoding="utf-8"))
            others = [one for one in tree.body if not isinstance(one, gathering)]
            assert others == [], (app, name)
            defined = [one for one in tree.body if isinstance(one, ast.Assign)]
            assert not defined or name == "urls", (app, name)
            named = [one for one in ast.walk(tree) if isinstance(one, ast.Dict)]
            assert not named or (app, name) == ("guidance", "urls"), (app, name)


def test_what_features_add_to_the_first_page_of_a_vacancy_is_in_modules_of_one_name():
    makes = re.compile(r"from vacancies\.posts\.overview import .*\b(?:Entry|Waiting|Notice)\b")
    makers = {Path(name) for name, text in product().items() if makes.search(text)}
    features = {one.parts[1] for one in makers} - {"overview"}
    assert features >= {"checks", "drafting", "evaluation", "induction", "recruiting", "retention"}
    assert {one.name for one in makers if one.parts[1] in features} == {"overview.py"}


def test_templates_and_tests_lie_in_folders_of_features():
    for app in ABOVE:
        features = {*layers(app), "partials"}
        for folder in (ROOT / "templates" / app, ROOT / "tests" / app):
            found = {one.name for one in folder.iterdir() if one.is_dir()}
            assert found - {"__pycache__"} <= features, folder
    site = {one.parent.name for one in (ROOT / "kls_portal").glob("*/__init__.py")}
    tested = {one.parent.name for one in (ROOT / "tests").glob("*/test_*.py")}
    assert site - tested == {"management", "templatetags"}


def test_a_view_draws_the_templates_of_its_feature_or_of_one_below():
    """A template includes and extends those alone, too, and one of the site none of an app."""
    drawn = re.compile(r'"((?:guidance|vacancies)/[\w/]+\.html)"')
    seen, wrong = 0, []
    for app in ABOVE:
        order = layers(app)
        homes = (ROOT / app, ROOT / "templates" / app)
        files = [(home, file) for home in homes for file in home.rglob("*")]
        for home, file in [one for one in files if one[1].suffix in (".py", ".html")]:
            feature = file.relative_to(home).parts[0].removesuffix(".py")
            for template in drawn.findall(file.read_text(encoding="utf-8")):
                (of, owner), seen = template.split("/")[:2], seen + 1
                points_up = feature in order and order.index(owner) < order.index(feature)
                if of != app or points_up:
                    wrong.append(f"{file.relative_to(ROOT)}: {template}")
    of_apps = ("admin", *ABOVE)
    for file in (ROOT / "templates").rglob("*.html"):
        if file.relative_to(ROOT / "templates").parts[0] not in of_apps:
            wrong += drawn.findall(file.read_text(encoding="utf-8"))
    assert seen > 200
    assert wrong == []


def test_the_readme_is_of_today():
    words = README.read_text(encoding="utf-8")
    assert words == written(words), "python -m tests.project.house"


def test_every_data_file_script_and_style_says_what_it_holds():
    assert [line for line in holdings().splitlines() if len(line.partition(": ")[2]) < 15] == []


def test_a_circle_would_be_found():
    assert floors({"a": {"b"}, "b": set()}) == {"b": 0, "a": 1}
    with pytest.raises(ValueError, match="a → b → a"):
        floors({"a": {"b"}, "b": {"a"}})


LONGEST_MODULE = 300
# What the code called things before it took the words of the field; GLOSSARY.md has those.
OLD_WORDS = re.compile(
    r"\b(?:echo\w*|papers?(?!=yes)|Paper|PAPERS|careful\w*|kept_words|speak_plainly|lacks|leaver_\w+|set_aside"
    r"|put_aside|lay_out|take_up|taken_up|take_over|take_in|twin_of\w*|SeenMixin|OnceField"
    r"|Thread(?=\[|\))|note_change|keep_until_published|readers_see_changes|one_at_a_time|leads_back"
    r"|says_what_\w+|saves_as_typed|let_editors_keep|send_letter|write_letter)(?=\s*=[^=]|\()"
    r"|(?<=class )\w*(?:Careful|Echo|KeepWords|KeptWords|Leaver|Meanwhile|Mend|Once|Paper|Seen"
    r"|SetAside|SideDoor)\w*"
)
# These say that there is something, and not what.
VAGUE_WORDS = re.compile(
    r"\b(?:acted|fate|told|inner|wanted)(?=\s*=[^=]|\()"
    r"|(?<=for )(?:found|shown|there)(?= in)"
    r"|\b(?:found|shown|there)(?=(?:: \S+)? (?::=|[+|]?=[^=]))"
)


def modules(*folders: str) -> dict[str, str]:
    """Return the text of every module in these folders but migrations, by its path."""
    found = (one for folder in folders for one in (ROOT / folder).rglob("*.py"))
    return {
        str(one.relative_to(ROOT)): one.read_text(encoding="utf-8")
        for one in found
        if "migrations" not in one.parts
    }


def product() -> dict[str, str]:
    """Return the text of every module of the product but migrations, by its path."""
    return modules("kls_portal", *ABOVE)


def test_a_module_is_no_longer_than_can_be_read_at_once():
    long = [name for name, text in product().items() if text.count("\n") > LONGEST_MODULE]
    assert long == []


def test_the_code_and_its_tests_use_the_words_of_the_field():
    texts = {**product(), **modules("tests")}
    assert {name: old for name, text in texts.items() if (old := OLD_WORDS.findall(text))} == {}


def test_the_product_has_no_vague_names():
    """In a test, which is short, `found` beside what is expected says enough."""
    texts = product()
    assert {name: old for name, text in texts.items() if (old := VAGUE_WORDS.findall(text))} == {}


def test_what_asks_a_question_of_a_file_changes_nothing():
    """A method that sets something is named after what it does, even if it says whether it did."""
    asks = re.compile(r"_?(?:is|has|may|can|names|says|runs|begins|closes|stands|inside)_")
    found = [
        f"{name}: {function.name}"
        for name, text in modules("vacancies/reading").items()
        for function in ast.walk(ast.parse(text))
        if isinstance(function, ast.FunctionDef) and asks.match(function.name)
        for one in ast.walk(function)
        if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store)
    ]
    assert found == []


def test_no_private_name_stands_for_a_dozen_things():
    defined = re.compile(r"^ *def (_(?!_)\w+)", re.M)
    names = Counter(name for text in product().values() for name in set(defined.findall(text)))
    assert [name for name, number in names.items() if number > 5] == []


def test_no_file_of_tests_imports_from_another():
    """What several need stands in a conftest, or in a module of its own beside them."""
    imports = re.compile(r"^\s*(?:from|import) [\w.]*\.test_\w+", re.M)
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert [one.name for one in files if imports.search(one.read_text(encoding="utf-8"))] == []
