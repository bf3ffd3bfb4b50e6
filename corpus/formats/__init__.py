"""The file formats, by ending: documents, and bitexts that hold both sides."""

from pathlib import PurePath

from corpus.errors import UnreadableFile
from corpus.formats import (
    csv,
    docx,
    html,
    jsonl,
    markdown,
    parquet,
    pdf,
    plain,
    po,
    subtitles,
    tmx,
    tsv,
    xliff,
    xlsx,
)
from corpus.formats.format import BitextFormat, DocumentFormat
from corpus.told import told

DOCUMENT_FORMATS: tuple[DocumentFormat, ...] = (
    plain.FORMAT,
    markdown.FORMAT,
    html.FORMAT,
    docx.FORMAT,
    pdf.FORMAT,
    subtitles.FORMAT,
)
BITEXT_FORMATS: tuple[BitextFormat, ...] = (
    jsonl.FORMAT,
    tsv.FORMAT,
    csv.FORMAT,
    xlsx.FORMAT,
    tmx.FORMAT,
    parquet.FORMAT,
    xliff.FORMAT,
    po.FORMAT,
)


def document_format(path: str) -> DocumentFormat:
    """The format of a document by its ending; raises UnreadableFile for one that is unknown."""
    ending = PurePath(path).suffix.lower()
    for known in DOCUMENT_FORMATS:
        if ending in known.endings or not ending:
            return known
    endings = ", ".join(e for known in DOCUMENT_FORMATS for e in known.endings)
    raise UnreadableFile(
        told("{}: {} files cannot be read", path, ending), told("documents end in {}", endings)
    )


def bitext_format(path: str) -> BitextFormat | None:
    """The format of a bitext by its ending (JSON Lines for `-`), None if it is no bitext."""
    if path == "-":
        return jsonl.FORMAT
    ending = PurePath(path).suffix.lower()
    return next((known for known in BITEXT_FORMATS if ending in known.endings), None)
