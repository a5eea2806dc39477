// What the viewer does to a loaded glTF scene: its facts, clay, edges (those of quads where the file tells them), and disposal.

import * as THREE from "./vendor/three-0.187.0.min.js";

const MOST_EDGES = 3_000_000;

/** Triangles, vertices, size in metres (X, Y, Z) and the largest texture. */
export function facts(model, box) {
  const found = { triangles: 0, vertices: 0, texture: 0, size: box.getSize(new THREE.Vector3()).toArray() };
  model.traverse((node) => {
    if (!node.isMesh) return;
    const { index, attributes } = node.geometry;
    found.triangles += (index ? index.count : attributes.position.count) / 3;
    found.vertices += attributes.position.count;
    for (const value of Object.values(node.material)) if (value?.isTexture) found.texture = Math.max(found.texture, value.image?.width ?? 0);
  });
  return found;
}

/** Every mesh in plain clay, or in its own material again. */
export function clay(model, on) {
  model.traverse((node) => {
    if (!node.isMesh) return;
    node.userData.material ??= node.material;
    if (!on) node.material = node.userData.material;
    else {
      node.userData.clay ??= new THREE.MeshStandardMaterial({
        color: "#b9b4ac",
        roughness: 0.85,
        side: node.userData.material.side,
        polygonOffset: true, // edges are drawn on the surface, not into it
        polygonOffsetFactor: 1,
        polygonOffsetUnits: 1,
      });
      node.material = node.userData.clay;
    }
  });
}

/** The edges of all meshes as lines in the scene's space. */
export function edges(model) {
  const group = new THREE.Group();
  const ink = new THREE.LineBasicMaterial({ color: "#23302c", transparent: true, opacity: 0.75 });
  model.updateWorldMatrix(true, true);
  model.traverse((node) => {
    if (!node.isMesh) return;
    const lines = new THREE.LineSegments(edgesOf(node.geometry), ink);
    lines.matrixAutoUpdate = false;
    lines.matrix.copy(node.matrixWorld);
    group.add(lines);
  });
  return group;
}

/** Each edge once: vertices that differ only in UV or normal count as one, so that seams are not drawn twice. */
function edgesOf(geometry) {
  const position = geometry.attributes.position;
  const corners = geometry.index ? geometry.index.array : Uint32Array.from({ length: position.count }, (_, i) => i);
  const same = welded(position);
  const hidden = diagonals(corners, same, position);
  const seen = new Set();
  const pairs = [];
  const most = same.length;
  for (let i = 0; i + 2 < corners.length && pairs.length < 2 * MOST_EDGES; i += 3) {
    for (let k = 0; k < 3; k += 1) {
      const a = same[corners[i + k]];
      const b = same[corners[i + ((k + 1) % 3)]];
      const id = Math.min(a, b) * most + Math.max(a, b);
      if (a === b || seen.has(id) || hidden.has(id)) continue;
      seen.add(id);
      pairs.push(a, b);
    }
  }
  const lines = new THREE.BufferGeometry();
  lines.setAttribute("position", position);
  lines.setIndex(new THREE.BufferAttribute(Uint32Array.from(pairs), 1));
  return lines;
}

/** For each vertex the first one at the same place. */
function welded(position) {
  const first = new Map();
  const same = new Uint32Array(position.count);
  for (let i = 0; i < position.count; i += 1) {
    const place = `${position.getX(i)},${position.getY(i)},${position.getZ(i)}`;
    const known = first.get(place);
    if (known === undefined) first.set(place, i);
    same[i] = known ?? i;
  }
  return same;
}

/**
 * Diagonals of quads. A quad is written as two triangles after one another, (a, b, c) and (a, c, d); if nearly all triangles of a mesh
 * pair up so, it is a quad mesh. Strips of real triangles do so at random only for a few.
 */
function diagonals(corners, same, position) {
  const inner = new Set();
  const most = position.count;
  const whole = corners.length / 3;
  let paired = 0;
  for (let t = 0; t + 1 < whole; t += 1) {
    const [a, b, c] = [0, 1, 2].map((k) => same[corners[3 * t + k]]);
    const [d, e, f] = [0, 1, 2].map((k) => same[corners[3 * t + 3 + k]]);
    if (a !== d || c !== e || b === f) continue;
    inner.add(Math.min(a, c) * most + Math.max(a, c));
    paired += 2;
    t += 1;
  }
  return paired > 0.8 * whole ? inner : new Set();
}

/** Free the geometry, materials and textures of these objects. */
export function dispose(...objects) {
  for (const object of objects) {
    object?.traverse((node) => {
      node.geometry?.dispose();
      for (const material of [node.material, node.userData.material, node.userData.clay]) {
        if (!material) continue;
        for (const value of Object.values(material)) if (value?.isTexture) value.dispose();
        material.dispose();
      }
    });
  }
}
