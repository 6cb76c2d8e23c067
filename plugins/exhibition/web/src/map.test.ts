import { describe, expect, it } from 'vitest'
import { aim, between, fit, floor, pan, zoom } from './camera.ts'
import { oklch } from './colour.ts'
import { wrap } from './paint.ts'
import { nearestStop, nextStop, sheetHeight } from './sheet.ts'

const size = { width: 1000, height: 600 }
const bare = { left: 0, top: 0, right: 0, bottom: 0 }

describe('the camera', () => {
  it('fits a box into what nothing covers', () => {
    const covered = { left: 400, top: 0, right: 0, bottom: 100 }
    const camera = fit({ x: 0, y: 0, width: 60, height: 40 }, size, covered, 0)
    const [left, top] = floor(camera, 400, 0, size)
    const [right, bottom] = floor(camera, 1000, 500, size)
    expect(left).toBeLessThanOrEqual(0.001)
    expect(top).toBeLessThanOrEqual(0.001)
    expect(right).toBeGreaterThanOrEqual(59.999)
    expect(bottom).toBeGreaterThanOrEqual(39.999)
  })

  it('keeps the floor below the finger while it zooms', () => {
    const camera = aim(50, 30, 5, bare)
    const before = floor(camera, 120, 90, size)
    const after = floor(zoom(camera, 1.7, 120, 90, size), 120, 90, size)
    expect(after[0]).toBeCloseTo(before[0], 6)
    expect(after[1]).toBeCloseTo(before[1], 6)
  })

  it('moves with the finger and arrives where it flies', () => {
    const camera = aim(50, 30, 5, bare)
    expect(pan(camera, 50, 0).x).toBe(40)
    const goal = aim(10, 10, 20, bare)
    expect(between(camera, goal, 1).scale).toBeCloseTo(20)
    expect(between(camera, goal, 0)).toEqual(camera)
  })
})

describe('colours', () => {
  it('turn OKLCH into sRGB', () => {
    expect(oklch(1, 0, 0)).toBe('#ffffff')
    expect(oklch(0, 0, 0)).toBe('#000000')
    expect(oklch(0.6279, 0.2577, 29.23)).toBe('#ff0000')
  })
})

describe('labels', () => {
  const ctx = { measureText: (words: string) => ({ width: words.length * 10 }) as TextMetrics }

  it('break between words and between Han characters, and end with an ellipsis', () => {
    expect(wrap(ctx, 'Lanye Technology', 100, 2)).toEqual(['Lanye', 'Technology'])
    expect(wrap(ctx, '中关村国家自主创新', 50, 2)).toEqual(['中关村国家', '自主创新'])
    expect(wrap(ctx, '中关村国家自主创新示范区', 50, 2)).toEqual(['中关村国家', '自主创新…'])
    expect(wrap(ctx, 'Tsinghua', 100, 1)).toEqual(['Tsinghua'])
  })
})

describe('the sheet', () => {
  it('has three stops and snaps to the nearest', () => {
    expect(sheetHeight('low', 800)).toBe(152)
    expect(sheetHeight('half', 800)).toBe(368)
    expect(sheetHeight('high', 800)).toBe(720)
    expect(nearestStop(200, 800)).toBe('low')
    expect(nearestStop(650, 800)).toBe('high')
    expect(nextStop('high')).toBe('low')
  })
})
