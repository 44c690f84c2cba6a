"""Where the links of a converted article lead: to what its neighbours are called in the same kind."""

from collections.abc import Mapping
from dataclasses import replace

from transloc.formats.convert.values import Content


def led(content: Content, addresses: Mapping[str, str]) -> Content:
    """Return ``content`` with the links among ``addresses``, as written, led to their values."""
    blocks = tuple(replace(block, html=_led(block.html, addresses)) for block in content.blocks)
    return replace(content, body=_led(content.body, addresses), blocks=blocks)


def _led(html: str, addresses: Mapping[str, str]) -> str:
    from turbohtml import parse_fragment

    if "<a " not in html:
        return html
    root = parse_fragment(html, positions=False)
    root.rewrite_links(addresses.get)
    return root.inner_html
