"""Scenario (api.cloud.scenario.com/v1): `dialect` is what the entry point names. Fields and claims: `docs/scenario.md`."""

from maquette.dialects.scenario.routes import ScenarioDialect

dialect = ScenarioDialect()

__all__ = ["ScenarioDialect", "dialect"]
