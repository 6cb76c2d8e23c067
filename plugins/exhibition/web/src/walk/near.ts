// Ten sharp panels that are handed on: name and picture of the stands next to the visitor, in reading quality.
import {
  BufferAttribute,
  BufferGeometry,
  type CanvasTexture,
  Group,
  Mesh,
  MeshBasicMaterial,
} from '@pavilion/scene'
import { type Locale, say } from '../paint.ts'
import type { Plan } from '../plan.ts'
import { patternOf, picture, type Pen } from './art.ts'
import type { Front } from './fronts.ts'
import { canvas, texture } from './sheets.ts'
import { type Sign, type Stands, nameOf, pictureOf } from './stands.ts'

const count = 10
const reach = 20
const wide = 512
const nameHigh = 128
const pictureHigh = 320
const high = nameHigh + pictureHigh

interface Panel {
  readonly mesh: Mesh
  readonly pen: Pen
  readonly texture: CanvasTexture
  front: number
}

export class NearPanels {
  readonly group = new Group()
  readonly #panels: Panel[] = []
  readonly #plan: Plan
  readonly #fronts: readonly Front[]
  readonly #stands: Stands
  readonly #locale: Locale
  readonly #font: string

  constructor(plan: Plan, fronts: readonly Front[], stands: Stands, locale: Locale, font: string) {
    this.#plan = plan
    this.#fronts = fronts
    this.#stands = stands
    this.#locale = locale
    this.#font = font
    for (let i = 0; i < count; i++) {
      const made = canvas(wide, high)
      const map = texture(made.canvas)
      const mesh = new Mesh(sheet(), new MeshBasicMaterial({ map, transparent: true }))
      mesh.visible = false
      mesh.frustumCulled = false
      this.group.add(mesh)
      this.#panels.push({ mesh, pen: made.pen, texture: map, front: -1 })
    }
  }

  /** Hands at most two panels on; @returns whether more are wanted */
  update(x: number, z: number, yaw: number): boolean {
    const wanted = this.#wanted(x, z, yaw)
    const free = this.#panels.filter(panel => !wanted.includes(panel.front))
    const missing = wanted.filter(front => !this.#panels.some(panel => panel.front === front))
    for (const front of missing.slice(0, 2)) {
      const panel = free.pop()
      if (!panel) break
      if (panel.front >= 0) this.#stands.hideName(panel.front, false)
      this.#show(panel, front)
    }
    return missing.length > 2
  }

  #wanted(x: number, z: number, yaw: number): number[] {
    const [dx, dz] = [-Math.sin(yaw), -Math.cos(yaw)]
    const found: { front: number; far: number }[] = []
    this.#fronts.forEach((front, i) => {
      const [ex, ez] = [front.x - x, front.z - z]
      const far = Math.hypot(ex, ez)
      const before = (z - front.z) * front.facing > 0
      if (far < reach && before && ex * dx + ez * dz > -1.5) found.push({ front: i, far })
    })
    return found
      .toSorted((a, b) => a.far - b.far)
      .slice(0, count)
      .map(each => each.front)
  }

  #show(panel: Panel, index: number): void {
    const front = this.#fronts[index]
    if (!front) return
    panel.front = index
    this.#stands.hideName(index, true)
    this.#draw(panel.pen, front)
    panel.texture.needsUpdate = true
    const places = panel.mesh.geometry.getAttribute('position') as BufferAttribute
    corners(places, 0, nameOf(front), front.facing)
    corners(places, 4, pictureOf(front), front.facing)
    places.needsUpdate = true
    panel.mesh.visible = true
  }

  #draw(pen: Pen, { stand }: Front): void {
    const zone = this.#plan.zones[stand.zone]
    const name = say(stand.name, this.#locale)
    pen.clearRect(0, 0, wide, high)
    pen.fillStyle = '#fff'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.font = `700 60px ${this.#font}`
    const size = Math.max(34, Math.min(60, (60 * 488) / pen.measureText(name).width))
    pen.font = `700 ${size}px ${this.#font}`
    pen.fillText(name, wide / 2, 52, 492)
    pen.globalAlpha = 0.86
    pen.font = `500 27px ${this.#font}`
    pen.fillText(`${stand.code}   ${zone ? say(zone.name, this.#locale) : ''}`, wide / 2, 105, 488)
    pen.globalAlpha = 1
    pen.save()
    pen.translate(0, nameHigh)
    const shown = { colour: zone?.colour ?? 0, field: stand.field, pattern: patternOf(stand.id) }
    picture(pen, wide, pictureHigh, shown, { title: say(stand.shows, this.#locale), name, code: stand.code, font: this.#font })
    pen.restore()
  }
}

/** Two rectangles that cut the canvas into its name and its picture. */
function sheet(): BufferGeometry {
  const made = new BufferGeometry()
  const cut = 1 - nameHigh / high
  made.setAttribute('position', new BufferAttribute(new Float32Array(24), 3))
  made.setAttribute('uv', new BufferAttribute(new Float32Array([0, cut, 1, cut, 1, 1, 0, 1, 0, 0, 1, 0, 1, cut, 0, cut]), 2))
  made.setIndex([0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7])
  return made
}

function corners(places: BufferAttribute, first: number, sign: Sign, facing: number): void {
  const [x, y, z] = sign.at
  const half = (facing * sign.width) / 2
  const out = z + facing * 0.012
  places.setXYZ(first, x - half, y - sign.height / 2, out)
  places.setXYZ(first + 1, x + half, y - sign.height / 2, out)
  places.setXYZ(first + 2, x + half, y + sign.height / 2, out)
  places.setXYZ(first + 3, x - half, y + sign.height / 2, out)
}
