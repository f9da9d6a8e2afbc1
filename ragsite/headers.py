"""What a web server is to send with every page, so that a browser runs nothing that the site does not ship."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        # The search index is a WebAssembly program of the site's own.
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""The Content-Security-Policy: nothing inline, nothing from elsewhere. It stands in each page as well."""

HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
)
"""Name and value of each. Pages may be framed: cards are made for it, and no page has anything to click away."""
