// The small plan in the corner: where the visitor is, where the way leads.
import { type Palette, zoneColours } from '../colour.ts'
import type { Plan } from '../plan.ts'
import type { Point } from '../route.ts'
import type { Pen } from './art.ts'
import { canvas } from './sheets.ts'

const wide = 180

export class Minimap {
  readonly #canvas: HTMLCanvasElement
  readonly #pen: Pen
  readonly #scale: number
  readonly #ground: HTMLCanvasElement
  readonly #palette: Palette

  constructor(shown: HTMLCanvasElement, plan: Plan, palette: Palette) {
    const density = Math.min(2, devicePixelRatio)
    this.#canvas = shown
    this.#palette = palette
    this.#scale = (wide * density) / plan.width
    shown.width = wide * density
    shown.height = Math.round(plan.height * this.#scale)
    this.#pen = shown.getContext('2d') as Pen
    this.#ground = ground(plan, this.#scale, shown, palette)
  }

  draw(x: number, z: number, yaw: number, way: readonly Point[]): void {
    const pen = this.#pen
    const scale = this.#scale
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.drawImage(this.#ground, 0, 0)
    pen.strokeStyle = pen.fillStyle = this.#palette.brand
    pen.lineWidth = 3.2
    pen.lineJoin = pen.lineCap = 'round'
    pen.beginPath()
    for (const [px, py] of way) pen.lineTo(px * scale, py * scale)
    pen.stroke()
    pen.translate(x * scale, z * scale)
    pen.rotate(-yaw)
    pen.globalAlpha = 0.28
    pen.beginPath()
    pen.moveTo(0, 0)
    pen.lineTo(-17 * scale, -26 * scale)
    pen.lineTo(17 * scale, -26 * scale)
    pen.fill()
    pen.globalAlpha = 1
    pen.beginPath()
    pen.arc(0, 0, 7, 0, 7)
    pen.fillStyle = this.#palette.surface
    pen.fill()
    pen.beginPath()
    pen.arc(0, 0, 5, 0, 7)
    pen.fillStyle = this.#palette.brand
    pen.fill()
  }

  /** The point of the floor below a click. */
  at(event: MouseEvent): Point {
    const box = this.#canvas.getBoundingClientRect()
    const part = this.#canvas.width / box.width / this.#scale
    return [(event.clientX - box.left) * part, (event.clientY - box.top) * part]
  }
}

function ground(plan: Plan, scale: number, shown: HTMLCanvasElement, palette: Palette): HTMLCanvasElement {
  const made = canvas(shown.width, shown.height)
  const { pen } = made
  pen.fillStyle = palette.surface
  pen.fillRect(0, 0, shown.width, shown.height)
  pen.scale(scale, scale)
  for (const zone of plan.zones) {
    const colours = zoneColours(zone.colour, palette.dark)
    pen.fillStyle = colours.ground
    pen.fillRect(zone.x - 1.5, zone.y - 1.5, zone.width + 3, zone.height + 3)
    pen.fillStyle = colours.stand
    for (const b of plan.stands) if (plan.zones[b.zone] === zone) pen.fillRect(b.x + 0.2, b.y + 0.2, b.width - 0.4, b.height - 0.4)
  }
  pen.fillStyle = palette['brand-soft']
  pen.fillRect(plan.stage.x, plan.stage.y, plan.stage.width, plan.stage.height)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = '800 15px ui-monospace, monospace'
  for (const zone of plan.zones) {
    pen.fillStyle = palette.ink
    pen.fillText(zone.letter, zone.x + zone.width / 2, zone.y + zone.height / 2)
  }
  pen.fillStyle = palette.jade
  for (const gate of plan.gates) pen.fillRect(gate.x - 5, gate.y > plan.height / 2 ? plan.height - 3 : 0, 10, 3)
  return made.canvas
}
