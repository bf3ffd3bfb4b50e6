"""All commands, in the order of the help text. A new one is a file and a line here."""

from tui.commands.command import Command

ALL_COMMANDS = (
    Command("review", "read both texts side by side, mend and save"),
    Command("serve", "the same app in a browser, on this machine"),
    Command("check", "report what looks wrong in translations"),
    Command("align", "say which paragraphs answer each other"),
    Command("convert", "write a bitext in another format"),
    Command("table", "both texts side by side in a Word file, with findings"),
    Command("glossary", "look terms up, and look glossaries over"),
    Command("memory", "the corrections of all reviews, to and from TMX"),
    Command("translate", "translate with DeepL; the price first, nothing twice"),
    Command("usage", "say how much of your DeepL quota is used"),
    Command("demo", "try the DeepL loop without a key, on this machine"),
    Command("score", "chrF, BLEU and TER of a machine text against its correction, and the effort"),
    Command("changes", "what was corrected: as CSV, TMX, or a page"),
    Command("compare", "versions of one translation: where they differ, and who is right"),
    Command("screenshot", "a picture of the review, as SVG"),
    Command("doctor", "say what of this machine matters to taiyaku"),
    Command("completion", "print what completes commands in your shell"),
)
