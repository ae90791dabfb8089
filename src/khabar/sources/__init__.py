"""Knowledge of outlets, agencies and official bodies: who they are, what they are called in each script, whose they are.

    data/media/*.toml       outlets and agencies, one table each
    data/official/*.toml    ministries, armies, courts, international organisations
    data/roles.toml         what a ministry or an army is called in each language, to be joined with a country

To add one, add a table (see README.md beside this file); the contract tests find it.
"""

from __future__ import annotations

from khabar.sources.catalogue import Source, all_sources, get
from khabar.sources.lookup import Found, by_domain, by_masthead, by_name, find_names

__all__ = ["Found", "Source", "all_sources", "by_domain", "by_masthead", "by_name", "find_names", "get"]
