"""Puts the looks of a prompt onto the materials of a family's program."""

from __future__ import annotations

from dataclasses import replace

from maquette.prompts.hosts import is_living, slots_like_first
from maquette.prompts.themes import themed
from maquette.prompts.understanding import Look, PartLook, Thing
from maquette.shapes.material import Material
from maquette.shapes.program import Part, Program
from maquette.shapes.substances import shaded, substance

SECOND_SLOTS = (
    "stripe",
    "stripes",
    "second",
    "accent",
    "accents",
    "patches",
    "patch",
    "spots",
    "trim",
    "detail",
    "details",
    "band",
    "bands",
    "pattern",
    "belly",
    "panel",
    "panels",
    "edge",
    "rim",
    "roof",
    "top",
    "lid",
    "cap",
    "cushion",
    "seat",
    "petal",
)
"""Slots that the second of two colours goes to, the best first."""
LIGHT, DARK = ("belly", "chest", "muzzle", "inner", "underside"), ("ear", "ears", "paw", "legs", "hoof", "tail")


def dressed(program: Program, thing: Thing) -> tuple[Program, list[str]]:
    """The program with the materials that the prompt asks for, and the words of parts that it does not have."""
    materials = dict(program.materials)
    first = _first(program, thing)
    for theme in thing.themes:
        materials = {slot: themed(theme, slot, m, first=slot == first) for slot, m in materials.items()}
    if thing.look:
        _main(materials, thing, first)
    if "damaged" in thing.styles:
        materials = {
            s: m.model_copy(update={"wear": max(m.wear, 0.55)}) if m.emissive is None else m
            for s, m in materials.items()
        }
    elif thing.look.wear:
        materials = {
            s: m.model_copy(update={"wear": max(m.wear, thing.look.wear)}) if m.emissive is None else m
            for s, m in materials.items()
        }
    parts = list(program.parts)
    missing = [wish.word for wish in thing.parts if not _part(materials, parts, wish, first)]
    return program.model_copy(update={"materials": materials, "parts": tuple(parts)}), missing


GENERIC = frozenset({"wood", "metal", "fabric", "fur", "skin", "feathers", "scales", "leather"})
"""Words that leave open which wood, metal or fur: what the family chose stays if it is one."""
TINTED = frozenset({"paper", "wool", "fabric", "plastic", "velvet", "foam", "cotton"})
"""Stuff that comes in all colours: a paper fox is as red as a fox."""
CANDY = ("#f2a7c0", "#fff2e0", "#8fd6c8", "#f6d76a", "#c8a0e8", "#e85a6a")
"""Colours of sweets, for slot after slot."""


def _is(m: Material, name: str) -> bool:
    wanted = substance(name)
    if wanted.metallic > 0.5:
        return m.metallic > 0.5 and m.pattern in ("metal", "brushed", "panels", "plain")
    return m.pattern == wanted.pattern


def restyled(m: Material, look: Look) -> Material:
    """One material with a look."""
    out = m
    if look.substance and not (look.substance in GENERIC and _is(m, look.substance) and not look.color):
        out = substance(look.substance)
        if m.pattern == out.pattern and m.scale:
            out = out.model_copy(update={"scale": m.scale})
    update: dict[str, object] = {}
    if look.color:
        update |= {"color": look.color, "second": None}
        if out.emissive:
            update["emissive"] = look.color
    elif look.shade is not None and not look.substance:
        update |= {"color": shaded(out.color, look.shade)} | (
            {"second": shaded(out.second, look.shade)} if out.second else {}
        )
    if look.roughness is not None:
        update["roughness"] = look.roughness
    if look.wear is not None:
        update["wear"] = max(out.wear, look.wear)
    if look.pattern:
        update |= {
            "pattern": look.pattern,
            "contrast": 1.0 if look.pattern in ("stripes", "spots", "checker") else out.contrast,
        }
        if look.second is None and look.pattern in ("stripes", "spots", "checker"):
            base = str(update.get("color", out.color))
            update["second"] = "#f2f2f0" if _light(base) < 0.72 else shaded(base, -0.55)
    if look.second:
        update["second"] = look.second
    if look.glow:
        update |= {"emissive": str(update.get("color", out.color)), "metallic": 0.0}
    return out.model_copy(update=update) if update else out


