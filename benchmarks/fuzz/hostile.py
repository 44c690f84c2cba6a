"""Documents made to hurt: each function returns one of a given ``size``, in bytes or in levels, as its name tells.

The tests take them at their full size and by name, the fuzzing at small ones and mixed with all else.
"""

from collections.abc import Callable, Mapping

HTML: Mapping[str, Callable[[int], str]] = {
    "nested tags": lambda size: "<div>" * size + "слово" + "</div>" * size,
    "nested inline tags": lambda size: f"<p>{'<b>' * size}слово{'</b>' * size}</p>",
    "nested tags of many names": lambda size: "".join(f"<x{at}>" for at in range(size)) + "слово",
    "nested lists": lambda size: "<ul><li>слово" * size,
    "nested tables": lambda size: "<table><tr><td>слово" * size,
    "nested templates": lambda size: "<template>" * size + "слово",
    "formatting that never closes": lambda size: "<p><b><i><a href=x>слово" * (size // 4),
    "formatting closed in the wrong order": lambda size: "<b><i>слово</b></i>" * (size // 4),
    "end tags alone": lambda size: "</p></b></div>слово" * size,
    "less-than signs": lambda size: "<" * size,
    "ampersands": lambda size: "&" * size,
    "references": lambda size: "&amp;&nbsp;&#x41;&#1111111111;&notit;" * (size // 40 + 1),
    "a long reference": lambda size: "&#" + "1" * size + ";слово",
    "attribute": lambda size: f'<p title="{"слово " * (size // 11)}">слово</p>',
    "attribute without its end": lambda size: f'<p title="{"слово " * (size // 11)}',
    "attributes": lambda size: f"<p {' '.join(f'a{at}=1' for at in range(size // 6))}>слово</p>",
    "the same attribute": lambda size: f"<p {'title=слово ' * (size // 14)}>слово</p>",
    "comments that never close": lambda size: "<!-- слово " * (size // 12),
    "comments": lambda size: "<!---->слово<!-->слово--><!--->" * (size // 30 + 1),
    "a script that never closes": lambda size: "<script>" + "слово <!-- <script> " * (size // 20),
    "doctypes": lambda size: "<!DOCTYPE html>" * (size // 15 + 1) + "слово",
    "character data": lambda size: "<svg><![CDATA[слово]]></svg><![CDATA[слово" * (size // 40 + 1),
    "spaces": lambda size: "<p>слово" + " \t\n" * (size // 3) + "слово</p>",
    "line breaks": lambda size: "<p>" + "слово<br>" * (size // 9) + "</p>",
    "one word": lambda size: f"<p>{'я' * (size // 2)}</p>",
    "JSON-LD nested": lambda size: f'<script type="application/ld+json">{"[" * size}{"]" * size}</script><p>слово',
    "JSON-LD deep": lambda size: "<script type='application/ld+json'>" + '{"a":' * size + '"слово"' + "}" * size + "</script>",
    "a charset that lies": lambda size: '<meta charset="utf-16"><meta charset=utf-7>' + "слово" * (size // 10),
    "nested quotes in attributes": lambda size: '<a title=\'"<b title="\'>слово</b>">' * (size // 30 + 1),
}

MARKDOWN: Mapping[str, Callable[[int], str]] = {
    "nested lists": lambda size: "".join(f"{'  ' * min(at, 200)}- слово\n" for at in range(size)),
    "nested lists on one line": lambda size: "- " * size + "слово",
    "nested quotes": lambda size: "> " * size + "слово",
    "nested quotes without spaces": lambda size: ">" * size + "слово\nслово\n",
    "quotes and lists in turn": lambda size: "> - " * size + "слово",
    "nested emphasis": lambda size: "*" * size + "слово" + "*" * size,
    "emphasis in turn": lambda size: "*_" * (size // 2) + "слово" + "_*" * (size // 2),
    "emphasis that never closes": lambda size: "*слово " * (size // 12) + "**слово _" * 9,
    "square brackets": lambda size: "[" * size,
    "square brackets closed": lambda size: "[" * (size // 2) + "слово" + "]" * (size // 2),
    "links in links": lambda size: "[слово](" * (size // 13),
    "images in images": lambda size: "![" * (size // 4) + "слово" + "](a)" * (size // 4),
    "references without a definition": lambda size: "[слово][мітка] " * (size // 26),
    "definitions": lambda size: "".join(f"[м{at}]: /a 'слово'\n" for at in range(size // 24)),
    "footnotes": lambda size: "".join(f"слово[^{at}]\n\n[^{at}]: слово\n\n" for at in range(size // 36)),
    "backticks": lambda size: "`" * size,
    "backticks of growing length": lambda size: "".join("`" * at + "слово " for at in range(1, int((2 * size) ** 0.5))),
    "less-than signs": lambda size: "<" * size,
    "tags that never close": lambda size: "слово <b " * (size // 14),
    "nested tags": lambda size: "<div>\n\n" * size + "слово",
    "comments that never close": lambda size: "слово <!-- " * (size // 16),
    "processing instructions": lambda size: "слово <?" * (size // 13),
    "ampersands": lambda size: "&" * size,
    "references": lambda size: "слово &amp;&nbsp;&#65; " * (size // 32),
    "shortcodes that never close": lambda size: "слово {{< " * (size // 16) + "{% " * 9 + "{: " * 9,
    "shortcodes": lambda size: "слово {{< a >}} {% b %} {#c}" * (size // 34),
    "pipes": lambda size: "|" * (size // 2) + "\n" + "|-" * (size // 4) + "|\n" + "|a" * 9,
    "a wide table": lambda size: "|" + "слово|" * (size // 16) + "\n|" + "-|" * (size // 16) + "\n",
    "a long table": lambda size: "|слово|\n|-|\n" + "|слово|\n" * (size // 13),
    "lazy lines": lambda size: "> слово\n" + "слово\n" * (size // 11),
    "rules": lambda size: "***\n---\n___\n" * (size // 12),
    "headings": lambda size: "#" * size + " слово",
    "setext lines": lambda size: "слово\n===\n" * (size // 14),
    "spaces": lambda size: "слово" + " " * size + "слово" + "\n" + " " * size + "\n",
    "tabs": lambda size: "-\t" * (size // 2) + "слово",
    "backslashes": lambda size: "слово" + "\\" * size,
    "hard breaks": lambda size: "слово\\\n" * (size // 12) + "слово  \n" * 9,
    "blank lines": lambda size: "слово" + "\n" * size + "слово",
    "one word": lambda size: "я" * (size // 2),
    "definition lists": lambda size: "слово\n: слово\n" * (size // 23),
    "tasks": lambda size: "- [ ] слово\n- [x] слово\n" * (size // 34),
    "dollars": lambda size: "$" * size + "слово",
    "tildes": lambda size: "~" * size + "слово",
    "front matter nested": lambda size: f"---\ntitle: {'[' * size}слово{']' * size}\n---\nслово\n",
    "front matter deep": lambda size: "---\n" + "".join(f"{' ' * at}a:\n" for at in range(min(size, 900))) + "---\nслово\n",
    "front matter of aliases": lambda size: (
        "---\na: &a [слово]\n" + "".join(f"b{at}: &b{at} [*a, *a]\n" for at in range(size // 20)) + "---\n"
    ),
    "front matter of bombs": lambda size: (
        "---\na0: &a0 слово\n"
        + "".join(f"a{at + 1}: &a{at + 1} [{', '.join([f'*a{at}'] * 9)}]\n" for at in range(9))
        + "title: *a9\n---\nслово\n"
    ),
    "front matter that never closes": lambda size: "---\n" + "title: слово\n" * (size // 18),
    "front matter of tags": lambda size: "---\ntitle: !!python/object/apply:os.system [слово]\n---\n",
    "TOML nested": lambda size: f"+++\ntitle = {'[' * size}'слово'{']' * size}\n+++\nслово\n",
}

TEXT: Mapping[str, Callable[[int], str]] = {
    "blank lines": lambda size: "слово" + "\n" * size + "слово",
    "carriage returns": lambda size: "слово\r" * (size // 11) + "\r\n\r\r\n" * 9,
    "lines of spaces": lambda size: "слово\n" + " \t\n" * (size // 3) + "слово",
    "one word": lambda size: "я" * (size // 2),
    "codes that are none": lambda size: "<1>слово</1> \\<2/>" * (size // 24),
    "backslashes": lambda size: "\\" * size + "<1>слово",
    "separators of Unicode": lambda size: "слово\u2028слово\u2029слово\x85слово\x0b\x0c" * (size // 48 + 1),
}

_ENTRY = 'msgctxt "u{0:08x}.s1"\nmsgid "слово {0}"\nmsgstr "word"\n\n'
PO: Mapping[str, Callable[[int], str]] = {
    "entries": lambda size: "".join(_ENTRY.format(at) for at in range(size // 60 + 1)),
    "the same entry": lambda size: _ENTRY.format(1) * (size // 60 + 2),
    "comments": lambda size: "# слово\n#. слово\n#: слово\n#, fuzzy\n" * (size // 50 + 1) + _ENTRY.format(1),
    "lines of a text": lambda size: 'msgid ""\n' + '"слово"\n' * (size // 13) + 'msgstr ""\n',
    "backslashes": lambda size: 'msgid "' + "\\\\" * (size // 2) + '"\nmsgstr ""\n',
    "a quotation that never closes": lambda size: f'msgid "{"слово " * (size // 11)}\nmsgstr ""\n',
    "numbered escapes": lambda size: 'msgid "' + "\\320\\257" * (size // 8) + '"\nmsgstr ""\n',
    "plural forms": lambda size: 'msgid "a"\nmsgid_plural "b"\n' + "".join(f'msgstr[{at}] "c"\n' for at in range(min(size, 999))),
    "obsolete entries": lambda size: "".join(f'#~ msgid "слово {at}"\n#~ msgstr "word"\n\n' for at in range(size // 50 + 1)),
    "headers": lambda size: 'msgid ""\nmsgstr ""\n' + '"Language: en\\n"\n' * (size // 18) + "\n",
    "marks of ours": lambda size: "# transloc: reviewed by=p7 at=2026-11-23T10:00:00Z\n" * (size // 50 + 1) + _ENTRY.format(1),
}

TEXTS: Mapping[str, Mapping[str, Callable[[int], str]]] = {"html": HTML, "md": MARKDOWN, "txt": TEXT, "po": PO}
