"""A template filled in, as one page that holds its own style and script. It alone knows jinja2.

Nothing of a text gets into a page unescaped, or with characters that would hide or turn round what
stands beside them; the templates need do nothing for it. Of style and script a browser runs only
what stands in this package, by its digest (Content-Security-Policy).
"""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from tui.display.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator


def page(template: str, **values: object) -> Iterator[str]:
    """The parts of the page that a file of `templates` makes of these values, in order."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("tui.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    style, script = (_file(name) for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    # Both files are our own: nothing in them comes from a text.
    own = {"style": Markup(style), "script": Markup(script)}  # noqa: S704
    yield from environment.get_template(template).generate(
        **values,
        **own,
        policy=policy,
        made=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        version=version("taiyaku"),
    )
    yield "\n"


def _shown(value: object) -> object:
    """What a template prints in place of a value, before it is escaped."""
    from markupsafe import Markup

    if isinstance(value, Markup):  # what a macro has made; pictures of characters are no markup
        return Markup(printable(str(value)))  # noqa: S704
    return printable(value) if isinstance(value, str) else value


def _file(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
