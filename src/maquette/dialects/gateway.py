"""What resellers of Rodin share: a table that says what each of their fields is in Rodin's words, and pictures that come as links."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from maquette.dialects.dialect import DialectContext
from maquette.dialects.forms import Form, Values, choose, clean, present, read_bool, read_numbers, read_text, shown
from maquette.dialects.rodin.parse import parse
from maquette.dialects.rodin.translate import translate
from maquette.errors import InvalidRequest
from maquette.jobs.identity import Account
from maquette.jobs.job import Asset, Job
from maquette.jobs.testmode import picture
from maquette.net.address import check_url
from maquette.request import MAX_IMAGES, MAX_SEED, GenerationRequest, ImageInput

_MAX_UNKNOWN = 10
_MESH_OPTION = re.compile(r"(\d{1,4}(?:\.\d)?)\s*([KM]?)[\s_-]*(Quad|Triangle|Raw)s?", re.IGNORECASE)
_TIMES = {"": 1, "K": 1_000, "M": 1_000_000}


@dataclass
class Draft:
    """A Rodin submission in the making.

    Attributes:
        rodin: Rodin's fields.
        names: the reseller's name of each of them, for messages.
        changes: fields of the request that Rodin has no word for.
        warnings: what was corrected or ignored.
    """

    rodin: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    changes: dict[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def put(self, rodin: str, value: Any, name: str) -> None:
        """Set a field of Rodin's on behalf of the reseller's field `name`."""
        self.rodin[rodin] = value
        self.names[rodin] = name


Rule = Callable[[Values, str, Draft], None]
"""Reads the values of one field, given its name, into a draft. It is called only when there is a value."""


@dataclass(frozen=True)
class Model:
    """One model of a reseller.

    Attributes:
        fields: what it takes beside pictures.
        images: names under which pictures come; the documented one first.
        rodin: what it always is, in Rodin's fields.
        defaults: in its own fields, used where none came.
    """

    fields: Mapping[str, Rule]
    images: tuple[str, ...]
    rodin: Mapping[str, Any] = field(default_factory=dict)
    defaults: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Order:
    """A checked submission: the request (its pictures are placeholders), its price, and the links of its pictures."""

    request: GenerationRequest
    cost: Decimal
    pictures: tuple[str, ...]
    images: str
    """Name of the field that held the pictures."""


# -- rules


def same(rodin: str = "") -> Rule:
    """The field is Rodin's, under the same or another name."""

    def rule(values: Values, name: str, draft: Draft) -> None:
        draft.put(rodin or name, present(values)[-1], name)

    return rule


def one_of(*choices: str, rodin: str = "") -> Rule:
    """Rodin's field, of which this model has only some values."""

    def rule(values: Values, name: str, draft: Draft) -> None:
        draft.put(rodin or name, choose(read_text(values, name) or "", choices, name), name)

    return rule


def word(words: Mapping[str, Callable[[Draft], None]], otherwise: Rule) -> Rule:
    """Words of the reseller that Rodin does not have; all others are for `otherwise`."""

    def rule(values: Values, name: str, draft: Draft) -> None:
        text = (read_text(values, name) or "").lower()
        act = words.get(text)
        if act is None:
            otherwise(values, name, draft)
        else:
            act(draft)

    return rule


def mesh_option(values: Values, name: str, draft: Draft) -> None:
    """`18K Quad`, `500K Triangle`, `2M Triangle`, `Auto`: kind and number of polygons in one word."""
    text = read_text(values, name) or ""
    if text.lower() == "auto":
        return
    found = _MESH_OPTION.fullmatch(text)
    if not found:
        raise InvalidRequest(
            f"{name} '{shown(text)}' is unknown; send Auto, or a number and a kind such as 18K Quad or 500K Triangle.",
            field=name,
        )
    number, unit, kind = found.groups()
    draft.put("mesh_mode", "Quad" if kind.lower() == "quad" else "Raw", name)
    draft.put("quality_override", round(float(number) * _TIMES[unit.upper()]), name)


def creative(values: Values, name: str, draft: Draft) -> None:
    """A switch for Rodin's `geometry_instruct_mode`."""
    if read_bool(values, name):
        draft.put("geometry_instruct_mode", "creative", name)


def box(values: Values, name: str, draft: Draft) -> None:
    """Width, height, length, as a list or as an object with these names."""
    value = present(values)[-1]
    if isinstance(value, dict):
        sides = [value.get(side) for side in ("width", "height", "length")]
        value = list(read_numbers([sides], name))
    draft.put("bbox_condition", value, name)


# -- the whole


def order(model: Model, form: Form, account: Account, *, dialect: str, engine: str) -> Order:
    """Check and translate one submission; nothing is fetched or stored.

    Raises:
        InvalidRequest: `field` is the reseller's name of the field at fault.
    """
    images, links = _links(model, form)
    _check_inputs(images, len(links), form)
    draft = Draft(dict(model.rodin))
    for name, rule in model.fields.items():
        values = form.values(name) if present(form.values(name)) else [model.defaults.get(name)]
        if present(values):
            rule(values, name, draft)
    _minimum(draft)
    unknown = sorted({*form.fields, *form.files} - {*model.fields, *model.images})
    draft.warnings += [f"Unknown field '{shown(name)}' was ignored." for name in unknown[:_MAX_UNKNOWN]]
    rodin = Form({name: [value] for name, value in draft.rodin.items()}, {}, "json")
    try:
        found = translate(parse(rodin), max(len(links), 1), engine=engine, seed=secrets.randbelow(MAX_SEED + 1))
    except InvalidRequest as error:
        at = draft.names.get(error.field or "", error.field)
        raise type(error)(_renamed(error.message, draft), field=at) from None
    warnings = (*(_renamed(text, draft) for text in found.request.warnings), *draft.warnings)
    changes = draft.changes | {"warnings": warnings} | ({} if links else {"images": ()})
    request = found.request.model_copy(update=changes)
    return Order(request, account.price(f"{dialect}.{request.tier}", found.cost), links, images)


