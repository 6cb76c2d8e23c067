// What a tap points at: a stand, or a place on the floor.
import { type PerspectiveCamera, Vector3 } from '@pavilion/scene'
import type { Plan, Stand } from '../plan.ts'
import type { Front } from './fronts.ts'
import { enters } from './ray.ts'

const sight = 45

/** @param px 0 left to 1 right, @param py 0 top to 1 bottom */
export function pointed(
  camera: PerspectiveCamera,
  plan: Plan,
  fronts: readonly Front[],
  px: number,
  py: number,
): { stand: Stand | undefined; x: number; z: number } | undefined {
  const look = new Vector3(px * 2 - 1, 1 - py * 2, 0.5).unproject(camera).sub(camera.position).normalize()
  const [ox, oy, oz] = camera.position.toArray()
  const ray = { ox, oy, oz, dx: look.x, dy: look.y, dz: look.z }
  let far = look.y < -0.01 ? oy / -look.y : Infinity
  let stand: Stand | undefined
  for (const front of fronts) {
    const hit = enters(ray, front)
    if (hit < Math.min(far, sight)) {
      far = hit
      stand = front.stand
    }
  }
  const [x, z] = [ox + look.x * far, oz + look.z * far]
  if (stand) return { stand, x, z }
  return far < sight * 2 && x > 0 && z > 0 && x < plan.width && z < plan.height ? { stand, x, z } : undefined
}
