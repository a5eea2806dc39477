"""Ids and links that a key was given, by kind, and which kinds fit where: what makes fuzzed requests reach more than 404."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Pool:
    """Ids and links that one key was given, by kind."""

    def __init__(self) -> None:
        self.kinds: dict[str, list[str]] = {}

    def add(self, kind: str, value: str) -> None:
        known = self.kinds.setdefault(kind, [])
        if value not in known:
            known.append(value)
            del known[:-60]

    def harvest(self, path: str, value: Any, key: str = "") -> None:
        """Take all that looks like an id or a link from an answer."""
        if isinstance(value, dict):
            kind = value.get("object")
            # of keys only those that were made here: a run that revokes the keys it asks with tries nothing any more
            told = kind != "key" or value.get("key") is not None
            if isinstance(kind, str) and isinstance(value.get("id"), str) and told:
                self.add(f"{kind}_id", value["id"])
            for name, inner in value.items():
                self.harvest(path, inner, name)
        elif isinstance(value, list):
            for inner in value[:20]:
                self.harvest(path, inner, key)
        elif isinstance(value, str) and 6 < len(value) < 2000:
            self._take(path, key, value)

    def _take(self, path: str, key: str, value: str) -> None:
        if "/files/" in value or "/uploads/" in value or "/events/" in value:
            self.add("link", value)
        elif key in ("subscription_key", "request_id", "session_code", "uuid", "next", "previous"):
            self.add({"uuid": "task_uuid"}.get(key, key), value)
        elif key in ("nextPaginationToken", "next_cursor", "previous_cursor"):
            self.add("cursor", value)
        elif found := re.fullmatch(r"(job|asset|upload|webhook|event|proj|team)_[0-9A-Za-z]{22,40}", value):
            self.add({"webhook": "endpoint", "proj": "project"}.get(found[1], found[1]) + "_uid", value)
        elif re.match(r"(SESSION|TTI|ASSET)_\d", value):
            self.add("asset_code" if value.startswith("ASSET") else "session_code", value)
        elif key == "id" and _UUID.fullmatch(value):
            self.add("file_id" if "/files" in path else "prediction_id", value)


HOLES: Mapping[str, tuple[str, ...]] = {
    "job_id": ("job_uid", "job_id"),
    "asset_id": ("asset_uid", "asset_id", "task_uuid"),
    "upload_id": ("upload_uid", "upload_id"),
    "code": ("session_code",),
    "endpoint_id": ("endpoint_uid",),
    "event_id": ("event_uid",),
    "project_id": ("project_uid",),
    "team_id": ("team_uid",),
    "images": ("asset_uid", "upload_id", "link", "asset_id"),
    "image": ("asset_uid", "link", "asset_code", "upload_id"),
    "mesh": ("asset_code", "upload_id", "asset_id", "link"),
    "model": ("asset_uid", "link"),
    "assetIds": ("asset_uid",),
    "inferenceIds": ("job_uid",),
    "parentId": ("asset_uid",),
    "paginationToken": ("cursor",),
    "image_urls": ("link",),
    "input_image_urls": ("link",),
    "image_url": ("link", "asset_code"),
}
"""Kinds of ids that fit under a name; others fit under their own."""
