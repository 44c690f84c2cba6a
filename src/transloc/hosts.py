"""Names and addresses of machines."""

import ipaddress


def alone(host: str) -> bool:
    """Tell whether ``host``, a name or an IP address, is this machine, which no other reaches by it."""
    return ipaddress.ip_address(host).is_loopback if is_ip(host) else host == "localhost"


def is_ip(host: str) -> bool:
    """Tell whether ``host`` is an IP address, not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
