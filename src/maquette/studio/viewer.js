// The 3D view of one GLB: three.js, a picture only when something changed, lit by a room that is computed and not loaded.

import * as THREE from "./vendor/three-0.187.0.min.js";
import { clay, dispose, edges, facts } from "./model.js";

const TURN = Math.PI / 36;
const FULL_TURN_SECONDS = 24;
const BACKGROUNDS = { studio: null, white: "#ffffff", grey: "#808080", black: "#000000" };

export class Viewer {
  /** @param {HTMLElement} host is filled by the canvas. Throws where the browser has no WebGL. */
  constructor(host) {
    this.host = host;
    this.renderer = new THREE.WebGLRenderer({ antialias: true, alpha: true });
    this.renderer.toneMapping = THREE.NeutralToneMapping;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = THREE.PCFShadowMap;
    this.renderer.shadowMap.autoUpdate = false; // neither the model nor the light moves, only the camera
    this.canvas = this.renderer.domElement;
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    host.append(this.canvas);

    this.scene = new THREE.Scene();
    this.camera = new THREE.PerspectiveCamera(35, 1, 0.01, 100);
    this.#light();

    this.controls = new THREE.OrbitControls(this.camera, this.canvas);
    this.controls.enableDamping = false;
    this.controls.addEventListener("change", () => this.draw());
    this.controls.addEventListener("start", () => this.rotate(false));
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.look = "textured";
    this.turning = false;
    this.onturn = () => {};
    this.sizes = new ResizeObserver(() => this.#resize());
    this.sizes.observe(host);
    this.#resize();
  }

  #light() {
    const lamps = isSoftware(this.renderer);
    if (lamps) this.scene.add(new THREE.HemisphereLight("#ffffff", "#a59d92", 1.9));
    else {
      const generator = new THREE.PMREMGenerator(this.renderer);
      this.room = generator.fromScene(new THREE.RoomEnvironment(), 0.04);
      generator.dispose();
      this.scene.environment = this.room.texture;
      this.scene.environmentIntensity = 0.7;
    }
    this.sun = new THREE.DirectionalLight("#ffffff", lamps ? 1.7 : 1);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(1024, 1024);
    this.sun.shadow.radius = 6;
    this.ground = new THREE.Mesh(new THREE.PlaneGeometry(1, 1), new THREE.ShadowMaterial({ opacity: 0.22 }));
    this.ground.rotation.x = -Math.PI / 2;
    this.ground.receiveShadow = true;
    this.scene.add(this.sun, this.sun.target, this.ground);
  }

  /** Show the GLB behind a path of this origin; gives its facts. Throws what cannot be read. */
  async load(path, signal) {
    const response = await fetch(path, { signal, credentials: "omit" });
    if (!response.ok) throw new Error(`The file could not be loaded (${response.status}).`);
    const gltf = await new THREE.GLTFLoader().parseAsync(await response.arrayBuffer(), "");
    signal?.throwIfAborted();
    this.clear();
    this.model = gltf.scene;
    this.model.traverse((node) => {
      if (node.isMesh) node.castShadow = true;
    });
    this.scene.add(this.model);
    this.box = new THREE.Box3().setFromObject(this.model, true);
    this.frame();
    this.show(this.look);
    return facts(this.model, this.box);
  }

  clear() {
    if (this.lines) this.scene.remove(this.lines);
    if (this.model) this.scene.remove(this.model);
    dispose(this.lines, this.model);
    this.model = this.lines = null;
  }

