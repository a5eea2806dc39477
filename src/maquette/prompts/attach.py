"""Puts noun phrases together: which is the object, which are parts of it, which are other objects, and what stays unheard."""

from __future__ import annotations

from dataclasses import replace

from maquette.prompts import points as places
from maquette.prompts.hosts import adjective, exact_part, find_part, is_living, slot_of_stuff, usual_substances
from maquette.prompts.lexicon import lexicon
from maquette.prompts.modifiers import Modifiers
from maquette.prompts.phrases import NounPhrase
from maquette.prompts.standing import fits, handy, make_room, relation_of
from maquette.prompts.stuffs import stuff
from maquette.prompts.things import Things
from maquette.prompts.tokens import singulars
from maquette.prompts.understanding import PartLook, Relation, RelationKind, Thing, Understanding
from maquette.prompts.wishes import both, merged, over, said
from maquette.shapes.substances import substance


class Builder(Things):
    """Fills an `Understanding` from phrases."""

    def __init__(self, understanding: Understanding) -> None:
        super().__init__(understanding)
        self.main: Thing | None = None
        self.last: Thing | None = None  # what "made of" and a part speak of
        self.main_article = False

    def build(self, phrases: list[NounPhrase]) -> None:
        """Everything, in the order of the text."""
        at = next(i for i, p in enumerate(phrases) if p.kind is not None)
        at = self._better(phrases, at)
        before = Modifiers()
        for p in phrases[:at]:
            before.merge(p.mods)
            self._leave(p)
        phrases[at].mods = merged(before, phrases[at].mods)
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
        """A first phrase that is only near to something ("character design, a knight") gives way to a sure one after it."""
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
        if self._named_part(p, relation, [host, self.main] if host is not self.main else [host]):
            return
        if p.kind is None:
            worn = relation in ("wearing", "holding")
            if not (worn and self._part_of(self.main, p.words, p.mods, number=p.count, text=p.head)):
                self._other(p, relation)
            return
        self._object(p, relation)

    def _named_part(self, p: NounPhrase, relation: str, hosts: list[Thing]) -> bool:
        """It is a part of the last thing, or of the first one."""
        if relation not in ("with", ",", "and", "on", "in", "made", "covered", "full", "of", "wearing", "holding"):
            return False
        # Where another object may stand below, beside or in a hand, a part must be called by its very name.
        strict = relation in ("wearing", "holding")
        strict |= p.kind is not None and (
            relation in ("on", "in", "full", "of", "and") or (relation == "," and p.article)
        )
        for host in hosts:
            if self._part_of(host, p.words, p.mods, number=p.count, text=p.head, loose=not strict):
                self.u.noise += p.noise
                for word, number, mods in p.counted:
                    self._part_of(host, (word,), mods, number=number, text=word)
                return True
        return False

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
        ) and (relation == "wearing" or outfit or is_living(self.main.family)):
            if not self._part_of(self.main, p.words, p.mods, number=p.count, text=p.head):
                self._other(p, relation)
            return
        if relation in ("holding", "wearing") and kind.near and not handy(self.main, kind.family):
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
        """After "with a parrot", "on his shoulder" says where the last object is."""
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
                look = both(old, look) if relation == "and" or joint else over(old, look)
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
            self.u.understood.append((text, said(found.off)))
        elif found is None:
            self.u.understood.append((text, "there is none"))
        else:
            self._ignore(text)

    def _content(self, p: NounPhrase) -> bool:
        """Of "a cup of coffee" the part that is the content takes the colour of it."""
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
            self.u.understood.append((p.head, said(values)))
        elif relation == "," and p.kind is None and p.mods and not p.head:
            self._apply(self.main, p.mods)
        else:
            words = [x for x, _ in p.mods.heard] + [
                s.text for s in p.mods.rest if s.text not in (x for x, _ in p.mods.heard)
            ]
            joint = p.joint if relation not in (",", "and") and p.joint != "," else ""
            self._ignore(" ".join(x for x in [joint, *words, p.head] if x))
        self._spare(p)
        self.u.noise += p.noise

    def _leave(self, p: NounPhrase) -> None:
        if p.head:
            self._ignore(p.head)
        self.u.noise += p.noise
        self._spare(p)
