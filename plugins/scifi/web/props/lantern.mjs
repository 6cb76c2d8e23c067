// A companion for walks on the Moon: a lantern on six wheels under an oil-paper parasol of solar cells. A design of our own.
import { Model } from './model.mjs'
import { around, cinnabar, gold, ink, stand, stone, tau, wheels } from './parts.mjs'
import { all, at, ball, bar, block, dice, drum, hoop, lathe, plate, scaled, sheet, turnX, turnY, turnZ } from './shapes.mjs'

export function lantern() {
  const m = new Model('lantern', { target: [0, 1.58, 0], camera: [3.7, 2.8, 5.9] })
  stand(m, 1.42)
  ground(m)
  body(m)
  face(m)
  chassis(m)
  parasol(m)
  arm(m)
  tassel(m)
  return m.spot('parasol', [0.75, 2.86, 0.6], [2.7, 3.9, 3.1])
    .spot('face', [0, 1.5, 0.66], [0.5, 1.8, 3.1])
    .spot('body', [0.6, 1.36, 0.2], [2.9, 2, 1.7])
    .spot('arm', [-0.66, 0.86, 0.82], [-1.9, 1.9, 3])
    .spot('tassel', [0, 0.72, -0.62], [1.1, 1.1, -3])
    .spot('wheels', [0.84, 0.46, 0.68], [2.7, 1.2, 2.7])
}

function ground(m) {
  const roll = dice(7)
  const bumps = Array.from({ length: 16 }, () => [(roll() - 0.5) * 2.4, (roll() - 0.5) * 2.4, 0.1 + roll() * 0.22, (roll() - 0.62) * 0.06])
  const height = (x, z) => 0.2 + bumps.reduce((sum, [bx, bz, r, h]) => sum + h * Math.exp(-((x - bx) ** 2 + (z - bz) ** 2) / (r * r)), 0)
  const rows = Array.from({ length: 15 }, (_, r) => {
    const radius = (r / 14) ** 0.8 * 1.36
    return Array.from({ length: 40 }, (_c, c) => {
      const a = (c / 40) * tau
      const [x, z] = [Math.cos(a) * radius, Math.sin(a) * radius]
      return [x, r === 14 ? 0.15 : height(x, z), z]
    })
  })
  m.add('matte', sheet(rows, false, true), at(0, 0, 0), '#a59d90', 70, 'as')
  for (let i = 0; i < 22; i++) {
    const a = roll() * tau
    const r = 0.5 + roll() * 0.75
    const s = 0.02 + roll() * 0.05
    m.add('matte', ball(1, 6, 4), all(at(Math.cos(a) * r, height(Math.cos(a) * r, Math.sin(a) * r), Math.sin(a) * r), turnY(a), scaled(s, s * 0.6, s * 0.8)), '#877f74', 20)
  }
}

const middle = 1.36
const lobes = 16

function body(m) {
  const rows = 17
  const skin = Array.from({ length: rows }, (_, r) => {
    const up = -0.86 + (1.72 * r) / (rows - 1)
    return Array.from({ length: lobes * 6 }, (_c, c) => {
      const a = (c / (lobes * 6)) * tau
      const bulge = 0.64 * Math.sqrt(1 - (up * 0.86) ** 2)
      const lobe = 1 - 0.055 * (1 - Math.abs(Math.sin((a * lobes) / 2)) ** 0.7)
      return [Math.cos(a) * bulge * lobe, middle + up * 0.52, -Math.sin(a) * bulge * lobe]
    })
  })
  m.add('shell', sheet(skin, false, true), at(0, 0, 0), cinnabar, 50)
  const slit = bar(Array.from({ length: 11 }, (_, i) => {
    const up = -0.78 + (1.56 * i) / 10
    return [0.64 * Math.sqrt(1 - (up * 0.86) ** 2) * 0.955, middle + up * 0.52, 0]
  }), 0.0085, 6)
  m.each('warm', slit, around(lobes, at(0, 0, 0)))
  for (const [y, r] of [[middle + 0.45, 0.43], [middle - 0.45, 0.43]]) {
    m.add('metal', drum(r, r, 0.07, 48, 0.015), at(0, y, 0), gold)
    m.add('metal', hoop(r + 0.012, 0.02, 56, 6), at(0, y, 0), gold)
  }
  m.add('shell', drum(0.36, 0.26, 0.1, 40, 0.02), at(0, middle + 0.53, 0), ink)
  m.each('cool', block(0.05, 0.02, 0.012, 0.004), around(12, at(0, middle + 0.53, 0.318)))
  m.add('shell', drum(0.3, 0.36, 0.12, 40, 0.02), at(0, middle - 0.53, 0), ink)
  for (const x of [-0.62, 0.62]) {
    m.add('metal', drum(0.13, 0.11, 0.07, 28, 0.015), all(at(x * 1.01, middle, 0), turnZ(tau / 4)), gold)
    m.add('cool', drum(0.07, 0.07, 0.02, 24, 0.006), all(at(x * 1.08, middle, 0), turnZ(tau / 4)))
  }
}

