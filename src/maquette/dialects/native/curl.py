"""Each operation as a `curl` line that runs as it stands, ids and files aside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_WORDS = {
    "job_id": "$JOB",
    "asset_id": "$ASSET",
    "upload_id": "$UPLOAD",
    "webhook_id": "$WEBHOOK",
    "delivery_id": "$DELIVERY",
    "key_id": "$KEY_ID",
    "dialect": "rodin",
    "number": "1",
    "token": "$TOKEN",
}
_FORMS = {"images": "-F images=@chair.png -F tier=Sketch -F formats=glb,usdz", "file": "-F file=@chair.png"}
_MAX_INLINE = 200


def curl_lines(method: str, path: str, operation: Mapping[str, Any]) -> str:
    """`curl "$BASE/…" …`; where files may come along, the multipart form."""
    for name, word in _WORDS.items():
        path = path.replace(f"{{{name}}}", word)
    needed = [p for p in operation["parameters"] if p["in"] == "query" and p["required"]]
    if needed:
        path += "?" + "&".join(f"{p['name']}=chair.png" for p in needed)
    follow = "-L " if "307" in operation["responses"] else ""
    stream = "-N " if "text/event-stream" in operation["responses"].get("200", {}).get("content", {}) else ""
    parts = [f'curl {follow}{stream}"$BASE{path}"']
    if not ("security" in operation and not operation["security"]):
        parts.append('-H "Authorization: Bearer $KEY"')
    parts += _body(method, operation.get("requestBody", {}).get("content", {}))
    return " \\\n  ".join(parts)


def _body(method: str, content: Mapping[str, Any]) -> list[str]:
    verb = [] if method == "get" else [f"-X {method.upper()}"]
    form = content.get("multipart/form-data")
    if form:
        return [next(line for name, line in _FORMS.items() if name in form["schema"]["properties"])]
    if "application/octet-stream" in content:
        return ["--upload-file chair.png"]
    if "application/json" in content:
        text = json.dumps(content["application/json"]["example"])
        sent = [*([] if method == "post" else verb), '-H "Content-Type: application/json"', f"-d '{text}'"]
        return sent if len(text) <= _MAX_INLINE else [*sent[:-1], "-d @request.json"]
    return verb
