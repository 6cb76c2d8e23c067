// The visitor's body: walks by keys or along a way, and into nothing.
import type { Point, Walk } from '../route.ts'

export const eye = 1.65
const shoulder = 0.35
const pace = 3.4
const hurry = 1.9
const turn = 1.8
/** Metres a second along a way, at most. */
const stride = 7
const longest = 40
const lastSteps = 9

/** What the keys ask for, each −1, 0 or 1. */
export interface Steps {
  readonly ahead: number
  readonly aside: number
  readonly turn: number
  readonly fast: boolean
}

export class Walker {
  x: number
  z: number
  /** 0 looks north; grows to the west. */
  yaw = 0
  pitch = 0.015
  readonly #grid: Walk
  #way: Point[] = []
  #end: number | undefined

  constructor(grid: Walk, x: number, z: number) {
    this.#grid = grid
    this.x = x
    this.z = z
  }

  get onWay(): boolean {
    return this.#way.length > 0 || this.#end !== undefined
  }

  /** Begins to follow a way; a long one is shortened to its last steps, a calm visitor stands at its end at once. */
  follow(way: readonly Point[], yaw: number | undefined, calm: boolean): void {
    const rest = calm ? way.slice(-1) : shorten(way)
    const [start] = rest
    if (!start) return
    if (rest.length < way.length || calm || !near(start, this.x, this.z)) {
      ;[this.x, this.z] = start
      const next = rest[1]
      if (next) this.yaw = Math.atan2(start[0] - next[0], start[1] - next[1])
    }
    this.pitch = 0.015
    this.#way = rest.slice(1)
    this.#end = yaw
    if (calm && yaw !== undefined) {
      this.yaw = yaw
      this.#end = undefined
    }
  }

  stop(): void {
    this.#way = []
    this.#end = undefined
  }

  look(dx: number, dy: number): void {
    this.yaw += dx
    this.pitch = Math.max(-0.6, Math.min(0.55, this.pitch + dy))
    this.#end = undefined
  }

  /** @returns whether anything moved in these seconds */
  step(seconds: number, steps: Steps): boolean {
    if (steps.ahead || steps.aside || steps.turn) {
      this.stop()
      this.yaw += steps.turn * turn * seconds
      const far = pace * seconds * (steps.fast ? hurry : 1)
      const [sin, cos] = [Math.sin(this.yaw), Math.cos(this.yaw)]
      this.#slide((-sin * steps.ahead + cos * steps.aside) * far, (-cos * steps.ahead - sin * steps.aside) * far)
      return true
    }
    if (!this.onWay) return false
    if (this.#way.length > 0) this.#go(seconds)
    else this.#face(seconds)
    return true
  }

  /** Along one wall when the other direction is blocked. */
  #slide(dx: number, dz: number): void {
    if (this.#fits(this.x + dx, this.z)) this.x += dx
    if (this.#fits(this.x, this.z + dz)) this.z += dz
  }

  #fits(x: number, z: number): boolean {
    const at = (ox: number, oz: number): boolean => this.#grid.free(x + ox, z + oz)
    return at(-shoulder, -shoulder) && at(shoulder, -shoulder) && at(-shoulder, shoulder) && at(shoulder, shoulder)
  }

  #go(seconds: number): void {
    let left = 0
    let [px, pz] = [this.x, this.z]
    for (const [x, z] of this.#way) {
      left += Math.hypot(x - px, z - pz)
      ;[px, pz] = [x, z]
    }
    let far = Math.min(stride, 1.2 + left * 1.6) * seconds
    while (far > 0 && this.#way.length > 0) {
      const [x, z] = this.#way[0] as Point
      const gap = Math.hypot(x - this.x, z - this.z)
      const part = gap <= far ? 1 : far / gap
      if (gap > 0.2) this.#turnTo(Math.atan2(this.x - x, this.z - z), seconds * 4)
      this.x += (x - this.x) * part
      this.z += (z - this.z) * part
      far -= gap
      if (part === 1) this.#way.shift()
    }
  }

  #face(seconds: number): void {
    if (this.#end === undefined || this.#turnTo(this.#end, seconds * 5)) this.#end = undefined
  }

  /** @returns whether it looks there */
  #turnTo(yaw: number, part: number): boolean {
    const off = ((((yaw - this.yaw) % (2 * Math.PI)) + 3 * Math.PI) % (2 * Math.PI)) - Math.PI
    this.yaw += off * Math.min(1, part)
    return Math.abs(off) < 0.01
  }
}

const near = ([x, z]: Point, ox: number, oz: number): boolean => Math.hypot(x - ox, z - oz) < 0.5

/** The last steps of a way that is too long to walk. */
export function shorten(way: readonly Point[]): readonly Point[] {
  let whole = 0
  for (let i = 1; i < way.length; i++) whole += length(way, i)
  if (whole <= longest) return way
  let rest = lastSteps
  for (let i = way.length - 1; i > 0; i--) {
    const [a, b] = [way[i - 1] as Point, way[i] as Point]
    const far = length(way, i)
    if (far >= rest) {
      const part = rest / far
      return [[b[0] + (a[0] - b[0]) * part, b[1] + (a[1] - b[1]) * part], ...way.slice(i)]
    }
    rest -= far
  }
  return way
}

function length(way: readonly Point[], i: number): number {
  const [a, b] = [way[i - 1] as Point, way[i] as Point]
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}