/** An outline between an ellipse and a box: the larger n, the squarer. */
const round = (w, h, n = 2.6) =>
  Array.from({ length: 40 }, (_, i) => {
    const a = (i / 40) * tau
    return [Math.sign(Math.cos(a)) * Math.abs(Math.cos(a)) ** (2 / n) * w, Math.sign(Math.sin(a)) * Math.abs(Math.sin(a)) ** (2 / n) * h]
  })

function face(m) {
  const place = all(at(0, middle + 0.08, 0.6), turnX(-0.1))
  m.add('shell', plate(round(0.35, 0.235), 0.12), place, stone, 30)
  m.add('cell', plate(round(0.3, 0.185), 0.03), all(place, at(0, 0, 0.06)), '#0b1220', 30)
  for (const x of [-0.125, 0.125]) {
    m.add('cool', plate(round(0.045, 0.07, 2), 0.016), all(place, at(x, 0.02, 0.078)), '#ffffff', 30)
    m.add('warm', plate(round(0.035, 0.012, 2), 0.012), all(place, at(x * 1.55, -0.085, 0.076)), '#ffffff', 30)
  }
  const smile = bar(Array.from({ length: 9 }, (_, i) => [-0.045 + (0.09 * i) / 8, -0.075 - Math.sin((i / 8) * Math.PI) * 0.026, 0.079]), 0.008, 5)
  m.add('cool', smile, place)
}

function chassis(m) {
  wheels(m, [-0.84, 0.84].flatMap(x => [-0.7, 0, 0.7].map(z => at(x, 0.46, z))), 0.27, 0.2)
  for (const side of [-1, 1]) {
    const x = side * 0.84
    const inner = side * 0.66
    const rod = (points, r = 0.034) => m.add('metal', bar(points, r, 10), at(0, 0, 0), '#d5d8dc')
    rod([[side * 0.42, 0.94, 0.05], [inner, 0.84, 0.28], [inner, 0.66, 0.7], [inner, 0.46, 0.7]])
    rod([[inner, 0.84, 0.28], [inner, 0.74, -0.1], [inner, 0.66, -0.34]])
    rod([[inner, 0.46, 0], [inner, 0.62, -0.05], [inner, 0.66, -0.34], [inner, 0.62, -0.62], [inner, 0.46, -0.7]], 0.03)
    for (const [y, z] of [[0.84, 0.28], [0.66, -0.34], [0.46, 0.7], [0.46, 0], [0.46, -0.7]]) m.add('metal', drum(0.055, 0.055, 0.1, 20, 0.012), all(at(inner, y, z), turnZ(tau / 4)), gold)
    for (const z of [-0.7, 0, 0.7]) m.add('metal', bar([[inner, 0.46, z], [x, 0.46, z]], 0.03, 8), at(0, 0, 0), '#8d939c')
  }
  m.add('shell', block(0.92, 0.14, 0.62, 0.05), at(0, 0.8, 0), stone)
  m.add('shell', block(0.5, 0.12, 0.08, 0.03), at(0, 0.8, 0.33), ink)
  m.each('warm', drum(0.035, 0.035, 0.02, 16, 0.005), [-0.16, 0.16].map(x => all(at(x, 0.8, 0.375), turnX(tau / 4))))
  m.each('cool', block(0.3, 0.012, 0.012, 0.004), [at(0, 0.8, 0.374)])
  m.add('metal', block(0.96, 0.025, 0.66, 0.01), at(0, 0.735, 0), gold)
}

const ribs = 14

