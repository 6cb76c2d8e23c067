// The sky lift's car: a pagoda of radiators that climbs a ribbon to orbit. A design of our own.
import { Model } from './model.mjs'
import { around, azure, celadon, cinnabar, eave, gold, ink, petal, stand, stone, tau } from './parts.mjs'
import { all, at, ball, bar, block, drum, hoop, lathe, turnX, turnZ } from './shapes.mjs'

export function climber() {
  const m = new Model('climber', { target: [0, 2.3, 0], camera: [5.3, 3.8, 7.7] })
  stand(m, 1.05)
  ribbon(m)
  hull(m)
  roofs(m)
  drives(m)
  petals(m)
  pods(m)
  return m.spot('ribbon', [0.17, 4.55, 0.02], [1.7, 5.2, 3])
    .spot('drive', [0.2, 3.83, 0.14], [1.5, 4.2, 2.4])
    .spot('eaves', [0.62, 3.02, 0.62], [2.1, 3.9, 2.5])
    .spot('gallery', [0.3, 2.24, 0.76], [1.2, 2.5, 3.1])
    .spot('pods', [0.86, 1.66, 0.02], [3.1, 1.5, 1.3])
    .spot('petals', [0.35, 1.02, 0.95], [1.6, 1.9, 3.1])
}

function ribbon(m) {
  m.add('cell', block(0.32, 4.9, 0.022, 0.006), at(0, 2.6, 0), '#1a2230')
  for (const x of [-0.165, 0.165]) m.add('metal', block(0.022, 4.9, 0.034, 0.008), at(x, 2.6, 0), gold)
  m.each('cool', block(0.05, 0.012, 0.026, 0.003), Array.from({ length: 9 }, (_, i) => at(0, [0.32, 0.46, 0.6, 4.1, 4.24, 4.38, 4.52, 4.66, 4.8][i], 0)))
  m.add('metal', drum(0.3, 0.22, 0.12, 32), at(0, 0.22, 0), gold)
}

function hull(m) {
  m.add('shell', lathe([[0.2, 1.2], [0.3, 1.22], [0.44, 1.36], [0.62, 1.56], [0.75, 1.78], [0.8, 1.94], [0.8, 2.02], [0.74, 2.05]], 64), at(0, 0, 0), stone)
  m.add('shell', lathe([[0.74, 2.43], [0.8, 2.46], [0.8, 2.6], [0.74, 2.66], [0.6, 2.68]], 64), at(0, 0, 0), stone)
  m.add('matte', drum(0.64, 0.64, 0.42, 48), at(0, 2.24, 0), '#5d3b22')
  m.each('warm', block(0.115, 0.25, 0.02, 0.008), around(24, at(0, 2.25, 0.645)))
  m.each('metal', block(0.022, 0.4, 0.05, 0.006), around(24, at(0, 2.24, 0.735), 0.5), gold)
  m.add('glass', lathe([[0.755, 2.06], [0.775, 2.24], [0.755, 2.43]], 64), at(0, 0, 0), '#cfeaf0')
  for (const [y, r] of [[1.97, 0.808], [2.53, 0.808]]) m.add('metal', hoop(r, 0.014, 56, 6), at(0, y, 0), gold)
  m.add('metal', hoop(0.83, 0.02, 56, 6), at(0, 2.14, 0), '#b9bec7')
  m.each('metal', bar([[0.8, 2.02, 0], [0.83, 2.08, 0], [0.83, 2.14, 0]], 0.009, 5), around(24, at(0, 0, 0)), '#b9bec7')
  m.each('shell', block(0.1, 0.012, 0.02, 0.004), around(16, all(at(0, 1.8, 0.762), turnX(0.32))), cinnabar)
  m.each('matte', block(0.02, 0.3, 0.012, 0.004), around(8, all(at(0, 1.5, 0.585), turnX(0.72)), 0.5), '#a5a8ab')
  m.each('cool', ball(0.022, 10, 6), around(8, at(0, 1.885, 0.795)))
}

