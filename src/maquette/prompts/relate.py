"""Where one thing stands to another: in a hand, on a head, on top, astride, behind; both overlap a little, to be one solid."""

from __future__ import annotations

import numpy as np

from maquette.prompts.placing import Array, bounds, joined, placed
from maquette.prompts.understanding import Relation
from maquette.shapes.build.attach import point_frame
from maquette.shapes.program import Point, Program


def relate(host: Program, guest: Program, relation: Relation, hand: int = 0) -> Program:
    """Both together.

    Args:
        host: the main object.
        guest: the other one.
        relation: how they stand to one another.
        hand: how many hands hold something already.
    """
    name = relation.thing.noun
    if relation.place in ("head", "top", "shoulder", "back", "nose", "lap") and relation.kind in (
        "holding",
        "carries",
        "beside",
    ):
        return joined(host, _set_on(guest, host, _spot(host, relation.place)), name)
    if relation.kind == "holding":
        return joined(host, _held(host, guest, hand), name)
    if relation.kind == "wearing":
        return joined(host, _worn(host, guest), name)
    if relation.kind == "back":
        return joined(host, _behind(host, guest), name)
    if relation.kind == "riding":
        return _mounted(host, guest, name)
    if relation.kind in ("on", "in"):
        return _standing(host, guest, name, inside=relation.kind == "in")
    return joined(
        host,
        _set_on(
            guest, host, _spot(host, "inside" if relation.kind == "inside" else "top"), inside=relation.kind == "inside"
        ),
        name,
    )


def _spot(host: Program, place: str) -> Point:
    """A point of the host by name, over its nearest relatives, else the middle of its upper side."""
    near = {
        "shoulder": ("shoulder", "shoulder_right", "shoulder_left"),
        "inside": ("inside", "content", "top", "seat"),
        "top": ("top", "head"),
        "seat": ("seat", "back", "top"),
        "nose": ("nose", "head"),
    }
    for name in near.get(place, (place, "top")):
        if name in host.points:
            return host.points[name]
    low, high = bounds(host)
    middle = (low + high) / 2
    if place == "shoulder":
        arm = next((b for b in host.limbs if b.kind == "arm_right"), None)
        if arm is not None:
            return Point(
                at=(arm.joints[0][0], arm.joints[0][1] + 0.04 * float(high[1] - low[1]), arm.joints[0][2]),
                size=0.12 * float(high[1] - low[1]),
            )
    return Point(
        at=(float(middle[0]), float(high[1]), float(middle[2])), size=float(min(high[0] - low[0], high[2] - low[2]))
    )


def _held(host: Program, guest: Program, full: int) -> Program:
    hand = host.points.get("hand_right") or host.points.get("hand_left") or host.points.get("mouth")
    if full % 2 and "hand_left" in host.points:
        hand = host.points["hand_left"]
    if hand is None:
        return _set_on(guest, host, _spot(host, "top"))
    ratio = guest.extent / host.extent
    scale = 1.0 if 0.2 <= ratio <= 0.95 else 0.95 / ratio if ratio > 0.95 else 0.28 / ratio
    guest = placed(guest, scale=scale)
    grip = guest.points.get("grip")
    if grip is None:
        low, high = bounds(guest)
        middle = (low + high) / 2
        grip = Point(at=(float(middle[0]), float(low[1] + 0.25 * (high[1] - low[1])), float(middle[2])))
    frame = point_frame(hand) @ np.linalg.inv(point_frame(grip))
    return placed(guest, turn=frame[:3, :3], at=frame[:3, 3])


def _worn(host: Program, guest: Program) -> Program:
    head = host.points.get("head") or _spot(host, "top")
    inside = guest.points.get("inside")
    low, high = bounds(guest)
    width = float(min(high[0] - low[0], high[2] - low[2]))
    inner = inside.size if inside is not None and inside.size else 0.75 * width
    size = head.size or 0.2 * host.extent
    guest = placed(guest, scale=1.02 * size / inner)
    low, high = bounds(guest)
    inside = guest.points.get("inside")
    crown = inside or Point(at=(float(low[0] + high[0]) / 2, float(low[1]), float(low[2] + high[2]) / 2))
    frame = point_frame(head) @ np.linalg.inv(point_frame(crown))
    down = np.array(head.up) * 0.05 * size
    return placed(guest, turn=frame[:3, :3], at=frame[:3, 3] - down)


