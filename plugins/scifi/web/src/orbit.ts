// Where the camera is: it circles a point. Plain numbers, so that flights can be reckoned without WebGL.
export type Point = readonly [number, number, number]

/** Angles in radians; pitch 0 looks level, larger looks down. */
export interface Orbit {
  readonly target: Point
  readonly yaw: number
  readonly pitch: number
  readonly distance: number
}

export const nearest = 1.4
export const farthest = 14
const steepest = 1.35

/** The orbit that looks from a place at a point. */
export function looking(from: Point, target: Point): Orbit {
  const [x, y, z] = [from[0] - target[0], from[1] - target[1], from[2] - target[2]]
  const distance = Math.hypot(x, y, z)
  return { target, yaw: Math.atan2(x, z), pitch: Math.asin(y / distance), distance }
}

export function eye({ target, yaw, pitch, distance }: Orbit): Point {
  const level = Math.cos(pitch) * distance
  return [target[0] + Math.sin(yaw) * level, target[1] + Math.sin(pitch) * distance, target[2] + Math.cos(yaw) * level]
}

export function turned(orbit: Orbit, yaw: number, pitch: number): Orbit {
  return { ...orbit, yaw: orbit.yaw + yaw, pitch: Math.min(steepest, Math.max(-0.25, orbit.pitch + pitch)) }
}

export function nearer(orbit: Orbit, factor: number): Orbit {
  return { ...orbit, distance: Math.min(farthest, Math.max(nearest, orbit.distance / factor)) }
}

/** A narrow window needs more distance to show the same width. */
export function fitted(orbit: Orbit, aspect: number): Orbit {
  return aspect >= 1.3 ? orbit : { ...orbit, distance: Math.min(farthest, orbit.distance * (1.3 / Math.max(0.5, aspect)) ** 0.8) }
}

/** A point of the way from one orbit to another: the short way round, drawing back a little in the middle. */
export function between(a: Orbit, b: Orbit, part: number): Orbit {
  const t = part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2
  const mix = (from: number, to: number): number => from + (to - from) * t
  const turn = ((((b.yaw - a.yaw) % (2 * Math.PI)) + 3 * Math.PI) % (2 * Math.PI)) - Math.PI
  const swing = 1 + 0.12 * Math.sin(Math.PI * t) * Math.min(1, Math.abs(turn))
  return {
    target: [mix(a.target[0], b.target[0]), mix(a.target[1], b.target[1]), mix(a.target[2], b.target[2])],
    yaw: a.yaw + turn * t,
    pitch: mix(a.pitch, b.pitch),
    distance: mix(a.distance, b.distance) * swing,
  }
}
