"""Puts noun phrases together: which is the object, which are parts of it, which are other objects, and what stays unheard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from maquette.prompts import points as places
from maquette.prompts.hosts import (
    Found,
    adjective,
    exact_part,
    find_part,
    is_living,
    measure,
    natural_number,
    slot_of_stuff,
    stuff,
    usual_substances,
)  # fmt: skip
from maquette.prompts.lexicon import lexicon
from maquette.prompts.modifiers import Modifiers
from maquette.prompts.nouns import nouns
from maquette.prompts.phrases import NounPhrase, stem
from maquette.prompts.standing import fits, handy, make_room, relation_of
from maquette.prompts.tagging import tag
from maquette.prompts.tokens import Token, singulars
from maquette.prompts.understanding import Look, PartLook, Relation, RelationKind, Thing, Understanding
from maquette.shapes.family import Whole
from maquette.shapes.library import get_family
from maquette.shapes.substances import substance

MAX_COUNT = 8
WHOLE_THEMES = frozenset({"statue", "plush", "origami"})
ODD_SUBSTANCES = frozenset(
    {
        "cheese",
        "chocolate",
        "bread",
        "meat",
        "fruit",
        "icing",
        "cream",
        "paper",
        "wool",
        "slime",
        "ice",
        "water",
        "snow",
        "cardboard",
        "lava",
        "cloud",
        "wax",
        "foam",
        "leaf",
        "bone",
        "moss",
    }
)
"""Whatever is "made of" one of these is so all over."""
NATURAL = frozenset(
    {"fur", "skin", "feathers", "scales", "hide", "leather", "leaf", "bone", "wool", "chitin", "horn", "glow"}
)
AMOUNTS = {
    "pair": 2,
    "couple": 2,
    "duo": 2,
    "trio": 3,
    "group": 3,
    "herd": 3,
    "pack": 3,
    "family": 3,
    "flock": 3,
    "team": 3,
    "row": 4,
    "crowd": 5,
    "army": 5,
    "squad": 4,
    "swarm": 5,
    "cluster": 4,
    "collection": 4,
    "bunch": 4,
    "pile": 5,
    "heap": 5,
    "stack": 4,
}
HEAPS = {"pile": "pile", "heap": "pile", "stack": "stack"}


class Builder:
    """Fills an `Understanding` from phrases."""

    def __init__(self, understanding: Understanding) -> None:
        self.u = understanding
        self.main: Thing | None = None
        self.last: Thing | None = None  # what "made of" and a part speak of
        self.part: tuple[Thing, Found, str] | None = None
        self.main_article = False

    def build(self, phrases: list[NounPhrase]) -> None:
        """Everything, in the order of the text."""
        at = next(i for i, p in enumerate(phrases) if p.kind is not None)
        at = self._better(phrases, at)
        before = Modifiers()
        for p in phrases[:at]:
            before.merge(p.mods)
            self._leave(p, keep_mods=True)
        phrases[at].mods = _merged(before, phrases[at].mods)
        for i, p in enumerate(phrases):
            if i == at:
                self.main_article = p.article or bool(p.mods)
                self.main = self.thing(p)
                self.u.objects.append(self.main)
                self.last = self.main
            elif i > at:
                self.attach(p)

    @staticmethod
    def _better(phrases: list[NounPhrase], at: int) -> int:
        """A first phrase before a comma may be a mere topic ("fantasy, a sword"); one that is only near to something gives way to a sure one."""
        kind = phrases[at].kind
        if (
            kind is not None
            and kind.near
            and phrases[at].words
            and "suffix" in lexicon().roles.get(phrases[at].words, {})
        ):
            for i in range(at + 1, len(phrases)):
                other = phrases[i].kind
                if phrases[i].relation in (",", "of") and other is not None and not other.near:
                    return i
        return at

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
        t.look, t.whole = _under(hints.look(), p.mods.look()), t.whole and not p.mods.substances
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
        if word in AMOUNTS:
            t.count = p.count if p.count else 1 if t.noun.lower() in lexicon().words["pairs"] else AMOUNTS[word]
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
        t.look = _over(t.look, look)
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
                    self.u.understood.append((span.text, _said(values)))
            elif span.noun is not None and (values := self._as_part(t, span.words)) is not None:
                t.values |= values
                if not silent:
                    self.u.understood.append((span.text, _said(values) or "part"))
            elif span.words[-1].endswith("ed") and (found := find_part(t.family, (stem(span.words[-1]),))) is not None:
                t.values |= found.values
                if not silent:
                    self.u.understood.append((span.text, _said(found.values) or f"with {stem(span.words[-1])}"))
            elif (
                span.words[-1].endswith("less")
                and (found := find_part(t.family, (span.words[-1][:-4],))) is not None
                and found.off
            ):
                t.values |= found.off
                if not silent:
                    self.u.understood.append((span.text, _said(found.off)))
            elif not silent and not any(x == span.text for x, _ in mods.heard) and "measure" not in span.roles:
                self._ignore(span.text)
        stuffed = (look.substance or "").partition(":")[0]
        if stuffed and (stuffed in ODD_SUBSTANCES or (is_living(t.family) and stuffed not in NATURAL)):
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
            meaning = _said(values)
        else:
            axis = {"height": "y", "width": "x", "length": "z", "depth": "z", "thickness": "x", "size": "y"}[dimension]
            t.stretch[axis] = t.stretch.get(axis, 1.0) * (1.3 if direction > 0 else 0.75)
            meaning = f"{dimension} x {t.stretch[axis]:g}"
        if not silent:
            self.u.understood.append((text, meaning))

    def attach(self, p: NounPhrase) -> None:
        """A phrase after the main noun."""
        assert self.main is not None
        relation = p.relation
        joint = relation.startswith("and/")
        if joint:
            relation = relation.removeprefix("and/")
        if not p.head:
            self._loose(p, relation, joint)
            return
        if p.scenery and not exact_part(self.main.family, p.words):
            self._ignore(f"{p.joint} {p.head}".strip() if relation not in (",", "and", "with") else p.head)
            return
        if relation == "without":
            self._without(p)
            return
        if relation == "made" and (p.mods.substances or p.mods.colors):
            self._loose(p, relation, joint)
            self._ignore(p.head)
            return
        if relation in ("shaped", "for") or (relation == "of" and p.kind is None and p.liquid is None):
            self._other(p, relation)
            return
        if p.liquid is not None and relation in ("of", "full", "with", "in") and self._content(p):
            return
        host = self.last if self.last is not None and relation in ("with", ",") else self.main
        own = relation in ("on", "in") and p.own
        if own and self._put_previous(p):
            return
        if relation in ("with", ",", "and", "on", "in", "made", "covered", "full", "of") or (
            relation in ("wearing", "holding") and exact_part(self.main.family, p.words)
        ):
            explicit = relation in ("on", "in", "full", "of", "and") or (relation == "," and p.article)
            for candidate in dict.fromkeys([id(host), id(self.main)]):
                target = host if id(host) == candidate else self.main
                # Another object that stands below or beside wins over a part that only resembles it.
                found_exact = exact_part(target.family, p.words)
                if (found_exact is not None or not (explicit and p.kind is not None)) and self._part_of(
                    target,
                    p.words,
                    p.mods,
                    number=p.count,
                    text=p.head,
                    kind_known=p.kind is not None and not p.kind.near and relation != ",",
                ):
                    self.u.noise += p.noise
                    for word, number, mods in p.counted:
                        self._part_of(target, (word,), mods, number=number, text=word)
                    return
        if p.kind is None:
            if relation == "wearing" or relation == "holding":
                if self._part_of(self.main, p.words, p.mods, number=p.count, text=p.head):
                    return
            self._other(p, relation)
            return
        self._object(p, relation)

    def _object(self, p: NounPhrase, relation: str) -> None:
        """Another object beside the main one, or in a relation with it."""
        assert self.main is not None
        kind = p.kind
        assert kind is not None
        if (
            relation == ","
            and not p.article
            and not p.count
            and (kind.near or kind.cost > 0.5)
            and not places.held(kind.family)
            and not places.worn(kind.family)
        ):
            self._other(p, relation)
            return
        if relation == "," and not (p.article or p.count) and self.main_article and not handy(self.main, kind.family):
            self._other(p, relation)
            return
        outfit = (
            any(x.split()[-1].lower() in ("outfit", "costume", "uniform", "disguise", "suit") for x in p.noise)
            or "dressed" in p.joint
        )
        if (
            (relation in ("wearing", "in", "with") or outfit)
            and not places.worn(kind.family)
            and kind.family not in places.BACK
            and (outfit or relation == "wearing" or places.clothing(kind.family))
        ):
            if relation == "wearing" or outfit or is_living(self.main.family):
                if not self._part_of(self.main, p.words, p.mods, number=p.count, text=p.head):
                    self._other(p, relation)
                return
        if relation == "with" and not fits(self.main, kind.family, p):
            if not self._part_of(self.main, p.words, p.mods, number=p.count, text=p.head):
                self._other(p, relation)
            return
        thing = self.thing(p)
        sort = relation_of(self.main, relation, thing, p)
        if sort == "beside":
            if not thing.styles:
                thing.styles = list(self.main.styles)
            self.u.objects.append(thing)
        else:
            thing.styles = thing.styles or list(self.main.styles)
            make_room(self.main, sort, thing)
            self.main.relations.append(Relation(sort, thing, f"{p.joint} {p.head}".strip()))
            self.u.understood.append((f"{p.joint} {p.head}".strip(), f"{sort} {thing.family}"))
        self.last = thing
        self.part = None

    def _put_previous(self, p: NounPhrase) -> bool:
        """ "With a parrot on his shoulder": says where the last object is."""
        word = singulars(p.words[-1])[-1]
        place = places.BODY_PLACES.get(word)
        if place is None or self.main is None:
            return False
        if self.main.relations:
            self.main.relations[-1].place = place
            self.u.understood.append((f"{p.joint} {p.head}", f"at {place}"))
            return True
        if len(self.u.objects) > 1 and self.last is self.u.objects[-1]:
            thing = self.u.objects.pop()
            sort: RelationKind = (
                "back" if place == "back" else "wearing" if place == "head" and places.worn(thing.family) else "carries"
            )
            self.main.relations.append(Relation(sort, thing, p.joint, place))
            self.u.understood.append((f"{p.joint} {p.head}", f"at {place}"))
            return True
        return False

    def _part_of(
        self,
        t: Thing,
        words: tuple[str, ...],
        mods: Modifiers,
        *,
        number: int | None,
        text: str,
        kind_known: bool = False,
    ) -> bool:
        """A part of a thing with its own look, number and measures; False if the thing has no such part."""
        found = exact_part(t.family, words) or (
            None
            if kind_known and len(words) == 1 and find_part(t.family, words) is None
            else find_part(t.family, words)
        )
        if found is None:
            return False
        if (
            kind_known
            and exact_part(t.family, words) is None
            and not mods
            and not found.values
            and places.held("".join(words))
            if kind_known and "".join(words) in _families()
            else False
        ):
            return False
        t.values |= found.values
        meaning = [f"part {text}"]
        if number is not None:
            parameter = get_family(t.family).parameter(found.count) if found.count else None
            if parameter is not None:
                t.values[parameter.name] = parameter.checked(number)
                meaning.append(f"{t.values[parameter.name]} of them")
                if t.values[parameter.name] != number:
                    self.u.warnings.append(
                        f"A {t.family} has at most {parameter.high if isinstance(parameter, Whole) else t.values[parameter.name]} {text}: not {number}."
                    )
            elif not natural_number(t.family, singulars(words[-1])[-1], number):
                self._ignore(f"{number} {text}")
        look = mods.look()
        word = singulars(words[-1])[-1]
        for dimension, direction, said in [
            *mods.measures,
            *([("size", 1 if mods.scale > 1 else -1, "size")] if mods.scale != 1 else []),
        ]:
            values = measure(t.family, dimension, direction, (word,)) or measure(t.family, "size", direction, (word,))
            if values:
                t.values |= values
                meaning.append(_said(values))
            else:
                self._ignore(said if said != "size" else next((x for x, m in mods.heard if m.startswith("size")), said))
        if look:
            t.parts.append(PartLook(text, found.names, found.slot, look))
            meaning.append(_described(look))
        for span in mods.rest:
            if "measure" in span.roles:
                continue
            values = adjective(t.family, span.words)
            if values:
                t.values |= values
                meaning.append(_said(values))
            elif not any(x == span.text for x, _ in mods.heard):
                self._ignore(span.text)
        t.styles += [s for s in mods.styles if s == "damaged" and s not in t.styles and False]
        self.u.understood.append(
            (
                " ".join([*(x for x, _ in mods.heard), text])
                if mods.heard and text not in (x for x, _ in mods.heard)
                else text,
                "; ".join(m for m in meaning if m),
            )
        )
        self.part = (t, found, text)
        return True

    def _loose(self, p: NounPhrase, relation: str, joint: bool) -> None:
        """Adjectives without a noun of their own: "made of gold", ", rusty", "wheels black and white"."""
        assert self.main is not None
        target = self.last or self.main
        for word, number, mods in p.counted:
            if not self._part_of(target, (word,), mods, number=number, text=word):
                self._ignore(word)
        self._spare(p)
        self.u.noise += p.noise
        if not p.mods:
            return
        if (
            self.part is not None
            and relation in ("made", "covered", "of", "in", "and", "with")
            and not (relation == "with" and joint is False)
        ):
            t, found, text = self.part
            look = p.mods.look()
            if t.parts and t.parts[-1].word == text:
                old = t.parts.pop().look
                look = _both(old, look) if relation == "and" or joint else _over(old, look)
            t.parts.append(PartLook(text, found.names, found.slot, look))
            self.u.understood += p.mods.heard
            for span in p.mods.rest:
                self._ignore(span.text)
            return
        if (
            (relation == "and" or joint)
            and target.look.substance
            and p.mods.substances
            and (slot := slot_of_stuff(target.family, p.mods.substances[0])) is not None
        ):
            target.parts.append(PartLook(p.mods.heard[0][0], (), slot, p.mods.look()))
            self.u.understood += p.mods.heard
            return
        if (
            relation == "covered"
            or (relation == "," and p.mods.substances[:1] and p.mods.substances[0] in ("moss", "snow"))
        ) and p.mods.substances:
            target.look = replace(
                target.look,
                second=p.mods.colors[0] if p.mods.colors else substance(p.mods.substances[0]).color,
                pattern="noise",
            )
            self.u.understood += p.mods.heard
            return
        if (relation == "and" or joint) and target.look.color and p.mods.colors and target.look.second is None:
            target.look = replace(target.look, second=p.mods.colors[0])
            self.u.understood += p.mods.heard
            return
        if relation == ",":
            target = self.main
        was = target.look.substance
        self._apply(target, p.mods)
        look = p.mods.look()
        if relation in ("made", "of") and look.substance and look.substance != was:
            base = look.substance.partition(":")[0]
            target.whole = target.whole or stuff(base) not in {stuff(s) for s in usual_substances(target.family)}

    def _without(self, p: NounPhrase) -> None:
        assert self.main is not None
        target = self.last or self.main
        text = f"{p.joint} {p.head}"
        found = find_part(target.family, p.words)
        if found is not None and found.off:
            target.values |= found.off
            self.u.understood.append((text, _said(found.off)))
        elif found is None:
            self.u.understood.append((text, "there is none"))
        else:
            self._ignore(text)

    def _content(self, p: NounPhrase) -> bool:
        """ "A cup of coffee": the part that is the content takes the colour of it."""
        assert self.main is not None
        host = self.last or self.main
        mods = p.mods
        if not mods.colors and p.liquid:
            mods.colors.append(p.liquid)
        for word in (p.words[-1], "liquid", "content", "filling", "drink", "water", "fill"):
            if self._part_of(host, (word,), mods, number=None, text=p.head):
                return True
        return False

    def _other(self, p: NounPhrase, relation: str) -> None:
        """Nothing that the family has; perhaps an adjective of the object after all ("a dragon, knight style")."""
        assert self.main is not None
        values = adjective(self.main.family, p.words) if p.words else None
        if values:
            self.main.values |= values
            self.u.understood.append((p.head, _said(values)))
        elif relation == "," and p.kind is None and p.mods and not p.head:
            self._apply(self.main, p.mods)
        else:
            said = [x for x, _ in p.mods.heard] + [
                s.text for s in p.mods.rest if s.text not in (x for x, _ in p.mods.heard)
            ]
            joint = p.joint if relation not in (",", "and") and p.joint != "," else ""
            self._ignore(" ".join(x for x in [joint, *said, p.head] if x))
        self._spare(p)
        self.u.noise += p.noise

    def _spare(self, p: NounPhrase) -> None:
        for span in p.spare:
            self._ignore(span.text)

    def _leave(self, p: NounPhrase, keep_mods: bool) -> None:
        if p.head:
            self._ignore(p.head)
        self.u.noise += p.noise
        self._spare(p)

    def _ignore(self, text: str) -> None:
        if text and text not in self.u.ignored:
            self.u.ignored.append(text)


def _families() -> frozenset[str]:
    from maquette.shapes.library import library

    return frozenset(library())


def _merged(a: Modifiers, b: Modifiers) -> Modifiers:
    a.merge(b)
    return a


def _over(old: Look, new: Look) -> Look:
    """The new wishes on top of the old ones."""
    fields = {k: v for k, v in vars(new).items() if v not in (None, False)}
    return replace(old, **fields) if fields else old


def _under(hint: Look, wish: Look) -> Look:
    """Hints that no wish speaks against: "a green fire truck" is not red, "a stone snowman" is not white."""
    if wish.substance:
        return replace(hint, color=None, second=None, substance=None)
    return replace(hint, color=None, second=None) if wish.color else hint


def _both(a: Look, b: Look) -> Look:
    return replace(a, second=b.color) if a.color and b.color else _over(a, b)


def _said(values: Any) -> str:
    return ", ".join(f"{k} = {v}" for k, v in dict(values).items())


def _described(look: Look) -> str:
    out = [
        look.substance or "",
        look.color or "",
        f"and {look.second}" if look.second else "",
        "glowing" if look.glow else "",
        look.pattern or "",
    ]
    return " ".join(x for x in out if x)
