"""What `taiyaku glossary` does with whole glossaries: one action a file."""

from tui.commands.command import Command

ALL_ACTIONS = tuple(
    Command(name, summary, package=__name__)
    for name, summary in (
        ("lint", "what in a glossary deserves a second look"),
        ("extract", "the terms that translations suggest, best first"),
        ("convert", "write a glossary in the format of another tool"),
        ("merge", "join two glossaries that grew from one; exit code 1 on conflicts"),
        ("diff", "what differs between two glossaries; exit code 1 if anything"),
        ("stats", "how large glossaries are and what they say"),
        ("sync", "bring a glossary to DeepL; says what it would do first"),
    )
)
