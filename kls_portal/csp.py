"""The Content Security Policy: everything defaults to 'none', and only what is used is allowed.

The nonce is sent only if a template asks for it (the rich-text editor in the admin); public
pages never do, so that one cached page serves everybody. The editor also writes one constant
inline style, allowed by its hash on admin pages only (`guidance/register/admin/parts.py`).
"""

from csp.constants import NONCE, NONE, SELF

POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
