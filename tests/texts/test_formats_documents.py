"""Plain text files: encodings, refusals, and corrections that touch nothing else."""

from __future__ import annotations

import contextlib
import io
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import Span
from corpus.errors import UnreadableFile, UnwritableFile
from corpus.formats import DOCUMENT_FORMATS, bitext_format, document_format
from corpus.formats.files import (
    decode,
    encode,
    keep_original,
    lines,
    read_bytes,
    write_atomically,
)

JAPANESE = "両国は港湾の安全について協議した。\r\n\r\n①次回は、横浜で開く。\r\n"
ENGLISH = "The two countries met – in the “old” café.\n\nThey meet again.\n"


@pytest.fixture
def write(tmp_path: Path):
    def put(data: bytes, name: str = "text.txt") -> str:
        path = tmp_path / name
        path.write_bytes(data)
        return str(path)

    return put


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (JAPANESE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + JAPANESE.encode(), "utf-8-sig"),
        (b"\xff\xfe" + JAPANESE.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + JAPANESE.encode("utf-16-be"), "utf-16-be"),
        (JAPANESE.encode("cp932"), "cp932"),
        (JAPANESE.replace("①", "一").encode("euc_jp"), "euc_jp"),
        (ENGLISH.encode("cp1252"), "cp1252"),
    ],
)
def test_common_encodings_are_recognised_and_kept(write, data: bytes, codec: str) -> None:
    path = write(data)
    document = document_format(path).read(path)
    assert document.encoding == codec
    assert len(document.segments) == 2
    assert document_format(path).corrected(document, []) == data
    changed = document_format(path).corrected(document, [(document.segments[0].span, "port")])
    assert changed == encode("port" + document.text[document.segments[0].span.end :], codec, path)


@pytest.mark.parametrize(
    "table",
    [
        "source,target\r\nMitsui E&S,三井造船\r\n",
        "英語,日本語\r\nhypersonic weapon,極超音速兵器\r\nRain,雨\r\n",
        "source,target\r\nItem 1,① ㈱三井\r\nWave,～\r\n",
    ],
)
def test_a_small_table_without_kana_is_known_as_japanese(write, table: str) -> None:
    data = table.encode("cp932")
    assert decode(data, "x") == (table, "cp932")
    path = write(data, "table.csv")
    found = bitext_format(path)
    assert found is not None
    last = found.read(path).units[-1]
    changed = found.corrected(path, {(last.document, last.id): "浪"})
    assert changed == table.replace(last.target, "浪").encode("cp932")


@given(
    st.lists(
        st.sampled_from(["It’s", "café", "“so”", "plain", "naïve", "– and", "words"]), min_size=9
    )
)
def test_english_in_a_western_encoding_is_never_taken_for_japanese(words: list[str]) -> None:
    data = " ".join(words).encode("cp1252")
    with contextlib.suppress(UnreadableFile):
        assert decode(data, "x")[1] in ("utf-8", "cp1252")


def test_a_correction_keeps_the_users_own_bytes_elsewhere(write) -> None:
    # CP932 has two codes for 「∵」; Python writes the other one.
    data = "港湾。\r\n".encode("cp932") + b"\x87\x9a\r\n" + "道路、鉄道。".encode("cp932")
    path = write(data)
    document = document_format(path).read(path)
    last = document.segments[-1].span
    changed = document_format(path).corrected(document, [(Span(last.start, last.start + 2), "橋")])
    assert changed == data.replace("道路".encode("cp932"), "橋".encode("cp932"))