function parasol(m) {
  const [apex, rim, radius] = [3.02, 2.62, 1.32]
  m.add('metal', bar([[0, 1.9, 0], [0, 3.02, 0]], 0.03, 12), at(0, 0, 0), '#7a4a2a')
  const point = (part, angle, drop = 0) => {
    const between = Math.abs(Math.sin((angle * ribs) / 2))
    const r = radius * part * (1 - 0.045 * part * part * between)
    return [Math.cos(angle) * r, apex - (apex - rim) * (0.72 * part + 0.28 * part * part) - 0.05 * part * between - drop, -Math.sin(angle) * r]
  }
  const band = (from, to, material, tint, rows = 3, lift = 0) => {
    const cols = ribs * 4
    const layer = drop => Array.from({ length: rows }, (_, r) => Array.from({ length: cols }, (_c, c) => point(from + ((to - from) * r) / (rows - 1), (c / cols) * tau, drop)))
    m.add(material, sheet([...layer(-lift), ...layer(0.02).toReversed()], true, true), at(0, 0, 0), tint, 30)
  }
  band(0.03, 0.26, 'shell', cinnabar, 3)
  band(0.26, 0.285, 'metal', gold, 2, 0.006)
  band(0.285, 0.5, 'cell', '#23457f', 3)
  band(0.5, 0.515, 'metal', gold, 2, 0.006)
  band(0.515, 0.75, 'cell', '#1b3768', 3)
  band(0.75, 0.775, 'metal', gold, 2, 0.006)
  band(0.775, 1, 'shell', cinnabar, 3)
  const every = (material, shape, tint) => m.each(material, shape, around(ribs, at(0, 0, 0)), tint)
  every('metal', bar(Array.from({ length: 8 }, (_, k) => point(0.04 + (0.98 * k) / 7, 0, -0.008)), 0.011, 5), gold)
  every('matte', bar([[0.05, 2.36, 0], point(0.55, 0, 0.03)], 0.011, 5), '#a8743f')
  every('matte', bar([point(0.06, 0, 0.035), point(0.55, 0, 0.035), point(0.98, 0, 0.03)], 0.011, 5), '#a8743f')
  const tip = point(1.02, 0)
  m.each('warm', ball(0.022, 8, 6), around(ribs, at(tip[0], tip[1] - 0.03, 0)))
  for (const part of [0.39, 0.63]) {
    const p = point(part, tau / ribs / 2, -0.006)
    m.each('metal', block(0.2, 0.006, 0.012, 0.002), around(ribs, all(at(Math.hypot(p[0], p[2]), p[1], 0), turnZ(-0.31)), 0.5), '#9fb4d6')
  }
  m.add('metal', drum(0.06, 0.045, 0.07, 20), at(0, 2.36, 0), gold)
  m.add('metal', lathe([[0.07, 3.0], [0.055, 3.05], [0.025, 3.08], [0.04, 3.13], [0.02, 3.2], [0, 3.24]], 24), at(0, 0, 0), gold)
}

function arm(m) {
  const path = [[-0.4, 0.86, 0.3], [-0.6, 1.12, 0.58], [-0.66, 0.84, 0.84], [-0.62, 0.62, 0.98]]
  for (let i = 0; i < 3; i++) m.add('shell', bar([path[i], path[i + 1]], 0.036 - i * 0.004, 12), at(0, 0, 0), stone)
  for (const p of path.slice(0, 3)) m.add('metal', ball(0.056, 18, 10), at(...p), gold)
  const scoop = Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (_c, j) => {
    const a = (i / 6) * Math.PI
    return [-0.08 + (0.16 * j) / 6, -Math.sin(a) * 0.09, Math.cos(a) * 0.09]
  }))
  const inner = scoop.map(row => row.map(([x, y, z]) => [x * 0.93, y * 0.88 + 0.004, z * 0.88]))
  m.add('metal', sheet([...scoop, ...inner.toReversed()], true), all(at(-0.62, 0.6, 1.02), turnX(0.5)), '#aab0b8', 45)
  m.add('cool', hoop(0.042, 0.008, 24, 6), all(at(-0.615, 0.69, 0.94), turnX(0.7)))
}

function tassel(m) {
  m.add('metal', bar([[0, 0.95, -0.36], [0, 1.02, -0.52], [0, 0.98, -0.62], [0, 0.9, -0.64]], 0.022, 8), at(0, 0, 0), gold)
  m.add('metal', ball(0.055, 18, 10), at(0, 0.86, -0.64), gold)
  m.add('shell', drum(0.05, 0.06, 0.06, 20, 0.01), at(0, 0.8, -0.64), cinnabar)
  const strand = bar([[0.038, 0.78, 0], [0.046, 0.6, 0], [0.066, 0.46, 0]], 0.0075, 4)
  const places = around(16, at(0, 0, 0)).map(turn => all(at(0, 0, -0.64), turn))
  m.each('matte', strand, places.filter((_, i) => i % 4), '#e0533d')
  m.each('cool', strand, places.filter((_, i) => i % 4 === 0))
}