async def take(context: DialectContext, account: Account, checked: Order) -> GenerationRequest:
    """Fetch and store the pictures of an order, all at once.

    Test keys need no network: their jobs do not look at pictures, so that remote ones are only checked for being possible.

    Raises:
        FetchFailed, BadImage, ImageTooLarge: `field` is `<name>[<place>]`.
    """

    async def one(place: int, link: str) -> ImageInput:
        remote = "://" in link[:32] and context.links.asset_of(link) is None
        value: str | bytes = link
        if account.mode == "test" and remote:
            check_url(link, context.settings.fetch_allow, field=f"{checked.images}[{place}]")
            value = picture()
        return await context.inputs.image(account, value, f"{checked.images}[{place}]")

    if not checked.pictures:
        return checked.request
    tasks = [asyncio.create_task(one(i, link)) for i, link in enumerate(checked.pictures)]
    try:
        stored = await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
    return checked.request.model_copy(update={"images": tuple(stored)})


def linker(context: DialectContext, base_url: str) -> Callable[[Asset, str], str]:
    """Makes the link of a file under a name."""
    return lambda asset, name: context.links.url(base_url, asset.id, name)


def told(job: Job) -> list[str]:
    """What was corrected or ignored, at submit and by the stages."""
    return list(dict.fromkeys([*job.request.warnings, *job.warnings]))


def warnings_header(warnings: Sequence[str]) -> dict[str, str]:
    """What was corrected, where `curl -i` shows it; bodies keep to the vendor's keys."""
    text = " | ".join(warnings).encode("ascii", "replace").decode()
    return {"X-Maquette-Warnings": text[:2000]} if text else {}


def _links(model: Model, form: Form) -> tuple[str, tuple[str, ...]]:
    """Field and links of the pictures: an array, or one text. Of two fields with pictures the documented one counts."""
    for name in model.images:
        links: list[Any] = []
        for value in present(form.values(name)):
            links += present(value) if isinstance(value, list) else [value]
            if any(not isinstance(link, str) for link in links):
                raise InvalidRequest(f"{name} must be a list of URLs.", field=name)
        if links:
            return name, tuple(links)
    return model.images[0], ()


def _check_inputs(images: str, count: int, form: Form) -> None:
    if count > MAX_IMAGES:
        raise InvalidRequest(f"{count} images were sent; send at most {MAX_IMAGES}.", field=images)
    if count:
        return
    if read_text(form.values("prompt"), "prompt") is None:
        raise InvalidRequest(f"Neither an image nor a prompt was sent; send {images}.", field=images)


def _minimum(draft: Draft) -> None:
    """Gen-2.5-Minimum always gives 50,000 triangles, whatever mesh was asked for (fal's page of the fast models)."""
    if draft.rodin.get("tier") != "Gen-2.5-Minimum":
        return
    name = draft.names.get("quality_override")
    if name and (draft.rodin.get("mesh_mode"), draft.rodin.get("quality_override")) != ("Raw", 50_000):
        draft.warnings.append(f"{name} was changed to 50K Triangle, the only one of tier Gen-2.5-Minimum.")
    draft.put("mesh_mode", "Raw", name or "tier")
    draft.put("quality_override", 50_000, name or "tier")


def _renamed(text: str, draft: Draft) -> str:
    """A message of Rodin's that begins with the name of its field, with the reseller's name."""
    first, space, rest = text.partition(" ")
    bare = first.rstrip(":")
    return f"{clean(draft.names.get(bare, bare))}{first[len(bare) :]}{space}{rest}"


# -- what several resellers have

GEOMETRY = one_of("glb", "usdz", "fbx", "obj", "stl")
GEN25 = ("Gen-2.5-Extreme-Low", "Gen-2.5-Low", "Gen-2.5-Medium", "Gen-2.5-High", "Gen-2.5-Extreme-High")
FAST = ("Gen-2.5-Minimum", "Gen-2.5-Extreme-Low", "Gen-2.5-Low")


def gen25_fields(tiers: Sequence[str]) -> dict[str, Rule]:
    """Fields of the Gen-2.5 models of fal, which others resell under the same names."""
    return {
        "prompt": same(),
        "tier": one_of(*tiers),
        "geometry_file_format": GEOMETRY,
        "quality_mesh_option": mesh_option,
        "material": one_of("PBR", "Shaded", "All", "None"),
        "texture_mode": same(),
        "enable_creative_mode": creative,
        "hd_texture": same(),
        "texture_delight": same(),
        "is_micro": same(),
        "use_original_alpha": same(),
        "TAPose": same(),
        "bbox_condition": box,
        "preview_render": same(),
        "seed": same(),
        "addons": same(),
    }
