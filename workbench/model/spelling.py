"""When two spellings are one name: width, case and blanks at the ends tell no two apart.

Input methods for Chinese type digits, letters and signs in full width without anybody noticing.
Nothing else is folded: `Ⅲ` stays itself, and `01` is not `1`.
"""

# U+FF01 to U+FF5E stand for ASCII's 0x21 to 0x7E; U+3000 is the blank of that width
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def trimmed(text: str) -> str:
    """Write full-width signs in half width, and drop the blanks at the ends."""
    return text.translate(_HALF_WIDTH).strip()


def folded(text: str) -> str:
    """Give what two spellings of one name have in common."""
    return trimmed(text).casefold()
