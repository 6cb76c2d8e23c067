import { describe, expect, it } from 'vitest'
import { between, eye, farthest, fitted, looking, nearer, nearest, turned } from './orbit.ts'

const rounded = (point: readonly number[]): number[] => point.map(value => Math.round(value * 1e6) / 1e6 + 0)

describe('an orbit', () => {
  const orbit = looking([3, 4, 5], [0, 1, 0])

  it('looks from where it was asked to', () => expect(rounded(eye(orbit))).toEqual([3, 4, 5]))

  it('keeps above the ground and below the zenith', () => {
    expect(turned(orbit, 0, 9).pitch).toBeLessThan(Math.PI / 2)
    expect(turned(orbit, 0, -9).pitch).toBeGreaterThan(-0.5)
  })

  it('stays between its nearest and farthest', () => {
    expect(nearer(orbit, 1000).distance).toBe(nearest)
    expect(nearer(orbit, 0.001).distance).toBe(farthest)
  })

  it('steps back in a narrow window only', () => {
    expect(fitted(orbit, 1.6)).toBe(orbit)
    expect(fitted(orbit, 0.6).distance).toBeGreaterThan(orbit.distance)
  })
})

describe('a flight', () => {
  const a = looking([0, 0, 5], [0, 0, 0])
  const b = looking([-0.5, 1, -4], [0, 1, 0])

  it('begins and ends where it should', () => {
    expect(rounded(eye(between(a, b, 0)))).toEqual(rounded(eye(a)))
    expect(rounded(eye(between(a, b, 1)))).toEqual(rounded(eye(b)))
  })

  it('goes the short way round', () => {
    const c = { ...a, yaw: 3 }
    const d = { ...a, yaw: -3 }
    expect(between(c, d, 0.5).yaw).toBeGreaterThan(3)
  })
})
