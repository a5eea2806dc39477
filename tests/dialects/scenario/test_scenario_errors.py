"""The envelope: every error of the tree, and what makes the vendor's client try again."""

from __future__ import annotations

import pytest

from maquette import errors
from maquette.dialects.scenario.errors import refuse, refuse_http

ALL = errors._subclasses(errors.MaquetteError)


@pytest.mark.parametrize("kind", ALL, ids=lambda k: k.__name__)
def test_every_error_has_the_keys_that_clients_read(kind):
    reply = refuse(kind("It is so. Do that.", field="seed"), "t1")
    assert reply.body["statusCode"] == reply.status
    assert reply.body["reason"] == reply.body["message"] == "It is so. Do that."
    assert (reply.body["traceId"], reply.body["field"]) == ("t1", "seed")
    assert reply.status not in (408, 409)
    if reply.status in (429, 503):
        assert reply.headers == {"Retry-After": "5", "x-should-retry": "true"}
    elif reply.status >= 500:
        assert reply.headers == {"x-should-retry": "false"}
    else:
        assert reply.headers == {}


def test_limits_say_how_long_and_how_many():
    slow = refuse(errors.RateLimited("More than 5 requests; wait 12 s.", retry_after=11.2))
    assert (slow.headers["Retry-After"], slow.body["remainingSeconds"]) == ("12", 12)
    many = refuse(
        errors.ParallelismLimit("10 jobs of this account are not finished, and 10 are allowed. Wait.", retry_after=5.0)
    )
    assert many.body["details"] == {"actionName": "custom-generation", "actionLimit": 10}


def test_http_refusals():
    assert refuse_http(404, "no").body == {"statusCode": 404, "error": "Not Found", "reason": "no", "message": "no"}
    assert refuse_http(500, "no").headers == {"x-should-retry": "false"}
