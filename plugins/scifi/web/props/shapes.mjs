// Shapes as plain lists of triangles (nine numbers each), and the 3×4 matrices that put them in place.

export const at = (x, y, z) => [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z]
export const scaled = (x, y = x, z = x) => [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0]
export const turnX = a => [1, 0, 0, 0, 0, Math.cos(a), -Math.sin(a), 0, 0, Math.sin(a), Math.cos(a), 0]
export const turnY = a => [Math.cos(a), 0, Math.sin(a), 0, 0, 1, 0, 0, -Math.sin(a), 0, Math.cos(a), 0]
export const turnZ = a => [Math.cos(a), -Math.sin(a), 0, 0, Math.sin(a), Math.cos(a), 0, 0, 0, 0, 1, 0]

/** The last matrix acts first. */
export const all = (...matrices) => matrices.reduce(times)

function times(a, b) {
  const out = []
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 4; column++) {
      let sum = column === 3 ? a[row * 4 + 3] : 0
      for (let k = 0; k < 3; k++) sum += a[row * 4 + k] * b[k * 4 + column]
      out.push(sum)
    }
  }
  return out
}

export const placed = (matrix, [x, y, z]) => [0, 4, 8].map(row => matrix[row] * x + matrix[row + 1] * y + matrix[row + 2] * z + matrix[row + 3])

/** Where a normal points after the matrix, which may stretch along its own axes. */
export function turned(matrix, n) {
  const squares = [0, 1, 2].map(k => matrix[k] ** 2 + matrix[4 + k] ** 2 + matrix[8 + k] ** 2)
  return unit([0, 4, 8].map(row => (matrix[row] * n[0]) / squares[0] + (matrix[row + 1] * n[1]) / squares[1] + (matrix[row + 2] * n[2]) / squares[2]))
}

/** A grid of points (rows of columns) as triangles; closed ways join their last to their first. */
export function sheet(points, closedRows = false, closedColumns = false) {
  const rows = points.length
  const columns = points[0].length
  const out = []
  for (let r = 0; r < (closedRows ? rows : rows - 1); r++) {
    for (let c = 0; c < (closedColumns ? columns : columns - 1); c++) {
      const a = points[r][c]
      const b = points[r][(c + 1) % columns]
      const d = points[(r + 1) % rows][c]
      const e = points[(r + 1) % rows][(c + 1) % columns]
      triangle(out, a, b, e)
      triangle(out, a, e, d)
    }
  }
  return out
}

function triangle(out, a, b, c) {
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  const area = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
  if (area > 1e-9) out.push(...a, ...b, ...c)
}

/** A profile of [radius, height] turned about the y axis. */
export function lathe(profile, parts = 48, from = 0, to = Math.PI * 2) {
  const closed = to - from > Math.PI * 2 - 1e-6
  const steps = closed ? parts : parts + 1
  const points = profile.map(([radius, height]) =>
    Array.from({ length: steps }, (_, i) => {
      const angle = from + ((to - from) * i) / parts
      return [Math.cos(angle) * radius, height, -Math.sin(angle) * radius]
    }),
  )
  return sheet(points, false, closed)
}

/** A drum with softened edges. */
export function drum(low, high, height, parts = 32, edge = 0.02) {
  const h = height / 2
  return lathe([[0, -h], [low - edge, -h], [low, -h + edge], [high, h - edge], [high - edge, h], [0, h]], parts)
}

export const ball = (radius, parts = 24, rings = 12) =>
  lathe(Array.from({ length: rings + 1 }, (_, i) => [Math.sin((i / rings) * Math.PI) * radius, -Math.cos((i / rings) * Math.PI) * radius]), parts)

/** A ring about the y axis. */
export const hoop = (radius, thickness, parts = 64, sides = 10, flat = 1) =>
  sheet(
    Array.from({ length: parts }, (_, i) => {
      const a = (i / parts) * Math.PI * 2
      return Array.from({ length: sides }, (_side, j) => {
        const b = (j / sides) * Math.PI * 2
        const r = radius + Math.cos(b) * thickness
        return [Math.cos(a) * r, Math.sin(b) * thickness * flat, Math.sin(a) * r]
      })
    }),
    true,
    true,
  )

