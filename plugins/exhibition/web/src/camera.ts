// Where the visitor looks: a point of the floor, and pixels a metre.
import type { Box } from './plan.ts'

export interface Camera {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** What lies over the map at each side, in pixels. */
export interface Covered {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const least = 1.2
const most = 42
export const clamp = (scale: number): number => Math.min(most, Math.max(least, scale))

/** Shows the whole box in the part of the window that nothing covers. */
export function fit(box: Box, size: Size, covered: Covered, margin = 4, limit = most): Camera {
  const width = Math.max(80, size.width - covered.left - covered.right)
  const height = Math.max(80, size.height - covered.top - covered.bottom)
  const scale = clamp(Math.min(width / (box.width + 2 * margin), height / (box.height + 2 * margin), limit))
  return aim(box.x + box.width / 2, box.y + box.height / 2, scale, covered)
}

/** Brings a point of the floor to the middle of the uncovered part. */
export const aim = (x: number, y: number, scale: number, covered: Covered): Camera => ({
  x: x + (covered.right - covered.left) / 2 / scale,
  y: y + (covered.bottom - covered.top) / 2 / scale,
  scale,
})

export const pan = (c: Camera, dx: number, dy: number): Camera => ({ ...c, x: c.x - dx / c.scale, y: c.y - dy / c.scale })

/** Zooms so that the floor below the pixel stays there. */
export function zoom(c: Camera, factor: number, px: number, py: number, size: Size): Camera {
  const scale = clamp(c.scale * factor)
  const [x, y] = floor(c, px, py, size)
  return { scale, x: x - (px - size.width / 2) / scale, y: y - (py - size.height / 2) / scale }
}

/** The point of the floor below a pixel. */
export const floor = (c: Camera, px: number, py: number, size: Size): readonly [number, number] => [
  c.x + (px - size.width / 2) / c.scale,
  c.y + (py - size.height / 2) / c.scale,
]

/** Keeps some of the floor in sight. */
export const within = (c: Camera, box: Box): Camera => ({
  ...c,
  x: Math.min(box.x + box.width, Math.max(box.x, c.x)),
  y: Math.min(box.y + box.height, Math.max(box.y, c.y)),
})

/** A step of the flight from one camera to another; `part` 0–1. */
export function between(a: Camera, b: Camera, part: number): Camera {
  const eased = 1 - (1 - part) ** 3
  return {
    x: a.x + (b.x - a.x) * eased,
    y: a.y + (b.y - a.y) * eased,
    scale: a.scale * (b.scale / a.scale) ** eased,
  }
}
