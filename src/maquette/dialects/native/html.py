"""The OpenAPI document as one readable page, all text escaped, no styles or scripts in line (the CSP forbids them)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from maquette.dialects.native.curl import curl_lines
from maquette.dialects.native.errors import PREFIX, PROBLEMS

Json = Mapping[str, Any]
_METHODS = ("get", "post", "put", "patch", "delete")


def render(document: Json) -> str:
    """The page."""
    groups = [(tag, _operations(document, tag["name"])) for tag in document["tags"]]
    schemas = document["components"]["schemas"]
    nav = "".join(_nav_group(tag["name"], found) for tag, found in groups)
    nav += _links("Objects", [(f"schema-{name}", name) for name in schemas if _shown(name)])
    nav += _links("Errors", [("errors", "All codes")])
    body = "".join(_group(tag, found) for tag, found in groups)
    return _PAGE.format(
        title=escape(document["info"]["title"]),
        version=escape(document["info"]["version"]),
        prefix=PREFIX,
        nav=nav,
        security=_security(document["components"]["securitySchemes"]),
        body=body,
        schemas="".join(_schema(name, schema) for name, schema in schemas.items() if _shown(name)),
        problems=_problems(),
    )


def _shown(name: str) -> bool:
    return not name.endswith("List")


def _operations(document: Json, tag: str) -> list[tuple[str, str, Json]]:
    return [
        (method, path, item[method])
        for path, item in document["paths"].items()
        for method in _METHODS
        if method in item and tag in item[method]["tags"]
    ]


def _nav_group(name: str, found: list[tuple[str, str, Json]]) -> str:
    rows = "".join(
        f'<li><a href="#{escape(o["operationId"])}"><b class="{m}">{m.upper()}</b>'
        f"<span>{escape(path.removeprefix(PREFIX)).replace('/', '/<wbr>')}</span></a></li>"
        for m, path, o in found
    )
    return f"<h2>{escape(name)}</h2><ul>{rows}</ul>"


def _links(title: str, links: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f'<li><a href="#{escape(anchor)}"><span>{escape(text)}</span></a></li>' for anchor, text in links)
    return f"<h2>{escape(title)}</h2><ul>{rows}</ul>"


def _security(schemes: Json) -> str:
    rows = "".join(f"<li>{_text(scheme['description'])}</li>" for scheme in schemes.values())
    return f"<ul>{rows}</ul>"


def _group(tag: Json, found: list[tuple[str, str, Json]]) -> str:
    cards = "".join(_operation(*one) for one in found)
    name = escape(tag["name"])
    head = f'<h2 id="tag-{name}">{name}</h2><p>{_text(tag["description"])}</p>'
    return f'<section class="tag">{head}{cards}</section>'


def _operation(method: str, path: str, operation: Json) -> str:
    scope = operation["x-scope"]
    needs = "no key" if scope == "public" else f"scope <code>{escape(scope)}</code>"
    parts = [f"<p>{_text(operation['description'])}</p>" if operation["description"] else ""]
    if operation["parameters"]:
        rows = "".join(_parameter(p) for p in operation["parameters"])
        parts.append(f"<h4>Parameters</h4>{_table(('name', 'in', 'type', 'meaning'), rows)}")
    body = operation.get("requestBody", {}).get("content", {})
    for media_type, content in body.items():
        parts.append(f"<h4>Body <code>{escape(media_type)}</code></h4>{_content(content)}")
    parts.append(f"<h4>Try it</h4>{_code(curl_lines(method, path, operation))}")
    parts += [
        _response(status, r) for status, r in operation["responses"].items() if "x" not in r and int(status) < 400
    ]
    parts.append(f"<h4>Problems</h4><p>{_problem_links(operation['responses'])}</p>")
    shown = escape(path).replace("{", "<i>{").replace("}", "}</i>")
    return (
        f'<details class="op" id="{escape(operation["operationId"])}"><summary><b class="{method}">{method.upper()}</b>'
        f"<code>{shown}</code><span>{escape(operation['summary'])}</span><em>{needs}</em></summary>"
        f"<div>{''.join(parts)}</div></details>"
    )


def _parameter(param: Json) -> str:
    required = ' <small class="must">required</small>' if param["required"] else ""
    cells = (f"<code>{escape(param['name'])}</code>{required}", escape(param["in"]), _type(param["schema"]))
    return f"<tr>{''.join(f'<td>{c}</td>' for c in cells)}<td>{_text(param['description'])}</td></tr>"


def _content(content: Json) -> str:
    schema = content["schema"]
    text = f"<p>{_type(schema)}</p>" if "$ref" in schema else ""
    if "properties" in schema:
        text += _table(("field", "type", "meaning"), _fields(schema))
    elif "$ref" not in schema:
        text += "<p>The bytes of the file.</p>"
    if content.get("example") is not None:
        text += _code(_json(content["example"]))
    return text


def _response(status: str, response: Json) -> str:
    head = f"<h4>Answer <code>{escape(status)}</code> {_text(response['description'])}</h4>"
    if "headers" in response:
        rows = "".join(
            f"<tr><td><code>{escape(n)}</code></td><td>{_text(h['description'])}</td></tr>"
            for n, h in response["headers"].items()
        )
        head += _table(("header", "meaning"), rows)
    for media_type, content in response.get("content", {}).items():
        kind = _type(content["schema"]) if "$ref" in content["schema"] else f"<code>{escape(media_type)}</code>"
        example = content.get("example", "")
        head += f"<p>{kind}</p>{_code(example if isinstance(example, str) else _json(example))}"
    return head


def _problem_links(responses: Json) -> str:
    found = [
        f'<a href="#error-{escape(code)}"><code>{status} {escape(code)}</code></a>'
        for status, response in responses.items()
        for content in response.get("content", {}).values()
        for code in content.get("examples", {})
    ]
    return " ".join(found)


def _schema(name: str, schema: Json) -> str:
    text = f"<p>{_text(schema['description'])}</p>" if schema.get("description") else ""
    return (
        f'<details class="schema" id="schema-{escape(name)}"><summary><code>{escape(name)}</code></summary><div>{text}'
        f"{_table(('field', 'type', 'meaning'), _fields(schema))}</div></details>"
    )


def _fields(schema: Json) -> str:
    must = set(schema.get("required", ()))
    rows = []
    for name, field in schema.get("properties", {}).items():
        required = ' <small class="must">required</small>' if name in must and "default" not in field else ""
        rows.append(
            f"<tr><td><code>{escape(name)}</code>{required}</td><td>{_type(field)}</td>"
            f"<td>{_text(field.get('description', ''))}</td></tr>"
        )
    return "".join(rows)


def _type(schema: Json) -> str:
    """A schema in a few words, with links to objects."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        if not _shown(name):
            item = name.removesuffix("List")
            return f'list of <a href="#schema-{escape(item)}">{escape(item)}</a>'
        return f'<a href="#schema-{escape(name)}">{escape(name)}</a>'
    if "anyOf" in schema:
        kinds = [s for s in schema["anyOf"] if s != {"type": "null"}]
        return " or ".join(_type(s) for s in kinds)
    if "const" in schema:
        return f"<code>{escape(json.dumps(schema['const']))}</code>"
    if "enum" in schema:
        return " ".join(f"<code>{escape(str(v))}</code>" for v in schema["enum"])
    kind = schema.get("type", "anything")
    if kind == "array":
        return f"list of {_type(schema.get('items', {}))}{_bounds(schema, 'Items', ' items')}"
    if kind == "string":
        return f"{escape(schema.get('format', 'text'))}{_bounds(schema, 'Length', ' characters')}"
    return escape(str(kind)) + _range(schema)


