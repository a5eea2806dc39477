"""One thing out of one noun phrase: its family, the values, looks, sizes and counts that its adjectives and parts ask for."""

from __future__ import annotations

from typing import Any

from maquette.prompts.counted import stem
from maquette.prompts.hosts import (
    Found,
    adjective,
    exact_part,
    find_part,
    is_living,
    measure,
    natural_number,
    usual_substances,
)
from maquette.prompts.lexicon import lexicon
from maquette.prompts.modifiers import Modifiers
from maquette.prompts.nouns import nouns
from maquette.prompts.phrases import NounPhrase
from maquette.prompts.tagging import tag
from maquette.prompts.tokens import Token, phrase, singulars
from maquette.prompts.understanding import PartLook, Thing, Understanding
from maquette.prompts.wishes import described, over, said, under
from maquette.shapes.library import get_family

MAX_COUNT = 8
WHOLE_THEMES = frozenset({"statue", "plush", "origami"})
ODD = frozenset(
    phrase(
        "cheese chocolate bread meat fruit icing cream paper wool slime ice water snow cardboard lava cloud wax foam leaf bone moss"
    )
)
"""Whatever is said to be of one of these is so all over."""
NATURAL = frozenset(phrase("fur skin feathers scales hide leather leaf bone wool chitin horn glow"))
"""What a body may be covered with without being a statue."""
AMOUNTS = {
    2: "pair couple duo",
    3: "trio group herd pack family flock team",
    4: "row squad cluster collection bunch stack",
    5: "crowd army swarm pile heap",
}
HEAPS = {"pile": "pile", "heap": "pile", "stack": "stack"}


def amount(word: str) -> int | None:
    """How many "a pile of" are."""
    return next((n for n, words in AMOUNTS.items() if word in words.split()), None)


