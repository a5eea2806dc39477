"""The trained network as an ONNX file with half-precision weights, checked against PyTorch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper

from maquette.images.learned_cutout import SIDE
from training.segmenter.model import Segmenter

MAX_BYTES = 6_000_000
WORST = 0.02
"""Largest difference of a probability that rounding the weights may make."""


class _Probability(torch.nn.Module):
    def __init__(self, net: Segmenter) -> None:
        super().__init__()
        self.net = net

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.net(x))


def _halve(model: onnx.ModelProto) -> None:
    """Store large float weights as float16 with a cast before their use: half the file, arithmetic as before."""
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type == onnx.TensorProto.FLOAT and np.prod(tensor.dims) > 256:
            half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), tensor.name + "_half")
            casts.append(onnx.helper.make_node("Cast", [half.name], [tensor.name], to=onnx.TensorProto.FLOAT))
            tensor.CopyFrom(half)
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def export(checkpoint: Path, out: Path, note: str) -> None:
    """Write the averaged weights of `checkpoint` to `out`: input `picture (1, 5, 128, 128)`, output `coverage (1, 1, 128, 128)`.

    Raises:
        ValueError: the file is too large, or rounding changed what it computes.
    """
    net = Segmenter().eval()
    net.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True)["mean"])
    wrapped = _Probability(net).eval()
    example = torch.from_numpy(np.random.default_rng(0).random((1, 5, SIDE, SIDE), np.float32))
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        wrapped,
        (example,),
        str(out),
        input_names=["picture"],
        output_names=["coverage"],
        opset_version=17,
        dynamo=False,
    )
    model = onnx.load(str(out))
    _halve(model)
    model.doc_string = note
    onnx.checker.check_model(model)
    onnx.save(model, str(out))
    with torch.no_grad():
        wanted = wrapped(example).numpy()
    got = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"]).run(
        None, {"picture": example.numpy()}
    )[0]
    worst = float(np.abs(got - wanted).max())
    if worst > WORST or out.stat().st_size > MAX_BYTES:
        raise ValueError(
            f"Export failed: difference {worst:.4f}, {out.stat().st_size} bytes. Lower the widths or keep float32 weights."
        )
    print(f"{out}: {out.stat().st_size} bytes, largest difference {worst:.5f}")
