"""A page → its Content-Security-Policy: nothing comes from elsewhere, nothing goes there."""

import hashlib
import re
from base64 import b64encode

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.S)


def policy(text: str) -> str:
    """Return the policy of a page as the tag that says it; an inline script is known by its hash."""
    scripts = sorted({_hash(match) for match in _INLINE_SCRIPT.findall(text)})
    rules = "; ".join([
        "default-src 'none'",
        " ".join(["script-src 'self'", *scripts]),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        *(["frame-src 'self'"] if "<iframe " in text else []),
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
