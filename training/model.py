"""The network: a picture's crop to a solid in the camera's grid, colours of the unseen side, normals, and the camera.

A convolutional encoder and decoder with attention at the coarsest scale. Each pixel gets the depth of its first and last surface as
a change of what the outline alone suggests (so that training starts from the inflation engine), the sureness of both, and a residual
profile for what lies between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from maquette.engines.learned.prior import FIELD, bin_centres


@dataclass(frozen=True)
class Config:
    """Widths at 64, 32, 16 and 8 pixels, residual blocks of the encoder there, and attention layers."""

    widths: tuple[int, int, int, int] = (32, 48, 96, 192)
    blocks: tuple[int, int, int, int] = (0, 1, 2, 2)
    attention: int = 2
    hidden: int = 128


class Output(NamedTuple):
    """What the network says. b = batch.

    field: `(b, FIELD, FIELD, FIELD)` occupancy logits over depth from near to far, row, column.
    surfaces: `(b, 2, FIELD, FIELD)` depth of the first and last surface, half-sides of the crop.
    back: `(b, 3, FIELD, FIELD)` sRGB logits of the unseen side.
    normal: `(b, 3, FIELD, FIELD)` of the first surface, not normalised.
    camera: `(b, 4)` elevation (radians), log of the tangent of half the opening, cosine and sine of the azimuth.
    """

    field: Tensor
    surfaces: Tensor
    back: Tensor
    normal: Tensor
    camera: Tensor


class Block(nn.Module):
    """Two 3x3 convolutions with a shortcut."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.first_norm = nn.BatchNorm2d(width)
        self.second = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.second_norm = nn.BatchNorm2d(width)
        nn.init.zeros_(self.second_norm.weight)

    def forward(self, x: Tensor) -> Tensor:
        y = functional.relu(self.first_norm(self.first(x)))
        return functional.relu(x + self.second_norm(self.second(y)))


