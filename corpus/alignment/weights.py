"""Fitted weights of the beads' scores; made by `tests/bench/fit_alignment.py`."""

from __future__ import annotations

FITTED = {
    "figure rarity": 0.802,
    "figure shared": 0.299,
    "figure only source": -0.105,
    "figure only target": -0.931,
    "small rarity": 0.745,
    "small shared": 0.201,
    "small only source": 0.076,
    "small only target": -0.601,
    "latin rarity": 0.618,
    "latin shared": 0.303,
    "latin only source": -0.575,
    "latin only target": -0.454,
    "sound rarity": 0.452,
    "sound shared": -0.070,
    "sound only source": 0.089,
    "sound only target": -0.412,
    "word rarity": 0.645,
    "word shared": 0.131,
    "word only source": -0.237,
    "word only target": -0.167,
    "mark rarity": 0.727,
    "mark shared": 0.244,
    "mark only source": -0.144,
    "mark only target": -0.496,
    "one length surprise": -0.739,
    "one length distance": -0.154,
    "many length surprise": -1.646,
    "many length distance": -0.434,
    "one sentence count": -1.333,
    "many sentence count": -1.448,
    "source join": 0.175,
    "target join": 0.880,
    "one side ends": -0.173,
    "no side ends": 0.717,
    "bead 1-1": 2.632,
    "bead 1-2": 1.277,
    "bead 2-1": 1.945,
    "bead 2-2": -2.098,
    "bead 1-3": -0.293,
    "bead 3-1": -0.476,
    "source alone": -1.883,
    "target alone": -1.580,
    "source alone size": 0.361,
    "target alone size": 0.535,
}
"""By maximum likelihood over Kyoto and NTREX articles with rearranged paragraphs."""

_SET_BY_HAND = {
    # Names handed in are as telling as names kept in Latin letters.
    "name rarity": FITTED["latin rarity"],
    "name shared": FITTED["latin shared"],
    "name only source": 0.0,
    "name only target": 0.0,
    # A heading printed twice has one counterpart; no fitting text has any.
    "repeated": 4.0,
}

WEIGHTS = FITTED | _SET_BY_HAND
"""All weights by name."""
