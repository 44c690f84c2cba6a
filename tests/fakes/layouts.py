"""Keyboards as they reach a page from the system: what each layout gives for a key, with the modifiers that it shows on the way."""

ALT, CONTROL, META, SHIFT = 1, 2, 4, 8  # as the Chrome DevTools Protocol counts them

_CODES = [
    *(f"Key{letter}" for letter in "QWERTYUIOP"),
    *("BracketLeft", "BracketRight"),
    *(f"Key{letter}" for letter in "ASDFGHJKL"),
    *("Semicolon", "Quote"),
    *(f"Key{letter}" for letter in "ZXCVBNM"),
    *("Comma", "Period"),
]
_LATIN = {letter: (f"Key{letter.upper()}", 0) for letter in "abcdefghijklmnopqrstuvwxyz"} | {" ": ("Space", 0), ".": ("Period", 0)}
_ALTGR = {"ą": "A", "ć": "C", "ę": "E", "ł": "L", "ń": "N", "ó": "O", "ś": "S", "ź": "X", "ż": "Z", "€": "U"}
_OPTION = {"å": "A", "ç": "C", "∂": "D", "ƒ": "F", "©": "G", "µ": "M", "ø": "O", "π": "P", "®": "R", "ß": "S", "†": "T", "≈": "X"}

#: Layout → letter → the place of its key, and its modifiers.
UKRAINIAN = {letter: (code, 0) for letter, code in zip("йцукенгшщзхїфівапролджєячсмитьбю", _CODES, strict=True)} | {
    " ": ("Space", 0),
    "?": ("Digit7", SHIFT),
    "ґ": ("KeyU", CONTROL | ALT),
}
POLISH_WINDOWS = _LATIN | {letter: (f"Key{key}", CONTROL | ALT) for letter, key in _ALTGR.items()}
POLISH_LINUX = _LATIN | {letter: (f"Key{key}", 0) for letter, key in _ALTGR.items()}  # AltGraph is told apart from the letter
MAC = _LATIN | {letter: (f"Key{key}", ALT) for letter, key in _OPTION.items()}

_NUMBERS = {"Enter": 13, "Escape": 27, "Space": 32, "ArrowUp": 38, "ArrowDown": 40}


class Layout:
    """A keyboard before ``page``; its keys are the browser's own events, not those of a script."""

    def __init__(self, page, letters):
        self._letters = letters
        self._wire = page.context.new_cdp_session(page)

    def type(self, text):
        for letter in text:
            code, modifiers = self._letters[letter]
            self.press(code, letter, modifiers, text=letter)

    def press(self, code, key="", modifiers=0, *, text="", number=0):
        event = {"code": code, "key": key or code, "modifiers": modifiers, "windowsVirtualKeyCode": number or _NUMBERS.get(code, 0)}
        self._wire.send("Input.dispatchKeyEvent", event | {"type": "rawKeyDown"})
        if text:  # the browser drops it where the page has taken the key; Chromium on Linux drops it under Ctrl, unlike on Windows
            self._wire.send("Input.dispatchKeyEvent", event | {"type": "char", "text": text, "modifiers": modifiers & ~CONTROL})
        self._wire.send("Input.dispatchKeyEvent", event | {"type": "keyUp"})

    def compose(self, text):
        """Show what an input method is at, not yet decided."""
        self._wire.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    def compose_end(self, text):
        self._wire.send("Input.insertText", {"text": text})
