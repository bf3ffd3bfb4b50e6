"""Fitted weights of the beads' scores; made by `tests/bench/fit_alignment.py`."""

from __future__ import annotations

FITTED = {
    "figure rarity": 0.798,
    "figure shared": 0.292,
    "figure only source": -0.055,
    "figure only target": -0.716,
    "small rarity": 0.722,
    "small shared": 0.061,
    "small only source": 0.110,
    "small only target": -0.660,
    "latin rarity": 0.471,
    "latin shared": 0.233,
    "latin only source": -0.583,
    "latin only target": -0.521,
    "sound rarity": 0.459,
    "sound shared": -0.067,
    "sound only source": 0.063,
    "sound only target": -0.420,
    "word rarity": 0.544,
    "word shared": 0.282,
    "word only source": -0.201,
    "word only target": -0.076,
    "mark rarity": 0.619,
    "mark shared": 0.072,
    "mark only source": -0.072,
    "mark only target": -0.350,
    "one length surprise": -0.902,
    "one length distance": -0.025,
    "many length surprise": -1.818,
    "many length distance": -0.412,
    "one sentence count": -1.295,
    "many sentence count": -1.351,
    "source join": 0.244,
    "target join": 0.911,
    "one side ends": -0.060,
    "no side ends": 0.731,
    "bead 1-1": 2.576,
    "bead 1-2": 1.320,
    "bead 2-1": 1.611,
    "bead 2-2": -2.069,
    "bead 1-3": -0.256,
    "bead 3-1": -0.380,
    "source alone": -1.585,
    "target alone": -1.542,
    "source alone size": 0.485,
    "target alone size": 0.656,
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
