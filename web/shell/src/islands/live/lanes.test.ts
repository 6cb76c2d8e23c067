import { describe, expect, it } from 'vitest'
import { Lanes, gap } from './lanes.ts'

const lanes = (count: number, width = 800) => {
  const all = new Lanes(8)
  all.resize(width, count)
  return all
}

/** Where a text's left edge stands after some milliseconds. */
const at = (all: Lanes, width: number, text: number, ms: number) => width - (all.speed(text) * ms) / 1000

describe('danmaku lanes', () => {
  it('give each text its own lane while the last one is still entering', () => {
    const all = lanes(3)
    expect([all.take(200, 0), all.take(200, 0), all.take(200, 0), all.take(200, 0)]).toEqual([0, 1, 2, -1])
  })

  it('are free again once the last text has entered with its gap', () => {
    const all = lanes(1)
    all.take(200, 0)
    const entered = ((200 + gap) / all.speed(200)) * 1000
    expect(all.take(200, entered - 1)).toBe(-1)
    expect(all.take(200, entered)).toBe(0)
  })

  it('never let a long, faster text overtake a short one', () => {
    const all = lanes(1)
    all.take(50, 0)
    const entered = ((50 + gap) / all.speed(50)) * 1000
    expect(all.take(700, entered)).toBe(-1)
    let start = entered
    while (all.take(700, start) < 0) start += 10
    for (let ms = start; ms < 8000; ms += 20) {
      // Out of the picture nothing can collide.
      const first = Math.max(0, at(all, 800, 50, ms) + 50)
      expect(Math.max(0, at(all, 800, 700, ms - start))).toBeGreaterThanOrEqual(first)
    }
  })

  it('carry what geometry allows and no more', () => {
    const all = lanes(4, 1000)
    let shown = 0
    for (let ms = 0; ms < 8000; ms += 10) if (all.take(120, ms) >= 0) shown++
    const most = 4 * Math.ceil(8 / ((120 + gap) / ((1000 + 120) / 8)))
    expect(shown).toBeLessThanOrEqual(most)
    expect(shown).toBeGreaterThan(most * 0.9)
  })

  it('keep what flies when the picture grows', () => {
    const all = lanes(1)
    all.take(200, 0)
    all.resize(900, 2)
    expect(all.take(200, 10)).toBe(1)
    expect(all.take(200, 10)).toBe(-1)
  })

  it('let an own text through at once, and a standing one have a lane for itself', () => {
    const all = lanes(2)
    expect(all.hold(4000, 0)).toBe(0)
    expect(all.take(100, 10)).toBe(1)
    expect(all.hold(4000, 10)).toBe(-1)
    expect(all.take(100, 20)).toBe(-1)
    expect(all.force(100, 20)).toBe(1)
    expect(all.take(100, 3000)).toBe(1)
  })
})
