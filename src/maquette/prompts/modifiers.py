"""Adjectives of one noun, gathered: what they wish for its material, size and style."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, field

from maquette.prompts.tagging import Span
from maquette.prompts.understanding import Look
from maquette.shapes.substances import shaded, substance

COVERS = frozenset(
    {
        "mossy",
        "moss-covered",
        "snowy",
        "snow-covered",
        "snow covered",
        "snow-capped",
        "overgrown",
        "muddy",
        "ivy-covered",
    }
)
"""Words for what lies on a surface, rather than what it is made of."""


@dataclass
class Modifiers:
    """Filled by `add`, read by `look`.

    Attributes:
        colors: "#rrggbb" in the order of the text.
        several: colours of "colorful" and the like, for where none is named.
        cover: colour of moss or snow that lies on the surface in patches.
        substances: names of substances.
        heard: (words, meaning) of everything that was taken in.
        dims: metres by dimension.
        rest: adjectives and unknown words, for the family to understand or nobody.
    """

    colors: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)
    cover: str | None = None
    substances: list[str] = field(default_factory=list)
    shade: float | None = None
    roughness: float | None = None
    wear: float | None = None
    rusty: bool = False
    pattern: str | None = None
    glow: bool = False
    styles: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    scale: float = 1.0
    measures: list[tuple[str, int, str]] = field(default_factory=list)
    dims: dict[str, float] = field(default_factory=dict)
    heard: list[tuple[str, str]] = field(default_factory=list)
    rest: list[Span] = field(default_factory=list)
    _pending: list[float] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.heard or self.rest)

    def add(self, span: Span) -> None:
        """Take one span in, in the order of the text."""
        t = span.text
        if "color" in span or "several" in span:
            codes = [span.get("color")] if "color" in span else list(span.get("several"))
            if "color" not in span:
                self.several += codes
                self.heard.append((t, f"colours {', '.join(codes)}"))
                return
            for code in codes:
                for amount in self._pending:
                    code = _tinted(code, amount)
                self.colors.append(code)
            self._pending = []
            # "golden" and "silver" are metals as long as no other word says what the thing is made of.
            if (
                span.words[-1]
                in (
                    "gold",
                    "golden",
                    "silver",
                    "bronze",
                    "copper",
                    "chocolate",
                    "rose gold",
                    "jade",
                    "amber",
                    "emerald",
                    "ruby",
                    "sapphire",
                )
                and "substance" in span
            ):
                self.substances.append(span.get("substance"))
                self.colors.pop()
                self.heard.append((t, f"material {span.get('substance')}"))
            else:
                self.heard.append((t, f"colour {', '.join(codes)}"))
        elif "substance" in span and t.lower() in COVERS:
            self.cover = substance(span.get("substance")).color
            self.heard.append((t, f"patches of {span.get('substance')}"))
        elif "substance" in span:
            self.substances.append(span.get("substance"))
            self.heard.append((t, f"material {span.get('substance')}"))
            for key in ("rusty", "themes", "style"):
                if key in span:
                    self._secondary(span, key)
        elif "shade" in span and "glowing" not in span:
            self._pending.append(span.get("shade"))
            self.shade = span.get("shade")
            self.heard.append((t, "darker" if span.get("shade") < 0 else "lighter"))
            if "themes" in span:
                self._secondary(span, "themes")
        elif "glowing" in span:
            self.glow = True
            self.heard.append((t, "glowing"))
            if "themes" in span:
                self._secondary(span, "themes")
        elif any(
            r in span for r in ("finish", "wear", "rusty", "damaged", "pattern", "style", "themes", "size", "measure")
        ):
            for key in ("finish", "wear", "rusty", "damaged", "pattern", "style", "themes", "size", "measure"):
                if key in span:
                    self._secondary(span, key)
            # What a family may make a shape of ("ornate", "round", "baby") is for it, too.
            if "adjective" in span or "measure" in span or "style" in span:
                self.rest.append(span)
        else:
            self.rest.append(span)

    def _secondary(self, span: Span, role: str) -> None:
        t, value = span.text, span.get(role)
        if role == "finish":
            self.roughness = value
            self.heard.append((t, f"roughness {value}"))
        elif role == "wear":
            self.wear = max(self.wear or 0.0, value)
            self.heard.append((t, f"wear {value}"))
        elif role == "rusty":
            self.rusty, self.wear = True, max(self.wear or 0.0, 0.7)
            self.heard.append((t, "rust"))
        elif role == "damaged":
            self.styles.append("damaged")
            self.wear = max(self.wear or 0.0, 0.6)
            self.heard.append((t, "style damaged"))
        elif role == "pattern":
            self.pattern = value
            self.heard.append((t, f"pattern {value}"))
        elif role == "style":
            self.styles.append(value)
            self.heard.append((t, f"style {value}"))
        elif role == "themes":
            self.themes += [x for x in value if x not in self.themes]
            self.heard.append((t, f"theme {', '.join(value)}"))
        elif role == "size":
            self.scale *= value
            self.heard.append((t, f"size x {value:g}"))
        elif role == "measure":
            self.measures.append((value[0], value[1], t))

    def merge(self, other: Modifiers) -> None:
        """Those of another phrase, after one's own."""
        self.colors += other.colors
        self.substances += other.substances
        self.several += other.several
        self.cover = other.cover or self.cover
        for name in ("shade", "roughness", "wear", "pattern"):
            if getattr(other, name) is not None:
                setattr(self, name, getattr(other, name))
        self.rusty |= other.rusty
        self.glow |= other.glow
        self.styles += other.styles
        self.themes += [x for x in other.themes if x not in self.themes]
        self.scale *= other.scale
        self.measures += other.measures
        self.dims |= other.dims
        self.heard += other.heard
        self.rest += other.rest
        self._pending += other._pending

    def look(self) -> Look:
        """The material that all of it wishes for."""
        substance = self.substances[-1] if self.substances else None
        if self.rusty and substance is None and not self.colors:
            substance = "rust"
        colors = self.colors or ([] if self.substances else self.several)
        color = colors[0] if colors else None
        second = self.cover or (colors[1] if len(colors) > 1 else None)
        if second == color:
            second = None
        shade = self.shade if color is None else None
        if color and substance and ":" in substance:
            substance = substance.partition(":")[0]
        return Look(
            substance,
            color,
            second,
            shade,
            self.roughness,
            self.wear,
            "noise" if self.cover else self.pattern,
            self.glow,
        )


def _tinted(color: str, amount: float) -> str:
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    _, light, _ = colorsys.rgb_to_hls(r, g, b)
    if amount < 0 and light < 0.12:
        return color
    return shaded(color, amount * (1.0 if amount < 0 else 0.8))
