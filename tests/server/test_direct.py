"""Paths without parameters skip the router, and nobody can tell."""

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from maquette.server.endpoints import Direct, in_order


def says(text: str):
    async def handle(request: Request) -> PlainTextResponse:
        body = (await request.body()).decode()
        return PlainTextResponse(f"{text} {dict(request.path_params)} {dict(request.query_params)} {body}")

    return handle


ROUTES = in_order(
    [
        Route("/v1/{name}", says("any"), methods=["GET", "POST"]),
        Route("/v1/jobs", says("jobs"), methods=["POST"]),
        Route("/v1/list", says("first"), methods=["GET"]),
        Route("/v1/list", says("second"), methods=["GET"]),
        Route("/only", says("only"), methods=["PUT"]),
    ]
)


async def test_answers_are_those_of_the_router():
    plain, direct = Starlette(routes=ROUTES), Starlette(routes=ROUTES, middleware=[Middleware(Direct, routes=ROUTES)])
    answers = []
    for app in (plain, direct):
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://t") as client:
            answers.append(
                [
                    (answer.status_code, answer.text, dict(answer.headers))
                    for method in ("GET", "HEAD", "POST", "PUT", "OPTIONS")
                    for path in ("/v1/jobs?a=1", "/v1/list", "/v1/other", "/v1/%6Cist", "/only", "/none", "/v1/list/")
                    for answer in [await client.request(method, path, content=b"x")]
                ]
            )
    assert answers[0] == answers[1]
    assert (200, "first {} {} x") in [answer[:2] for answer in answers[1]]
