// A turning garden for long voyages: a glazed ring of terraces under a lotus of mirrors. A design of our own.
import { Model } from './model.mjs'
import { around, celadon, cinnabar, gold, ink, petal, stand, stone, tau } from './parts.mjs'
import { all, at, ball, bar, block, dice, drum, hoop, lathe, scaled, sheet, turnY, turnZ } from './shapes.mjs'

const big = 1.62
const tube = 0.38
const level = 1.95

export function garland() {
  const m = new Model('garland', { target: [0, 1.66, 0], camera: [3.6, 5.3, 5.3] })
  stand(m, 1.0)
  m.add('metal', lathe([[0.42, 0.17], [0.2, 0.24], [0.09, 0.42], [0.075, 0.9], [0.12, 1.1], [0.2, 1.16]], 40), at(0, 0, 0), gold)
  ring(m)
  terraces(m)
  hub(m)
  lotus(m)
  return m.spot('lotus', [0.3, 3.2, 0.25], [1.9, 4.4, 2.5])
    .spot('terraces', [-0.9, level, -1.25], [0.6, 3.1, 1.1])
    .spot('spokes', [0.82, level + 0.08, 0.1], [2.5, 3.3, 1.9])
    .spot('bees', [0.42, level + 0.2, 0.73], [1.6, 3.1, 2.9])
    .spot('water', [-0.36, 1.5, 0.36], [-1.1, 2.4, 3.6])
    .spot('shell', [1.2, level, 1.6], [2.9, 2.4, 3.7])
}

const onTube = (turn, side, radius) => {
  const r = big + Math.cos(side) * radius
  return [Math.cos(turn) * r, level + Math.sin(side) * radius, -Math.sin(turn) * r]
}

const skin = (from, to, radius, sides, parts = 80) =>
  Array.from({ length: parts }, (_, i) => Array.from({ length: sides }, (_s, j) => onTube((i / parts) * tau, from + ((to - from) * j) / (sides - 1), radius)))

function ring(m) {
  const open = 1.75
  const outside = skin(-open, open, tube, 13)
  const inside = skin(-open, open, tube - 0.035, 13)
  m.add('shell', sheet(outside, true), at(0, 0, 0), stone)
  m.add('matte', sheet(inside, true), at(0, 0, 0), '#d8d2c4', 38, 'in')
  m.add('glass', sheet(skin(open, tau - open, tube - 0.012, 11), true), at(0, 0, 0), '#d7f1ee')
  m.each('metal', bar(Array.from({ length: 10 }, (_, j) => onTube(0, open + ((tau - 2 * open) * j) / 9, tube)), 0.014, 5), around(24, at(0, 0, 0)), '#e8e4da')
  const seam = bar(Array.from({ length: 12 }, (_, j) => onTube(0, -open + (2 * open * j) / 11, tube + 0.004)), 0.012, 4)
  m.each('metal', seam, around(24, at(0, 0, 0)).filter((_, i) => i % 4), '#c4c6c8')
  m.each('metal', seam, around(6, at(0, 0, 0)), gold)
  for (const side of [open, -open]) {
    const edge = Array.from({ length: 96 }, (_, i) => onTube((i / 96) * tau, side, tube + 0.004))
    m.add('metal', bar(edge, 0.022, 6, true), at(0, 0, 0), gold)
  }
  const mark = (count, side, shape, material, tint, shift = 0.5) => {
    m.each(material, shape, around(count, all(at(big + Math.cos(side) * tube, level + Math.sin(side) * tube, 0), turnZ(side), turnY(tau / 4)), shift), tint)
  }
  mark(24, 0, block(0.2, 0.1, 0.03, 0.012), 'warm')
  mark(24, 0.62, block(0.26, 0.05, 0.024, 0.008), 'shell', cinnabar)
  mark(24, -0.62, block(0.3, 0.07, 0.02, 0.008), 'cell', '#22406e')
  mark(24, 1.15, block(0.3, 0.13, 0.018, 0.008), 'shell', '#f3f0e9')
  mark(12, -1.2, ball(0.022, 8, 6), 'cool', '#ffffff', 0)
}

