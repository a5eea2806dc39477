"""The text engine: a prompt, or a program of the user's own, becomes a solid with materials. No weights, no network of its own."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from maquette.engines.engine import EngineCard, EngineContext, EngineRequest, RawAsset
from maquette.errors import EngineError, UnsupportedInput
from maquette.prompts.composer import compose
from maquette.prompts.language_model import LanguageModel, Written
from maquette.prompts.reader import read
from maquette.settings import Settings, load_settings
from maquette.shapes.appearance import ProgramAppearance
from maquette.shapes.compile import Compiled, compile_program
from maquette.shapes.guarded import Compiler
from maquette.shapes.template import program_from

FINENESS = {"draft": 0.8, "standard": 1.0, "high": 1.4}
DOCUMENT = "program.json"


class ShapesEngine:
    """See docs/shapes.md."""

    card: ClassVar[EngineCard] = EngineCard(
        id="shapes",
        version="1",
        title="Shape programs from words",
        modalities=frozenset({"text"}),
        max_views=0,
        licence="Apache-2.0",
        territory="worldwide",
        memory_mb=500,
        runs_on_cpu=True,
        expected_seconds={"draft": 0.3, "standard": 0.5, "high": 0.8},
        options_schema={
            "type": "object",
            "properties": {
                "program": {
                    "type": "object",
                    "description": "a shape program: built as it is, or changed as the prompt says with `edit`",
                },
                "values": {"type": "object", "description": "other values for the program's parameters"},
                "edit": {
                    "type": "boolean",
                    "description": "let the language model change the program as the prompt says",
                },
                "reader": {"enum": ["auto", "words", "language_model"], "description": "who reads the prompt"},
            },
            "additionalProperties": False,
        },
    )

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings

    def generate(self, request: EngineRequest, context: EngineContext) -> RawAsset:
        """See `Engine.generate`. The frame: metres, standing on y = 0, front +Z."""
        if request.views:
            raise UnsupportedInput(
                "This engine works from words, not from pictures. Choose another engine, or leave the picture out.",
                field="images",
            )
        facts: dict[str, Any] = {}
        options = request.options
        fineness = FINENESS[request.detail]
        if "program" in options and not options.get("edit"):
            document = dict(options["program"])
            program = program_from(document, options.get("values"))
            with Compiler() as compiler:  # who knows who wrote it
                compiled = compiler.compile(program, fineness=fineness, check_cancelled=context.check_cancelled)
        else:
            compiled, document, facts = self._from_words(request, context, fineness)
        context.progress(0.8)
        stored = {"prompt": request.prompt, "seed": request.seed, **facts, "program": document}
        return RawAsset(
            compiled.fused,
            ProgramAppearance.of(compiled),
            None,
            {**facts, "pieces": compiled.pieces, "euler": compiled.euler},
            metric=True,
            face_part=compiled.face_part,
            part_names=tuple(p.part.group or p.part.name for p in compiled.parts),
            limbs={limb.kind: limb.joints for limb in compiled.program.limbs},
            documents={DOCUMENT: json.dumps(stored, ensure_ascii=False, indent=1).encode()},
        )

    def _from_words(
        self, request: EngineRequest, context: EngineContext, fineness: float
    ) -> tuple[Compiled, dict[str, Any], dict[str, Any]]:
        """What the prompt describes, its program, and what was understood."""
        who = request.options.get("reader", "auto")
        settings = self._settings or load_settings()
        if settings.language_model_url and who != "words":
            try:
                return self._written(settings, request, context, fineness)
            except EngineError as error:
                if who == "language_model" or request.options.get("edit"):
                    raise
                context.warn(f"{error.message} The built-in reader was used instead.")
        elif who == "language_model" or request.options.get("edit"):
            raise UnsupportedInput(
                "No language model is set up here. Set MAQUETTE_LANGUAGE_MODEL_URL and MAQUETTE_LANGUAGE_MODEL.",
                field="options",
            )
        reading = read(request.prompt or "")
        program = compose(reading, seed=request.seed)
        for warning in reading.warnings:
            context.warn(warning)
        if reading.ignored:
            context.warn(
                f"Not understood and left out: {', '.join(reading.ignored)}. See docs/prompts.md for what is known."
            )
        context.progress(0.2)
        compiled = compile_program(program, fineness=fineness)
        return compiled, program.to_json(), {"reader": "words", **reading.to_json()}

    @staticmethod
    def _written(
        settings: Settings, request: EngineRequest, context: EngineContext, fineness: float
    ) -> tuple[Compiled, dict[str, Any], dict[str, Any]]:
        assert settings.language_model_url is not None
        model = LanguageModel(
            settings.language_model_url,
            settings.language_model,
            settings.language_model_key,
            settings.language_model_seconds,
        )
        written: Written = model.write(
            request.prompt or "",
            seed=request.seed,
            example=_related(request),
            program=request.options.get("program"),
            fineness=fineness,
            check_cancelled=context.check_cancelled,
        )
        facts = {"reader": "language_model", "language_model": settings.language_model, "tries": written.tries}
        return written.compiled, dict(written.document), facts


def _related(request: EngineRequest) -> dict[str, Any] | None:
    """What the built-in reader would have made, as an example for the model; None where it knows nothing like it."""
    try:
        return compose(read(request.prompt or ""), seed=request.seed).to_json()
    except UnsupportedInput:
        return None
