// Texts that fly over the picture, on one canvas: glyphs are drawn once into a bounded cache, frames only copy.
import { Lanes } from './lanes.ts'
import type { Flight } from './types.ts'

/** How the visitor wants them; only ever less than what the server sends. */
export interface Looks {
  readonly on: boolean
  /** Texts a second. */
  readonly density: number
  readonly opacity: number
  /** Height of the letters in CSS pixels. */
  readonly size: number
  /** Share of the picture's height, from the top; captions stand below. */
  readonly area: number
}

export const plain: Looks = { on: true, density: 8, opacity: 0.9, size: 22, area: 0.5 }

const crossing = 8
const standing = 4000
const cached = 300
const longest = 48

interface Sprite {
  readonly id: string
  readonly lane: number
  readonly began: number
  readonly width: number
  readonly bitmap: HTMLCanvasElement
  readonly still: boolean
  n: number
  grew: number
}

export class Danmaku {
  readonly #canvas: HTMLCanvasElement
  readonly #lanes = new Lanes(crossing)
  readonly #glyphs = new Map<string, HTMLCanvasElement>()
  #looks: Looks = plain
  #sprites: Sprite[] = []
  #frame = 0
  #lastStart = 0
  #scale = 1

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  set looks(looks: Looks) {
    if (looks.size !== this.#looks.size) this.#glyphs.clear()
    this.#looks = looks
    if (!looks.on) this.clear()
    this.resize()
  }

  get flying(): number {
    return this.#sprites.length
  }

  get #line(): number {
    return this.#looks.size * 1.5
  }

  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas
    this.#scale = Math.min(2, devicePixelRatio || 1)
    this.#canvas.width = width * this.#scale
    this.#canvas.height = height * this.#scale
    this.#lanes.resize(width, Math.max(1, Math.floor((height * this.#looks.area) / this.#line)))
    this.#draw()
  }

  /** @param own is shown at once, even where it is crowded */
  push(flight: Flight, own = false): void {
    if (!this.#looks.on || document.hidden || this.#canvas.clientWidth === 0) return
    const same = this.#sprites.find(sprite => sprite.id === flight.id)
    const now = performance.now()
    if (same) {
      if (flight.n > same.n) Object.assign(same, { n: flight.n, grew: now })
      return
    }
    if (!own && now - this.#lastStart < 1000 / this.#looks.density) return
    const bitmap = this.#glyph(flight.text.slice(0, longest), flight.colour ?? '#fff', own)
    const width = bitmap.width / this.#scale + (flight.n > 1 ? this.#looks.size * 2 : 0)
    const still = flight.lane === 'top'
    const lane = still ? this.#lanes.hold(standing, now) : own ? this.#lanes.force(width, now) : this.#lanes.take(width, now)
    if (lane < 0) return
    this.#lastStart = now
    this.#sprites.push({ id: flight.id, lane, began: now, width, bitmap, still, n: flight.n, grew: now })
    this.#frame ||= requestAnimationFrame(this.#tick)
  }

  clear(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#sprites = []
    this.#lanes.clear()
    this.#draw()
  }

  readonly #tick = (): void => {
    const now = performance.now()
    this.#sprites = this.#sprites.filter(sprite => now - sprite.began < (sprite.still ? standing : crossing * 1000))
    this.#draw(now)
    this.#frame = this.#sprites.length > 0 ? requestAnimationFrame(this.#tick) : 0
  }

  #draw(now = performance.now()): void {
    const context = this.#canvas.getContext('2d')
    if (!context) return
    const { width, height } = this.#canvas
    context.clearRect(0, 0, width, height)
    context.globalAlpha = this.#looks.opacity
    for (const sprite of this.#sprites) {
      const seconds = (now - sprite.began) / 1000
      const x = sprite.still
        ? (width - sprite.bitmap.width) / 2
        : width - this.#lanes.speed(sprite.width) * seconds * this.#scale
      const y = (sprite.lane * this.#line + 6) * this.#scale
      context.drawImage(sprite.bitmap, Math.round(x), Math.round(y))
      if (sprite.n > 1) this.#count(context, sprite, Math.round(x) + sprite.bitmap.width, y, now)
    }
  }

  /** ×n behind its text; it swells a little when it rises. */
  #count(context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number, now: number): void {
    const bitmap = this.#glyph(`×${sprite.n}`, '#ffd166', false)
    const swell = 1 + 0.25 * Math.max(0, 1 - (now - sprite.grew) / 300)
    const [width, height] = [bitmap.width * swell, bitmap.height * swell]
    context.drawImage(bitmap, x, y - (height - bitmap.height) / 2, width, height)
  }

  #glyph(text: string, colour: string, own: boolean): HTMLCanvasElement {
    const key = `${own ? '!' : ''}${colour} ${text}`
    const known = this.#glyphs.get(key)
    if (known) return known
    const bitmap = document.createElement('canvas')
    const context = bitmap.getContext('2d')
    if (context) paint(bitmap, context, text, colour, own, this.#looks.size * this.#scale, getComputedStyle(this.#canvas).fontFamily)
    const oldest = this.#glyphs.size >= cached ? this.#glyphs.keys().next().value : undefined
    if (oldest !== undefined) this.#glyphs.delete(oldest)
    this.#glyphs.set(key, bitmap)
    return bitmap
  }
}

function paint(
  bitmap: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  text: string,
  colour: string,
  own: boolean,
  size: number,
  family: string,
): void {
  const font = `600 ${size}px ${family || 'sans-serif'}`
  const edge = size * 0.32
  context.font = font
  bitmap.width = Math.ceil(context.measureText(text).width + 2 * edge)
  bitmap.height = Math.ceil(size * 1.45)
  context.font = font // setting the width forgot it
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = size * 0.17
  context.strokeStyle = '#000b'
  context.strokeText(text, edge, bitmap.height / 2)
  context.fillStyle = colour
  context.fillText(text, edge, bitmap.height / 2)
  if (own) {
    context.strokeStyle = '#ffffffd9'
    context.lineWidth = Math.max(1, size * 0.07)
    context.beginPath()
    context.moveTo(edge, bitmap.height - context.lineWidth)
    context.lineTo(bitmap.width - edge, bitmap.height - context.lineWidth)
    context.stroke()
  }
}
