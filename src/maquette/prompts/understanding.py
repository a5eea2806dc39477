"""What was understood of a prompt, JSON-ready."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

RelationKind = Literal["holding", "wearing", "on", "in", "riding", "beside", "back", "carries", "inside"]
"""How another object stands to the first.

holding: in its hand; wearing: on its head; on: the first stands on the other; in: the first is in the other; riding: the first sits on the
other; beside: side by side; back: the other is on its back; carries: the other stands on it; inside: the other lies in it.
"""


@dataclass(frozen=True)
class Look:
    """Wishes for a material; None leaves what the family chose.

    Attributes:
        substance: a name that `maquette.shapes.substances.substance` knows.
        color, second: sRGB "#rrggbb"; `second` is the other colour of a pattern.
        shade: darker (negative) or lighter, in [-1, 1], where no colour was named.
        roughness: as in glTF.
        wear: least wear, in [0, 1].
        pattern: a `PatternKind`.
        glow: it shines in its colour.
    """

    substance: str | None = None
    color: str | None = None
    second: str | None = None
    shade: float | None = None
    roughness: float | None = None
    wear: float | None = None
    pattern: str | None = None
    glow: bool = False

    def __bool__(self) -> bool:
        return self != Look()


@dataclass(frozen=True)
class PartLook:
    """The look of a part that the prompt names.

    Attributes:
        word: as the prompt calls the part.
        names: words one of which the part's name has.
        slot: the family's slot for it, if there is one.
    """

    word: str
    names: tuple[str, ...]
    slot: str | None
    look: Look


@dataclass
class Thing:
    """One object.

    Attributes:
        noun: as written.
        family: that makes it.
        values: wanted of the family; the seed chooses the others.
        look: of the main surface (the family's first slot).
        whole: the look is of all its surfaces: statues, and what is "made of" something strange.
        parts: looks of named parts.
        styles: in the order of the prompt; `maquette.shapes.family.STYLES`.
        themes: recipes for all materials: "steampunk", "plush" …
        scale: of its real size.
        stretch: factors along x, y, z for what no parameter can bring about.
        sizes: wanted size in metres by "height", "width", "length", "depth" or "size" (the longest side).
        count: so many of it, side by side.
        pile: they lie in a heap ("pile") or on one another ("stack").
        relations: what other things it has to do with.
    """

    noun: str
    family: str
    values: dict[str, Any] = field(default_factory=dict)
    look: Look = field(default_factory=Look)
    whole: bool = False
    parts: list[PartLook] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    scale: float = 1.0
    stretch: dict[str, float] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    count: int = 1
    pile: str | None = None
    relations: list[Relation] = field(default_factory=list)


@dataclass
class Relation:
    """Another thing, and where it is."""

    kind: RelationKind
    thing: Thing
    words: str = ""
    place: str | None = None


@dataclass
class Understanding:
    """A prompt as it was read.

    Attributes:
        prompt: as given.
        objects: side by side, usually one.
        understood: (words, what they were taken for).
        ignored: words that changed nothing.
        noise: words that say nothing of the object's looks ("4k", "game asset"): known, and left out.
        warnings: sentences for users.
        language: of the prompt, ISO 639-1.
    """

    prompt: str
    objects: list[Thing] = field(default_factory=list)
    understood: list[tuple[str, str]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    language: str = "en"

    def to_json(self) -> dict[str, Any]:
        """Plain lists and dictionaries; looks and fields without a wish are left out."""
        return {
            "prompt": self.prompt,
            "language": self.language,
            "objects": [_plain(asdict(o)) for o in self.objects],
            "understood": [{"words": w, "meaning": m} for w, m in self.understood],
            "ignored": list(self.ignored),
            "noise": list(self.noise),
            "warnings": list(self.warnings),
        }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            k: _plain(v)
            for k, v in value.items()
            if v not in (None, False, (), [], {}) and not (k in ("scale", "count") and v == 1)
        }
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value
