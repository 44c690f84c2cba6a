"""Names and addresses of machines."""

import ipaddress


def alone(host: str) -> bool:
    """Tell whether ``host``, a name or an IP address, is this machine, which no other reaches by it."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
