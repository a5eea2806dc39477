"""Every constant tolerance of the mesh operations, with its reason. Lengths are fractions of the mesh's longest extent."""

DEGENERATE_AREA = 1e-12
"""A face is degenerate if twice its area is at most this times extent squared. The mean face of a mesh of two million is 1e-6,
and float32 rounding of vertices near the origin is 6e-8 of the extent, so only true slivers and points fall below."""

COPY_DISTANCE = 1e-5
"""How far apart vertices are put that share a place without being one: 0.01 mm on a metre, a hundred float32 steps. Vertices are
merged only where they are equal to the bit, as merging by distance tears thin walls (trimesh's default did)."""

VOLUME_CHANGE = 0.03
"""A remeshed solid may lose or gain this fraction of its volume. Flow-aligned quads cut convex corners by 1 to 2 %."""

COMPONENT_AREA = 2e-4
"""Loose parts whose area is below this fraction of the whole are artefacts (a speck of 1.4 % of the object's width)."""

PLANE_SNAP = 1e-3
"""Vertices nearer to a plane of symmetry than this (and than a tenth of their shortest edge) are put on it instead of cut beside."""