def test_a_character_the_encoding_lacks_is_refused_by_name(write) -> None:
    path = write(JAPANESE.encode("cp932"))
    document = document_format(path).read(path)
    with pytest.raises(UnwritableFile, match=r"U\+1F6A2") as caught:
        document_format(path).corrected(document, [(Span(0, 2), "🚢")])
    assert "UTF-8" in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t\n",
        b"PK\x03\x04\x14\x00\x00\x00" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"plain\x07bell",
        b"\xff\xfeodd",
        b"\xef\xbb\xbf\xff\xff",
        bytes(range(128, 256)) * 3,
    ],
)
def test_what_is_no_text_is_refused(write, data: bytes) -> None:
    path = write(data)
    with pytest.raises(UnreadableFile) as caught:
        document_format(path).read(path)
    assert path in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_missing_files_folders_and_giants_are_refused(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 101)
    for path in (tmp_path, tmp_path / "none.txt", tmp_path / "big.txt", "\x00"):
        with pytest.raises(UnreadableFile):
            read_bytes(path, 100)
    assert read_bytes(tmp_path / "big.txt", 101) == b"x" * 101


def test_unknown_endings_are_refused_with_the_known_ones() -> None:
    with pytest.raises(UnreadableFile) as caught:
        document_format("statement.docm")
    assert ".txt" in caught.value.hint


def test_every_document_format_has_an_ending_of_its_own() -> None:
    endings = [e for known in DOCUMENT_FORMATS for e in known.endings]
    assert len(set(endings)) == len(endings)


@given(st.binary(max_size=60))
@settings(max_examples=100)
def test_any_bytes_are_refused_or_written_back_unchanged(data: bytes) -> None:
    try:
        text, codec = decode(data, "x")
    except UnreadableFile:
        return
    # Only CP932 has characters with two codes; `corrected` takes care of those.
    assert encode(text, codec, "x") == data or codec == "cp932"


def test_writing_replaces_the_whole_file_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.txt", "out.txt"]


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "none" / "out.txt", tmp_path / "folder"):
        with pytest.raises(UnwritableFile):
            write_atomically(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_what_a_killed_process_left_half_written_goes_the_next_day(tmp_path: Path) -> None:
    yesterday, now = tmp_path / ".out.txt.a.part", tmp_path / ".out.txt.b.part"
    for part in (yesterday, now):
        part.write_bytes(b"half")
    os.utime(yesterday, (0, 0))
    write_atomically(tmp_path / "out.txt", b"new")
    assert sorted(p.name for p in tmp_path.iterdir()) == [now.name, "out.txt"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomically(Path(os.devnull), b"new")
    assert Path(os.devnull).is_char_device()


def test_the_first_original_is_kept_with_its_rights(tmp_path: Path) -> None:
    path, kept = tmp_path / "ja.txt", tmp_path / "ja.txt.bak"
    path.write_bytes(b"as it came")
    path.chmod(0o600)
    keep_original(path)
    assert (kept.read_bytes(), stat.S_IMODE(kept.stat().st_mode)) == (b"as it came", 0o600)
    path.write_bytes(b"corrected")
    keep_original(path)
    assert kept.read_bytes() == b"as it came"


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * 101)))
    with pytest.raises(UnreadableFile, match="standard input is larger"):
        read_bytes("-", 100)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * 100)))
    assert read_bytes("-", 100) == b"x" * 100


def test_a_stream_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot read"):
        list(lines(str(tmp_path)))


def test_a_text_that_vanished_is_written_as_it_was_read(write) -> None:
    path = write("港が開く。\n".encode("cp932"))
    document = document_format(path).read(path)
    Path(path).unlink()
    made = document_format(path).corrected(document, [(Span(0, 1), "駅")])
    assert made == "駅が開く。\n".encode("cp932")


@pytest.mark.parametrize("name", ["text.txt", "text.md", "text.srt"])
def test_a_text_keeps_the_encoding_in_which_it_was_opened(write, name: str) -> None:
    start = "1\n00:00:01,000 --> 00:00:02,000\n" if name.endswith("srt") else ""
    text = f"{start}港が開く。\n"
    path = write(text.encode("cp932"), name)
    document = document_format(path).read(path)
    write(text.encode(), name)
    at = document.text.index("港")
    made = document_format(path).corrected(document, [(Span(at, at + 1), "駅")])
    assert made == text.replace("港", "駅").encode("cp932")
