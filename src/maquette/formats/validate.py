"""The Khronos glTF validator (npm package `gltf-validator`, run by Node.js), where it is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from maquette.errors import DependencyMissing, EngineError

FOLDER_VARIABLE = "MAQUETTE_GLTF_VALIDATOR"
DEFAULT_FOLDER = Path("build/gltf-validator")
INSTALL = f"npm install --prefix {DEFAULT_FOLDER} gltf-validator"

_SCRIPT = """
const chunks = [];
process.stdin.on('data', c => chunks.push(c));
process.stdin.on('end', () => {
  const bytes = new Uint8Array(Buffer.concat(chunks));
  require('gltf-validator').validateBytes(bytes, {format: 'glb', maxIssues: 1000}).then(
    r => process.stdout.write(JSON.stringify({version: r.validatorVersion, issues: r.issues})),
    e => { process.stderr.write(String(e)); process.exit(1); });
});
"""


@dataclass(frozen=True)
class Verdict:
    """Counts by severity, and the messages as `code at pointer: text`."""

    errors: int
    warnings: int
    infos: int
    hints: int
    messages: tuple[str, ...] = field(default=())
    version: str = ""

    def to_dict(self) -> dict[str, object]:
        """JSON-ready form."""
        return {
            "errors": self.errors,
            "warnings": self.warnings,
            "infos": self.infos,
            "hints": self.hints,
            "messages": list(self.messages),
            "version": self.version,
        }


def find_validator() -> Path | None:
    """The `node_modules` that holds the package: `$MAQUETTE_GLTF_VALIDATOR`, then `build/gltf-validator` here and above."""
    if shutil.which("node") is None:
        return None
    named = os.environ.get(FOLDER_VARIABLE)
    here = Path.cwd()
    folders = [Path(named)] if named else [p / DEFAULT_FOLDER for p in (here, *here.parents)]
    for folder in folders:
        modules = folder / "node_modules"
        if (modules / "gltf-validator" / "package.json").is_file():
            return modules
    return None


def validate_glb(data: bytes, timeout: float = 120.0) -> Verdict:
    """Run the validator on a GLB.

    Raises:
        DependencyMissing: Node.js or the package is not installed; the message holds the install line.
        EngineError: the validator itself failed.
    """
    modules = find_validator()
    if modules is None:
        raise DependencyMissing(f"The Khronos validator is not installed. Install Node.js, then run: {INSTALL}")
    try:
        done = subprocess.run(
            ["node", "-e", _SCRIPT],
            input=data,
            capture_output=True,
            timeout=timeout,
            check=False,
            env={**os.environ, "NODE_PATH": str(modules)},
        )
    except subprocess.TimeoutExpired:
        raise EngineError(f"The Khronos validator took more than {timeout:.0f} s. Validate a smaller file.") from None
    if done.returncode:
        raise EngineError(
            f"The Khronos validator failed: {done.stderr.decode(errors='replace')[:200]} Check the Node.js version."
        )
    report = json.loads(done.stdout)
    issues = report["issues"]
    messages = tuple(f"{m['code']} at {m.get('pointer', '-')}: {m['message']}" for m in issues["messages"])
    return Verdict(
        issues["numErrors"], issues["numWarnings"], issues["numInfos"], issues["numHints"], messages, report["version"]
    )
