// What shows the way on foot: arrows on the floor, a ring where it ends, a pin over the stand.
import {
  BufferAttribute,
  BufferGeometry,
  CylinderGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
} from '@pavilion/scene'
import type { Point } from '../route.ts'
import type { Front } from './fronts.ts'

const apart = 1.3
const [half, long, thick] = [0.36, 0.34, 0.3]

export class WayMarks {
  readonly group = new Group()
  readonly #arrows: Mesh
  readonly #ring: Mesh
  readonly #pin: Mesh

  constructor(colour: string) {
    const paint = (): MeshBasicMaterial =>
      new MeshBasicMaterial({ color: colour, transparent: true, opacity: 0.92, depthWrite: false, side: DoubleSide })
    this.#arrows = new Mesh(new BufferGeometry(), paint())
    this.#arrows.frustumCulled = false
    this.#ring = new Mesh(new RingGeometry(0.42, 0.58, 32), paint())
    this.#ring.rotation.x = -Math.PI / 2
    this.#pin = new Mesh(new CylinderGeometry(0.34, 0, 0.7, 4), new MeshBasicMaterial({ color: colour }))
    this.#arrows.position.y = this.#ring.position.y = 0.035
    this.group.add(this.#arrows, this.#ring, this.#pin)
    this.hide()
  }

  hide(): void {
    this.#arrows.visible = this.#ring.visible = this.#pin.visible = false
  }

  show(way: readonly Point[], goal: Front | undefined): void {
    this.hide()
    const end = way.at(-1)
    if (!end) return
    this.#ring.position.x = end[0]
    this.#ring.position.z = end[1]
    this.#ring.visible = true
    this.#arrows.geometry.dispose()
    this.#arrows.geometry = arrows(way)
    this.#arrows.visible = true
    if (goal) {
      this.#pin.position.set(goal.x, goal.height + 0.75, goal.z + (goal.facing * goal.depth) / 2 - goal.facing * 0.26)
      this.#pin.visible = true
    }
  }
}

function arrows(way: readonly Point[]): BufferGeometry {
  const positions: number[] = []
  const index: number[] = []
  let left = apart
  for (let i = 1; i < way.length; i++) {
    const [[ax, az], [bx, bz]] = [way[i - 1] as Point, way[i] as Point]
    const far = Math.hypot(bx - ax, bz - az)
    const [dx, dz] = [(bx - ax) / far, (bz - az) / far]
    for (; left < far; left += apart) arrow(positions, index, ax + dx * left, az + dz * left, dx, dz)
    left -= far
  }
  const made = new BufferGeometry()
  made.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  made.setIndex(index)
  return made
}

/** An angle bracket that points along the way. */
function arrow(positions: number[], index: number[], x: number, z: number, dx: number, dz: number): void {
  const first = positions.length / 3
  for (const [ahead, aside] of [[0, -half], [thick, -half], [long, 0], [long + thick, 0], [0, half], [thick, half]] as const) {
    positions.push(x + dx * ahead - dz * aside, 0, z + dz * ahead + dx * aside)
  }
  for (const at of [0, 1, 2, 1, 3, 2, 2, 3, 4, 3, 5, 4]) index.push(first + at)
}
