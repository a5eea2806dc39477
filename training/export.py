"""A checkpoint's averaged network as an ONNX file with weights stored in half precision."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from maquette.engines.learned.prior import CROP, FIELD
from training.model import Network

OUTPUTS = ("field", "back", "normal", "camera")

_LARGE = 256


class _Answers(nn.Module):
    """The network with the outputs that the engine reads."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, picture: Tensor, prior: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        out = self.network(picture, prior)
        return out.field, out.back, out.normal, out.camera


def export(network: Network, path: Path) -> None:
    """Write `path`: inputs `picture (b, 4, CROP, CROP)` and `prior (b, 1, FIELD, FIELD)`, outputs `OUTPUTS`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = network.to(memory_format=torch.contiguous_format).eval()  # type: ignore[call-overload]
    with torch.no_grad():
        torch.onnx.export(
            _Answers(plain).eval(),
            (torch.zeros(2, 4, CROP, CROP), torch.zeros(2, 1, FIELD, FIELD)),
            str(path),
            input_names=["picture", "prior"],
            output_names=list(OUTPUTS),
            dynamic_axes={k: {0: "views"} for k in ("picture", "prior", *OUTPUTS)},
            opset_version=17,
            dynamo=False,
        )
    model = onnx.load(str(path))
    halve(model)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def halve(model: onnx.ModelProto) -> None:
    """Store large weights as float16 behind a Cast, which ONNX Runtime folds away when it loads: half the size, computed in float32."""
    graph = model.graph
    casts = []
    for weight in graph.initializer:
        if weight.data_type != TensorProto.FLOAT or np.prod(weight.dims) < _LARGE:
            continue
        values = numpy_helper.to_array(weight)
        if np.abs(values).max() > 6e4:
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
        casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    for node in reversed(casts):
        graph.node.insert(0, node)
