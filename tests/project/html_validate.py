"""What html-validate says of pages."""

import subprocess
from pathlib import Path

from django.conf import settings

from tests.node import node

CLI = Path(settings.BASE_DIR) / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).with_name("html-validate.json")


def html_problems(folder: Path) -> str:
    """Return what is wrong with the HTML files of a folder, the end of it; "" for nothing."""
    done = subprocess.run(
        [node(), str(CLI), "--config", str(RULES), "--formatter", "text", f"{folder}/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr)[-3000:] if done.stdout or done.returncode else ""
