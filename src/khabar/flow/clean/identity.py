"""What makes two pages the same article: a canonical address and a fingerprint of the text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from khabar.languages import fold

_TRACKING = re.compile(
    r"^(?:utm_.*|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|cmpid|cmp|ocid|ref|ref_src|referrer|spm|src|source|from|share|shared|"
    r"sharetype|feature|at_.*|xtor|ns_.*|wt\.?_?.*|_ga|_gl|taid|sr_share|smid|partner|output|amp|outputtype|isamp|__twitter_impression|"
    r"emci|emdi|ceid|campaign.*|itm_.*|pk_.*|mtm_.*|vero_.*|hsctatracking|s_cid|ito|rss|feed|print|mobile|m)$",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp|touch|wap|mobi)\.(?=[^.]+\.[^.]+)")
_AMP_PATH = re.compile(r"(?:/amp(?:/index\.html?)?|\.amp(?:\.html?)?|/index\.(?:html?|php|aspx?))/?$", re.IGNORECASE)
_AMP_PREFIX = re.compile(r"^/amp/(?=.)", re.IGNORECASE)
_CACHE_HOST = re.compile(r"\.cdn\.ampproject\.org$")
_CACHE_PATH = re.compile(r"^/[acv]/(?:s/)?")


def canonical_url(url: str | None) -> str:
    """One spelling for all addresses of an article: https, no "www", "m" or "amp" host, no tracking parameters, fragment,
    default port or trailing slash; the other parameters sorted; "" where `url` is no web address.

    >>> canonical_url("http://www.example.org/a/b/?utm_source=x&id=7#top")
    'https://example.org/a/b?id=7'
    >>> canonical_url("https://m.example.org/a/amp/")
    'https://example.org/a'
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").rstrip(".").lower()
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    path = parts.path
    if _CACHE_HOST.search(host):
        inner = _CACHE_PATH.sub("", path)
        return canonical_url("https://" + inner + (f"?{parts.query}" if parts.query else ""))
    host = _MOBILE.sub("", _ascii(host))
    if port and port not in (80, 443):
        host = f"{host}:{port}"
    path = _AMP_PREFIX.sub("/", _AMP_PATH.sub("", path))
    path = quote(unquote(re.sub(r"/{2,}", "/", path), errors="replace").rstrip("/"), safe="/:@!$&'()*+,;=~-._%")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)))
    return f"https://{host}{path}" + (f"?{query}" if query else "")


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


_NOT_WORD = re.compile(r"[\W_]+")


def content_id(title: str, text: str) -> str:
    """Fingerprint of an article's text, 32 hexadecimal digits: letters and digits alone, folded, so that spacing,
    punctuation, quotation marks and the furniture around the text do not change it. The title counts only for texts too
    short to know by themselves, because sites edit titles for their fronts."""
    body = _NOT_WORD.sub("", fold(unicodedata.normalize("NFKC", text)))
    if len(body) < 200:
        body = _NOT_WORD.sub("", fold(unicodedata.normalize("NFKC", title))) + "|" + body
    return hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:32]


def article_id(url: str | None, content: str) -> str:
    """Id of an article, 16 hexadecimal digits: of its canonical address, or of its content where it has no address."""
    key = canonical_url(url) or content
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]
