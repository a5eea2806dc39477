"""CSM (Common Sense Machines): `dialect` is what the entry point names. Fields and claims: `docs/csm.md`."""

from maquette.dialects.csm.routes import CsmDialect

dialect = CsmDialect()

__all__ = ["CsmDialect", "dialect"]
