"""The rules of the game: pure Python, no I/O, no Qt, no words of any one language.

Money is whole EUR cents (``int``), time is whole minutes since the scenario's first
scene, probabilities are exact fractions.
"""
