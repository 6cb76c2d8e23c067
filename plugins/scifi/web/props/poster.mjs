// Draws a prop as a picture: what stands for it on cards, before its viewer has loaded, and without WebGL.
import { jpeg } from './jpeg.mjs'
import { linear, materials } from './model.mjs'
import { cross, dot, placed, turned, unit } from './shapes.mjs'

const grain = 2
const key = unit([0.62, 0.86, 0.5])
const rim = unit([-0.75, 0.35, -0.7])
const fill = unit([-0.7, 0.2, 0.75])
const above = unit([0.3, 0.9, 0.3])
const beside = unit([-0.9, 0.25, 0.35])

export function poster(model, { meshes, rays }, width, height) {
  const [w, h] = [width * grain, height * grain]
  const camera = aim(model.view, w, h)
  const picture = {
    w,
    h,
    depth: new Float32Array(w * h).fill(Infinity),
    mesh: new Int32Array(w * h).fill(-1),
    first: new Int32Array(w * h),
    weights: new Float32Array(w * h * 2),
    panes: [],
    light: backdrop(w, h),
    glow: new Float32Array(w * h * 3),
  }
  floor(picture, camera, rays)
  const solid = expand(meshes)
  solid.forEach((mesh, i) => draw(picture, camera, mesh, i))
  finish(picture, camera, solid, rays)
  return jpeg(develop(picture, width, height), width, height, 84)
}

function aim({ target, camera }, w, h) {
  const back = unit(camera.map((v, k) => v - target[k]))
  const right = unit(cross([0, 1, 0], back))
  const up = cross(back, right)
  const focal = h / 2 / Math.tan((32 / 2) * (Math.PI / 180))
  const see = p => {
    const d = p.map((v, k) => v - camera[k])
    const z = -dot(d, back)
    return [w / 2 + (dot(d, right) / z) * focal, h / 2 - (dot(d, up) / z) * focal, z]
  }
  const ray = (x, y) => unit(right.map((v, k) => (v * (x - w / 2)) / focal - (up[k] * (y - h / 2)) / focal - back[k]))
  return { eye: camera, see, ray }
}

/** A dark room with a breath of light behind the prop. */
function backdrop(w, h) {
  const out = new Float32Array(w * h * 3)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const d = Math.hypot((x / w - 0.52) * 1.25, y / h - 0.46)
      const soft = Math.max(0, 1 - d / 0.85) ** 1.8
      const at = (y * w + x) * 3
      out[at] = 0.0045 + 0.03 * soft
      out[at + 1] = 0.0065 + 0.048 * soft
      out[at + 2] = 0.013 + 0.098 * soft
    }
  }
  return out
}

/** The shadow that sets the prop on the ground, and the pool of light around it. */
function floor({ w, h, light }, camera, rays) {
  for (let y = h >> 1; y < h; y += 2) {
    for (let x = 0; x < w; x += 2) {
      const d = camera.ray(x + 1, y + 1)
      if (d[1] > -1e-3) continue
      const t = -camera.eye[1] / d[1]
      const [px, pz] = [camera.eye[0] + d[0] * t, camera.eye[2] + d[2] * t]
      const far = Math.hypot(px, pz)
      const pool = Math.max(0, 1 - far / 4.2) ** 2
      if (pool === 0) continue
      const lit = rays.blocked(px, 0.002, pz, ...key, 9) ? 0.16 : 1
      const near = Math.min(1, Math.max(0, (far - 1) / 0.9)) ** 0.6
      for (const at of [y * w + x, y * w + x + 1, (y + 1) * w + x, (y + 1) * w + x + 1]) {
        if (at >= w * h) continue
        light[at * 3] += 0.05 * pool * lit * near
        light[at * 3 + 1] += 0.058 * pool * lit * near
        light[at * 3 + 2] += 0.078 * pool * lit * near
      }
    }
  }
}

/** Each place of a shape as a mesh of its own. */
const expand = meshes =>
  meshes.flatMap(mesh => (mesh.places ?? [undefined]).map(place => (place ? { ...mesh, points: mesh.points.map(p => placed(place, p)), normals: mesh.normals.map(n => turned(place, n)) } : mesh)))

