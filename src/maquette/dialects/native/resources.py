"""What the native API answers with, as pydantic models: answers are built through them, so that they cannot stray from the schema."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from maquette.dialects.native.fields import InputFields

Status = Literal["queued", "running", "succeeded", "failed", "cancelled"]


class Resource(BaseModel):
    """Every field is always there."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class FieldFault(Resource):
    """One field at fault."""

    field: str
    detail: str


class Problem(BaseModel):
    """RFC 9457."""

    type: str = Field(description="A place on this server's documentation page.")
    title: str
    status: int
    detail: str = Field(description="What is wrong and what to do.")
    code: str
    retryable: bool = Field(description="The same request may work later.")
    retry_after: int | None = Field(default=None, description="Seconds; absent where not known.")
    field: str | None = Field(default=None, description="The field at fault; absent where there is none.")
    errors: list[FieldFault] | None = Field(default=None, description="All fields at fault.")


class Step(Resource):
    """One stage."""

    name: str
    status: Status
    progress: float = Field(ge=0, le=1)
    seconds: float | None = Field(description="0.0 for a reused result; null while it is not known.")


class Asset(Resource):
    """A file."""

    object: Literal["asset"] = "asset"
    id: str
    job_id: str
    name: str
    kind: str = Field(
        description="`model`, `companion`, `texture`, `lod`, `collision`, `print`, `preview`, `render`, `picture`."
    )
    format: str
    media_type: str
    size: int = Field(description="Bytes.")
    sha256: str
    url: str = Field(description="Signed; needs no key.")
    url_expires_at: datetime


class StoredImage(Resource):
    """A picture of a request."""

    sha256: str
    view: str | None


class StoredMesh(Resource):
    """A model of a request."""

    sha256: str
    format: str


class StoredRequest(InputFields):
    """All fields with the values that were used."""

    model_config = ConfigDict(extra="ignore")

    images: list[StoredImage]
    mesh: StoredMesh | None


class HeardWords(Resource):
    """Words of a prompt, and what they were taken for."""

    words: str
    meaning: str


class PromptReading(Resource):
    """How the built-in reader heard a prompt without pictures."""

    understood: list[HeardWords]
    ignored: list[str] = Field(description="What was not understood, or what the object cannot have.")
    language: str


class Job(Resource):
    """One request of one account, through whichever API it came."""

    object: Literal["job"] = "job"
    id: str
    status: Status
    progress: float = Field(ge=0, le=1)
    stage: str | None = Field(description="The step that runs.")
    steps: list[Step]
    eta_seconds: float | None = Field(description="0 at the end; null without a history.")
    queue_position: int | None = Field(description="Jobs ahead while queued.")
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    cost: float = Field(description="Credits charged, or held until the end.")
    dialect: str
    test: bool
    name: str | None
    metadata: dict[str, Any]
    parent_id: str | None = Field(description="The job that was exported or retried.")
    project_id: str | None
    error: Problem | None
    warnings: list[str]
    prompt_reading: PromptReading | None = Field(
        description="For words alone; null in lists, and where a language model reads."
    )
    request: StoredRequest
    assets: list[Asset]
    events_url: str | None = Field(
        description="Signed, for EventSource; it dies with the key. null for a final job, and in webhooks."
    )


class Quote(Resource):
    """What a job would be."""

    object: Literal["quote"] = "quote"
    cost: float
    balance: float
    eta_seconds: float | None
    steps: list[str]
    warnings: list[str]
    refusal: Problem | None = Field(description="What a real submit would meet now.")
    request: StoredRequest


class PartUrl(Resource):
    """Where a part goes by PUT, without a key."""

    number: int
    url: str


class UploadPart(Resource):
    """A part that has arrived."""

    number: int
    size: int
    sha256: str


class Upload(Resource):
    """A stored file, to be named by its id in requests."""

    object: Literal["upload"] = "upload"
    id: str
    status: Literal["pending", "complete", "failed"]
    name: str
    kind: Literal["image", "model"]
    format: str
    media_type: str
    size: int
    sha256: str
    width: int | None
    height: int | None
    parts: int = Field(description="0 for a file that came in one piece.")
    stored: list[UploadPart] = Field(description="Parts that have arrived while pending.")
    part_urls: list[PartUrl] | None = Field(description="Only while pending.")
    error: Problem | None
    created_at: datetime
    updated_at: datetime
    expires_at: datetime
    url: str | None
    url_expires_at: datetime | None


