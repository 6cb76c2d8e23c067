// The walk of a tour on the map: from a gate to one stand after the other.
import type { Gate, Plan, Stand } from '../plan.ts'
import type { Point, Walk } from '../route.ts'

export interface TourWalk {
  readonly stops: readonly Stand[]
  readonly way: readonly Point[]
}

/** The walk to these stands in their order; undefined when none of them is in the hall. */
export function tourWalk(plan: Plan, grid: Pick<Walk, 'to'>, from: Gate, ids: readonly string[]): TourWalk | undefined {
  const stops = ids.flatMap(id => plan.stands.find(stand => stand.id === id) ?? [])
  if (stops.length === 0) return undefined
  let here: Point = [from.x, from.y]
  const way: Point[] = [here]
  for (const stop of stops) {
    const leg = grid.to(here, stop) ?? []
    way.push(...leg.slice(1))
    here = way[way.length - 1] as Point
  }
  return { stops, way }
}
