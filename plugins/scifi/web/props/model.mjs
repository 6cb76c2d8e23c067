// A prop in the making: triangles by material, smoothed, tinted, and the places a tour stops at.
import { at, placed } from './shapes.mjs'

/** Surfaces by name; colours are sRGB, tints of single parts multiply them. */
export const materials = {
  shell: { colour: '#ffffff', metal: 0.08, rough: 0.42 },
  metal: { colour: '#ffffff', metal: 0.92, rough: 0.32 },
  matte: { colour: '#ffffff', metal: 0, rough: 0.82 },
  cell: { colour: '#ffffff', metal: 0.35, rough: 0.2 },
  warm: { colour: '#3a2010', metal: 0, rough: 0.6, glow: '#ff8f3f', strength: 1.25 },
  cool: { colour: '#0c2b28', metal: 0, rough: 0.6, glow: '#35d6c4', strength: 1.15 },
  glass: { colour: '#bfe6ee', metal: 0, rough: 0.06, alpha: 0.2 },
}

export class Model {
  constructor(name, view) {
    this.name = name
    this.view = view
    this.parts = []
    this.spots = []
  }

  /**
   * @param triangles from shapes.mjs
   * @param tint sRGB colour
   * @param crease degrees; a sharper fold stays an edge
   * @param facing out of the shape, in (the wall of a room), or as the triangles say
   */
  add(material, triangles, matrix, tint = '#ffffff', crease = 38, facing = 'out') {
    this.parts.push({ ...shaped(triangles, matrix, crease, facing), material, tint: linear(tint) })
    return this
  }

  /** The same shape at every matrix: kept once, however often it stands there. */
  each(material, triangles, matrices, tint = '#ffffff', crease = 38) {
    this.parts.push({ ...shaped(triangles, at(0, 0, 0), crease, 'out'), material, tint: linear(tint), places: matrices })
    return this
  }

  /** A stop of the tour: where the part is, and from where one looks at it. */
  spot(id, point, camera) {
    this.spots.push({ id, point, camera })
    return this
  }
}

function shaped(triangles, matrix, crease, facing) {
  const corners = []
  for (let i = 0; i < triangles.length; i += 3) corners.push(placed(matrix, [triangles[i], triangles[i + 1], triangles[i + 2]]))
  const turned = facing !== 'as' && volume(corners) < 0 !== (facing === 'in')
  if (turned) for (let i = 0; i < corners.length; i += 3) [corners[i], corners[i + 1]] = [corners[i + 1], corners[i]]
  return { corners, normals: smooth(corners, Math.cos((crease * Math.PI) / 180)) }
}

export const linear = hex => [1, 3, 5].map(i => decode(Number.parseInt(hex.slice(i, i + 2), 16) / 255))
const decode = v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)

/** Six times the volume the triangles enclose about their middle: negative when they face inwards. */
function volume(corners) {
  const middle = [0, 1, 2].map(i => corners.reduce((sum, c) => sum + c[i], 0) / corners.length)
  let sum = 0
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [corners[i], corners[i + 1], corners[i + 2]].map(p => p.map((v, k) => v - middle[k]))
    sum += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0])
  }
  return sum
}

function smooth(corners, limit) {
  const faces = []
  const touching = new Map()
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [corners[i], corners[i + 1], corners[i + 2]]
    const u = b.map((v, k) => v - a[k])
    const v = c.map((w, k) => w - a[k])
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
    const length = Math.hypot(...n) || 1
    faces.push({ n, unit: n.map(w => w / length) })
    for (let k = 0; k < 3; k++) {
      const key = place(corners[i + k])
      if (!touching.has(key)) touching.set(key, [])
      touching.get(key).push(i / 3)
    }
  }
  return corners.map((corner, i) => {
    const own = faces[(i / 3) | 0].unit
    const sum = [0, 0, 0]
    for (const other of touching.get(place(corner))) {
      const { n, unit } = faces[other]
      if (unit[0] * own[0] + unit[1] * own[1] + unit[2] * own[2] >= limit) for (let k = 0; k < 3; k++) sum[k] += n[k]
    }
    const length = Math.hypot(...sum) || 1
    return sum.map(v => v / length)
  })
}

const place = p => `${Math.round(p[0] * 2e4)},${Math.round(p[1] * 2e4)},${Math.round(p[2] * 2e4)}`
