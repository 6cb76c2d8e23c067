import { describe, expect, it } from 'vitest'
import type { Box } from './plan.ts'
import { Walk, metres } from './route.ts'

const stage: Box = { x: 0, y: 0, width: 0, height: 0 }
const hall = (stands: Box[], width = 20, height = 20): Walk =>
  new Walk({ width, height, stage: { ...stage, name: { zh: '', en: '' } }, stands, vacant: [] })

describe('a walk', () => {
  it('is straight where nothing stands between', () => {
    const route = hall([{ x: 10, y: 2, width: 3, height: 3 }]).to([11.5, 18.5], { x: 10, y: 2, width: 3, height: 3 })
    expect(route).toHaveLength(2)
    expect(metres(route ?? [])).toBeCloseTo(13, 0)
  })

  it('goes around what stands between, without cutting corners', () => {
    const wall = { x: 2, y: 9, width: 16, height: 1 }
    const goal = { x: 9, y: 2, width: 2, height: 2 }
    const route = hall([wall, goal]).to([10.5, 18.5], goal) ?? []
    expect(route.length).toBeGreaterThan(2)
    for (const [x, y] of route) expect(x > wall.x && x < wall.x + wall.width && y > wall.y && y < wall.y + 1).toBe(false)
  })

  it('ends beside the stand, not off its corner', () => {
    const goal = { x: 9, y: 9, width: 2, height: 2 }
    const [x, y] = hall([goal]).to([0.5, 0.5], goal)?.at(-1) ?? [0, 0]
    const beside = (x > 9 && x < 11) || (y > 9 && y < 11)
    expect(beside).toBe(true)
  })

  it('does not exist to a stand that is walled in', () => {
    const goal = { x: 9, y: 9, width: 2, height: 2 }
    const walls = [
      { x: 6, y: 6, width: 8, height: 1 },
      { x: 6, y: 13, width: 8, height: 1 },
      { x: 6, y: 6, width: 1, height: 8 },
      { x: 13, y: 6, width: 1, height: 8 },
    ]
    expect(hall([goal, ...walls]).to([0.5, 0.5], goal)).toBeUndefined()
  })

  it('is as short as the best of all ways', () => {
    const goal = { x: 30, y: 30, width: 3, height: 3 }
    const stands: Box[] = [goal]
    for (let row = 0; row < 5; row++) for (let i = 0; i < 6; i++) stands.push({ x: 4 + i * 6, y: 3 + row * 5, width: 4, height: 3 })
    const route = hall(stands, 44, 40).to([1.5, 1.5], goal) ?? []
    const crow = Math.hypot(30 - 1.5, 30 - 1.5)
    expect(metres(route)).toBeGreaterThanOrEqual(crow - 2)
    expect(metres(route)).toBeLessThan(crow * 1.35)
  })

  it('leads to a free point exactly, and to none that is taken', () => {
    const block = { x: 6, y: 6, width: 8, height: 2 }
    const way = hall([block]).across([10.2, 2.3], [10.7, 17.4]) ?? []
    expect(way[0]).toEqual([10.2, 2.3])
    expect(way.at(-1)).toEqual([10.7, 17.4])
    expect(way.length).toBeGreaterThan(2)
    expect(hall([block]).across([10.2, 2.3], [10, 7])).toBeUndefined()
    expect(hall([block]).free(10, 7)).toBe(false)
    expect(hall([block]).free(2, 2)).toBe(true)
    expect(hall([block]).free(-1, 2)).toBe(false)
  })
})
