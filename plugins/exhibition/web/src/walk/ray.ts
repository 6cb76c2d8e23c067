// Where a look meets a stand.
import type { Front } from './fronts.ts'

export interface Ray {
  readonly ox: number
  readonly oy: number
  readonly oz: number
  readonly dx: number
  readonly dy: number
  readonly dz: number
}

/** How far along the ray it enters the front's box; Infinity when it misses. */
export function enters(ray: Ray, front: Front): number {
  let [from, to] = [0, Infinity]
  const slab = (origin: number, step: number, middle: number, half: number): void => {
    const near = (middle - Math.sign(step || 1) * half - origin) / (step || 1e-9)
    const off = (middle + Math.sign(step || 1) * half - origin) / (step || 1e-9)
    from = Math.max(from, near)
    to = Math.min(to, off)
  }
  slab(ray.ox, ray.dx, front.x, front.width / 2)
  slab(ray.oy, ray.dy, front.height / 2, front.height / 2)
  slab(ray.oz, ray.dz, front.z, front.depth / 2)
  return from <= to ? from : Infinity
}
