"""Noun phrases of a prompt and how they hang together: a small grammar of English, into which other languages are translated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from maquette.prompts.counted import is_counted, is_ed, stem
from maquette.prompts.modifiers import Modifiers
from maquette.prompts.nouns import Kind
from maquette.prompts.tagging import Span
from maquette.prompts.tokens import is_plural

ADJECTIVAL = frozenset(
    {
        "metallic",
        "wooden",
        "golden",
        "rusty",
        "furry",
        "fluffy",
        "glassy",
        "stony",
        "rocky",
        "leathery",
        "icy",
        "watery",
        "transparent",
        "translucent",
        "reflective",
        "mirrored",
        "feathered",
        "scaly",
        "overgrown",
        "mossy",
        "snowy",
        "muddy",
        "polyester",
    }
)
"""Words of substances that are never things."""
IsPart = Callable[[Kind, tuple[str, ...]], bool]
JOINING = frozenset({"with", "without", "of", "and", "on", "in"})
"""Relations that may stand before the main noun; others there are mere adjectives ("painted wooden horse")."""


@dataclass
class NounPhrase:
    """A noun with what is said of it.

    Attributes:
        relation: to what came before: "main", ",", "with", "holding", …
        joint: the relation's words.
        head: words of the noun as written, "" if there is none.
        words: folded.
        kind: what it names, if a family makes that.
        count: "two chairs".
        article: it begins with one: something of its own.
        own: it begins with a possessive ("on his shoulder").
        counted: parts whose number is given: "three-legged".
        container: span of "a stack of", "a statue of" before it.
        scenery: it is a background.
        noise: spans that say nothing.
    """

    relation: str = "main"
    joint: str = ""
    head: str = ""
    words: tuple[str, ...] = ()
    kind: Kind | None = None
    count: int | None = None
    plural: bool = False
    article: bool = False
    own: bool = False
    mods: Modifiers = field(default_factory=Modifiers)
    counted: list[tuple[str, int | None, Modifiers]] = field(default_factory=list)
    container: Span | None = None
    liquid: str | None = None
    scenery: bool = False
    noise: list[str] = field(default_factory=list)
    spare: list[Span] = field(default_factory=list)


def noun_phrases(spans: list[Span], is_part: IsPart) -> list[NounPhrase]:
    """All noun phrases, from left to right."""
    out: list[NounPhrase] = []
    relation, joint = "main", ""
    buffer: list[Span] = []
    headed = False

    def flush() -> None:
        nonlocal buffer, headed
        if buffer:
            made = _phrases(buffer, relation, joint, is_part, headed)
            headed = headed or any(p.kind is not None for p in made)
            out.extend(made)
        buffer = []

    for k, span in enumerate(spans):
        mark = span.get("mark")
        link = span.get("relation")
        if (
            link is not None
            and "unit" in span
            and buffer
            and "number" in buffer[-1]
            and (span.glued or _dimension_next(spans, k))
        ):
            link = None
        if mark is not None:
            flush()
            relation, joint = ",", mark
        elif (
            link is not None
            and span.noun is None
            and (link in JOINING or headed or _has_kind(buffer))
            and not (span.glued and buffer)
        ):
            flush()
            if link == "of" and out and relation != "of" and _contains(out[-1]):
                relation, joint = f"of/{out[-1].relation}", out[-1].joint
            elif link in ("and",) and relation not in ("main", ","):
                relation, joint = f"and/{relation.removeprefix('and/')}", span.text
            else:
                relation, joint = link, span.text
        else:
            buffer.append(span)
    flush()
    return _joined(out)


def _dimension_next(spans: list[Span], k: int) -> bool:
    return k + 1 < len(spans) and "dimension" in spans[k + 1]


def _has_kind(buffer: list[Span]) -> bool:
    return any(s.noun is not None or s.unknown for s in buffer)


def _contains(p: NounPhrase) -> bool:
    return p.container is not None and p.words == p.container.words


def _joined(phrases: list[NounPhrase]) -> list[NounPhrase]:
    """In "a pile of coins" the coins take the place of the pile, and keep it as their container."""
    out: list[NounPhrase] = []
    for p in phrases:
        if p.relation.startswith("of/"):
            before = out[-1] if out else None
            if before is not None and (p.head or p.kind) and before.container is not None:
                out.pop()
                p.relation, p.joint, p.container = before.relation, before.joint, before.container
                before.mods.merge(p.mods)
                p.mods = before.mods
                p.count = before.count if before.count is not None else p.count
                p.article = before.article
            else:
                p.relation = "of"
        out.append(p)
    return out


def _phrases(buffer: list[Span], relation: str, joint: str, is_part: IsPart, headed: bool) -> list[NounPhrase]:
    cut = _second_noun(buffer, is_part)
    if cut is not None:
        return [_phrase(buffer[:cut], relation, joint, headed), _phrase(buffer[cut:], "with", "")]
    return [_phrase(buffer, relation, joint, headed)]


def _second_noun(buffer: list[Span], is_part: IsPart) -> int | None:
    """Where "red car black wheels" falls apart: adjectives stand between a noun and a part of it."""
    first: Kind | None = None
    for i, span in enumerate(buffer):
        if span.noun is not None and not span.modifies:
            if first is not None:
                j = i
                while j > 0 and buffer[j - 1].modifies and buffer[j - 1].noun is None:
                    j -= 1
                if j < i and j > 0 and is_part(first, span.words):
                    return j
            first = span.noun
        elif span.unknown and first is not None:
            j = i
            while j > 0 and (buffer[j - 1].modifies or "number" in buffer[j - 1]) and buffer[j - 1].noun is None:
                j -= 1
            if j < i and j > 0 and is_part(first, span.words):
                return j
    return None


def _phrase(buffer: list[Span], relation: str, joint: str, headed: bool = False) -> NounPhrase:
    p = NounPhrase(relation=relation, joint=joint)
    at = -1 if headed and _afterthought(buffer, relation) else _head(buffer, relation.removeprefix("and/"))
    i = 0
    while i < len(buffer):
        span = buffer[i]
        following = buffer[i + 1] if i + 1 < len(buffer) else None
        if i == at:
            p.head, p.words, p.kind = span.text, span.words, span.noun
            p.plural = is_plural(span.words[-1])
            p.scenery = "scenery" in span and relation.removeprefix("and/") in ("on", "in", "for", "beside", "and")
            p.liquid = span.get("liquid")
            p.container = span if "container" in span else None
        elif "number" in span and following is not None and "unit" in following:
            i = _length(buffer, i, p)
            continue
        elif "number" in span and following is not None and i + 1 != at and is_counted(following, buffer, i + 1, at):
            p.counted.append(
                (
                    stem(following.words[-1]),
                    int(span.get("number")),
                    Modifiers(heard=[(f"{span.text} {following.text}", "count")]),
                )
            )
            i += 2
            continue
        elif (
            (span.modifies or span.unknown)
            and following is not None
            and i + 1 != at
            and following.glued
            and is_ed(following)
        ):
            mods = Modifiers()
            mods.add(span)
            p.counted.append((stem(following.words[-1]), None, mods))
            i += 2
            continue
        elif "number" in span:
            p.count = max(1, int(span.get("number"))) if span.get("number") >= 1 else None
        elif "noise" in span and span.noun is None and not span.modifies:
            p.noise.append(span.text)
        elif "determiner" in span:
            p.article = p.article or span.words[-1] in ("a", "an", "the", "another", "some")
            p.own = p.own or span.words[-1] in ("his", "her", "its", "their", "it", "s")
        elif "dropped" in span:
            pass
        elif "noise" in span:
            p.noise.append(span.text)
        elif span.modifies:
            p.mods.add(span)
        elif "dimension" in span or "unit" in span:
            p.mods.rest.append(span)
        elif "suffix" in span and span.noun is None:
            p.noise.append(span.text)
        elif "scenery" in span and span.noun is None:
            p.spare.append(span)
        else:
            p.mods.rest.append(span)
        i += 1
    return p


def _afterthought(buffer: list[Span], relation: str) -> bool:
    """The ", orange" of "a tent, orange" is its colour, although an orange is a thing, too; ", an orange" is that thing."""
    nouns = [s for s in buffer if s.noun is not None]
    return (
        relation == ","
        and bool(nouns)
        and not any("determiner" in s or "number" in s for s in buffer)
        and all(s.modifies for s in buffer)
        and all(
            "color" in s or ("substance" in s and s.noun is not None and s.noun.word != s.noun.family) for s in nouns
        )
    )


def _head(buffer: list[Span], relation: str) -> int:
    """Index of the head noun, or -1."""
    nouns = [i for i, s in enumerate(buffer) if s.noun is not None]
    if len(nouns) > 1:
        nouns = [i for i in nouns if "noise" not in buffer[i]] or nouns
    if relation in ("made", "covered"):
        # "made of gold": a substance there is nothing else.
        nouns = [i for i in nouns if "substance" not in buffer[i] and "color" not in buffer[i]]
    solid = [i for i in nouns if not ("suffix" in buffer[i] or ("container" in buffer[i] and i < nouns[-1]))]
    # Words that are adjectives, too ("stone", "gold", "orange"), are heads only where nothing else is.
    strict = [i for i in solid if not _adjectival(buffer[i])]
    foreign = [
        i
        for i, s in enumerate(buffer)
        if s.unknown
        or s.get("liquid")
        or ("container" in s and s.noun is None)
        or ("scenery" in s and s.noun is None and not s.modifies)
    ]
    plain = [
        i
        for i in foreign
        if not (buffer[i].unknown and buffer[i].words[-1].endswith(("ing", "ed")) and len(buffer[i].words[-1]) > 4)
    ]
    foreign = plain or (foreign if not strict else [])
    if relation in ("in", "of") and not strict and not foreign and solid and not any("determiner" in s for s in buffer):
        return -1  # "in marble", "of gold"
    if (
        relation.endswith("with")
        and not solid
        and not foreign
        and not any("suffix" in s for s in buffer)
        and "substance" in buffer[-1]
        and buffer[-1].words[-1] not in ADJECTIVAL
    ):
        return len(buffer) - 1  # "with rubies", "with whipped cream"
    if relation not in ("main", ",") and foreign and foreign[-1] > max([-1, *strict, *solid]):
        # In "with big flibbers" the flibbers are meant, known or not; in "a cat in a big flibber" too.
        return foreign[-1]
    if (
        relation == ","
        and len(buffer) > 1
        and not strict
        and buffer[-1].unknown
        and all(b.modifies or "number" in b or "determiner" in b for b in buffer[:-1])
    ):
        return len(buffer) - 1  # ", oak legs"
    if (
        relation == "and"
        and not strict
        and solid
        and "color" in buffer[solid[-1]]
        and not any("determiner" in s or "number" in s for s in buffer)
    ):
        return -1  # "white and orange"
    if strict:
        last = strict[-1]
        later = [i for i in solid if i > last and not buffer[i].get("color")]
        # "toy car" ends in a plain noun; "car gold" does not end in one.
        return later[-1] if later and _adjectival(buffer[last]) else last
    if solid:
        return solid[-1]
    if nouns:
        return nouns[-1]
    contained = [i for i, s in enumerate(buffer) if "container" in s or s.get("liquid")]
    if contained:
        return contained[-1]
    return foreign[-1] if foreign and relation not in ("main", ",") else -1


def _adjectival(span: Span) -> bool:
    return any(r in span for r in ("color", "substance", "themes", "style", "finish", "measure", "size"))


def _length(buffer: list[Span], i: int, p: NounPhrase) -> int:
    """Reads "2 m tall", "height 30 cm"; returns the index after it."""
    metres = float(buffer[i].get("number")) * float(buffer[i + 1].get("unit"))
    text = f"{buffer[i].text} {buffer[i + 1].text}"
    dimension, used = "size", 2
    after = buffer[i + 2] if i + 2 < len(buffer) else None
    before = buffer[i - 1] if i else None
    if after is not None and "dimension" in after:
        dimension, used, text = after.get("dimension"), 3, f"{text} {after.text}"
    elif before is not None and "dimension" in before:
        dimension = before.get("dimension")
    if metres > 0:
        p.mods.dims[dimension] = metres
        p.mods.heard.append((text, f"{dimension} {metres:g} m"))
    return i + used