def _behind(host: Program, guest: Program) -> Program:
    back = host.points.get("back") or _spot(host, "top")
    low, high = bounds(host)
    side = high - low
    if back.at[1] > low[1] + 0.8 * side[1] or side[2] > 1.2 * side[1]:
        return _set_on(guest, host, back)
    size = 0.3 * float(side[1])
    glow, ghigh = bounds(guest)
    guest = placed(guest, scale=size / float((ghigh - glow).max()), turn=np.diag([-1.0, 1.0, -1.0]))
    glow, ghigh = bounds(guest)
    shift = np.array(
        [
            back.at[0] - (glow[0] + ghigh[0]) / 2,
            back.at[1] - (glow[1] + ghigh[1]) / 2,
            back.at[2] - ghigh[2] + 0.12 * (ghigh[2] - glow[2]),
        ]
    )
    return placed(guest, at=shift)


def _set_on(guest: Program, host: Program, spot: Point, *, inside: bool = False) -> Program:
    """The guest stands on a spot of the host, made smaller if it does not fit there."""
    low, high = bounds(guest)
    foot = float(max(high[0] - low[0], high[2] - low[2]))
    room = spot.size or 0.6 * host.extent
    scale = min(1.0, (0.8 if inside else 1.0) * room / max(foot, 1e-6))
    if foot * scale < 0.2 * room:
        scale = 0.3 * room / foot
    guest = placed(guest, scale=scale)
    low, high = bounds(guest)
    sink = (0.25 if inside else 0.03) * float(high[1] - low[1])
    return placed(guest, at=_shift(spot, low, high, sink))


def _shift(spot: Point, low: Array, high: Array, sink: float) -> Array:
    return np.array(
        [spot.at[0] - (low[0] + high[0]) / 2, spot.at[1] - low[1] - sink, spot.at[2] - (low[2] + high[2]) / 2]
    )


def _standing(host: Program, base: Program, name: str, *, inside: bool) -> Program:
    """The host stands on (or in) the base, which grows until there is room."""
    low, high = bounds(host)
    wide, long = sorted((float(high[0] - low[0]), float(high[2] - low[2])))
    # Whoever stands upright spreads arms, not feet; a beast's feet are nearly as far apart as it is long.
    foot = (
        wide if host.limbs and float(high[1] - low[1]) > 1.3 * long else max(wide, 0.8 * long) if host.limbs else long
    )
    spot = _spot(base, "inside" if inside else "seat" if "seat" in base.points and "top" not in base.points else "top")
    room = spot.size or 0.7 * base.extent
    grow = float(np.clip(1.05 * foot / room, 1.0, 20.0))
    if grow < 1.5 and room > 8 * foot:
        grow = 8 * foot / room  # a mouse on a mountain: a small mountain
    base = placed(base, scale=grow)
    spot = _spot(base, "inside" if inside else "seat" if "seat" in base.points and "top" not in base.points else "top")
    sink = (0.06 if inside else 0.035) * float(high[1] - low[1]) + 0.003 * base.extent
    # Only as high as the point is: what is round below must reach down a little.
    return joined(placed(host, at=_shift(spot, low, high, sink)), base, name).model_copy(
        update={"extent": float(max(host.extent, base.extent, spot.at[1] + high[1] - low[1]))}
    )


def _mounted(rider: Program, mount: Program, name: str) -> Program:
    """Astride: the hips of the rider come to the seat."""
    ratio = rider.extent / mount.extent
    if ratio < 0.45:
        rider = placed(rider, scale=0.45 / ratio)
    elif ratio > 1.3:
        mount = placed(mount, scale=ratio / 1.3)
    seat = mount.points.get("seat") or mount.points.get("back") or _spot(mount, "top")
    low, high = bounds(rider)
    legs = [b.joints[0] for b in rider.limbs if b.kind.startswith("leg")]
    hips = (
        min(float(np.mean([j[1] for j in legs])) - float(low[1]), 0.5 * float(high[1] - low[1]))
        if legs and float(high[1] - low[1]) > 1.1 * float(high[2] - low[2])
        else 0.0
    )
    lift = seat.at[1] - hips - 0.02 * float(high[1] - low[1])
    lift = max(lift, -float(low[1])) if lift < 0 else lift
    shift = np.array([seat.at[0] - (low[0] + high[0]) / 2, lift - float(low[1]), seat.at[2] - (low[2] + high[2]) / 2])
    return joined(placed(rider, at=shift), mount, name)
