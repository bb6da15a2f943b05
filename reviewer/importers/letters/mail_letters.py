"""The letters of a part of a mail: read as it says, as long as its bytes can be that."""

from reviewer.domain.errors import Unreadable
from reviewer.importers.decoding import codec_of, decode

_WIDER = {
    "ascii": "",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What mails name, and what they mean; nothing where their bytes decide."""


def letters(data: bytes, charset: str) -> str:
    """Decode bytes; what means nothing becomes U+FFFD. Never raises."""
    codec = codec_of(charset) if charset.isascii() else None
    codec = _WIDER.get(codec, codec) if codec else None
    if codec:
        try:
            return data.decode(codec)
        except ValueError:
            pass  # its bytes say something else
    try:
        text = decode(data, charset).text
    except Unreadable:
        text = data.decode("utf-8", "replace")
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text
