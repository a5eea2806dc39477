"""Whether words alone can be made into something, told when they are sent and not when the job fails."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from maquette.engines.registry import TEXT_ENGINE, engine_for
from maquette.errors import InvalidRequest
from maquette.request import GenerationRequest
from maquette.settings import Settings


@lru_cache(512)
def prompt_reading(prompt: str) -> Mapping[str, Any] | None:
    """`understood` and `ignored` of a prompt as the built-in reader hears it, JSON-ready; None where it names nothing."""
    from maquette.prompts.composer import compose
    from maquette.prompts.reader import read

    try:
        heard = read(prompt)
        compose(heard, seed=0)  # parts that the object turns out not to have are known only then
    except InvalidRequest:
        return None
    facts = heard.to_json()
    return {name: facts[name] for name in ("understood", "ignored", "language")}


def check_words(request: GenerationRequest, settings: Settings) -> None:
    """Read the prompt of a request without pictures, if the built-in reader is the one that will. Milliseconds, once it is loaded.

    Raises:
        UnsupportedInput: nothing in it can be made; the message names what is nearest.
        InvalidRequest: its program is none, or no such engine.
    """
    if not request.from_text or engine_for(request.engine, text=True).card.id != TEXT_ENGINE:
        return
    from maquette.prompts.reader import read
    from maquette.shapes.template import program_from

    if "program" in request.options:
        program_from(request.options["program"], request.options.get("values"))
    elif not settings.language_model_url:
        read(request.prompt or "")
