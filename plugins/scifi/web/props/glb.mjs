// Writes glTF 2.0 binary, small before any compression: quantised attributes (KHR_mesh_quantization), and shapes that
// stand in several places stored once (EXT_mesh_gpu_instancing).
import { linear, materials } from './model.mjs'
import { placed } from './shapes.mjs'

const steps = 4095 // of 32767 to each side: a millimetre on a prop four metres high, and far fewer distinct bytes

export function glb(model, meshes, words) {
  const file = new File()
  const used = [...new Set(meshes.map(each => each.material))]
  const nodes = []
  const single = meshes.filter(each => !each.places)
  const body = box(single.flatMap(each => each.points))
  file.json.meshes.push({ name: model.name, primitives: single.map(each => primitive(file, each, body, used.indexOf(each.material))) })
  nodes.push({ name: model.name, mesh: 0, translation: body.middle.map(round), scale: [body.reach, body.reach, body.reach].map(round) })
  for (const each of meshes.filter(one => one.places)) {
    const own = box(each.points)
    file.json.meshes.push({ primitives: [primitive(file, each, own, used.indexOf(each.material))] })
    nodes.push({ mesh: file.json.meshes.length - 1, extensions: { EXT_mesh_gpu_instancing: { attributes: instances(file, each.places, own) } } })
  }
  const stops = model.spots.map((spot, i) => stop(spot, i, words))
  Object.assign(file.json, {
    scene: 0,
    scenes: [{ name: model.name, nodes: [...nodes, ...stops].map((_, i) => i), extras: { view: { target: model.view.target, camera: model.view.camera } } }],
    nodes: [...nodes, ...stops],
    materials: used.map(material),
  })
  return file.bytes()
}

/** The JSON and the binary chunk, growing together. */
class File {
  chunks = []
  length = 0
  json = {
    asset: { version: '2.0', generator: 'Pavilion prop maker' },
    extensionsUsed: ['KHR_mesh_quantization', 'KHR_materials_emissive_strength', 'EXT_mesh_gpu_instancing'],
    extensionsRequired: ['KHR_mesh_quantization', 'EXT_mesh_gpu_instancing'],
    meshes: [],
    accessors: [],
    bufferViews: [],
  }

  accessor(bytes, fields, target, stride) {
    const view = { buffer: 0, byteOffset: this.length, byteLength: bytes.length, ...(stride ? { byteStride: stride } : {}), ...(target ? { target } : {}) }
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    this.chunks.push(padded)
    this.length += padded.length
    return this.json.accessors.push({ bufferView: this.json.bufferViews.push(view) - 1, ...fields }) - 1
  }

  bytes() {
    const head = Buffer.from(JSON.stringify({ ...this.json, buffers: [{ byteLength: this.length }] }))
    const text = Buffer.concat([head, Buffer.alloc((4 - (head.length % 4)) % 4, 0x20)])
    return Buffer.concat([words32(0x46546c67, 2, 28 + text.length + this.length, text.length, 0x4e4f534a), text, words32(this.length, 0x004e4942), ...this.chunks])
  }
}

function box(points) {
  const low = [0, 1, 2].map(k => points.reduce((least, p) => Math.min(least, p[k]), Infinity))
  const high = [0, 1, 2].map(k => points.reduce((most, p) => Math.max(most, p[k]), -Infinity))
  return { middle: low.map((v, k) => (v + high[k]) / 2), reach: Math.max(...low.map((v, k) => (high[k] - v) / 2)) }
}