class Things:
    """Makes things and records what was understood of them."""

    def __init__(self, understanding: Understanding) -> None:
        self.u = understanding
        self.part: tuple[Thing, Found, str] | None = None  # what was named last

    def thing(self, p: NounPhrase) -> Thing:
        """A thing of its own with all that its phrase says."""
        kind = p.kind
        assert kind is not None
        t = Thing(noun=p.head, family=kind.family, values=dict(kind.values))
        meaning = (
            kind.family
            if kind.via in (kind.word, kind.family) and kind.word == kind.family
            else f"{kind.family} ({kind.word})"
        )
        self.u.understood.append((p.head, meaning))
        if kind.near:
            self.u.warnings.append(f"There is no '{kind.word}' yet: the nearest, '{kind.family}', was made.")
        hints = Modifiers()
        for span in tag([Token(h, h) for h in kind.hints], lexicon(), nouns()):
            hints.add(span)
        if kind.values:
            hints.scale = 1.0  # the family knows how large this kind is
        if p.mods.styles or p.mods.themes:
            hints.styles = []
        self._container(p, t)
        self._apply(t, hints, silent=True)
        t.values |= kind.values
        t.look, t.whole = under(hints.look(), p.mods.look()), t.whole and not p.mods.substances
        self._apply(t, p.mods)
        self._count(p, t)
        for word, number, mods in p.counted:
            self._part_of(t, (word,), mods, number=number, text=" ".join(x for x, _ in mods.heard) or word)
        self.u.noise += p.noise
        self._spare(p)
        return t

    def _container(self, p: NounPhrase, t: Thing) -> None:
        c = p.container
        if c is None or c.words == p.words:
            return
        themes = c.get("themes") or ()
        t.themes += [x for x in themes if x not in t.themes]
        word = singulars(c.words[0])[-1]
        if amount(word) is not None:
            t.count = p.count if p.count else 1 if t.noun.lower() in lexicon().words["pairs"] else amount(word) or 1
            t.pile = HEAPS.get(word)
            self.u.understood.append((c.text, f"{t.count} of it"))
        elif themes:
            self.u.understood.append((c.text, f"theme {', '.join(themes)}"))
        else:
            self.u.noise.append(c.text)

    def _count(self, p: NounPhrase, t: Thing) -> None:
        if p.count and p.count > 1 and p.container is None:
            if p.count > MAX_COUNT:
                self.u.warnings.append(f"{p.count} of '{p.head}' are too many for one asset: {MAX_COUNT} were made.")
            t.count = min(p.count, MAX_COUNT)
            self.u.understood.append((str(p.count), f"{t.count} of it"))

    def _apply(self, t: Thing, mods: Modifiers, silent: bool = False) -> None:
        """Adjectives of the thing itself."""
        if not silent:
            self.u.understood += mods.heard
        look = mods.look()
        t.look = over(t.look, look)
        t.styles += [s for s in mods.styles if s not in t.styles]
        t.themes += [s for s in mods.themes if s not in t.themes]
        t.scale *= mods.scale
        t.sizes |= mods.dims
        for dimension, direction, text in mods.measures:
            self._measure(t, dimension, direction, text, silent)
        for span in mods.rest:
            values = adjective(t.family, span.words)
            if values:
                t.values |= values
                if not silent:
                    self.u.understood.append((span.text, said(values)))
            elif span.noun is not None and (values := self._as_part(t, span.words)) is not None:
                t.values |= values
                if not silent:
                    self.u.understood.append((span.text, said(values) or "part"))
            elif span.words[-1].endswith("ed") and (found := find_part(t.family, (stem(span.words[-1]),))) is not None:
                t.values |= found.values
                if not silent:
                    self.u.understood.append((span.text, said(found.values) or f"with {stem(span.words[-1])}"))
            elif (
                span.words[-1].endswith("less")
                and (found := find_part(t.family, (span.words[-1][:-4],))) is not None
                and found.off
            ):
                t.values |= found.off
                if not silent:
                    self.u.understood.append((span.text, said(found.off)))
            elif not silent and not any(x == span.text for x, _ in mods.heard) and "measure" not in span.roles:
                self._ignore(span.text)
        stuffed = (look.substance or "").partition(":")[0]
        if stuffed and (stuffed in ODD or (is_living(t.family) and stuffed not in NATURAL)):
            t.whole = stuffed not in usual_substances(t.family)
        if set(t.themes) & WHOLE_THEMES:
            t.whole = True

    @staticmethod
    def _as_part(t: Thing, words: tuple[str, ...]) -> dict[str, Any] | None:
        found = exact_part(t.family, words)
        return dict(found.values) if found is not None and found.values else None

    def _measure(self, t: Thing, dimension: str, direction: int, text: str, silent: bool) -> None:
        values = measure(t.family, dimension, direction)
        if values:
            t.values |= {k: v for k, v in values.items() if k not in t.values}
            meaning = said(values)
        else:
            axis = {"height": "y", "width": "x", "length": "z", "depth": "z", "thickness": "x", "size": "y"}[dimension]
            t.stretch[axis] = t.stretch.get(axis, 1.0) * (1.3 if direction > 0 else 0.75)
            meaning = f"{dimension} x {t.stretch[axis]:g}"
        if not silent:
            self.u.understood.append((text, meaning))

    def _part_of(
        self, t: Thing, words: tuple[str, ...], mods: Modifiers, *, number: int | None, text: str, loose: bool = True
    ) -> bool:
        """A part of a thing with its own look, number and measures; False if the thing has no such part.

        Args:
            loose: other words for the part will do.
        """
        found = exact_part(t.family, words) or (find_part(t.family, words) if loose else None)
        if found is None:
            return False
        t.values |= found.values
        meaning = [f"part {text}", *self._numbered(t, found, words, number, text), *self._measured_part(t, words, mods)]
        look = mods.look()
        if look:
            t.parts.append(PartLook(text, found.names, found.slot, look))
            meaning.append(described(look))
        for span in mods.rest:
            values = adjective(t.family, span.words)
            if "measure" not in span and values:
                t.values |= values
                meaning.append(said(values))
            elif "measure" not in span and not any(x == span.text for x, _ in mods.heard):
                self._ignore(span.text)
        heard = [x for x, _ in mods.heard]
        self.u.understood.append(
            (" ".join(heard if text in heard else [*heard, text]), "; ".join(m for m in meaning if m))
        )
        self.part = (t, found, text)
        return True

    def _numbered(self, t: Thing, found: Found, words: tuple[str, ...], number: int | None, text: str) -> list[str]:
        if number is None:
            return []
        parameter = get_family(t.family).parameter(found.count) if found.count else None
        if parameter is None:
            if not natural_number(t.family, singulars(words[-1])[-1], number):
                self._ignore(f"{number} {text}")
            return []
        made = int(float(parameter.checked(number)))
        t.values[parameter.name] = made
        if made != number:
            bound = "at most" if number > made else "at least"
            self.u.warnings.append(f"A {t.family} has {bound} {made} {text}, not {number}.")
        return [f"{made} of them"]

    def _measured_part(self, t: Thing, words: tuple[str, ...], mods: Modifiers) -> list[str]:
        word, out = singulars(words[-1])[-1], []
        wishes = list(mods.measures)
        if mods.scale != 1:
            wishes.append(("size", 1 if mods.scale > 1 else -1, next(x for x, m in mods.heard if m.startswith("size"))))
        for dimension, direction, text in wishes:
            values = measure(t.family, dimension, direction, (word,)) or measure(t.family, "size", direction, (word,))
            if values:
                t.values |= values
                out.append(said(values))
            else:
                self._ignore(text)
        return out

    def _spare(self, p: NounPhrase) -> None:
        for span in p.spare:
            self._ignore(span.text)

    def _ignore(self, text: str) -> None:
        if text and text not in self.u.ignored:
            self.u.ignored.append(text)
