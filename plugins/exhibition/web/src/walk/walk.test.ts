import { describe, expect, it } from 'vitest'
import type { Stand } from '../plan.ts'
import { type Point, Walk } from '../route.ts'
import { patternOf } from './art.ts'
import { type Front, frontsOf, nearest, spotOf, yawTo } from './fronts.ts'
import { enters } from './ray.ts'
import { Walker, shorten } from './walker.ts'

const stand = (index: number, x: number, y: number, width = 3, height = 3): Stand => ({
  index,
  id: `s-${index}`,
  code: `A-00${index}`,
  name: { zh: '展', en: 'Stand' },
  zone: 0,
  synthetic: true,
  field: '',
  shows: { zh: '', en: '' },
  words: '',
  x,
  y,
  width,
  height,
})
const stage = { x: 0, y: 0, width: 0, height: 0, name: { zh: '', en: '' } }
const stands = [stand(0, 6, 6), stand(1, 6, 9), stand(2, 20, 6, 6, 6)]
const plan = { width: 40, height: 40, stage, stands, vacant: [] }
const grid = new Walk(plan)
const fronts = frontsOf(plan)
const still = { ahead: 0, aside: 0, turn: 0, fast: false }

describe('fronts', () => {
  it('open away from the stand behind, and to both aisles where a stand is as deep as its block', () => {
    expect(fronts.map(front => [front.stand.index, front.facing])).toEqual([[0, -1], [1, 1], [2, -1], [2, 1]])
    expect(fronts[2]).toMatchObject({ x: 23, z: 7.5, depth: 3 })
    expect(yawTo(fronts[1] as Front)).toBe(0)
  })

  it('are seen from free floor before them', () => {
    const [x, z] = spotOf(fronts[1] as Front, grid) as Point
    expect(x).toBe(7.5)
    expect(z).toBeGreaterThan(12)
    expect(grid.free(x, z)).toBe(true)
  })

  it('are met by who stands before them and looks there', () => {
    expect(nearest(fronts, 7.5, 14, 0)?.stand.index).toBe(1)
    expect(nearest(fronts, 7.5, 14, Math.PI)).toBeUndefined()
    expect(nearest(fronts, 35, 35, 0)).toBeUndefined()
  })

  it('are hit by a look at them only', () => {
    const ray = { ox: 7.5, oy: 1.65, oz: 16, dx: 0, dy: 0, dz: -1 }
    expect(enters(ray, fronts[1] as Front)).toBeCloseTo(4)
    expect(enters({ ...ray, dz: 1 }, fronts[1] as Front)).toBe(Infinity)
    expect(enters({ ...ray, ox: 12 }, fronts[1] as Front)).toBe(Infinity)
  })
})

describe('a walker', () => {
  it('walks where the keys say and slides along a stand instead of through it', () => {
    const walker = new Walker(grid, 7.5, 14)
    for (let i = 0; i < 100; i++) walker.step(0.05, { ...still, ahead: 1 })
    expect(walker.z).toBeGreaterThan(12)
    expect(walker.z).toBeLessThan(12.6)
    walker.yaw = Math.PI / 4
    for (let i = 0; i < 100; i++) walker.step(0.05, { ...still, ahead: 1 })
    expect(walker.x).toBeLessThan(6)
  })

  it('never leaves the hall', () => {
    const walker = new Walker(grid, 2, 2)
    for (let i = 0; i < 400; i++) walker.step(0.1, { ...still, ahead: 1, turn: i % 7 === 0 ? 1 : 0, fast: true })
    expect(grid.free(walker.x, walker.z)).toBe(true)
  })

  it('follows a way to its end and then looks at the stand', () => {
    const end = spotOf(fronts[3] as Front, grid) as Point
    const walker = new Walker(grid, 3, 20)
    walker.follow(grid.across([3, 20], end) ?? [], 0, false)
    let steps = 0
    while (walker.step(0.05, still)) expect(++steps).toBeLessThan(1000)
    expect(Math.hypot(walker.x - end[0], walker.z - end[1])).toBeLessThan(0.01)
    expect(Math.abs(walker.yaw % (2 * Math.PI))).toBeLessThan(0.02)
  })

  it('is there at once when the visitor wants no motion', () => {
    const walker = new Walker(grid, 3, 20)
    walker.follow([[3, 20], [10, 30]], 1, true)
    expect([walker.x, walker.z, walker.yaw]).toEqual([10, 30, 1])
    expect(walker.onWay).toBe(false)
  })

  it('walks only the last steps of a long way', () => {
    const way: Point[] = [[0, 0], [0, 50], [20, 50]]
    const rest = shorten(way)
    expect(rest).toHaveLength(2)
    expect(rest[0]?.[0]).toBeCloseTo(11)
    expect(shorten([[0, 0], [0, 30]])).toHaveLength(2)
  })
})

describe('pictures', () => {
  it('have the pattern of the booth’s own page', () => {
    // Math.floorMod("b-003".hashCode(), 6) and so on, as the server computes them.
    expect(['b-003', 'a-001', 'g-086', 'b-cibte-2023-tsinghua'].map(patternOf)).toEqual([2, 5, 0, 0])
  })
})