/** A block whose edges are cut, so that they catch light. */
export function block(width, height, depth, cut = 0.02) {
  const c = Math.min(cut, width / 2.01, height / 2.01, depth / 2.01)
  const half = [width / 2, height / 2, depth / 2]
  const corner = (sx, sy, sz, axis) => {
    const signs = [sx, sy, sz]
    return half.map((h, i) => signs[i] * (i === axis ? h : h - c))
  }
  const out = []
  const quad = (a, b, d, e) => {
    triangle(out, a, b, d)
    triangle(out, a, d, e)
  }
  for (let axis = 0; axis < 3; axis++) {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3]
    for (const s of [-1, 1]) {
      const p = (a, b) => {
        const signs = [0, 0, 0]
        signs[axis] = s
        signs[u] = a
        signs[v] = b
        return corner(...signs, axis)
      }
      const ring = [p(-1, -1), p(1, -1), p(1, 1), p(-1, 1)]
      if (s < 0) ring.reverse()
      quad(...ring)
    }
    for (const a of [-1, 1]) {
      for (const b of [-1, 1]) {
        const edge = (along, side) => {
          const signs = [0, 0, 0]
          signs[axis] = along
          signs[u] = a
          signs[v] = b
          return corner(...signs, side)
        }
        const ring = [edge(-1, u), edge(1, u), edge(1, v), edge(-1, v)]
        if (a * b < 0) ring.reverse()
        quad(...ring.toReversed())
      }
    }
  }
  for (const sx of [-1, 1]) for (const sy of [-1, 1]) for (const sz of [-1, 1]) {
    const ring = [corner(sx, sy, sz, 0), corner(sx, sy, sz, 1), corner(sx, sy, sz, 2)]
    if (sx * sy * sz < 0) ring.reverse()
    triangle(out, ...ring)
  }
  return outwards(out)
}

/** Turns the triangles of a convex shape about the origin to face away from it. */
function outwards(triangles) {
  for (let i = 0; i < triangles.length; i += 9) {
    const [a, b, c] = [triangles.slice(i, i + 3), triangles.slice(i + 3, i + 6), triangles.slice(i + 6, i + 9)]
    const normal = cross(b.map((v, k) => v - a[k]), c.map((v, k) => v - a[k]))
    if (dot(normal, a) < 0) triangles.splice(i, 9, ...a, ...c, ...b)
  }
  return triangles
}

/** A round bar along the points. */
export function bar(points, radius, sides = 8, closed = false) {
  const count = points.length
  const thick = typeof radius === 'function' ? radius : () => radius
  const along = i => {
    const before = points[closed ? (i - 1 + count) % count : Math.max(0, i - 1)]
    const after = points[closed ? (i + 1) % count : Math.min(count - 1, i + 1)]
    return unit([after[0] - before[0], after[1] - before[1], after[2] - before[2]])
  }
  let side = across(along(0))
  const rings = points.map((point, i) => {
    const t = along(i)
    const d = dot(side, t)
    side = unit([side[0] - t[0] * d, side[1] - t[1] * d, side[2] - t[2] * d])
    const up = cross(t, side)
    const r = thick(i / Math.max(1, count - 1))
    return Array.from({ length: sides }, (_, j) => {
      const a = (j / sides) * Math.PI * 2
      const [c, s] = [Math.cos(a) * r, Math.sin(a) * r]
      return [point[0] + side[0] * c + up[0] * s, point[1] + side[1] * c + up[1] * s, point[2] + side[2] * c + up[2] * s]
    })
  })
  const out = sheet(rings, closed, true)
  if (!closed) {
    for (const [ring, point, flip] of [[rings[0], points[0], true], [rings[count - 1], points[count - 1], false]]) {
      for (let j = 0; j < sides; j++) {
        const [a, b] = [ring[j], ring[(j + 1) % sides]]
        if (flip) triangle(out, point, b, a)
        else triangle(out, point, a, b)
      }
    }
  }
  return out
}

/** A flat outline of [x, y] points given a thickness; the outline must see its middle everywhere. */
export function plate(outline, thickness) {
  const h = thickness / 2
  const middle = outline.reduce(([x, y], p) => [x + p[0] / outline.length, y + p[1] / outline.length], [0, 0])
  const out = []
  for (let i = 0; i < outline.length; i++) {
    const a = outline[i]
    const b = outline[(i + 1) % outline.length]
    triangle(out, [...middle, h], [...a, h], [...b, h])
    triangle(out, [...middle, -h], [...b, -h], [...a, -h])
    triangle(out, [...a, -h], [...b, -h], [...b, h])
    triangle(out, [...a, -h], [...b, h], [...a, h])
  }
  return out
}

export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
export const unit = v => {
  const length = Math.hypot(...v) || 1
  return v.map(each => each / length)
}
const across = t => unit(cross(t, Math.abs(t[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]))

/** Numbers that look random and are the same every time. */
export function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