function terraces(m) {
  const floor = big + 0.2
  const strip = Array.from({ length: 96 }, (_, i) => [-0.25, -0.22, 0.22, 0.25].map((y, j) => {
    const turn = (i / 96) * tau
    const r = floor + (j % 3 ? 0 : 0.06)
    return [Math.cos(turn) * r, level + y, -Math.sin(turn) * r]
  }))
  m.add('matte', sheet(strip, true), at(0, 0, 0), '#6b4a2f', 38, 'in')
  const roll = dice(23)
  const greens = ['#4f9d45', '#6bb34c', '#357a3c', '#8cc152', '#2f8f6b']
  const bush = ball(1, 6, 4)
  const trunk = drum(0.018, 0.012, 0.18, 6, 0.002)
  const stalk = lathe([[0, 0], [0.014, 0.02], [0.02, 0.1], [0, 0.17]], 5)
  const beds = new Map()
  const plant = (shape, tint, turn, y, up) => {
    const key = `${shape.length} ${tint}`
    if (!beds.has(key)) beds.set(key, { shape, tint, places: [] })
    beds.get(key).places.push(all(turnY(turn), at(floor, level + y, 0), turnZ(tau / 4), up))
  }
  const tree = (turn, blossom) => {
    const size = 0.1 + roll() * 0.035
    const y = (roll() - 0.5) * 0.16
    plant(trunk, '#7a5434', turn, y, at(0, 0.09, 0))
    for (let b = 0; b < 3; b++) {
      const crown = all(at((roll() - 0.5) * 0.09, 0.2 + b * 0.035, (roll() - 0.5) * 0.09), scaled(size * (1 - b * 0.2), size * 0.8, size * (1 - b * 0.2)))
      plant(bush, blossom && b === 2 ? '#f2a7b8' : greens[(roll() * 5) | 0], turn, y, crown)
    }
  }
  for (let i = 0; i < 24; i++) {
    for (let k = 0; k < 7; k++) {
      const turn = ((i + (k + 0.5) / 7) / 24) * tau
      const plot = i % 6
      if (plot % 3 === 0 && k % 3 === 1) tree(turn, plot === 3)
      if (plot % 3 === 1) for (const y of [-0.15, -0.05, 0.05, 0.15]) plant(bush, greens[(k + (plot === 4 ? 2 : 0)) % 5], turn, y, all(at(0, 0.045, 0), scaled(0.048, 0.05 + roll() * 0.02, 0.04)))
      if (plot === 2) for (const y of [-0.16, -0.08, 0, 0.08, 0.16]) plant(stalk, k % 2 ? '#e3b94f' : '#d2a73c', turn, y + (roll() - 0.5) * 0.02, at(0, 0, 0))
      if (plot === 5) for (const y of [-0.12, 0.03, 0.15]) plant(bush, k % 2 ? greens[1] : '#e0533d', turn, y, all(at(0, 0.05, 0), scaled(0.05)))
    }
  }
  for (const { shape, tint, places } of beds.values()) m.each('matte', shape, places, tint, 80)
}

