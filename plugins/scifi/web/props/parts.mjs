// Parts that several props share.
import { all, at, bar, block, drum, hoop, lathe, sheet, turnY } from './shapes.mjs'

export const ink = '#222a38'
export const stone = '#e9e6df'
export const gold = '#d9a441'
export const cinnabar = '#c33a22'
export const celadon = '#8fc7b5'
export const azure = '#1f5c9e'

export const tau = Math.PI * 2

/** The matrices of n places around the y axis. */
export const around = (count, matrix, shift = 0) => Array.from({ length: count }, (_, i) => all(turnY(((i + shift) / count) * tau), matrix))

/** The round stand every prop of the room is shown on. */
export function stand(model, radius) {
  model
    .add('matte', drum(radius + 0.06, radius + 0.02, 0.1, 64, 0.02), at(0, 0.05, 0), ink)
    .add('shell', drum(radius, radius - 0.03, 0.07, 64, 0.015), at(0, 0.135, 0), '#39424f')
    .add('metal', hoop(radius + 0.005, 0.016, 56, 6), at(0, 0.105, 0), gold)
    .each('warm', block(0.05, 0.018, 0.01, 0.004), around(36, at(0, 0.05, radius + 0.046)))
}

/** A roof that swings out to its edge, ribbed like tiles; one surface above and one below. */
export function eave(inner, outer, high, low, ribs) {
  const columns = ribs * 2
  const rows = 6
  const layer = drop =>
    Array.from({ length: rows }, (_, r) => {
      const part = r / (rows - 1)
      const radius = inner + (outer - inner) * part
      const sag = (1 - part) ** 1.7
      return Array.from({ length: columns }, (_c, c) => {
        const angle = (c / columns) * tau
        const rib = 0.016 * part * Math.abs(Math.cos((angle * ribs) / 2)) ** 2
        return [Math.cos(angle) * radius, low + (high - low) * sag + rib - drop, -Math.sin(angle) * radius]
      })
    })
  return sheet([...layer(0), ...layer(0.035).toReversed()], true, true)
}

const edge = (one, other, c) => sheet([one.map(row => row[c]), other.map(row => row[c])])

/** A cupped leaf from the middle outwards: along x, rising by lift, thin. */
export function petal(from, to, width, lift, curl) {
  const rows = 8
  const columns = 5
  const layer = drop =>
    Array.from({ length: rows }, (_, r) => {
      const part = r / (rows - 1)
      const half = (width / 2) * Math.sin(Math.PI * (0.16 + 0.8 * part) ** 0.9) ** 0.8
      return Array.from({ length: columns }, (_c, c) => {
        const side = (c / (columns - 1)) * 2 - 1
        const y = lift * part ** 1.6 + curl * side * side * half
        return [from + (to - from) * part, y - drop, side * half]
      })
    })
  const [top, low] = [layer(0), layer(0.022)]
  return [...sheet([...top, ...low.toReversed()], true), ...edge(top, low, 0), ...edge(low, top, columns - 1)]
}

/** Wheels about the x axis: tread, bent spokes, hub. */
export function wheels(model, places, radius, width) {
  const lie = [0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0] // y becomes x
  const flat = places.map(place => all(place, lie))
  const on = matrices => flat.flatMap(place => matrices.map(each => all(place, each)))
  const half = width / 2
  const rim = radius * 0.9
  model
    .each('metal', lathe([[rim, -half], [radius, -half * 0.9], [radius, half * 0.9], [rim, half], [rim, -half]], 36), flat, '#8d939c')
    .each('matte', block(0.02, width * 0.98, 0.028, 0.006), on(around(18, at(radius, 0, 0))), ink)
    .each('metal', drum(radius * 0.3, radius * 0.26, width * 0.9, 20, 0.012), flat, gold)
  const spoke = bar(Array.from({ length: 6 }, (_, i) => {
    const part = i / 5
    return [radius * (0.26 + 0.66 * part), 0, Math.sin(part * Math.PI) * radius * 0.22]
  }), radius * 0.045, 5)
  model.each('metal', spoke, on(around(10, at(0, 0, 0))), '#c9cdd3')
}