function primitive(file, { points, normals, colours, indices }, { middle, reach }, look) {
  const count = points.length
  const unit = 32767 / steps
  const quantised = points.map(p => p.map((v, k) => Math.round(Math.round(((v - middle[k]) / reach) * steps) * unit)))
  const [position, normal, colour] = [Buffer.alloc(count * 8), Buffer.alloc(count * 4), Buffer.alloc(count * 4, 255)]
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < 3; k++) {
      position.writeInt16LE(quantised[i][k], i * 8 + k * 2)
      normal.writeInt8(Math.round(normals[i][k] * 42) * 3, i * 4 + k)
      colour.writeUInt8(Math.round(Math.min(1, colours[i][k]) * 85) * 3, i * 4 + k)
    }
    normal.writeInt8(0, i * 4 + 3)
  }
  const order = Buffer.alloc(indices.length * (count > 65535 ? 4 : 2))
  indices.forEach((value, i) => (count > 65535 ? order.writeUInt32LE(value, i * 4) : order.writeUInt16LE(value, i * 2)))
  const bound = pick => [0, 1, 2].map(k => quantised.reduce((best, q) => pick(best, q[k]), quantised[0][k]))
  return {
    attributes: {
      POSITION: file.accessor(position, { componentType: 5122, normalized: true, count, type: 'VEC3', min: bound(Math.min), max: bound(Math.max) }, 34962, 8),
      NORMAL: file.accessor(normal, { componentType: 5120, normalized: true, count, type: 'VEC3' }, 34962, 4),
      COLOR_0: file.accessor(colour, { componentType: 5121, normalized: true, count, type: 'VEC4' }, 34962, 4),
    },
    indices: file.accessor(order, { componentType: count > 65535 ? 5125 : 5123, count: indices.length, type: 'SCALAR' }, 34963),
    material: look,
  }
}

const stretch = m => [0, 1, 2].map(k => Math.hypot(m[k], m[4 + k], m[8 + k]))

/** Each place as moving, turning and stretching, with the mesh's own quantisation undone on the way. */
function instances(file, places, { middle, reach }) {
  const floats = (rows, type) => file.accessor(Buffer.from(Float32Array.from(rows.flat().map(round)).buffer), { componentType: 5126, count: rows.length, type })
  return {
    TRANSLATION: floats(places.map(m => placed(m, middle)), 'VEC3'),
    ROTATION: floats(places.map(m => quaternion(m, stretch(m))), 'VEC4'),
    SCALE: floats(places.map(m => stretch(m).map(v => v * reach)), 'VEC3'),
  }
}

function quaternion(m, size) {
  const r = (row, column) => m[row * 4 + column] / size[column]
  const w = Math.sqrt(Math.max(0, 1 + r(0, 0) + r(1, 1) + r(2, 2))) / 2
  const x = Math.sqrt(Math.max(0, 1 + r(0, 0) - r(1, 1) - r(2, 2))) / 2
  const y = Math.sqrt(Math.max(0, 1 - r(0, 0) + r(1, 1) - r(2, 2))) / 2
  const z = Math.sqrt(Math.max(0, 1 - r(0, 0) - r(1, 1) + r(2, 2))) / 2
  if (w > 1e-3) return [Math.sign(r(2, 1) - r(1, 2)) * x, Math.sign(r(0, 2) - r(2, 0)) * y, Math.sign(r(1, 0) - r(0, 1)) * z, w]
  return x > 1e-3 ? [x, Math.sign(r(0, 1) || 1) * y, Math.sign(r(0, 2) || 1) * z, w] : [0, y, Math.sign(r(1, 2) || 1) * z, w]
}

const round = v => Number(v.toFixed(5))

/** A stop of the tour, with its words in both languages where any glTF tool shows and edits them. */
function stop(spot, at, words) {
  const found = words.find(each => each.spot === spot.id)
  if (!found) throw new Error(`no words for the hot-spot ${spot.id}`)
  return {
    name: `spot-${spot.id}`,
    translation: spot.point.map(round),
    extras: { spot: spot.id, order: at + 1, title: found.title, text: found.text, camera: spot.camera.map(round) },
  }
}

function material(name) {
  const { colour, metal, rough, glow, strength, alpha } = materials[name]
  return {
    name,
    pbrMetallicRoughness: { baseColorFactor: [...linear(colour).map(round), alpha ?? 1], metallicFactor: metal, roughnessFactor: rough },
    ...(glow ? { emissiveFactor: linear(glow).map(round), extensions: { KHR_materials_emissive_strength: { emissiveStrength: strength } } } : {}),
    ...(alpha === undefined ? {} : { alphaMode: 'BLEND', doubleSided: true }),
  }
}

function words32(...values) {
  const out = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => out.writeUInt32LE(value, i * 4))
  return out
}
