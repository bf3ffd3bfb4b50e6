"""Writes docs/report.png, the beginning of the HTML report on the sample. Needs Chromium.

uv run python docs/report_picture.py
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.cli import main
from tui.sample import sample

PICTURE = Path(__file__).with_name("report.png")
SIZE = (1100, 1000)


def run() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("no Chromium here")
    with TemporaryDirectory() as folder:
        for file in sample():
            shutil.copy(file, folder)
        texts = [str(Path(folder) / name) for name in ("en.txt", "ja.txt", "report.html", "w.db")]
        source, target, report, workspace = texts
        main(["check", source, target, "--workspace", workspace, "--format", "html", "-o", report])
        page = Path(report)
        page.write_text(page.read_text("utf-8").replace(f"{folder}/", ""), "utf-8")
        size = ",".join(map(str, SIZE))
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={size}"]
        command = [chromium, *options, f"--screenshot={PICTURE}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    run()