function hub(m) {
  m.add('shell', lathe([[0.2, 1.16], [0.34, 1.22], [0.36, 1.34], [0.36, 1.6], [0.46, 1.72], [0.5, 1.78], [0.5, 2.12], [0.46, 2.18], [0.34, 2.32], [0.32, 2.6], [0.26, 2.72], [0.2, 2.76]], 56), at(0, 0, 0), stone)
  for (const [y, r, t] of [[1.34, 0.365, gold], [1.6, 0.365, gold], [2.32, 0.345, gold], [1.8, 0.505, cinnabar], [2.1, 0.505, cinnabar]]) m.add(t === gold ? 'metal' : 'shell', hoop(r, 0.016, 56, 6), at(0, y, 0), t)
  m.each('warm', block(0.09, 0.12, 0.02, 0.01), around(18, at(0, 1.95, 0.5)))
  m.each('warm', block(0.05, 0.07, 0.02, 0.008), around(12, at(0, 2.46, 0.328)))
  m.each('matte', block(0.05, 0.16, 0.02, 0.006), around(14, at(0, 1.47, 0.362)), '#b7b3a8')
  m.each('cool', ball(0.02, 8, 6), around(8, at(0, 1.24, 0.345)))
  m.each('shell', bar([[0.46, level, 0], [big - tube + 0.03, level, 0]], 0.062, 14), around(6, at(0, 0, 0), 0.5), '#dcd8cf')
  for (const x of [0.6, 0.84, 1.08]) m.each('metal', hoop(0.066, 0.011, 16, 5), around(6, all(at(x, level, 0), turnZ(tau / 4)), 0.5), x === 0.84 ? gold : '#8d939c')
  m.each('metal', bar([[0.33, 2.55, 0], [0.8, 2.3, 0], [big - 0.34, level + 0.19, 0]], 0.012, 6), around(6, at(0, 0, 0), 0.5), '#b9bec7')
  m.each('metal', bar([[0.36, 1.38, 0], [0.8, 1.62, 0], [big - 0.34, level - 0.19, 0]], 0.012, 6), around(6, at(0, 0, 0), 0.5), '#b9bec7')
  m.each('cell', ball(0.13, 18, 10), around(6, at(0.47, 1.5, 0)), '#3c9fa5')
  m.each('metal', hoop(0.132, 0.01, 22, 6), around(6, at(0.47, 1.5, 0)), gold)
  m.each('metal', drum(0.035, 0.035, 0.1, 12), around(6, at(0.47, 1.65, 0)), '#b9bec7')
  hive(m)
}

/** The bees live where the first spoke meets their meadow: seven cells of a comb. */
function hive(m) {
  const cell = lathe([[0, -0.05], [0.066, -0.05], [0.072, -0.044], [0.072, 0.05], [0.054, 0.056], [0.05, 0.03], [0, 0.03]], 6)
  const base = all(turnY(-tau / 6), at(0.86, level + 0.16, 0), turnZ(-0.5))
  const spots = [[0, 0], ...Array.from({ length: 6 }, (_, i) => [Math.cos((i / 6) * tau) * 0.128, Math.sin((i / 6) * tau) * 0.128])]
  m.each('metal', cell, spots.map(([x, z]) => all(base, at(x, 0, z), turnY(tau / 12))), '#e6ad3a', 20)
  m.each('warm', drum(0.04, 0.04, 0.012, 6, 0.004), spots.map(([x, z]) => all(base, at(x, 0.034, z), turnY(tau / 12))))
  m.add('metal', drum(0.03, 0.03, 0.14, 10), all(base, at(0, -0.1, 0)), ink)
}

function lotus(m) {
  m.add('metal', lathe([[0.2, 2.74], [0.24, 2.8], [0.16, 2.9], [0.12, 2.98]], 36), at(0, 0, 0), gold)
  m.each('metal', petal(0.08, 0.62, 0.36, 0.44, 0.55), around(8, at(0, 2.86, 0), 0.5), '#f4d9c8', 60)
  m.each('metal', petal(0.1, 0.9, 0.44, 0.3, 0.4), around(8, at(0, 2.82, 0)), '#f2f0ea', 60)
  m.each('metal', petal(0.06, 0.38, 0.24, 0.5, 0.7), around(6, at(0, 2.9, 0)), '#f0b7a0', 60)
  m.add('warm', ball(0.12, 20, 10), at(0, 3.08, 0))
  m.each('metal', bar([[0.05, 3.1, 0], [0.12, 3.32, 0]], 0.008, 5), around(10, at(0, 0, 0)), gold)
  m.each('warm', ball(0.02, 8, 6), around(10, at(0.122, 3.33, 0)))
  m.each('cool', bar([[0.5, 2.98, 0], [big - 0.3, level + 0.36, 0]], 0.006, 5), around(8, at(0, 0, 0)))
  m.add('shell', hoop(0.2, 0.03, 40, 8), at(0, 2.78, 0), celadon)
}
