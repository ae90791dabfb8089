"""The network as an ONNX graph with 8-bit matrix products.

Weights are quantised per output channel; activations are smoothed first (Xiao et al., "SmoothQuant", 2023) with the scales in
`activation_scales.npz`, measured on news sentences of many languages. Inputs: x float32[batch, length, hidden] (embeddings) and
lens int32[batch]; output: emb float32[batch, hidden], the mean over each text's tokens, of length one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from khabar.flow.describe.encoders.e5.weights import Floats, Weights

MICROSOFT = "com.microsoft"
ALPHA = 0.65
"""How much of the range moves from activations to weights; measured against the unquantised network."""
SMOOTHED = frozenset({"qkv", "fi", "fo"})


class GraphBuilder:
    """Collects nodes and constants; every method answers the name of its output."""

    def __init__(self, weights: Weights, scales: Mapping[str, Floats]) -> None:
        self.weights, self.scales = weights, scales
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Any) -> str:
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value) if np.ndim(value) else np.asarray(value), name))
        return name

    def node(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        from onnx import helper

        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output

    def linear(self, x: str, name: str, weight: Floats, bias: Floats) -> str:
        """x · weightᵀ + bias with 8-bit integers."""
        if name.split(".")[1] in SMOOTHED:
            active = np.maximum(self.scales[name], 1e-4)
            own = np.maximum(np.abs(weight).max(0), 1e-5)
            factor = (active**ALPHA / own ** (1 - ALPHA)).astype(np.float32)
            factor /= np.exp(np.log(factor).mean())
            weight = weight * factor
            x = self.node("Mul", [x, self.constant(f"{name}.factor", (1 / factor).astype(np.float32))], f"{name}.smooth")
        scale = np.abs(weight).max(1) / 127.0
        scale[scale == 0] = 1.0
        integers = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8).T
        inputs = [
            x,
            self.constant(f"{name}.weight", integers),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
            self.constant(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, f"{name}.out", MICROSOFT)

    def norm(self, x: str, name: str, residual: str | None = None) -> str:
        """Layer normalisation of x, or of x + residual; kept as two nodes, which runs faster than the fused one."""
        size = self.weights.hidden
        if residual:
            x = self.node("Add", [x, residual], f"{name}.sum")
        pair = [self.constant(f"{name}.{part}", self.weights.vector(f"{name}.{part}", size)) for part in ("w", "b")]
        return self.node("LayerNormalization", [x, *pair], f"{name}.out", axis=-1, epsilon=self.weights.epsilon)

    def layer(self, x: str, number: int) -> str:
        """One transformer block."""
        w, at = self.weights, f"l{number}"
        size, inner = w.hidden, w.inner
        qkv_weight = np.concatenate([w.matrix(f"{at}.{k}.w", size, size) for k in "qkv"])
        qkv_bias = np.concatenate([w.vector(f"{at}.{k}.b", size) for k in "qkv"])
        qkv = self.linear(x, f"{at}.qkv", qkv_weight, qkv_bias)
        parts = [f"{at}.{k}.part" for k in "qkv"]
        self._split(qkv, parts)
        mixed = self.node("MultiHeadAttention", [*parts, "", "lens"], f"{at}.mixed", MICROSOFT, num_heads=w.heads)
        out = self.linear(mixed, f"{at}.ao", w.matrix(f"{at}.ao.w", size, size), w.vector(f"{at}.ao.b", size))
        x = self.norm(out, f"{at}.aln", x)
        wide = self.linear(x, f"{at}.fi", w.matrix(f"{at}.fi.w", inner, size), w.vector(f"{at}.fi.b", inner))
        wide = self.node("Gelu", [wide], f"{at}.gelu", MICROSOFT)
        narrow = self.linear(wide, f"{at}.fo", w.matrix(f"{at}.fo.w", size, inner), w.vector(f"{at}.fo.b", size))
        return self.norm(narrow, f"{at}.oln", x)

    def _split(self, x: str, outputs: list[str]) -> None:
        from onnx import helper

        self.nodes.append(helper.make_node("Split", [x, "thirds"], outputs, axis=-1))

    def mean(self, x: str) -> str:
        """The mean over each text's own tokens, scaled to length one."""
        self.node("Shape", [x], "shape")
        self.node("Gather", ["shape", self.constant("one", np.array(1, np.int64))], "length")
        self.node("Range", [self.constant("from", np.array(0, np.int64)), "length", self.constant("by", np.array(1, np.int64))], "places")
        self.node("Cast", ["lens"], "lens64", to=7)
        axis = self.constant("axis", np.array([1], np.int64))
        self.node("Unsqueeze", ["lens64", axis], "ends")
        self.node("Less", ["places", "ends"], "inside")
        self.node("Cast", ["inside"], "mask", to=1)
        self.node("Unsqueeze", ["mask", axis], "row")
        self.node("MatMul", ["row", x], "total")
        self.node("Squeeze", ["total", axis], "flat")
        return self.node("LpNormalization", ["flat"], "emb", axis=-1, p=2)


def write_graph(weights: Weights, path: Path) -> None:
    """Build the graph and write it to `path`."""
    import onnx
    from onnx import TensorProto, helper

    scales = dict(np.load(Path(__file__).with_name("activation_scales.npz")))
    build = GraphBuilder(weights, scales)
    build.constant("thirds", np.array([weights.hidden] * 3, np.int64))
    x = build.norm("x", "emb.ln")
    for number in range(weights.layers):
        x = build.layer(x, number)
    build.mean(x)
    inputs = [
        helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", "length", weights.hidden]),
        helper.make_tensor_value_info("lens", TensorProto.INT32, ["batch"]),
    ]
    outputs = [helper.make_tensor_value_info("emb", TensorProto.FLOAT, ["batch", weights.hidden])]
    graph = helper.make_graph(build.nodes, "multilingual-e5-small", inputs, outputs, build.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)])
    model.ir_version = 9
    onnx.save(model, str(path))
