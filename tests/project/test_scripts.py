"""Our own JavaScript, in a page in memory: tests/scripts/."""

import subprocess

from django.conf import settings

from tests.each import each
from tests.node import node

SCRIPTS = settings.BASE_DIR / "tests" / "scripts"


@each("script", sorted(path.name for path in SCRIPTS.glob("*.test.mjs")))
def test_a_script_keeps_its_promises(script):
    run = [node(), "--test", "--test-reporter=spec", str(SCRIPTS / script)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_each_script_of_ours_is_tested_here_or_in_the_browser():
    ours = {path.name for path in (settings.BASE_DIR / "static" / "js").glob("*.js")}
    here = {path.name.replace(".test.mjs", ".js") for path in SCRIPTS.glob("*.test.mjs")}
    assert here < ours
