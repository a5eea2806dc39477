"""`PUT /uploads/<token>/<number>`: one part of an upload, by signed link, without a key."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from maquette.errors import InvalidRequest, MaquetteError
from maquette.jobs.service import JobService
from maquette.server import problems
from maquette.server.bodies import read_raw
from maquette.server.links import PART_PATH, LinkSigner
from maquette.settings import Settings

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "PUT, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Expose-Headers": "ETag",
}


def routes(settings: Settings, service: JobService, links: LinkSigner) -> list[Route]:
    """The route of parts; the link is its own credential."""

    async def put(request: Request) -> Response:
        response = Response(status_code=204) if request.method == "OPTIONS" else await _put(request)
        response.headers.update(CORS)
        return response

    async def _put(request: Request) -> Response:
        try:
            token, number = request.path_params["token"], request.path_params["number"]
            upload_id = links.check_part(token, number)
            if not number.isdecimal():
                raise InvalidRequest("A part has a number.", field="part")
            part = await service.put_part(upload_id, int(number), await read_raw(request, settings.max_request_bytes))
        except MaquetteError as error:
            return problems.from_error(error)
        return JSONResponse({"number": part.number, "size": part.size}, headers={"ETag": f'"{part.sha256}"'})

    return [Route(f"{PART_PATH}/{{token}}/{{number}}", put, methods=["PUT", "OPTIONS"])]
