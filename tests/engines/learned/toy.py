"""A network without training, as a real ONNX file: the outline's own thickness, a fixed camera. Known answers, no weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from maquette.engines.learned.prior import CROP, FIELD, bin_centres


def write_toy(path: Path, elevation: float = 0.0, opening: float = 0.2) -> Path:
    """Field: a slab of the prior's thickness around depth 0; back: the picture's colours; normal: towards the camera."""

    def constant(name: str, value: np.ndarray) -> onnx.TensorProto:
        return numpy_helper.from_array(value.astype(np.float32), name)

    node = helper.make_node
    camera = np.array([np.radians(elevation), np.log(opening), 1, 0])
    graph = helper.make_graph(
        [
            node("Sub", ["prior", "bins"], ["slab"]),
            node("Mul", ["slab", "rate"], ["steep"]),
            node("Clip", ["steep", "low", "high"], ["field"]),
            node("Slice", ["picture", "from", "to", "axis"], ["rgb"]),
            node("AveragePool", ["rgb"], ["small"], kernel_shape=[2, 2], strides=[2, 2]),
            node("Sub", ["small", "half"], ["centred"]),
            node("Mul", ["centred", "four"], ["back"]),
            node("Mul", ["prior", "zero"], ["nothing"]),
            node("Add", ["nothing", "ahead"], ["normal"]),
            node("ReduceMean", ["nothing"], ["flat"], axes=[2, 3], keepdims=0),
            node("Add", ["flat", "lens"], ["camera"]),
        ],
        "toy",
        [
            helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["b", 4, CROP, CROP]),
            helper.make_tensor_value_info("prior", TensorProto.FLOAT, ["b", 1, FIELD, FIELD]),
        ],
        [helper.make_tensor_value_info(k, TensorProto.FLOAT, None) for k in ("field", "back", "normal", "camera")],
        [
            constant("bins", np.abs(bin_centres()).reshape(1, FIELD, 1, 1)),
            constant("rate", np.array(14.0)),
            constant("low", np.array(-6.0)),
            constant("high", np.array(6.0)),
            constant("half", np.array(0.5)),
            constant("four", np.array(4.0)),
            constant("zero", np.array(0.0)),
            constant("ahead", np.array([0, 0, 1.0]).reshape(1, 3, 1, 1)),
            constant("lens", camera.reshape(1, 4)),
            *(numpy_helper.from_array(np.array([v]), k) for k, v in (("from", 0), ("to", 3), ("axis", 1))),
        ],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))
    return path
