"""The bytes of an aiohttp `FormData`, for the clients that are built on it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

import requests


def aiohttp_multipart(
    fields: Sequence[tuple[str, str]], files: Sequence[tuple[str, str, bytes]]
) -> tuple[bytes, dict[str, str]]:
    """What aiohttp writes: `Content-Type` before `Content-Disposition`, text parts typed; urlencoded if there is no file."""
    if not files:
        request = requests.Request("POST", "http://x", data=list(fields)).prepare()
        return str(request.body).encode(), {"Content-Type": "application/x-www-form-urlencoded"}
    boundary = uuid4().hex
    out = b""
    for name, value in fields:
        out += f'--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode()
        out += value.encode() + b"\r\n"
    for name, filename, data in files:
        disposition = f'form-data; name="{name}"; filename="{filename}"'
        head = f"--{boundary}\r\nContent-Type: application/octet-stream\r\nContent-Disposition: {disposition}\r\n\r\n"
        out += head.encode() + data + b"\r\n"
    return out + f"--{boundary}--\r\n".encode(), {"Content-Type": f"multipart/form-data; boundary={boundary}"}