class Plan(Resource):
    """What the account is on."""

    name: str
    title: str
    enterprise: list[str] = Field(description="Open options; `*` for all.")


class Limits(Resource):
    """What one account and one request may have."""

    parallel_jobs: int
    requests_per_minute: int = Field(description="0: no limit.")
    images: int
    image_bytes: int
    image_pixels: int
    upload_bytes: int
    request_bytes: int
    link_seconds: int
    retention_days: float


class Account(Resource):
    """Whose key this is."""

    object: Literal["account"] = "account"
    id: str
    name: str
    plan: Plan
    balance: float
    enforce_credits: bool = Field(description="False: credits are counted but refuse nothing.")
    test: bool
    scopes: list[str]
    project_id: str | None
    limits: Limits


class Usage(Resource):
    """What one job cost."""

    object: Literal["usage"] = "usage"
    job_id: str
    created_at: datetime
    amount: float
    kind: Literal["charged", "held"]
    dialect: str
    tier: str


class UsageDay(Resource):
    """Charges of one UTC day."""

    object: Literal["usage_day"] = "usage_day"
    day: str
    jobs: int
    amount: float


class Key(Resource):
    """A key; its text is there only in the answer that makes it."""

    object: Literal["key"] = "key"
    id: str
    name: str
    hint: str = Field(description="How it begins.")
    mode: Literal["live", "test"]
    scopes: list[str]
    project_id: str | None
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None = Field(description="To about a minute.")
    revoked_at: datetime | None
    key: str | None = Field(description="The whole key; only at creation.")
    pair: list[str] | None = Field(description="The same as key and secret, for HTTP Basic; only at creation.")


class Project(Resource):
    """A part of the account."""

    object: Literal["project"] = "project"
    id: str
    name: str
    created_at: datetime


class Price(Resource):
    """Credits of one thing on the account's plan."""

    object: Literal["price"] = "price"
    item: str
    credits: float
    description: str


class Engine(Resource):
    """An engine card."""

    object: Literal["engine"] = "engine"
    id: str
    version: str
    title: str
    modalities: list[str]
    max_views: int
    licence: str
    territory: str
    memory_mb: int
    runs_on_cpu: bool
    expected_seconds: dict[str, float] = Field(description="By detail, on two CPU cores.")
    options_schema: dict[str, Any]
    default: bool


class Format(Resource):
    """A file format."""

    object: Literal["format"] = "format"
    id: str
    media_type: str
    textured: bool
    quads: bool
    companions: bool = Field(description="It is more than one file.")


class Tier(Resource):
    """What a tier sets."""

    object: Literal["tier"] = "tier"
    name: str
    detail: str
    topology: str
    faces: int
    texture_size: int
    credits: float
    default: bool


class Webhook(Resource):
    """A registered URL."""

    object: Literal["webhook"] = "webhook"
    id: str
    url: str
    events: list[str]
    enabled: bool
    description: str
    dialect: str
    calls: int
    failures: int
    secret: str | None = Field(description="Only at creation and rotation.")
    created_at: datetime
    updated_at: datetime


class WebhookSecret(Resource):
    """Signs deliveries to `webhook_url`."""

    secret: str


class Attempt(Resource):
    """One POST."""

    sent_at: datetime
    seconds: float
    status_code: int | None
    error: str
    answer: str


class Delivery(Resource):
    """One event on its way to one URL."""

    object: Literal["delivery"] = "delivery"
    id: str
    job_id: str = Field(description="Of a test: an id that no job has.")
    webhook_id: str | None = Field(description="null: the job's `webhook_url`.")
    event: str
    status: Literal["pending", "delivered", "failed", "skipped"]
    tries: int
    created_at: datetime
    updated_at: datetime
    next_at: datetime
    payload: str | None
    attempts: list[Attempt]


class Health(Resource):
    """The process answers."""

    status: Literal["ok"] = "ok"
    version: str


class Ready(Resource):
    """Parts that do not answer."""

    status: Literal["ok", "unavailable"]
    down: list[str]
