"""How metallic and how rough the surfaces in a picture are, by colour: a careful guess.

One picture rarely tells materials apart, and a wrong metal looks worse than none. So everything is matte (`MATTE`) unless the picture
shows otherwise: paint that mirrors white highlights is glossier, by how strong and narrow they are; a neutral or golden surface that turns
from dark to bright and back within a short way, without the sharp steps of lettering, is metal. Words of the prompt (metal, gold, wood,
glass …) count more than that, for the colours that they can mean. The result is keyed by base colour with soft borders, so that it fits any
engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.images.delight import without_highlights
from maquette.images.filters import Floats, masked_blur, shrink_to, smoothstep
from maquette.render.color import to_linear
from maquette.texture.words import Look, read_prompt

Pixels = NDArray[np.uint8]
Picture = tuple[Pixels, Floats, Pixels]
"""Colours that the asset gets `(h, w, 3)`, mask `(h, w)`, and the picture with its light `(h, w, 3)`, which may be the same."""

MATTE = 0.7
"""Roughness of what shows nothing: right for wood, cloth, skin, painted plastic."""
GLOSSY = 0.32
"""Roughness of paint with strong, narrow highlights."""
METAL_ROUGHNESS = 0.38
SIDE = 256
CLUSTERS = 12
LIGHTNESS = 0.4
"""Weight of Lab lightness in the distance of colours: light and shadow change it."""
APART = 11.0
"""Distance of colours within which they are one surface."""
LEAST = 0.004
"""Share of the object that a surface must have to be judged."""


@dataclass(frozen=True, eq=False)
class MaterialTable:
    """Surfaces by colour.

    Attributes:
        centers: `(k, 3) float32`, Lab with lightness times `LIGHTNESS`.
        metallic, roughness: `(k,) float32`.
        notes: for each surface what it was taken for, for people.
    """

    centers: Floats
    metallic: Floats
    roughness: Floats
    notes: tuple[str, ...]


def color_features(srgb: NDArray[np.floating]) -> Floats:
    """Lab `(n, 3) float32` of sRGB in [0, 1] `(n, 3)`, lightness times `LIGHTNESS`."""
    lab = np.asarray(cv2.cvtColor(np.ascontiguousarray(srgb, np.float32)[None], cv2.COLOR_RGB2LAB), np.float32)[0]
    return np.asarray(lab * np.array([LIGHTNESS, 1, 1], np.float32), np.float32)


def estimate_materials(pictures: Sequence[Picture], prompt: str | None = None, *, firm: bool = False) -> MaterialTable:
    """Judge the surfaces in pictures of one object; deterministic.

    Args:
        prompt: words that name materials.
        firm: a prompt with one look means the whole object: picture for the colours, words for the material.
    """
    seen = [_Pixels.of(*p) for p in pictures]
    features = np.concatenate([p.features for p in seen]) if seen else np.zeros((0, 3), np.float32)
    if not len(features):
        return MaterialTable(np.zeros((0, 3), np.float32), np.zeros(0, np.float32), np.zeros(0, np.float32), ())
    centers, label = _clusters(features)
    joined = _Pixels.joined(seen)
    looks = [k for k in read_prompt(prompt or "").looks if "material" in k.named]
    metallic, roughness, notes = [], [], []
    for k in range(len(centers)):
        m, r, note = _judged(joined, label == k, centers[k])
        look = _meant(looks, centers[k], firm)
        if look is not None:
            m, r, note = look.metallic, look.roughness, " ".join(look.words)
        metallic.append(m)
        roughness.append(r)
        notes.append(note)
    return MaterialTable(centers, np.array(metallic, np.float32), np.array(roughness, np.float32), tuple(notes))


@dataclass(frozen=True, eq=False)
class _Pixels:
    """What is known of each opaque pixel: its colour and measures of the light around it; all `(n,)` but the first."""

    features: Floats
    shine: Floats
    sharp: Floats
    swing: Floats
    jump: Floats
    lightness: Floats

    @classmethod
    def of(cls, rgb: Pixels, alpha: Floats, lit: Pixels) -> _Pixels:
        small, a = shrink_to(lit, SIDE), shrink_to(alpha, SIDE)
        inside = cv2.erode((a > 0.9).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        linear = to_linear(small / 255)
        extra = (linear - without_highlights(linear, a)).min(axis=2)
        top = np.maximum(linear.max(axis=2), 1e-3)
        lab = np.asarray(cv2.cvtColor(np.asarray(small / 255, np.float32), cv2.COLOR_RGB2LAB), np.float32)
        # A highlight holds some of its paint's colour, or is burnt out; plain grey beside a colour is neither.
        extra = extra * ((np.linalg.norm(lab[..., 1:], axis=2) > 6) | (lab[..., 0] > 92))
        kernel = np.ones((9, 9), np.uint8)
        step = cv2.dilate(extra, np.ones((3, 3), np.uint8)) - cv2.erode(extra, np.ones((3, 3), np.uint8))
        shine = cv2.dilate(np.asarray(extra / (0.25 + top), np.float32), kernel)
        sharp = cv2.dilate(np.asarray(step, np.float32), kernel)
        # Rise and fall of lightness within one chroma, in a window of 6 % of the object.
        sigma = 0.03 * max(a.shape)
        weight = inside.astype(np.float32) + np.float32(1e-5)
        light = lab[..., 0]
        fine = masked_blur(light, weight, 1.0)
        wide = masked_blur(fine, weight, sigma)
        tint = np.linalg.norm(lab[..., 1:] - masked_blur(lab[..., 1:], weight, sigma), axis=2)
        spread = np.sqrt(masked_blur((fine - wide) ** 2, weight, sigma))
        swing = spread * np.exp(-((masked_blur(np.asarray(tint, np.float32), weight, sigma) / 5) ** 2))
        box = np.ones((3, 3), np.uint8)
        jump = np.asarray(cv2.dilate(fine, box) - cv2.erode(fine, box), np.float32)
        colors = shrink_to(rgb, SIDE)[inside] / 255
        f32 = np.float32
        return cls(
            color_features(colors),
            np.asarray(shine, f32)[inside],
            np.asarray(sharp, f32)[inside],
            np.asarray(swing, f32)[inside],
            jump[inside],
            light[inside],
        )

    @classmethod
    def joined(cls, parts: Sequence[_Pixels]) -> _Pixels:
        names = ("features", "shine", "sharp", "swing", "jump", "lightness")
        return cls(*(np.concatenate([getattr(p, n) for p in parts]) for n in names))


def _judged(p: _Pixels, rows: NDArray[np.bool_], center: Floats) -> tuple[float, float, str]:
    """Metallic, roughness and a note for the pixels of one surface."""
    share = float(rows.mean())
    if share < LEAST:
        return 0.0, MATTE, "small"
    chroma = float(np.hypot(center[1], center[2]))
    hue = float(np.degrees(np.arctan2(center[2], center[1])))
    low, high = np.quantile(p.lightness[rows], [0.05, 0.95])
    swing = float(np.quantile(p.swing[rows], 0.6))
    neutral = 1 - _ramp(7.0, 12.0, chroma)
    golden = float(68 < hue < 96 and 22 < chroma < 70)
    # Lettering and panels swing too, but in steps; a whole object of one grey is a matte one in the light.
    steps = float(np.quantile(p.jump[rows], 0.95)) / max(swing, 1e-3)
    contrast = (
        _ramp(4.7, 5.5, swing)
        * (1 - _ramp(8.5, 10.0, swing))
        * (1 - _ramp(3.0, 3.4, steps))
        * (1 - _ramp(0.5, 0.56, share))
    )
    middle = float(25 < float(np.median(p.lightness[rows])) < 88)
    metal = float(max(neutral, 0.8 * golden) * contrast * middle)
    if metal > 0.5:
        return metal, METAL_ROUGHNESS, f"metal (swing {swing:.1f}, {low:.0f} to {high:.0f})"
    shine = float(np.quantile(p.shine[rows], 0.985))
    sharp = float(np.quantile(p.sharp[rows], 0.985))
    gloss, narrow = _ramp(0.04, 0.25, shine), _ramp(0.02, 0.15, sharp)
    roughness = MATTE + (GLOSSY - MATTE) * gloss * (0.45 + 0.55 * narrow)
    return 0.0, roughness, f"shine {shine:.2f}, sharp {sharp:.2f}, swing {swing:.1f}"


def _ramp(low: float, high: float, x: float) -> float:
    return float(smoothstep(low, high, np.array([x], np.float32))[0])


def _meant(looks: Sequence[Look], center: Floats, firm: bool) -> Look | None:
    """The look of the prompt that a surface of this colour can be, the nearest one; None if none can."""
    if firm and len(looks) == 1:
        return looks[0]
    best, nearest = None, 24.0
    for look in looks:
        other = color_features(np.array([look.color], np.float32))[0]
        distance = float(np.linalg.norm((other - center) * [0.5, 1, 1]))
        if distance < nearest:
            best, nearest = look, distance
    return best


def _clusters(features: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Centres `(k, 3)` and the nearest one of each colour: the fullest cell first, then the farthest colours that are frequent."""
    cell, count = np.unique(np.rint(features / 6).astype(np.int32), axis=0, return_counts=True)
    place = cell.astype(np.float32) * 6
    keep = count >= max(LEAST * len(features) / 2, 3)
    place, count = (place[keep], count[keep]) if keep.any() else (place, count)
    chosen = [int(np.argmax(count))]
    while len(chosen) < min(CLUSTERS, len(place)):
        distance = np.linalg.norm(place[:, None] - place[chosen][None], axis=2).min(axis=1)
        score = np.where(distance > APART, distance * np.sqrt(count), 0)
        if score.max() <= 0:
            break
        chosen.append(int(np.argmax(score)))
    centers = place[chosen]
    label = np.zeros(len(features), np.int64)
    for _ in range(6):
        label = np.linalg.norm(features[:, None] - centers[None], axis=2).argmin(axis=1)
        mass = np.maximum(np.bincount(label, minlength=len(centers)), 1)
        total = [np.bincount(label, features[:, k], len(centers)) for k in range(3)]
        centers = np.where(
            (np.bincount(label, minlength=len(centers)) > 0)[:, None], np.stack(total, 1) / mass[:, None], centers
        )
        centers = centers.astype(np.float32)
    return centers, label