def _bounds(schema: Json, suffix: str, unit: str) -> str:
    low, high = schema.get(f"min{suffix}"), schema.get(f"max{suffix}")
    if high is None:
        return ""
    return f", {low} to {high}{unit}" if low and low != high else f", {'' if low else 'to '}{high}{unit}"


def _range(schema: Json) -> str:
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    if low is None and high is None:
        return ""
    above = "" if low is None else ("above " if "exclusiveMinimum" in schema else "from ") + f"{low:,}"
    below = "" if high is None else ("below " if "exclusiveMaximum" in schema else "to ") + f"{high:,}"
    return f", {above} {below}".rstrip()


def _problems() -> str:
    rows = "".join(
        f'<tr id="error-{code}"><td><code>{code}</code></td><td>{status}</td><td>{escape(title)}</td><td>{_text(text)}</td></tr>'
        for code, (status, title, text) in PROBLEMS.items()
    )
    return _table(("code", "status", "title", "when"), rows)


def _table(heads: Iterable[str], rows: str) -> str:
    head = "".join(f"<th>{escape(h)}</th>" for h in heads)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _code(text: str) -> str:
    return f"<pre><code>{escape(text.rstrip())}</code></pre>"


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _text(text: str) -> str:
    """Escaped, with `code` marked."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} API v1</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{prefix}/docs/style.css">
<script src="{prefix}/docs/script.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the operations</a>
<nav aria-label="Operations"><a class="brand" href="#top">{title} <small>API v1</small></a>
<input id="filter" type="search" placeholder="Filter…" aria-label="Filter operations" hidden>{nav}</nav>
<main id="main">
<header id="top"><h1>{title} API <small>{version}</small></h1>
<p>Photos in, production-ready 3D assets out. One resource model over all jobs, through whichever API they came.</p>
<p><a href="{prefix}/openapi.json">OpenAPI 3.1 document</a></p></header>
<section><h2 id="start">Start</h2>
<pre><code>export BASE="http://127.0.0.1:8470" KEY="mq_…"   # the first `maquette serve` prints a key
curl "$BASE{prefix}/jobs" -H "Authorization: Bearer $KEY" -F images=@chair.png -F tier=Sketch
curl "$BASE{prefix}/jobs/$JOB?wait=60" -H "Authorization: Bearer $KEY"</code></pre>
<p>The key goes into any of these headers:</p>{security}</section>
{body}
<section><h2 id="objects">Objects</h2>{schemas}</section>
<section><h2 id="errors">Errors</h2><p>RFC 9457, <code>application/problem+json</code>. <code>detail</code> says what to do,
<code>field</code> and <code>errors</code> name what is at fault, <code>retryable</code> and <code>retry_after</code> say whether
and when to try again.</p>
{problems}</section>
</main>
</body>
</html>
"""
