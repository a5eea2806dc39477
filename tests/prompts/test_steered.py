"""Words beside a picture change its surface and leave its colours and its shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pytest

from maquette.prompts.looks import steer
from maquette.prompts.steered import SteeredAppearance, steered
from maquette.texture.appearance import Floats, SurfaceSamples, register_appearance


@register_appearance
@dataclass(frozen=True, eq=False)
class Halves:
    """Blue above, brown below."""

    kind: ClassVar[str] = "test-halves"

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        above = points[:, 1:2] > 0
        base = np.where(above, np.float32([0.1, 0.3, 0.9]), np.float32([0.5, 0.35, 0.2]))
        n = len(points)
        return SurfaceSamples(base.astype(np.float32), np.zeros(n, np.float32), np.full(n, 0.5, np.float32))

    def to_arrays(self) -> dict[str, Any]:
        return {}

    @classmethod
    def from_arrays(cls, arrays: Any) -> Halves:
        return cls()


@pytest.fixture
def places() -> tuple[Floats, Floats]:
    rng = np.random.default_rng(1)
    points = rng.uniform(-1, 1, (4000, 3)).astype(np.float32)
    normals = points / np.linalg.norm(points, axis=1, keepdims=True)
    return points, normals


def test_nothing_asked_is_nothing_done() -> None:
    inner = Halves()
    assert steered(inner, steer("a chair"), 2.0) is inner
    assert steered(inner, steer(""), 2.0) is inner


def test_what_is_named_glows_and_nothing_else(places: tuple[Floats, Floats]) -> None:
    s = steered(Halves(), steer("glowing blue accents"), 2.0).sample(*places)
    above = places[0][:, 1] > 0
    assert s.emissive is not None
    assert s.emissive[above] == pytest.approx(s.base_color[above])
    assert not s.emissive[~above].any()
    assert s.base_color == pytest.approx(Halves().sample(*places).base_color)


def test_wear_roughens_and_darkens_in_places(places: tuple[Floats, Floats]) -> None:
    plain, worn = Halves().sample(*places), steered(Halves(), steer("old and rusty"), 2.0).sample(*places)
    changed = np.abs(worn.base_color - plain.base_color).max(axis=1)
    assert 0.2 < (changed > 0.05).mean() < 0.95
    assert worn.roughness.mean() > plain.roughness.mean()


def test_a_cartoon_is_vivid_and_dull(places: tuple[Floats, Floats]) -> None:
    plain, s = Halves().sample(*places), steered(Halves(), steer("in cartoon style"), 2.0).sample(*places)
    assert np.ptp(s.base_color, axis=1).mean() > np.ptp(plain.base_color, axis=1).mean()
    assert s.roughness.min() >= 0.75


def test_it_comes_back_from_arrays(places: tuple[Floats, Floats]) -> None:
    field = steered(Halves(), steer("old, cartoon, glowing blue"), 2.0)
    assert isinstance(field, SteeredAppearance)
    again = SteeredAppearance.from_arrays(field.to_arrays())
    a, b = field.sample(*places), again.sample(*places)
    assert a.base_color.tobytes() == b.base_color.tobytes()
    assert a.emissive is not None
    assert b.emissive is not None
    assert a.emissive.tobytes() == b.emissive.tobytes()
