"""One set of checks for every outlet, agency and body in the data files."""

from __future__ import annotations

import re
from collections import Counter

from khabar.languages.countries import countries
from khabar.languages.parts import read_toml
from khabar.sources import all_sources, by_domain, by_name
from khabar.sources.catalogue import DATA

TYPES = {"agency", "state-agency", "state-media", "public-broadcaster", "broadcaster", "newspaper", "magazine", "online", "aggregator", "party", "armed-group",
         "monitor", "photo", "press-release", "official", "official-military", "official-health", "official-disaster", "official-statement", "official-statistics"}  # fmt: skip


def test_no_source_stands_in_two_files() -> None:
    counted = Counter(key for path in DATA.glob("*/*.toml") for key, table in read_toml(path).items() if isinstance(table, dict))
    assert [key for key, n in counted.items() if n > 1] == []


def test_ids_types_and_countries() -> None:
    codes = {c.alpha2 for c in countries().values()}
    for source in all_sources().values():
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", source.id), source.id
        assert source.type in TYPES, source
        assert source.country is None or source.country in codes, source
        assert source.role is None or source.official, source


def test_names() -> None:
    for source in all_sources().values():
        names = [n for names in source.names.values() for n in names]
        assert names, source.id
        assert all(n == n.strip() and n for n in names), source
        assert set(source.ambiguous) <= set(names), source


def test_no_domain_belongs_to_two() -> None:
    counted = Counter(d.lower().removeprefix("www.") for s in all_sources().values() for d in s.domains)
    assert [d for d, n in counted.items() if n > 1] == []


def test_usual_names_and_domains_lead_back() -> None:
    lost = [s.id for s in all_sources().values() if s.domains and (found := by_domain(f"www.{s.domains[0]}")) is not None and found.id != s.id]
    assert lost == []
    named = [s for s in all_sources().values() if not s.official]
    wrong = [s.id for s in named if (found := by_name(s.name("en"))) is not None and found.id != s.id]
    assert len(wrong) < len(named) // 50, wrong


def test_sites_belong_to_bodies_that_can_be_made() -> None:
    sites = read_toml(DATA / "sites.toml")
    claimed = {d for s in all_sources().values() for d in s.domains}
    assert [d for d in sites if d in claimed] == []
    assert [d for d in sites if (found := by_domain(f"www.{d}")) is None or not found.official] == []
