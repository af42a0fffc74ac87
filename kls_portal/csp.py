"""The Content-Security-Policy: everything starts from 'none', and only what is used is let in.

The nonce is sent only where a template asks for it (the rich-text editor of the admin); public
pages never do, so that one stored page serves everybody. The editor also writes one constant
inline style, which its hash lets in on admin pages alone (guidance.admin).
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
