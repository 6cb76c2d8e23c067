// The way on foot: A* on a grid of 1 m cells, pulled straight where nothing stands between.
import type { Box, Plan } from './plan.ts'

export type Point = readonly [x: number, y: number]

/** Metres kept from whatever stands in the way. */
const clearance = 0.42
const diagonal = Math.SQRT2

/** Metres at least still to go from a cell. */
type Ahead = (x: number, y: number) => number

const octile = (dx: number, dy: number): number => Math.max(dx, dy) + (diagonal - 1) * Math.min(dx, dy)

export class Walk {
  readonly #width: number
  readonly #height: number
  readonly #blocked: Uint8Array
  readonly #cost: Float64Array
  readonly #from: Int32Array
  readonly #seen: Uint32Array
  #run = 0

  constructor(plan: Pick<Plan, 'width' | 'height' | 'stage'> & { stands: readonly Box[]; vacant: readonly Box[] }) {
    this.#width = Math.ceil(plan.width)
    this.#height = Math.ceil(plan.height)
    const cells = this.#width * this.#height
    this.#blocked = new Uint8Array(cells)
    this.#cost = new Float64Array(cells)
    this.#from = new Int32Array(cells)
    this.#seen = new Uint32Array(cells)
    for (const box of [...plan.stands, ...plan.vacant, plan.stage]) this.#block(box)
  }

  #block(box: Box): void {
    for (let y = Math.floor(box.y); y < Math.ceil(box.y + box.height); y++) {
      for (let x = Math.floor(box.x); x < Math.ceil(box.x + box.width); x++) {
        if (x >= 0 && y >= 0 && x < this.#width && y < this.#height) this.#blocked[y * this.#width + x] = 1
      }
    }
  }

  /** Whether a walker may stand there. */
  free(x: number, y: number): boolean {
    return this.#free(Math.floor(x), Math.floor(y))
  }

  /** Corners of the shortest way from a point to the front of a box; undefined when there is none. */
  to(start: Point, goal: Box): readonly Point[] | undefined {
    const left = Math.floor(goal.x) - 1
    const right = Math.ceil(goal.x + goal.width)
    const top = Math.floor(goal.y) - 1
    const bottom = Math.ceil(goal.y + goal.height)
    const ahead = (x: number, y: number): number =>
      octile(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
    // Beside the box, not off one of its corners.
    const arrived = (x: number, y: number): boolean =>
      ahead(x, y) === 0 && !((x === left || x === right) && (y === top || y === bottom))
    return this.#search(start, ahead, arrived)
  }

  /** Corners of the shortest way from one point to another; undefined when there is none. */
  across(start: Point, end: Point): readonly Point[] | undefined {
    const [ex, ey] = [Math.floor(end[0]), Math.floor(end[1])]
    if (!this.#free(ex, ey)) return undefined
    return this.#search(
      start,
      (x, y) => octile(Math.abs(ex - x), Math.abs(ey - y)),
      (x, y) => x === ex && y === ey,
      end,
    )
  }

  #search(start: Point, ahead: Ahead, arrived: (x: number, y: number) => boolean, end?: Point): readonly Point[] | undefined {
    const W = this.#width
    const run = ++this.#run
    const heap = new Heap()
    if (!this.free(start[0], start[1])) return undefined
    const first = Math.floor(start[1]) * W + Math.floor(start[0])
    this.#cost[first] = 0
    this.#from[first] = -1
    this.#seen[first] = run
    heap.push(first, ahead(first % W, Math.floor(first / W)))
    while (heap.size > 0) {
      const cell = heap.pop()
      const x = cell % W
      const y = Math.floor(cell / W)
      if (arrived(x, y)) return this.#pull(start, end ? [...this.#trace(cell), end] : this.#trace(cell))
      this.#spread(cell, x, y, run, heap, ahead)
    }
    return undefined
  }

  #spread(cell: number, x: number, y: number, run: number, heap: Heap, ahead: Ahead): void {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const nx = x + dx
        const ny = y + dy
        if ((dx === 0 && dy === 0) || !this.#free(nx, ny)) continue
        const slanted = dx !== 0 && dy !== 0
        if (slanted && !(this.#free(nx, y) && this.#free(x, ny))) continue
        const next = ny * this.#width + nx
        const cost = (this.#cost[cell] ?? 0) + (slanted ? diagonal : 1)
        if (this.#seen[next] === run && (this.#cost[next] ?? 0) <= cost) continue
        this.#seen[next] = run
        this.#cost[next] = cost
        this.#from[next] = cell
        heap.push(next, cost + ahead(nx, ny))
      }
    }
  }

  #free(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.#width && y < this.#height && this.#blocked[y * this.#width + x] === 0
  }

  #trace(end: number): Point[] {
    const cells: Point[] = []
    for (let cell = end; cell >= 0; cell = this.#from[cell] ?? -1) {
      cells.push([(cell % this.#width) + 0.5, Math.floor(cell / this.#width) + 0.5])
    }
    return cells.toReversed()
  }

  #pull(start: Point, cells: readonly Point[]): readonly Point[] {
    const path = [start, ...cells.slice(1)]
    const corners: Point[] = [start]
    let from = 0
    for (let to = 2; to < path.length; to++) {
      if (!this.#clear(path[from] as Point, path[to] as Point)) {
        corners.push(path[to - 1] as Point)
        from = to - 1
      }
    }
    if (path.length > 1) corners.push(path[path.length - 1] as Point)
    return corners
  }

  /** Whether a walker fits through on the straight line. */
  #clear(a: Point, b: Point): boolean {
    const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) * 4)
    for (let i = 1; i < steps; i++) {
      const x = a[0] + ((b[0] - a[0]) * i) / steps
      const y = a[1] + ((b[1] - a[1]) * i) / steps
      for (const ox of [-clearance, clearance]) {
        for (const oy of [-clearance, clearance]) if (!this.#free(Math.floor(x + ox), Math.floor(y + oy))) return false
      }
    }
    return true
  }
}

export function metres(route: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < route.length; i++) {
    const [a, b] = [route[i - 1] as Point, route[i] as Point]
    sum += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return sum
}

/** Smallest first; entries may be stale, which A* tolerates. */
class Heap {
  readonly #cells: number[] = []
  readonly #keys: number[] = []

  get size(): number {
    return this.#cells.length
  }

  push(cell: number, key: number): void {
    const cells = this.#cells
    const keys = this.#keys
    let at = cells.length
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((keys[up] as number) <= key) break
      cells[at] = cells[up] as number
      keys[at] = keys[up] as number
      at = up
    }
    cells[at] = cell
    keys[at] = key
  }

  pop(): number {
    const cells = this.#cells
    const keys = this.#keys
    const least = cells[0] as number
    const cell = cells.pop() as number
    const key = keys.pop() as number
    const size = cells.length
    if (size > 0) {
      let at = 0
      for (;;) {
        let down = 2 * at + 1
        if (down >= size) break
        if (down + 1 < size && (keys[down + 1] as number) < (keys[down] as number)) down++
        if ((keys[down] as number) >= key) break
        cells[at] = cells[down] as number
        keys[at] = keys[down] as number
        at = down
      }
      cells[at] = cell
      keys[at] = key
    }
    return least
  }
}