function roofs(m) {
  const tiers = [[0.5, 1.12, 2.98, 2.72, 48], [0.42, 0.92, 3.3, 3.08, 40], [0.2, 0.74, 3.72, 3.4, 32]]
  tiers.forEach(([inner, outer, high, low, ribs], i) => {
    m.add('cell', eave(inner, outer, high, low, ribs), at(0, 0, 0), azure, 50)
    m.add('metal', hoop(outer, 0.02, 56, 6), at(0, low - 0.006, 0), gold)
    m.each('metal', ball(0.024, 8, 6), around(ribs / 2, at(0, low - 0.02, outer + 0.012)), gold)
    const drumLow = i === 0 ? 2.66 : tiers[i - 1][2] - 0.07
    const wall = inner + 0.06
    m.add('shell', drum(wall, wall, low - drumLow + 0.16, 48, 0.01), at(0, (low + drumLow) / 2 + 0.06, 0), cinnabar)
    m.each('metal', block(0.05, 0.1, 0.05, 0.01), around(20, at(0, low + 0.0, wall + 0.02)), gold)
    m.each('warm', block(0.045, 0.05, 0.012, 0.004), around(20, at(0, low - 0.055, wall + 0.004), 0.5))
  })
  m.add('metal', lathe([[0.24, 3.7], [0.22, 3.76], [0.2, 3.78], [0.2, 3.7]], 40), at(0, 0, 0), gold)
}

function drives(m) {
  for (const [y, flip] of [[3.92, 1], [0.92, -1]]) {
    for (const x of [-0.24, 0.24]) {
      m.add('shell', block(0.09, 0.36, 0.34, 0.03), at(x, y, 0), stone)
      m.add('metal', block(0.02, 0.2, 0.2, 0.02), at(x * 1.2, y, 0), ink)
      m.add('cool', block(0.012, 0.1, 0.03, 0.004), at(x * 1.25, y, 0))
    }
    for (const z of [-0.1, 0.1]) for (const dy of [-0.1, 0.1]) {
      m.add('metal', drum(0.085, 0.085, 0.4, 28, 0.014), all(at(0, y + dy, z), turnZ(tau / 4)), '#9aa1ab')
      m.each('matte', hoop(0.086, 0.008, 28, 6), [-0.1, 0, 0.1].map(dx => all(at(dx, y + dy, z), turnZ(tau / 4))), ink)
    }
    for (const x of [-0.24, 0.24]) m.add('metal', bar([[x, y - 0.18 * flip, 0], [x * 1.3, y - 0.32 * flip, 0], [x * 1.2, y - 0.44 * flip, 0]], 0.03, 10), at(0, 0, 0), '#b9bec7')
  }
  m.add('metal', drum(0.34, 0.38, 0.1, 40), at(0, 1.2, 0), '#9aa1ab')
}

function petals(m) {
  const leaf = petal(0.3, 1.16, 0.5, 0.2, 0.25)
  m.each('cell', leaf, around(12, all(at(0, 1.02, 0), turnZ(-0.1))), '#1c355f', 60)
  m.each('metal', bar(Array.from({ length: 8 }, (_, i) => [0.3 + (0.86 * i) / 7, 0.02 + 0.2 * (i / 7) ** 1.6, 0]), 0.014, 6), around(12, all(at(0, 1.02, 0), turnZ(-0.1))), gold)
  m.each('cool', ball(0.024, 10, 6), around(12, all(at(0, 1.02, 0), turnZ(-0.1), at(1.17, 0.215, 0))))
  m.each('metal', bar([[0.34, 1.2, 0], [0.62, 1.12, 0]], 0.014, 6), around(12, at(0, 0, 0)), '#b9bec7')
  m.add('metal', hoop(0.64, 0.016, 56, 6), at(0, 1.07, 0), gold)
}

function pods(m) {
  const body = lathe([[0, -0.2], [0.07, -0.19], [0.115, -0.12], [0.12, 0.06], [0.095, 0.14], [0.05, 0.19], [0, 0.2]], 28)
  const places = around(6, all(at(0, 1.66, 0.82), turnX(0.42)))
  m.each('shell', body, places, '#f0ece4')
  m.each('shell', lathe([[0.121, -0.06], [0.124, -0.05], [0.124, 0.0], [0.121, 0.01]], 28), places, cinnabar)
  m.each('warm', block(0.07, 0.05, 0.02, 0.01), places.map(p => all(p, at(0, 0.05, 0.108))))
  m.each('metal', block(0.05, 0.22, 0.12, 0.015), places.map(p => all(p, at(0, -0.01, -0.13))), ink)
  m.each('shell', block(0.04, 0.03, 0.02, 0.008), places.map(p => all(p, at(0, -0.15, 0.1))), celadon)
}