/** What is seen at each pixel: solid things once, in front; glass over them. */
function draw(picture, camera, mesh, number) {
  const clear = materials[mesh.material].alpha !== undefined
  const seen = mesh.points.map(camera.see)
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [a, b, c] = [seen[mesh.indices[i]], seen[mesh.indices[i + 1]], seen[mesh.indices[i + 2]]]
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    if (area === 0 || (area > 0 && !clear)) continue
    fillTriangle(picture, [a, b, c], area, (at, z, wa, wb) => {
      if (clear) picture.panes.push([at, number, i, wa, wb])
      else {
        picture.depth[at] = z
        picture.mesh[at] = number
        picture.first[at] = i
        picture.weights[at * 2] = wa
        picture.weights[at * 2 + 1] = wb
      }
    })
  }
}

function finish(picture, camera, meshes, rays) {
  const paint = (at, number, i, wa, wb) => {
    const mesh = meshes[number]
    const surface = materials[mesh.material]
    const [a, b, c] = [mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]]
    const wc = 1 - wa - wb
    const mix = list => [list[a][0] * wa + list[b][0] * wb + list[c][0] * wc, list[a][1] * wa + list[b][1] * wb + list[c][1] * wc, list[a][2] * wa + list[b][2] * wb + list[c][2] * wc]
    const point = mix(mesh.points)
    let normal = unit(mix(mesh.normals))
    const view = unit([camera.eye[0] - point[0], camera.eye[1] - point[1], camera.eye[2] - point[2]])
    if (surface.alpha !== undefined && dot(normal, view) < 0) normal = normal.map(v => -v)
    const base = linear(surface.colour)
    shade(picture, at, point, normal, view, mix(mesh.colours).map((v, k) => v * base[k]), surface, rays)
  }
  for (let at = 0; at < picture.depth.length; at++) {
    if (picture.mesh[at] >= 0) paint(at, picture.mesh[at], picture.first[at], picture.weights[at * 2], picture.weights[at * 2 + 1])
  }
  for (const pane of picture.panes) paint(...pane)
}

function fillTriangle({ w, h, depth }, [a, b, c], area, paint) {
  const x0 = Math.max(0, Math.floor(Math.min(a[0], b[0], c[0])))
  const x1 = Math.min(w - 1, Math.ceil(Math.max(a[0], b[0], c[0])))
  const y0 = Math.max(0, Math.floor(Math.min(a[1], b[1], c[1])))
  const y1 = Math.min(h - 1, Math.ceil(Math.max(a[1], b[1], c[1])))
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const [px, py] = [x + 0.5, y + 0.5]
      const wa = ((b[0] - px) * (c[1] - py) - (b[1] - py) * (c[0] - px)) / area
      const wb = ((c[0] - px) * (a[1] - py) - (c[1] - py) * (a[0] - px)) / area
      const wc = 1 - wa - wb
      if (wa < 0 || wb < 0 || wc < 0) continue
      const z = 1 / (wa / a[2] + wb / b[2] + wc / c[2])
      const at = y * w + x
      if (z >= depth[at]) continue
      paint(at, z, (wa * z) / a[2], (wb * z) / b[2])
    }
  }
}

const sky = direction => {
  const up = direction[1] * 0.5 + 0.5
  const panel = Math.max(0, dot(direction, above)) ** 6 * 1.9 + Math.max(0, dot(direction, beside)) ** 10 * 1.2
  return [0.09 + 0.26 * up + panel, 0.1 + 0.3 * up + panel, 0.13 + 0.4 * up + panel]
}