def _first(program: Program, thing: Thing) -> str:
    """The slot of the main surface; where the instance does not use it, the one with most parts."""
    name = slots_like_first(thing.family)[0]
    if name in program.materials:
        return name
    used = [p.material for p in program.parts]
    return max(dict.fromkeys(used), key=used.count)


def _main(materials: dict[str, Material], thing: Thing, first: str) -> None:
    look = thing.look
    if thing.whole:
        whole = Look(
            look.substance, look.color, look.second, look.shade, look.roughness, look.wear, look.pattern, look.glow
        )
        for i, (slot, old) in enumerate(materials.items()):
            kept = look.color
            if kept is None and look.substance in TINTED:
                kept = old.color
            elif kept is None and look.substance == "icing":
                kept = CANDY[i % len(CANDY)]
            materials[slot] = restyled(old.model_copy(update={"emissive": None}), replace(whole, color=kept))
        return
    second = None
    main = look
    if look.second and look.pattern is None:
        second = next(
            (s for s in SECOND_SLOTS if s in materials and s != first and materials[s].emissive is None), None
        )
        main = Look(
            look.substance,
            look.color,
            None if second else look.second,
            look.shade,
            look.roughness,
            look.wear,
            None if second else "spots" if is_living(thing.family) else "stripes",
            look.glow,
        )
    like = [s for s in slots_like_first(thing.family) if s in materials and s != second]
    same = materials[first].color
    for slot in dict.fromkeys([first, *like]):
        wish = main
        if slot != first and main.color and is_living(thing.family):
            if any(w in ("spots", "patches", "stripes", "hair", "mane", "stripe") for w in slot.split("_")):
                continue
            tone = 0.3 if any(w in slot for w in LIGHT) else -0.2 if any(w in slot for w in DARK) else 0.0
            wish = Look(
                main.substance,
                shaded(main.color, tone),
                main.second,
                None,
                main.roughness,
                main.wear,
                main.pattern,
                main.glow,
            )
        elif slot != first and main.glow and materials[slot].color != same:
            continue
        materials[slot] = restyled(materials[slot], wish)
    if second and look.second:
        materials[second] = restyled(materials[second], Look(color=look.second))


def words_of(part: Part) -> set[str]:
    """The words that a part is called by."""
    return {*part.name.split("_")} | ({*part.group.split("_")} if part.group else set())


def _part(materials: dict[str, Material], parts: list[Part], wish: PartLook, first: str) -> bool:
    names = set(wish.names)
    named = [i for i, p in enumerate(parts) if names & {*p.name.split("_")}] or [
        i for i, p in enumerate(parts) if p.group and names & {*p.group.split("_")}
    ]
    if wish.slot is not None and wish.slot in materials:
        whole = [i for i, p in enumerate(parts) if p.material == wish.slot]
        if wish.slot != first or wish.slot in names:
            named = whole  # a slot of its own is painted whole
        else:  # the main surface's slot is painted only where the part is
            named = [i for i in named if parts[i].material == wish.slot] or [
                i for i, p in enumerate(parts) if names & words_of(p)
            ]
    if not named:
        return False
    for slot in dict.fromkeys(parts[i].material for i in named):
        chosen = [i for i in named if parts[i].material == slot]
        users = [i for i, p in enumerate(parts) if p.material == slot]
        if len(chosen) == len(users):
            materials[slot] = restyled(materials[slot], wish.look)
            continue
        new = _fresh(f"{slot}_{wish.names[0]}", materials)
        materials[new] = restyled(materials[slot], wish.look)
        for i in chosen:
            parts[i] = parts[i].model_copy(update={"material": new})
    return True


def _fresh(name: str, taken: dict[str, Material]) -> str:
    name = "".join(c for c in name if c.isalnum() or c == "_")[:56]
    out, k = name, 2
    while out in taken:
        out, k = f"{name}_{k}", k + 1
    return out


def _light(color: str) -> float:
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.3 * r + 0.59 * g + 0.11 * b
