"""Which addresses may be asked. Private, loopback and link-local ones only where the user allows it."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from khabar.errors import Unreadable


def check_address(url: str, allow_private: bool = False) -> str:
    """The host of `url`, after it was seen to be public.

    Raises `Unreadable` for a scheme other than http(s), a host that cannot be found, or one whose address is private, loopback,
    link-local, multicast or reserved, unless `allow_private`.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unreadable(url, f"{url} is no http or https address.", "Give a full address.", "bad-address")
    if allow_private:
        return parts.hostname
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80), proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as problem:
        raise Unreadable(url, f"The host {parts.hostname} cannot be found ({problem}).", "Check the address and the network.", "no-host") from None
    for entry in found:
        address = ipaddress.ip_address(entry[4][0])
        if not address.is_global or address.is_multicast:
            raise Unreadable(
                url,
                f"{parts.hostname} has the private address {address}; it is not asked.",
                "Set private_addresses = true if you mean it.",
                "private-address",
            )
    return parts.hostname
