"""The language as Python functions: `box`, `cylinder`, … build nodes, which have methods of their own (`node.Node`)."""

from __future__ import annotations

from collections.abc import Sequence

from maquette.shapes import _link  # noqa: F401
from maquette.shapes import booleans as b
from maquette.shapes import primitives as p
from maquette.shapes import transforms as t
from maquette.shapes.node import Node

Point2 = tuple[float, float]
Point3 = tuple[float, float, float]


def box(x: float, y: float, z: float, bevel: float = 0.0, steps: int = 2) -> Node:
    """A box centred on the origin; bevels are cut to what fits."""
    return p.Box(size=(x, y, z), bevel=min(bevel, 0.49 * min(x, y, z)), steps=steps)


def sphere(x: float, y: float | None = None, z: float | None = None) -> Node:
    """A ball of radius x, or an ellipsoid of three half axes."""
    return p.Sphere(radii=(x, x if y is None else y, x if z is None else z))


def cylinder(
    radius: float, height: float, top: float | None = None, sides: int | None = None, bevel: float = 0.0
) -> Node:
    """Along Y, centred; `top` radius makes a frustum, `sides` a prism."""
    least = min(radius, radius if top is None else top, height / 2)
    return p.Cylinder(radius=radius, height=height, top=top, sides=sides, bevel=min(bevel, 0.9 * least))


def cone(radius: float, height: float, sides: int | None = None) -> Node:
    """Along Y, centred, its tip up."""
    return p.Cylinder(radius=radius, height=height, top=0.0, sides=sides)


def capsule(radius: float, height: float, top: float | None = None) -> Node:
    """Along Y, centred, `height` with its caps."""
    return p.Capsule(radius=radius, height=height, top=top)


def torus(radius: float, tube: float, degrees: float = 360.0) -> Node:
    """A ring about Y."""
    return p.Torus(radius=radius, tube=tube, degrees=degrees)


def lathe(profile: Sequence[Point2], smooth: bool = False, degrees: float = 360.0, sides: int | None = None) -> Node:
    """(radius, height) points from low to high, turned about Y. For a hollow vessel go up the outside and down the inside."""
    return p.Lathe(profile=tuple(profile), smooth=smooth, degrees=degrees, sides=sides)


def extrude(
    profile: Sequence[Point2],
    depth: float,
    *,
    holes: Sequence[Sequence[Point2]] = (),
    smooth: bool = False,
    bevel: float = 0.0,
    twist: float = 0.0,
    taper: float = 1.0,
) -> Node:
    """A polygon in XY, extruded along Z, centred."""
    return p.Extrude(
        profile=tuple(profile),
        depth=depth,
        holes=tuple(tuple(h) for h in holes),
        smooth=smooth,
        bevel=bevel,
        twist=twist,
        taper=taper,
    )


def sweep(
    path: Sequence[Point3],
    radius: float | Sequence[float] | None = None,
    *,
    profile: Sequence[Point2] | None = None,
    smooth: bool = True,
    closed: bool = False,
    twist: float = 0.0,
    round_ends: bool = False,
    sides: int | None = None,
) -> Node:
    """A round section (one radius, or one for each point) or a polygon, along a path."""
    radii = None if radius is None else (float(radius),) if isinstance(radius, int | float) else tuple(radius)
    return p.Sweep(
        path=tuple(path),
        radius=radii,
        profile=None if profile is None else tuple(profile),
        smooth=smooth,
        closed=closed,
        twist=twist,
        round_ends=round_ends,
        sides=sides,
    )


def loft(sections: Sequence[tuple[Sequence[Point2], Point3]], smooth: bool = True) -> Node:
    """A skin over (profile in XZ, place) sections from low to high."""
    return p.Loft(sections=tuple(p.Section(profile=tuple(s), at=at) for s, at in sections), smooth=smooth)


def height_field(
    x: float, z: float, *, base: float = 0.05, amplitude: float = 0.1, detail: float = 0.5, seed: int = 0
) -> Node:
    """Noisy ground, its underside at y = 0."""
    return p.HeightField(size=(x, z), base=base, amplitude=amplitude, detail=detail, seed=seed)


def text(words: str, height: float, depth: float) -> Node:
    """Letters facing +Z, centred."""
    return p.Text(text=words, height=height, depth=depth)


def hull(points: Sequence[Point3]) -> Node:
    """Convex hull of points."""
    return p.Hull(points=tuple(points))


def bone(a: Point3, b: Point3, ra: float, rb: float | None = None) -> p.Bone:
    """A round cone for `organic`."""
    return p.Bone(a=a, b=b, ra=ra, rb=ra if rb is None else rb)


def organic(bones: Sequence[p.Bone], blend: float = 0.03, minus: Sequence[p.Bone] = (), cells: int = 72) -> Node:
    """Bones melted into one smooth body: animals, limbs, trunks, clouds."""
    return p.Organic(bones=tuple(bones), blend=blend, minus=tuple(minus), cells=cells)


def union(*solids: Node) -> Node:
    """All joined; a single one is itself."""
    return solids[0] if len(solids) == 1 else b.Union(of=tuple(s.as_solid() for s in solids))


def difference(solid: Node, *minus: Node) -> Node:
    """One without the others."""
    return b.Difference(of=solid.as_solid(), minus=tuple(m.as_solid() for m in minus)) if minus else solid


def intersection(*solids: Node) -> Node:
    """What all share."""
    return b.Intersection(of=tuple(s.as_solid() for s in solids))


def soft_difference(solid: Node, *minus: Node, radius: float) -> Node:
    """One without the others, with rounded edges."""
    return b.SoftDifference(radius=radius, of=solid.as_solid(), minus=tuple(m.as_solid() for m in minus))


def scatter(
    of: Node,
    on: Node,
    count: int,
    *,
    seed: int = 0,
    spread: float = 0.3,
    up: float = -1.0,
    gap: float = 0.0,
    alone: bool = False,
) -> Node:
    """Copies of one solid on the surface of another."""
    return t.Scatter(
        of=of.as_solid(), on=on.as_solid(), count=count, seed=seed, spread=spread, up=up, gap=gap, alone=alone
    )
