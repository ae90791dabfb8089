"""Imported once by the process of which workers are copies: the stages, and the knowledge that every page needs."""

import gc

from khabar.engine import analyse as analyse
from khabar.engine import story_work as story_work
from khabar.flow import clean as clean
from khabar.flow import describe as describe
from khabar.names.forms import SCRIPTS
from khabar.names.index import automaton, trie

for script in SCRIPTS:
    if script != "Hani":
        trie(script)
automaton()

# What stands by now stays: the collector need not walk over it again for every page, nor as often.
gc.set_threshold(20_000, 20, 50)
gc.freeze()
