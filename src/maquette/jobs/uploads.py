"""`Upload`: a file that a client stored to be used by jobs, in one piece or in parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from maquette.errors import InvalidRequest, MaquetteError
from maquette.jobs.job import Asset
from maquette.request import ImageInput, MeshInput

UploadKind = Literal["image", "model"]
MAX_PARTS = 1000


class UploadStatus(StrEnum):
    """PENDING: parts are awaited. COMPLETE: can be used. FAILED: `Upload.error` says why."""

    PENDING = "pending"
    COMPLETE = "complete"
    FAILED = "failed"


@dataclass(frozen=True)
class UploadPart:
    """One stored part, `number` from 1."""

    number: int
    size: int
    sha256: str


@dataclass(frozen=True)
class Upload:
    """A stored file.

    Attributes:
        id: UUID v4.
        name: the client's file name, without folders.
        kind: "image" or "model".
        format: "png", "jpeg", … or a key of `FORMATS`.
        size: bytes; while PENDING the size that was announced.
        width, height: pixels of a picture.
        parts: number of parts expected; 0 for a file that came in one piece.
        stored: parts that have arrived, only while PENDING and only from `service.upload`.
        extra: the dialect's own state.
        expires_at: removed after this, unless a job still uses it.
        key: place in the blob store; never shown to clients.
    """

    id: str
    account_id: str
    status: UploadStatus
    name: str
    kind: UploadKind
    format: str
    media_type: str
    size: int
    sha256: str
    created_at: datetime
    updated_at: datetime
    expires_at: datetime
    key: str
    width: int | None = None
    height: int | None = None
    parts: int = 0
    stored: tuple[UploadPart, ...] = ()
    error: MaquetteError | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    project_id: str | None = None

    def image(self, label: Any = None) -> ImageInput:
        """As input of a request. Raises `InvalidRequest` if it is no complete picture."""
        self._ready("image", "a picture")
        return ImageInput(key=self.key, sha256=self.sha256, label=label)

    def mesh(self) -> MeshInput:
        """As input of a request. Raises `InvalidRequest` if it is no complete model."""
        self._ready("model", "a model")
        return MeshInput(key=self.key, sha256=self.sha256, format=self.format)

    def as_asset(self) -> Asset:
        """For a signed link: `context.links.url(base_url, upload.id, upload.name)`."""
        return Asset(self.id, "", self.name, "upload", self.format, self.media_type, self.size, self.sha256, self.key)

    def _ready(self, kind: str, what: str) -> None:
        if self.status is not UploadStatus.COMPLETE:
            raise InvalidRequest(f"The upload {self.name} is {self.status}; complete it first.", field="upload")
        if self.kind != kind:
            raise InvalidRequest(f"The upload {self.name} is not {what}; give one that is.", field="upload")
