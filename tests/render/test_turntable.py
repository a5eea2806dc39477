from __future__ import annotations

import threading

import numpy as np
import pytest

from maquette.errors import Cancelled, InvalidRequest
from maquette.render.camera import look_rotation
from maquette.render.compose import compose
from maquette.render.scene import Scene, Style
from maquette.render.turntable import turning_cameras, turntable


def test_every_frame_holds_the_object_and_the_object_stays_on_its_axis(blob):
    points = blob.vertices * (3, 1, 0.5) + (5, -2, 7)
    cameras = turning_cameras(points, 200, 12, azimuth=20, elevation=25)
    axis = (points.min(axis=0) + points.max(axis=0)) / 2
    places = []
    for k, camera in enumerate(cameras):
        x, y, depth = camera.project(points)
        assert depth.min() > 0
        assert min(x.min(), y.min()) > 15
        assert max(x.max(), y.max()) < 185
        assert np.allclose(camera.rotation, look_rotation(20 - 30 * k, 25))
        places.append([float(c[0]) for c in camera.project(axis[None])])
    assert np.allclose(places, places[0])
    assert places[0][0] == pytest.approx(100)


def test_frames_are_those_of_single_pictures_whatever_the_threads_did(blob, colour):
    textures = colour((170, 120, 60), unlit=False)
    frames = list(turntable(Scene(blob, textures), size=64, frames=5))
    again = list(turntable(Scene(blob, textures), size=64, frames=5))
    assert [f.tobytes() for f in frames] == [f.tobytes() for f in again]
    camera = turning_cameras(blob.vertices, 64, 5)[3]
    assert frames[3].tobytes() == compose(Scene(blob, textures).render(camera, Style(quick=True))).tobytes()


def test_a_turn_of_a_ball_changes_nothing_but_its_texture(sphere):
    frames = list(turntable(Scene(sphere), size=96, frames=4))
    for frame in frames[1:]:
        assert np.abs(frame.astype(int) - frames[0]).mean() < 0.5


def test_light_stands_still_while_the_object_turns(sphere):
    for frame in turntable(Scene(sphere), size=96, frames=3):
        assert frame[40, 30].mean() > frame[40, 66].mean() + 2  # the key light stays on the left


def test_cancelling_ends_the_turn(blob):
    calls = []

    def check() -> None:
        calls.append(1)
        if len(calls) > 2:
            raise Cancelled("The job was cancelled.")

    before = threading.active_count()
    with pytest.raises(Cancelled):
        list(turntable(Scene(blob), size=32, frames=40, check_cancelled=check))
    assert len(calls) < 20
    assert threading.active_count() == before


@pytest.mark.parametrize("wrong", [{"size": 4}, {"size": 5000}, {"frames": 1}, {"frames": 1000}])
def test_wrong_numbers_name_the_remedy(blob, wrong):
    with pytest.raises(InvalidRequest, match=" to "):
        next(iter(turntable(Scene(blob), **wrong)))
