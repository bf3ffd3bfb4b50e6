"""Small Word files, made by hand so that every part of them is known."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="r{number}" Type="{_TYPE}/{kind}" Target="{target}"/>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts(body: str, **others: str) -> dict[str, str | bytes]:
    """The parts of a Word file; `others` are the bodies of header, footnotes, endnotes, footer."""
    root = {"header": "hdr", "footer": "ftr"}
    relations = "".join(_relation(n, kind, f"{kind}.xml") for n, kind in enumerate(others))
    made = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(_relation(1, "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _RELATIONS.format(relations),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/media/picture.png": "\x89 not touched",
    }
    made |= {f"word/{k}.xml": _part(root.get(k, k), text) for k, text in others.items()}
    return dict(made)


def _part(root: str, content: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:{root} xmlns:w="{W}">{content}</w:{root}>'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of texts and of runs."""
    return f"<w:p>{properties}{''.join(r if '<' in r else run(r) for r in runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"