  /** Put the camera where the whole model is seen, a little from the right and above. */
  frame() {
    const sphere = this.box.getBoundingSphere(new THREE.Sphere());
    const radius = Math.max(sphere.radius, 1e-6);
    const narrow = Math.min(1, this.camera.aspect);
    const distance = (1.03 * radius) / Math.sin((this.camera.fov * Math.PI) / 360) / narrow;
    const direction = new THREE.Vector3(0.45, 0.3, 1).normalize();
    this.controls.target.copy(sphere.center);
    this.camera.position.copy(sphere.center).addScaledVector(direction, distance);
    this.camera.near = radius / 100;
    this.camera.far = distance + radius * 20;
    this.camera.updateProjectionMatrix();
    this.controls.minDistance = radius * 0.3;
    this.controls.maxDistance = radius * 12;
    this.ground.position.set(sphere.center.x, this.box.min.y - radius * 0.001, sphere.center.z);
    this.ground.scale.setScalar(radius * 8);
    this.sun.target.position.copy(sphere.center);
    this.sun.position.copy(sphere.center).add(new THREE.Vector3(1.2, 2.6, 1.4).multiplyScalar(radius * 1.5));
    const shadow = this.sun.shadow.camera;
    Object.assign(shadow, { left: -radius * 1.6, right: radius * 1.6, top: radius * 1.6, bottom: -radius * 1.6, near: radius * 0.1, far: radius * 9 });
    shadow.updateProjectionMatrix();
    this.renderer.shadowMap.needsUpdate = true;
    this.controls.update();
    this.draw();
  }

  /** "textured", "clay" or "wireframe". */
  show(look) {
    this.look = look;
    if (!this.model) return;
    clay(this.model, look !== "textured");
    if (this.lines) this.lines.visible = false;
    if (look === "wireframe") {
      if (!this.lines) {
        this.lines = edges(this.model);
        this.scene.add(this.lines);
      }
      this.lines.visible = true;
    }
    this.draw();
  }

  /** One of `BACKGROUNDS`; "studio" is the page's own ground. */
  background(name) {
    const color = BACKGROUNDS[name];
    this.scene.background = color ? new THREE.Color(color) : null;
    this.draw();
  }

  /** Brightness of the light, 1 as it is. */
  exposure(value) {
    this.renderer.toneMappingExposure = value;
    this.draw();
  }

  /** Turn on and on, or stop. */
  rotate(on) {
    if (on === this.turning) return;
    this.turning = on;
    this.last = performance.now();
    this.onturn(on);
    this.draw();
  }

  /** Ask for one picture; many calls make one. */
  draw() {
    this.waiting ??= requestAnimationFrame((time) => {
      this.waiting = undefined;
      if (this.turning) {
        this.#orbit((2 * Math.PI * Math.min(time - this.last, 100)) / 1000 / FULL_TURN_SECONDS, 0, 1);
        this.last = time;
      }
      this.renderer.render(this.scene, this.camera);
      if (this.turning) this.draw();
    });
  }

  /** The present view as a PNG file. */
  picture() {
    this.renderer.render(this.scene, this.camera);
    return new Promise((resolve) => this.canvas.toBlob(resolve, "image/png"));
  }

  /** Give the graphics memory back; the viewer cannot be used again. */
  close() {
    this.turning = false;
    this.sizes.disconnect();
    this.clear();
    this.controls.dispose();
    this.room?.dispose();
    if (this.waiting) cancelAnimationFrame(this.waiting);
    this.renderer.dispose();
    this.renderer.forceContextLoss();
    this.canvas.remove();
  }

  #orbit(around, up, zoom) {
    const offset = this.camera.position.clone().sub(this.controls.target);
    const place = new THREE.Spherical().setFromVector3(offset);
    place.theta += around;
    place.phi = Math.min(Math.max(place.phi + up, 0.02), Math.PI - 0.02);
    place.radius = Math.min(Math.max(place.radius * zoom, this.controls.minDistance), this.controls.maxDistance);
    this.camera.position.setFromSpherical(place).add(this.controls.target);
    this.camera.lookAt(this.controls.target);
    this.draw();
  }

  #key(event) {
    const moves = {
      ArrowLeft: [-TURN, 0, 1],
      ArrowRight: [TURN, 0, 1],
      ArrowUp: [0, -TURN, 1],
      ArrowDown: [0, TURN, 1],
      "+": [0, 0, 0.9],
      "=": [0, 0, 0.9],
      "-": [0, 0, 1 / 0.9],
    };
    if (event.key === "Home" && this.box) this.frame();
    else if (moves[event.key]) this.#orbit(...moves[event.key]);
    else return;
    this.rotate(false);
    event.preventDefault();
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (!width || !height) return;
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.draw();
  }
}

/** No GPU: the room's reflections would take 20 s to compute there (SwiftShader on two cores), so plain lamps do. */
function isSoftware(renderer) {
  const gl = renderer.getContext();
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : "");
}
