"""What can be wrong with terms (see `corpus.errors` for the whole tree).

TaiyakuError
└── BadTerm             a row of a term file that cannot be used; names file and line
"""

from corpus.errors import TaiyakuError


class BadTerm(TaiyakuError):
    """A row of a term file is broken, contradicts itself or fails its own specs."""