class Attention(nn.Module):
    """A transformer layer over the cells of a small map."""

    def __init__(self, width: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.norm, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.mix, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.down.weight)

    def forward(self, x: Tensor) -> Tensor:  # (b, n, c)
        b, n, c = x.shape
        q, k, v = self.mix(self.norm(x)).view(b, n, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weight = torch.softmax(q @ k.transpose(-2, -1) * (c // self.heads) ** -0.5, dim=-1)
        x = x + self.out((weight @ v).transpose(1, 2).reshape(b, n, c))
        return x + self.down(functional.gelu(self.up(self.norm2(x))))


class Network(nn.Module):
    """See the module's docstring."""

    def __init__(self, config: Config | None = None) -> None:
        super().__init__()
        self.config = c = config or Config()
        w = c.widths
        self.stem = nn.Sequential(nn.Conv2d(19, w[0], 3, padding=1, bias=False), nn.BatchNorm2d(w[0]), nn.ReLU())
        self.encoder = nn.ModuleList(nn.Sequential(*[Block(w[i]) for _ in range(c.blocks[i])]) for i in range(4))
        self.down = nn.ModuleList(
            nn.Sequential(nn.Conv2d(w[i], w[i + 1], 2, stride=2, bias=False), nn.BatchNorm2d(w[i + 1]), nn.ReLU())
            for i in range(3)
        )
        self.place = nn.Parameter(torch.randn(1, (FIELD // 8) ** 2, w[3]) * 0.02)
        self.attention = nn.ModuleList(Attention(w[3]) for _ in range(c.attention))
        self.camera = nn.Sequential(nn.Linear(w[3], 128), nn.ReLU(), nn.Linear(128, 4))
        self.up = nn.ModuleList(nn.Conv2d(w[i + 1], w[i], 1) for i in range(3))
        self.decoder = nn.ModuleList(Block(w[i]) for i in range(3))
        self.hidden = nn.Conv2d(w[0], c.hidden, 1)
        # Residual profile, change of the two surfaces, logarithm of their sureness, colours behind, normals.
        self.head = nn.Conv2d(c.hidden, FIELD + 4 + 6, 1)
        with torch.no_grad():
            self.head.weight[:FIELD].mul_(0.1)
            self.head.weight[FIELD : FIELD + 4].mul_(0.1)
            assert self.head.bias is not None
            self.head.bias.zero_()
        line = (torch.arange(FIELD) + 0.5) / FIELD * 2 - 1
        self.register_buffer("bins", torch.from_numpy(bin_centres()).view(1, FIELD, 1, 1), persistent=False)
        grid = torch.stack(torch.meshgrid(-line, line, indexing="ij"))[None]
        self.register_buffer("grid", grid, persistent=False)

    def forward(self, picture: Tensor, prior: Tensor, rays: Tensor | None = None) -> Output:
        """See `Output`.

        Args:
            picture: `(b, 4, 128, 128)` (or half the side, and all else too), premultiplied sRGB and mask in [0, 1].
            prior: `(b, 1, 64, 64)`, see `outline_prior`.
            rays: `(b, r)` flat pixels; only these are worked out, as maps of `(r, 1)` pixels. Most of a crop is background, and the
                profiles of all its pixels cost as much as the rest of the network.
        """
        b = picture.shape[0]
        x = functional.pixel_unshuffle(picture, 2)
        grid, place = self._places(prior.shape[-1])
        x = torch.cat([x, prior, grid.expand(b, -1, -1, -1)], dim=1)
        x = self.stem(x.contiguous(memory_format=torch.channels_last))
        kept = []
        for i in range(4):
            x = self.encoder[i](x)
            if i < 3:
                kept.append(x)
                x = self.down[i](x)
        h, w = x.shape[2:]
        tokens = x.flatten(2).transpose(1, 2) + place
        for layer in self.attention:
            tokens = layer(tokens)
        camera = self.camera(tokens.mean(dim=1))
        x = tokens.transpose(1, 2).reshape(b, -1, h, w).contiguous(memory_format=torch.channels_last)
        for i in (2, 1, 0):
            x = functional.interpolate(self.up[i](x), scale_factor=2, mode="nearest") + kept[i]
            x = self.decoder[i](x)
        if rays is not None:
            x, prior = picked(x, rays), picked(prior, rays)
        x = self.head(functional.relu(self.hidden(x)))
        residual, change, sure, back, normal = x.split([FIELD, 2, 2, 3, 3], dim=1)
        first, last = (-prior + change[:, :1]), (prior + change[:, 1:])
        rate = 14 * torch.exp(sure.clamp(-3, 3))
        bins: Tensor = self.bins  # type: ignore[assignment]
        slab = torch.minimum((bins - first) * rate[:, :1], (last - bins) * rate[:, 1:])
        field = 6 * torch.tanh(slab / 6) + residual
        return Output(field, torch.cat([first, last], dim=1), back, normal, camera)

    def _places(self, side: int) -> tuple[Tensor, Tensor]:
        """Pixel coordinates and the cells' embeddings for maps of `side` pixels: FIELD, or less for coarse training."""
        grid: Tensor = self.grid  # type: ignore[assignment]
        if side == FIELD:
            return grid, self.place
        cells = self.place.transpose(1, 2).reshape(1, -1, FIELD // 8, FIELD // 8)
        cells = functional.adaptive_avg_pool2d(cells, side // 8)
        return functional.adaptive_avg_pool2d(grid, side), cells.flatten(2).transpose(1, 2)


def picked(maps: Tensor, rays: Tensor) -> Tensor:
    """Pixels `rays (b, r)` of `maps (b, c, h, w)`, as `(b, c, r, 1)`."""
    b, c = maps.shape[:2]
    return maps.reshape(b, c, -1).gather(2, rays[:, None].expand(b, c, -1))[..., None]


def parameters_of(network: nn.Module) -> int:
    """Number of weights."""
    return sum(p.numel() for p in network.parameters())
