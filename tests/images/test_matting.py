"""The cut-out by an ONNX network: tiny real networks of each family's form, run by the real ONNX Runtime."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from maquette.errors import EngineError, InvalidRequest
from maquette.images.decode import Picture
from maquette.images.matting import matting_alpha
from maquette.images.segment import segment

SIDE = 64


def network(path: Path, *, logits: bool = False, channels: int = 1, extra_output: bool = False) -> Path:
    """A "network" that finds green: green minus red of the normalised picture, as probabilities or as logits."""
    weight = np.zeros((channels, 3, 1, 1), np.float32)
    weight[:, 1], weight[:, 0] = 4, -4
    nodes = [helper.make_node("Conv", ["image", "weight"], ["score"])]
    names = ["score"]
    if not logits:
        nodes.append(helper.make_node("Sigmoid", ["score"], ["mask"]))
        names = ["mask"]
    if extra_output:  # a side output at a quarter of the size, as BiRefNet and U²-Net list them
        nodes.append(helper.make_node("AveragePool", [names[0]], ["side"], kernel_shape=[4, 4], strides=[4, 4]))
        names = [names[0], "side"]
    graph = helper.make_graph(
        nodes,
        "green",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in names],
        [helper.make_tensor("weight", TensorProto.FLOAT, weight.shape, weight.ravel())],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, str(path))
    return path


def green_disc() -> tuple[Picture, np.ndarray]:
    y, x = np.mgrid[:200, :300]
    disc = np.hypot(x - 150, y - 100) < 60
    rgb = np.where(disc[..., None], np.uint8([20, 220, 30]), np.uint8([200, 60, 60])).astype(np.uint8)
    return Picture(rgb, None), disc


@pytest.mark.parametrize("form", [{}, {"logits": True}, {"extra_output": True}])
def test_the_network_cuts_the_object_out(tmp_path: Path, form: dict[str, bool]) -> None:
    picture, disc = green_disc()
    view = segment(picture, matting_model=network(tmp_path / "net.onnx", **form))
    found = view.alpha > 0.5
    assert view.alpha.shape == disc.shape
    # 64 x 64 cells over 300 x 200 pixels: the edge is uncertain by about two pixels.
    assert (found & disc).sum() / (found | disc).sum() > 0.95


def test_own_alpha_comes_before_the_network(tmp_path: Path) -> None:
    picture, disc = green_disc()
    alpha = np.zeros(disc.shape, np.float32)
    alpha[20:60, 20:60] = 1
    view = segment(Picture(picture.rgb, alpha), matting_model=network(tmp_path / "net.onnx"))
    assert view.alpha[40, 40] == 1
    assert view.alpha[100, 150] == 0


def test_a_network_of_another_form_is_refused(tmp_path: Path) -> None:
    picture, _ = green_disc()
    with pytest.raises(EngineError, match="another ONNX file"):
        matting_alpha(picture.rgb, network(tmp_path / "two.onnx", channels=2))


def test_a_file_that_is_no_network_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "junk.onnx"
    path.write_bytes(b"not a model")
    with pytest.raises(InvalidRequest, match="cannot be loaded"):
        matting_alpha(green_disc()[0].rgb, path)
