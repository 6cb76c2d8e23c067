// A tree of boxes over triangles: what a ray meets first, or whether it meets anything.

const leaf = 4

export class Rays {
  /** @param corners flat x, y, z of every triangle's corners */
  constructor(corners) {
    const count = corners.length / 9
    this.corners = corners
    this.order = Uint32Array.from({ length: count }, (_, i) => i)
    const middles = new Float64Array(count * 3)
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < 3; k++) middles[i * 3 + k] = (corners[i * 9 + k] + corners[i * 9 + 3 + k] + corners[i * 9 + 6 + k]) / 3
    }
    this.boxes = []
    this.links = []
    this.#split(0, count, middles)
    this.boxes = Float64Array.from(this.boxes)
    this.links = Int32Array.from(this.links)
    this.stack = new Int32Array(128)
  }

  #split(from, to, middles) {
    const node = this.links.length / 2
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
    const span = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
    for (let i = from; i < to; i++) {
      const t = this.order[i]
      for (let k = 0; k < 9; k++) {
        box[k % 3] = Math.min(box[k % 3], this.corners[t * 9 + k])
        box[3 + (k % 3)] = Math.max(box[3 + (k % 3)], this.corners[t * 9 + k])
      }
      for (let k = 0; k < 3; k++) {
        span[k] = Math.min(span[k], middles[t * 3 + k])
        span[3 + k] = Math.max(span[3 + k], middles[t * 3 + k])
      }
    }
    this.boxes.push(...box)
    this.links.push(from, to)
    if (to - from <= leaf) {
      this.links[node * 2] = -from - 1
      return node
    }
    const sizes = [0, 1, 2].map(k => span[3 + k] - span[k])
    const axis = sizes.indexOf(Math.max(...sizes))
    const sorted = this.order.slice(from, to).toSorted((a, b) => middles[a * 3 + axis] - middles[b * 3 + axis] || a - b)
    this.order.set(sorted, from)
    const half = (from + to) >> 1
    this.#split(from, half, middles)
    const right = this.#split(half, to, middles)
    this.links[node * 2] = 0
    this.links[node * 2 + 1] = right
    return node
  }

  /** Whether anything lies within reach of the point in this direction. */
  blocked(ox, oy, oz, dx, dy, dz, reach) {
    const { boxes, links, corners, order, stack } = this
    const [ix, iy, iz] = [1 / dx, 1 / dy, 1 / dz]
    let top = 0
    stack[top++] = 0
    while (top > 0) {
      const node = stack[--top]
      const b = node * 6
      const x1 = (boxes[b] - ox) * ix
      const x2 = (boxes[b + 3] - ox) * ix
      const y1 = (boxes[b + 1] - oy) * iy
      const y2 = (boxes[b + 4] - oy) * iy
      const z1 = (boxes[b + 2] - oz) * iz
      const z2 = (boxes[b + 5] - oz) * iz
      const near = Math.max(Math.min(x1, x2), Math.min(y1, y2), Math.min(z1, z2), 0)
      const far = Math.min(Math.max(x1, x2), Math.max(y1, y2), Math.max(z1, z2), reach)
      if (near > far) continue
      const first = links[node * 2]
      if (first < 0) {
        for (let i = -first - 1; i < links[node * 2 + 1]; i++) {
          if (hit(corners, order[i] * 9, ox, oy, oz, dx, dy, dz, reach)) return true
        }
      } else {
        stack[top++] = links[node * 2 + 1]
        stack[top++] = node + 1
      }
    }
    return false
  }
}

function hit(c, t, ox, oy, oz, dx, dy, dz, reach) {
  const e1x = c[t + 3] - c[t]
  const e1y = c[t + 4] - c[t + 1]
  const e1z = c[t + 5] - c[t + 2]
  const e2x = c[t + 6] - c[t]
  const e2y = c[t + 7] - c[t + 1]
  const e2z = c[t + 8] - c[t + 2]
  const px = dy * e2z - dz * e2y
  const py = dz * e2x - dx * e2z
  const pz = dx * e2y - dy * e2x
  const det = e1x * px + e1y * py + e1z * pz
  if (Math.abs(det) < 1e-12) return false
  const sx = ox - c[t]
  const sy = oy - c[t + 1]
  const sz = oz - c[t + 2]
  const u = (sx * px + sy * py + sz * pz) / det
  if (u < 0 || u > 1) return false
  const qx = sy * e1z - sz * e1y
  const qy = sz * e1x - sx * e1z
  const qz = sx * e1y - sy * e1x
  const v = (dx * qx + dy * qy + dz * qz) / det
  if (v < 0 || u + v > 1) return false
  const far = (e2x * qx + e2y * qy + e2z * qz) / det
  return far > 1e-5 && far < reach
}

/** How open to the sky each vertex is, 0…1: what makes joints and recesses read as such. */
export function openness(rays, points, normals, reach) {
  const count = 28
  const directions = Array.from({ length: count }, (_, i) => {
    const z = Math.sqrt(1 - (i + 0.5) / count)
    const r = Math.sqrt(1 - z * z)
    const a = i * 2.399963229728653
    return [Math.cos(a) * r, Math.sin(a) * r, z]
  })
  return points.map((p, i) => {
    const n = normals[i]
    const sign = n[2] >= 0 ? 1 : -1
    const a = -1 / (sign + n[2])
    const b = n[0] * n[1] * a
    const [ux, uy, uz] = [1 + sign * n[0] * n[0] * a, sign * b, -sign * n[0]]
    const [vx, vy, vz] = [b, sign + n[1] * n[1] * a, -n[1]]
    let free = 0
    for (const [x, y, z] of directions) {
      const dx = ux * x + vx * y + n[0] * z
      const dy = uy * x + vy * y + n[1] * z
      const dz = uz * x + vz * y + n[2] * z
      if (!rays.blocked(p[0] + n[0] * 2e-3, p[1] + n[1] * 2e-3, p[2] + n[2] * 2e-3, dx, dy, dz, reach)) free++
    }
    return free / count
  })
}
