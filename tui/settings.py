"""What a person has set: flags, then environment, then `taiyaku.toml`, then the user's own file,
then what they chose in the command list.

glossary = ["names.csv"]        # paths from the folder of the file itself
names = true                    # the bundled names
select = ["default", "unknown-name"]   # checks, or a profile: strict, default, quiet
ignore = ["variant-rendering"]
findings-as-notes = true        # an XLIFF file that is written gets what is still open
exempt = ["3f2a91c04d"]         # units that are not judged, as findings name them
fail-on = "major"
pairs = ["src/{name}.txt", "mt/{name}.txt"]   # documents of a folder that belong together
workspace = "reviews.db"
formality = "more"              # of DeepL's Japanese: default, more (です・ます), less (だ・である)
model = "quality"               # of DeepL: quality, latency
glossary-name = "taiyaku"       # what the glossary is called at DeepL
ca-bundle = "company.pem"       # certificates of a company's proxy
theme = "light"                 # dark, light, high-contrast, no-colour, ansi-dark, ansi-light
language = "ja"                 # of the screens: en, ja; else as the environment says
[severity]                      # of all findings of a check
missing-rendering = "minor"
[keys]                          # of the review, by the names of its commands
apply = ["x", "f4"]
editor.insert-term = "f9"       # other screens: editor, glossary, candidates, batch
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import BadContent, UnreadableFile
from corpus.told import reason, told
from glossary.finding import Severity
from tui.choices import choices_file
from tui.keymap import THEMES, fault
from tui.language import LANGUAGES

if TYPE_CHECKING:
    from argparse import Namespace

FILE = "taiyaku.toml"
WORKSPACE = Path(".taiyaku") / "workspace.db"
FORMALITIES = ("default", "more", "less")
MODELS = ("quality", "latency")
_CHOICES = {
    "theme": THEMES,
    "formality": FORMALITIES,
    "model": MODELS,
    "language": tuple(LANGUAGES),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may be set, with what holds when nothing is."""

    glossary: tuple[str, ...] = ()
    names: bool = True
    select: tuple[str, ...] = ()
    """Only these checks, or those of a profile; empty: the profile `default`."""
    ignore: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    """Ids of units in which nothing is reported."""
    findings_as_notes: bool = False
    """Whether a file that can hold notes gets the open findings when a review writes it."""
    fail_on: Severity = Severity.MINOR
    severity: tuple[tuple[str, Severity], ...] = ()
    """By the name of a check, how grave its findings are, whatever it says itself."""
    pairs: tuple[str, ...] = ()
    """The pattern of the English and of the Japanese names; empty: the usual ones."""
    workspace: Path | None = None
    """None: the one that `workspace_path` finds."""
    formality: str = FORMALITIES[0]
    model: str = MODELS[0]
    glossary_name: str = "taiyaku"
    ca_bundle: Path | None = None
    """None: the certificates of the client."""
    theme: str = THEMES[0]
    language: str = ""
    """One of `tui.language.LANGUAGES`; empty: that of the environment."""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Keys of the review that differ from the key map, by command (`tui.keymap.Keys`)."""


def settings(options: Namespace) -> Settings:
    """The settings for one command line; options that a command does not have are left alone."""
    values: dict[str, Any] = {}
    for file in (choices_file(), _user_file(), _found_upwards(Path(FILE))):
        if file is not None and file.is_file():
            values |= _read(file)
    if path := os.environ.get("TAIYAKU_WORKSPACE"):
        values["workspace"] = Path(path)
    for name in Settings.__dataclass_fields__:
        given = getattr(options, name, None)
        if given is not None:
            values[name] = Severity(given) if name == "fail_on" else given
        if isinstance(values.get(name), list):  # as argparse gives them
            values[name] = tuple(values[name])
    return Settings(**values)


def workspace_path(chosen: Settings) -> Path:
    """Where edits and decisions are kept; the file need not exist."""
    if chosen.workspace is not None:
        return chosen.workspace
    if found := _found_upwards(WORKSPACE):
        return found
    from platformdirs import user_data_path

    return user_data_path("taiyaku", appauthor=False) / "workspace.db"


def _user_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("taiyaku", appauthor=False) / FILE


def _found_upwards(name: Path) -> Path | None:
    here = Path.cwd()
    return next((p / name for p in (here, *here.parents) if (p / name).is_file()), None)


def _read(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFile(
            told("{}: {}", file, reason(error)), "check its permissions"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadContent(told("{}: {}", file, error), "it must be TOML in UTF-8") from error
    return {_field(file, key): _value(file, key, value) for key, value in table.items()}


def _field(file: Path, key: str) -> str:
    known = [f.replace("_", "-") for f in Settings.__dataclass_fields__]
    if key in known:
        return key.replace("-", "_")
    from difflib import get_close_matches  # here, since few settings are misspelt

    meant = get_close_matches(key.lower().replace("_", "-"), known, 1)
    raise BadContent(
        told("{}: there is no setting {!r}", file, key),
        told("did you mean {}?", meant[0]) if meant else told("known are {}", ", ".join(known)),
    )


def _value(file: Path, key: str, value: object) -> object:
    """The value in the type of its field; paths count from the folder of the file."""
    match key:
        case "names" | "findings-as-notes" if isinstance(value, bool):
            return value
        case "fail-on" if value in list(Severity):
            return Severity(str(value))
        case "workspace" | "ca-bundle" if isinstance(value, str):
            return file.parent / value
        case "glossary" if _is_strings(value):
            return tuple(str(file.parent / v) for v in value)  # type: ignore[attr-defined]
        case "theme" | "formality" | "model" | "language" if value in _CHOICES[key]:
            return value
        case "glossary-name" if value and isinstance(value, str):
            return value
        case "severity" if isinstance(value, dict):
            return _severities(file, value)
        case "keys" if isinstance(value, dict):
            return _keys(file, value)
        case "select" | "ignore" | "exempt" | "pairs" if _is_strings(value):
            return tuple(value)  # type: ignore[arg-type]
    raise BadContent(
        told("{}: {} cannot be {}", file, key, repr(value)), "see the settings in the README"
    )


def _severities(file: Path, table: dict[str, object]) -> tuple[tuple[str, Severity], ...]:
    for check, severity in table.items():
        if severity not in list(Severity):
            known = ", ".join(Severity)
            raise BadContent(
                told("{}: {} cannot be {}", file, check, repr(severity)),
                told("severities are {}", known),
            )
    return tuple((check, Severity(str(severity))) for check, severity in table.items())


def _is_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _keys(file: Path, table: dict[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The keys by command; `editor` and other screens have tables of their own."""
    flat: dict[str, object] = {}
    for name, keys in table.items():
        inside = keys if isinstance(keys, dict) else None
        flat |= {name: keys} if inside is None else {f"{name}.{n}": k for n, k in inside.items()}
    found: dict[str, tuple[str, ...]] = {}
    for name, keys in flat.items():
        listed = [keys] if isinstance(keys, str) else keys
        if not _is_strings(listed):
            raise BadContent(
                told("{}: {} cannot be {}", file, name, repr(keys)), 'keys look like ["x", "f4"]'
            )
        found[name] = tuple(listed)  # type: ignore[arg-type]
    if said := fault(found):
        raise BadContent(told("{}: {}", file, said), "the README lists all commands under Keys")
    return tuple(found.items())
