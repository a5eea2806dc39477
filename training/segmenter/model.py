"""The network: a residual encoder to stride 32, one layer of attention over the whole picture, and a light decoder.

Input `(n, 5, side, side)` as `maquette.images.learned_cutout.inputs` gives it;
output `(n, 1, side, side)` logits of the object's coverage. `side` is a multiple of 32.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTHS = (16, 32, 72, 128, 192)
"""Channels at stride 2, 4, 8, 16 and 32."""

CELLS = 4
"""Positions along a side at stride 32 for a picture of 128: other sizes interpolate the embedding."""


def _conv(inside: int, outside: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride, 1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True)
    )


class Residual(nn.Module):
    """Two convolutions with a shortcut."""

    def __init__(self, channels: int, dilation: int = 1) -> None:
        super().__init__()
        self.first = _conv(channels, channels)
        self.second = nn.Conv2d(channels, channels, 3, 1, dilation, dilation, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(x + self.norm(self.second(self.first(x))))


class Attention(nn.Module):
    """Every position asks all others: which side of the border it is on is a question of the whole picture."""

    def __init__(self, channels: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.place = nn.Parameter(torch.zeros(1, channels, CELLS, CELLS))
        self.norm = nn.BatchNorm2d(channels)
        self.query = nn.Conv2d(channels, 3 * channels, 1)
        self.out = nn.Conv2d(channels, channels, 1)
        self.mix = nn.Sequential(nn.Conv2d(channels, 2 * channels, 1), nn.ReLU(), nn.Conv2d(2 * channels, channels, 1))

    def forward(self, x: Tensor) -> Tensor:
        n, c, h, w = x.shape
        place = (
            self.place
            if h == w == CELLS
            else functional.interpolate(self.place, (h, w), mode="bilinear", align_corners=False)
        )
        q, k, v = self.query(self.norm(x + place)).reshape(n, 3, self.heads, c // self.heads, h * w).unbind(1)
        weight = torch.softmax((q.transpose(-1, -2) @ k) / (c // self.heads) ** 0.5, -1)
        x = x + self.out((v @ weight.transpose(-1, -2)).reshape(n, c, h, w))
        return x + self.mix(x)


class Segmenter(nn.Module):
    """See the module's docstring."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d, e = WIDTHS
        self.stem = nn.Sequential(_conv(5, a, 2), Residual(a))
        self.down4 = nn.Sequential(_conv(a, b, 2), Residual(b))
        self.down8 = nn.Sequential(_conv(b, c, 2), Residual(c), Residual(c))
        self.down16 = nn.Sequential(_conv(c, d, 2), Residual(d), Residual(d, 2))
        self.down32 = nn.Sequential(_conv(d, e, 2), Residual(e), Attention(e))
        self.side16, self.side8, self.side4, self.side2 = (
            nn.Conv2d(deep, shallow, 1) for deep, shallow in ((e, d), (d, c), (c, b), (b, a))
        )
        self.up16, self.up8 = _conv(d, d), _conv(c, c)
        self.up4, self.up2 = _conv(b, b), nn.Sequential(_conv(a, a), _conv(a, a))
        self.coarse = nn.Conv2d(c, 1, 1)
        self.head = nn.Conv2d(a, 4, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.both(x)[0]

    def both(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The logits, and those at stride 8, which only the loss looks at."""
        x2 = self.stem((x - 0.4) * 4.0)
        x4 = self.down4(x2)
        x8 = self.down8(x4)
        x16 = self.down16(x8)
        x32 = self.down32(x16)
        y = self.up16(x16 + _grow(self.side16(x32)))
        y8 = self.up8(x8 + _grow(self.side8(y)))
        y = self.up4(x4 + _grow(self.side4(y8)))
        y = self.up2(x2 + _grow(self.side2(y)))
        return functional.pixel_shuffle(self.head(y), 2), self.coarse(y8)


def _grow(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)
