"""Every workflow file that we hand out, in every form, into one folder.

    python tests/workflow_files.py OUT

Their scripts lie beside them, as files of their own, for shellcheck. Of the
GitLab scripts each starts as the runner starts it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("GRADER_NO_BOOTSTRAP", "1")

from workflow_steps import scripts  # noqa: E402

from grader.author.edition.servers import SERVERS, with_source  # noqa: E402
from grader.author.edition.tree import FILES  # noqa: E402

SOURCE = "teacher/course-2026@" + "0123456789" * 4
COLLECT = ".github/workflows/collect.yml"


def workflow_files() -> dict[str, str]:
    """`form/path` -> the text of each workflow file."""
    found = {"teacher/" + COLLECT: (ROOT / "docs/ci/collect.yml").read_text(
        encoding="utf-8")}
    for form, source in (("open", ""), ("pinned", SOURCE)):
        for name, template in SERVERS.items():
            text = Path(FILES, template).read_text(encoding="utf-8")
            found[f"{form}/{name}"] = with_source(name, text, source)
    return found


def write_all(out: Path) -> None:
    """The files and their scripts."""
    for name, text in workflow_files().items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for number, script in enumerate(scripts(text)):
            path.with_name(f"{path.name}-{number}.sh").write_text(
                "#!/usr/bin/env bash\nset -eo pipefail\n" + script,
                encoding="utf-8")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
