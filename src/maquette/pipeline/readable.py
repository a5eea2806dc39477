"""Whether words alone can be made into something, told when they are sent and not when the job fails."""

from __future__ import annotations

from maquette.engines.registry import TEXT_ENGINE, engine_for
from maquette.request import GenerationRequest
from maquette.settings import Settings


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
