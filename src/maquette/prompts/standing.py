"""How two objects stand to one another where the words leave it open: "a knight with a sword", "a table with a lamp"."""

from __future__ import annotations

from maquette.prompts import points as places
from maquette.prompts.hosts import is_living
from maquette.prompts.lexicon import lexicon
from maquette.prompts.phrases import NounPhrase
from maquette.prompts.tokens import singulars
from maquette.prompts.understanding import RelationKind, Thing
from maquette.shapes.family import Flag
from maquette.shapes.library import get_family

IN_HAND = frozenset(
    {
        "staff",
        "sceptre",
        "scepter",
        "axe",
        "sword",
        "spear",
        "hammer",
        "torch",
        "wand",
        "shield",
        "bow",
        "weapon",
        "trident",
        "club",
        "scythe",
        "lantern",
        "gun",
        "knife",
        "dagger",
    }
)
ON_HEAD = frozenset({"hat", "crown", "helmet", "cap", "hood"})


def make_room(main: Thing, sort: RelationKind, thing: Thing) -> None:
    """What the family may put into that hand or onto that head by chance gives way."""
    rivals = {"holding": IN_HAND - ({"shield"} if thing.family != "shield" else set()), "wearing": ON_HEAD}.get(
        sort, frozenset()
    )
    for p in get_family(main.family).parameters:
        if isinstance(p, Flag) and p.name in rivals:
            main.values.setdefault(p.name, False)


def handy(main: Thing, family: str) -> bool:
    """The main object can hold or wear it."""
    has = places.points(main.family)
    return (
        (places.held(family) and places.has_hands(main.family))
        or (places.worn(family) and "head" in has)
        or family in places.BACK
    )


def fits(main: Thing, family: str, p: NounPhrase) -> bool:
    """Whether after "with" comes an object ("a house with a tree") rather than a part, or nothing ("a house with a chimney")."""
    host = main.family
    if family == "bow" and (p.mods.colors or {"velvet", "fabric"} & set(p.mods.substances)):
        return False
    if handy(main, family):
        return True
    if places.part_like(family):
        return False
    if places.surface(host):
        return True
    if singulars(p.words[-1])[-1] in lexicon().parts:
        return False
    return (
        (p.article or bool(p.count))
        and places.extent(family) > 0.2 * places.extent(host)
        and not places.clothing(family)
    )


def relation_of(main: Thing, relation: str, thing: Thing, p: NounPhrase) -> RelationKind:
    host = main.family
    has = places.points(host)
    if relation == "riding":
        return "riding"
    if relation == "on":
        return (
            "riding"
            if "seat" in places.points(thing.family)
            and is_living(host)
            and (is_living(thing.family) or get_family(thing.family).category.startswith("vehicle"))
            else "on"
        )
    if relation == "in" and places.worn(thing.family) and "head" in has:
        return "wearing"
    if relation == "in":
        return (
            "in"
            if "inside" in places.points(thing.family)
            or "top" in places.points(thing.family)
            or "seat" in places.points(thing.family)
            else "on"
        )
    if relation in ("full", "of", "covered"):
        if p.plural and thing.count == 1:
            thing.count, thing.pile = 6, "pile"
        return "inside"
    if relation == "and" and places.held(thing.family) and main.relations and main.relations[-1].kind == "holding":
        return "holding"
    if relation == "beside" or (relation in ("and", ",") and not places.has_hands(host)):
        return "beside"
    if relation == "and":
        return "beside"
    if (
        places.worn(thing.family)
        and "head" in has
        and (relation == "wearing" or not places.held(thing.family) or relation == "with")
    ):
        return "wearing"
    if thing.family in places.BACK and "back" in has and relation in ("wearing", "with", "holding"):
        return "back"
    if relation == "holding" or (places.held(thing.family) and places.has_hands(host)):
        if not places.held(thing.family) and places.extent(thing.family) > 0.9 * places.extent(host):
            return "beside"
        return "holding" if places.has_hands(host) or "mouth" in has or "top" in has else "beside"
    if relation == "wearing":
        return "wearing" if "head" in has else "carries" if "top" in has else "beside"
    return "carries" if places.surface(host) and places.portable(thing.family) else "beside"
