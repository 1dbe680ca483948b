"""This computer's addresses in its networks, found without sending anything."""

from __future__ import annotations

import ipaddress
import re
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass

_SIOCGIFADDR = 0x8915 if sys.platform.startswith("linux") else 0xC0206921
_VIRTUAL = re.compile(
    r"docker|veth|virbr|vmnet|vboxnet|br-|tun|tap|utun|wg|zt|tailscale|ifb|awdl|llw|bridge",
    re.IGNORECASE,
)
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Interface:
    """An address that phones may reach. ``name`` is the system's, empty where it tells none.

    ``main``: the way to the rest of the world goes over it. ``virtual``: a VPN, a virtual
    machine's network or the like. ``unconfigured``: no router has given it an address.
    """

    address: str
    name: str = ""
    main: bool = False
    virtual: bool = False
    unconfigured: bool = False

    @property
    def loopback(self) -> bool:
        """Only this computer itself."""
        return self.address.startswith("127.")


def interfaces() -> tuple[Interface, ...]:
    """All addresses, the likeliest for a workshop first, this computer alone last."""
    main = _main_address()
    found: dict[str, Interface] = {}
    for name, address in [*_named(), ("", main or ""), *(("", a) for a in _of_host_name())]:
        if address and address not in found:
            found[address] = Interface(
                address,
                name,
                address == main,
                bool(_VIRTUAL.match(name)),
                ipaddress.ip_address(address).is_link_local,
            )
    found.setdefault(LOOPBACK, Interface(LOOPBACK))
    return tuple(sorted(found.values(), key=_rank))


def _rank(interface: Interface) -> tuple[bool, bool, bool, bool, str]:
    return (
        interface.loopback,
        interface.unconfigured,
        interface.virtual,
        not interface.main,
        interface.address,
    )


def _main_address() -> str | None:
    """The address that the way out starts from; a UDP socket "connects" without a packet."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe, suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return None


def _of_host_name() -> list[str]:
    with suppress(OSError, UnicodeError):
        return socket.gethostbyname_ex(socket.gethostname())[2]
    return []


def _named() -> Iterator[tuple[str, str]]:
    """Names and IPv4 addresses, where the system answers such questions."""
    if sys.platform == "win32":
        return
    import fcntl

    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        for _, name in socket.if_nameindex():
            question = struct.pack("256s", name.encode()[:15])
            with suppress(OSError):
                answer = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, question)
                yield name, socket.inet_ntoa(answer[20:24])
