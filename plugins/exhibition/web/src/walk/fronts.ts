// Where stands open to an aisle: what the walk builds, faces and visits.
import type { Plan, Stand } from '../plan.ts'
import type { Point, Walk } from '../route.ts'

/** An open side of a stand. A stand as deep as its block has two, one to each aisle. */
export interface Front {
  readonly stand: Stand
  /** Middle of the ground behind the opening. */
  readonly x: number
  readonly z: number
  readonly width: number
  readonly depth: number
  /** 1 opens to the south, −1 to the north. */
  readonly facing: 1 | -1
  /** Height of its walls. */
  readonly height: number
}

const deep = 4.5
/** Steps from the opening to where one sees the whole stand. */
const before = 2.7

export function frontsOf(plan: Pick<Plan, 'stands' | 'vacant'>): readonly Front[] {
  const tops = new Set([...plan.stands, ...plan.vacant].map(b => `${b.x},${b.y}`))
  return plan.stands.flatMap((stand): Front[] => {
    const x = stand.x + stand.width / 2
    const { width } = stand
    if (stand.height > deep) {
      const depth = stand.height / 2
      const tall = { stand, x, width, depth, height: 3.5 }
      return [
        { ...tall, z: stand.y + depth / 2, facing: -1 },
        { ...tall, z: stand.y + depth * 1.5, facing: 1 },
      ]
    }
    const backed = tops.has(`${stand.x},${stand.y + stand.height}`)
    return [{ stand, x, z: stand.y + stand.height / 2, width, depth: stand.height, facing: backed ? -1 : 1, height: 2.8 }]
  })
}

/** Where to stand to see the front, and undefined when that is no floor. */
export function spotOf(front: Front, grid: Walk): Point | undefined {
  const edge = front.z + (front.facing * front.depth) / 2
  for (const steps of [before, 1.8, 0.8]) {
    const z = edge + front.facing * steps
    if (grid.free(front.x, z)) return [front.x, z]
  }
  return undefined
}

/** The direction of a look at the front; 0 is north, growing to the west. */
export const yawTo = (front: Front): number => (front.facing > 0 ? 0 : Math.PI)

/** The front that a visitor stands at: near enough and not behind the back. */
export function nearest(fronts: readonly Front[], x: number, z: number, yaw: number, reach = 6.5): Front | undefined {
  const [dx, dz] = [-Math.sin(yaw), -Math.cos(yaw)]
  let best: Front | undefined
  let least = reach
  for (const front of fronts) {
    const ex = front.x - x
    const ez = front.z + (front.facing * front.depth) / 2 - z
    const far = Math.hypot(ex, ez)
    // A look straight at a stand counts for more than one that is a step nearer at the side.
    const seen = far < 0.5 ? 1 : (ex * dx + ez * dz) / far
    const felt = far * (1.5 - 0.5 * seen)
    if (seen > -0.25 && felt < least) {
      least = felt
      best = front
    }
  }
  return best
}