/** Key light with shadow, two soft lights, sky and ground. */
function shade({ light, glow: shine }, at, p, n, view, colour, surface, rays) {
  if (surface.glow) {
    const glow = linear(surface.glow).map(v => v * surface.strength * 1.7)
    for (let k = 0; k < 3; k++) {
      light[at * 3 + k] = glow[k] * 0.9
      shine[at * 3 + k] = glow[k]
    }
    return
  }
  const facing = Math.max(0.001, dot(n, view))
  const mirror = n.map((v, k) => 2 * facing * v - view[k])
  const bare = surface.alpha === undefined ? 0.04 : 0.06
  const f0 = colour.map(v => bare + (v - bare) * surface.metal)
  const fresnel = f0.map(v => v + (1 - v) * (1 - facing) ** 5 * (1 - surface.rough * 0.6))
  const sum = [0, 0, 0]
  const lamp = (direction, tone, power, shadow) => {
    const d = dot(n, direction)
    if (d <= 0 || (shadow && rays.blocked(p[0] + n[0] * 0.006, p[1] + n[1] * 0.006, p[2] + n[2] * 0.006, ...direction, 9))) return
    const half = Math.max(0, dot(n, unit(direction.map((v, k) => v + view[k]))))
    const sharp = 2 / Math.max(0.02, surface.rough ** 2) ** 2
    const spark = ((sharp + 2) / 8) * half ** sharp
    for (let k = 0; k < 3; k++) sum[k] += tone[k] * power * d * (colour[k] * (1 - surface.metal) * 0.32 + fresnel[k] * Math.min(spark, 14) * 0.32)
  }
  lamp(key, [1, 0.93, 0.83], 3.1, true)
  lamp(rim, [0.55, 0.75, 1], 2.1, true)
  lamp(fill, [0.75, 0.85, 1], 0.55, false)
  const [soft, seen] = [sky(n), sky(mirror)]
  for (let k = 0; k < 3; k++) {
    const mirrored = seen[k] * (1 - surface.rough) + soft[k] * surface.rough
    sum[k] += colour[k] * (1 - surface.metal) * soft[k] * 0.62 + fresnel[k] * mirrored * (surface.metal > 0.5 ? 0.95 : 0.55)
  }
  if (surface.alpha === undefined) {
    for (let k = 0; k < 3; k++) {
      light[at * 3 + k] = sum[k]
      shine[at * 3 + k] = 0
    }
    return
  }
  const cover = Math.min(0.9, surface.alpha * 0.35 + (1 - facing) ** 3 * 0.5)
  for (let k = 0; k < 3; k++) light[at * 3 + k] = light[at * 3 + k] * (1 - cover * 0.6) + sum[k] * cover
}

/** Halo of what glows, film curve, and down to the size of the picture. */
function develop({ w, h, light, glow }, width, height) {
  const halo = blurred(glow, w, h)
  const out = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let k = 0; k < 3; k++) {
        let sum = 0
        for (let dy = 0; dy < grain; dy++) for (let dx = 0; dx < grain; dx++) {
          const at = ((y * grain + dy) * w + x * grain + dx) * 3 + k
          sum += film(light[at] * 1.12)
        }
        const soft = halo.data[((Math.min(halo.h - 1, (y * grain) >> 3)) * halo.w + Math.min(halo.w - 1, (x * grain) >> 3)) * 3 + k]
        const value = 1 - (1 - sum / (grain * grain)) * (1 - Math.min(0.85, soft * 0.55))
        out[(y * width + x) * 3 + k] = Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))
      }
    }
  }
  return out
}

const film = x => Math.min(1, (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14))

function blurred(glow, w, h) {
  const [sw, sh] = [Math.ceil(w / 8), Math.ceil(h / 8)]
  let data = new Float32Array(sw * sh * 3)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) for (let k = 0; k < 3; k++) data[((y >> 3) * sw + (x >> 3)) * 3 + k] += glow[(y * w + x) * 3 + k] / 64
  for (const [dx, dy] of [[1, 0], [0, 1], [1, 0], [0, 1]]) {
    const next = new Float32Array(data.length)
    for (let y = 0; y < sh; y++) for (let x = 0; x < sw; x++) for (let k = 0; k < 3; k++) {
      let sum = 0
      for (let i = -3; i <= 3; i++) {
        const [sx, sy] = [Math.min(sw - 1, Math.max(0, x + dx * i)), Math.min(sh - 1, Math.max(0, y + dy * i))]
        sum += data[(sy * sw + sx) * 3 + k] * (4 - Math.abs(i))
      }
      next[(y * sw + x) * 3 + k] = sum / 16
    }
    data = next
  }
  return { data, w: sw, h: sh }
}
