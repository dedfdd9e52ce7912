"""A first look at a text, which may only answer "surely nothing to see": most files are ordinary, and are read fast.

Looking line by line for what must not be in a record (signs that nobody sees, tabs, words of secrecy) took 1.4 ms a
record, five times what YAML takes. One table over the whole text takes 0.01 ms, and sends on the few files in doubt.
"""

from carte_sociale.loading.corrections import unaccented

_ENCODING = "cp1252"
"""Letters and typography of French, Dutch and English, one byte each; any other sign is a doubt."""
_DOUBT = 0
_LETTER, _SIGN = ord("0"), ord("*")
"""What stands for a letter or a sign that no word looked for holds; a figure is in no word either."""


def _seen_as(byte: int) -> int:
    try:
        written = bytes([byte]).decode(_ENCODING)
    except UnicodeDecodeError:
        return _DOUBT
    if written in "\n ":
        return byte
    read = unaccented(written.lower())
    if not written.isprintable() or written.isalnum() != read.isalnum():
        return _DOUBT
    if len(read) == 1 and read.isascii():
        return ord(read)
    return _LETTER if written.isalnum() else _SIGN


_TABLE = bytes(_seen_as(byte) for byte in range(256))


def plain(text: str) -> bytes | None:
    """Return a text of several lines in lower case without accents, a byte a sign; None where it is not ordinary.

    An ordinary text has none of `text.FORBIDDEN`, no tab and no space but the plain one.
    """
    try:
        seen = text.encode(_ENCODING).translate(_TABLE)
    except UnicodeEncodeError:
        return None
    return None if _DOUBT in seen else seen
