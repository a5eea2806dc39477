"""A language model behind an OpenAI-compatible endpoint writes or edits shape programs; everything it says is checked.

Chat completions as Ollama, vLLM, the llama.cpp server and hosted services speak them. The answer is asked for as JSON by the programs' own
schema where the server can do that (`response_format`), else as JSON, else as text that holds some. A program that does not validate, does
not build, or looks wrong goes back with the reason, a limited number of times.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from maquette.errors import EngineError, MaquetteError
from maquette.prompts.judge import complaint
from maquette.shapes.compile import Compiled
from maquette.shapes.guarded import Compiler
from maquette.shapes.reference import reference
from maquette.shapes.schema import program_schema
from maquette.shapes.template import program_from

TRIES = 4
SECONDS = 120.0
LONGEST = 400_000
"""Letters of an answer that are read."""

RULES = """You write shape programs: solid models as JSON, built by Maquette into watertight, textured assets.
Rules:
- Answer with one JSON object, the program, and nothing else.
- Metres, real size. Y is up, the object stands on y = 0 with its middle at x = z = 0, and its front looks along +Z. Its own left is +X.
- Use many named parts (plain words: "seat", "leg_1", "wheel_front_left"), each with one material. Neighbouring parts overlap by a few
  millimetres, so that all of it is one solid. No part is thinner than 1 % of the object.
- Give the measures names in "parameters" and use expressions such as "=seat_height / 2" where that helps later editing.
- Bevel edges, taper legs, add the details that make the thing recognisable. Set "extent" to the longest side.
- Colours are sRGB "#rrggbb"; choose a fitting "pattern" for each material.

The language:
"""


@dataclass(frozen=True)
class Written:
    """A program that a language model wrote, built.

    Attributes:
        document: as it wrote it, with its parameters.
        compiled: what it makes.
        tries: answers that it took.
        complaints: why the earlier ones were sent back.
    """

    document: Mapping[str, Any]
    compiled: Compiled
    tries: int
    complaints: tuple[str, ...] = ()


@dataclass
class LanguageModel:
    """One endpoint.

    Args:
        url: base URL, such as http://localhost:11434/v1.
        model: its name there.
        key: sent as a bearer token, or None.
    """

    url: str
    model: str
    key: str | None = None
    seconds: float = SECONDS
    _formats: list[dict[str, Any] | None] = field(default_factory=list)

    def write(
        self,
        prompt: str,
        *,
        seed: int = 0,
        example: Mapping[str, Any] | None = None,
        program: Mapping[str, Any] | None = None,
        tries: int = TRIES,
        fineness: float = 1.0,
        check_cancelled: Callable[[], None] = lambda: None,
    ) -> Written:
        """A program for a prompt.

        Args:
            example: a program of a related object, to show the manner.
            program: one that the prompt asks to change.

        Raises:
            EngineError: the endpoint does not answer, or no answer was a good program.
            Cancelled: by `check_cancelled`.
        """
        messages = [{"role": "system", "content": RULES + reference()}]
        if example is not None:
            messages.append({"role": "system", "content": f"A program of a related object:\n{json.dumps(example)}"})
        wish = f"Make: {prompt}" if program is None else f"Change this program: {prompt}\n\n{json.dumps(program)}"
        messages.append({"role": "user", "content": wish})
        complaints: list[str] = []
        for turn in range(1, tries + 1):
            check_cancelled()
            answer = self._ask(messages, seed + turn - 1)
            try:
                document = found_json(answer)
                built = program_from(document)
                with Compiler() as compiler:
                    compiled = compiler.compile(built, fineness=fineness, check_cancelled=check_cancelled)
                wrong = complaint(compiled)
            except MaquetteError as error:
                wrong = error.message
            except ValueError as error:
                wrong = str(error)
            if wrong is None:
                return Written(document, compiled, turn, tuple(complaints))
            complaints.append(wrong)
            messages += [
                {"role": "assistant", "content": answer[:LONGEST]},
                {"role": "user", "content": f"That does not work: {wrong}\nAnswer with the whole corrected program."},
            ]
        raise EngineError(
            f"The language model gave no good program in {tries} tries; the last fault was: {complaints[-1][:200]} "
            "Try another model or wording."
        )

    def _ask(self, messages: list[dict[str, str]], seed: int) -> str:
        """One completion; the strictest answer format that the server takes is remembered."""
        if not self._formats:
            schema = {"name": "shape_program", "schema": program_schema()}
            self._formats = [{"type": "json_schema", "json_schema": schema}, {"type": "json_object"}, None]
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        while True:
            body: dict[str, Any] = {
                "model": self.model,
                "messages": messages,
                "seed": seed,
                "temperature": 0.2,
                "stream": False,
            }
            if self._formats[0] is not None:
                body["response_format"] = self._formats[0]
            try:
                reply = httpx.post(
                    f"{self.url.rstrip('/')}/chat/completions", json=body, headers=headers, timeout=self.seconds
                )
            except httpx.HTTPError as error:
                raise EngineError(
                    f"The language model's server does not answer ({type(error).__name__}). "
                    "Start it, or correct MAQUETTE_LANGUAGE_MODEL_URL."
                ) from None
            if (
                reply.status_code in (400, 404, 422, 501)
                and len(self._formats) > 1
                and "model" not in _error(reply).lower()
            ):
                del self._formats[0]
                continue
            if reply.status_code != 200:
                raise EngineError(
                    f"The language model's server answered {reply.status_code}: {_error(reply)[:200]}. "
                    "Check its address, key and model name."
                )
            try:
                content = reply.json()["choices"][0]["message"]["content"]
            except (ValueError, KeyError, IndexError, TypeError):
                raise EngineError(
                    "The language model's server answered with something else than a chat completion. Check its address."
                ) from None
            return str(content or "")[:LONGEST]


def found_json(answer: str) -> dict[str, Any]:
    """The JSON object in an answer, which may stand in a code block or after words.

    Raises:
        ValueError: there is none; says why.
    """
    text = re.sub(r"<think>.*?</think>", "", answer, flags=re.DOTALL)
    block = re.search(r"```(?:json)?\s*(.*?)```", text, re.DOTALL)
    text = block[1] if block else text
    start = text.find("{")
    if start < 0:
        raise ValueError("The answer holds no JSON object.")
    try:
        value, _ = json.JSONDecoder().raw_decode(text[start:])
    except json.JSONDecodeError as error:
        raise ValueError(f"The answer is not valid JSON: {error.msg} at letter {error.pos}.") from None
    except RecursionError:
        raise ValueError("The answer is nested too deeply.") from None
    if not isinstance(value, dict):
        raise ValueError("The answer is not a JSON object.")
    return value


def _error(reply: httpx.Response) -> str:
    try:
        error = reply.json()["error"]
        return str(error["message"] if isinstance(error, dict) else error)
    except (ValueError, KeyError, TypeError):
        return reply.text[:200]
