// The hall from above on a canvas: where the visitor looks, what a finger does, one frame per change.
import { type Camera, type Covered, type Size, aim, between, clamp, fit, floor, pan, within, zoom } from './camera.ts'
import { type Palette, palette } from './colour.ts'
import { listen } from './gestures.ts'
import { type Locale, codesFrom, paint } from './paint.ts'
import { type Box, type Plan, type Stand, around, inside, middle } from './plan.ts'
import type { Point } from './route.ts'
import type { TourWalk } from './tour/walk.ts'

const flightMs = 340
const wayMs = 900

/** What is drawn, and what a tap means; the map's element answers. */
export interface FloorHost {
  readonly locale: Locale
  readonly plan: Plan | undefined
  readonly matching: ReadonlySet<number> | undefined
  readonly selected: Stand | undefined
  readonly route: readonly Point[] | undefined
  readonly tour: TourWalk | undefined
  /** What lies over the canvas: things are shown beside it. */
  covered(size: Size): Covered
  tapped(stand: Stand | undefined): void
}

export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

export class FloorView {
  size: Size = { width: 0, height: 0 }
  palette: Palette | undefined
  readonly #host: FloorHost
  readonly #canvas: HTMLCanvasElement
  readonly #signal: AbortSignal
  #camera: Camera = { x: 0, y: 0, scale: 4 }
  #hovered: Stand | undefined
  #frame = 0
  #flight = 0
  #reach = 1
  #touched = false

  constructor(host: FloorHost, canvas: HTMLCanvasElement, signal: AbortSignal) {
    this.#host = host
    this.#canvas = canvas
    this.#signal = signal
    listen(
      canvas,
      {
        pan: (dx, dy) => this.#move(pan(this.#camera, dx, dy)),
        zoom: (factor, x, y) => this.#move(zoom(this.#camera, factor, x, y, this.size)),
        zoomMiddle: factor => this.zoomMiddle(factor),
        fit: () => this.showAll(),
        tap: (x, y) => this.#tap(x, y),
        hover: (x, y) => this.#hover(x, y),
      },
      signal,
    )
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame)
      cancelAnimationFrame(this.#flight)
    })
  }

  get #covered(): Covered {
    return this.#host.covered(this.size)
  }

  resize(width: number, height: number): void {
    if (width === 0) return
    const density = Math.min(2, devicePixelRatio)
    this.size = { width, height }
    this.#canvas.width = Math.round(width * density)
    this.#canvas.height = Math.round(height * density)
    if (!this.#touched) this.showAll(true)
    this.#paint()
  }

  /** @returns whether the page is dark now */
  recolour(host: HTMLElement, probe: HTMLElement): boolean {
    this.palette = palette(host, probe)
    this.draw()
    return this.palette.dark
  }

  draw(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paint())
  }

  showAll(still = false): void {
    const { plan } = this.#host
    if (plan) this.#fly(fit(plan, this.size, this.#covered, 1), still)
    this.#touched = false
  }

  show(box: Box, margin: number, limit?: number, still = false): void {
    this.#fly(fit(box, this.size, this.#covered, margin, limit), still)
  }

  goTo(stand: Stand): void {
    const [x, y] = middle(stand)
    this.#fly(aim(x, y, clamp(Math.max(this.#camera.scale, 13)), this.#covered))
  }

  /** Fits the whole way beside what covers the map, and draws it from its start. */
  showWay(points: readonly Point[], goal: Stand): void {
    const boxes = points.map(([x, y]): Box => ({ x, y, width: 0, height: 0 }))
    this.show(around([...boxes, goal]), 7, 12)
    if (calm()) {
      this.#reach = 1
      return
    }
    const began = performance.now()
    const step = (): void => {
      this.#reach = Math.min(1, (performance.now() - began) / wayMs)
      this.draw()
      if (this.#reach < 1 && !this.#signal.aborted) requestAnimationFrame(step)
    }
    step()
  }

  zoomMiddle(factor: number): void {
    const c = this.#covered
    const x = (c.left + this.size.width - c.right) / 2
    const y = (c.top + this.size.height - c.bottom) / 2
    this.#move(zoom(this.#camera, factor, x, y, this.size))
  }

  #move(camera: Camera): void {
    cancelAnimationFrame(this.#flight)
    this.#touched = true
    if (this.#host.plan) this.#camera = within(camera, this.#host.plan)
    this.draw()
  }

  #fly(to: Camera, still = false): void {
    cancelAnimationFrame(this.#flight)
    this.#touched = true
    if (still || calm()) {
      this.#camera = to
      this.draw()
      return
    }
    const start = this.#camera
    const began = performance.now()
    const step = (): void => {
      const part = Math.min(1, (performance.now() - began) / flightMs)
      this.#camera = between(start, to, part)
      this.draw()
      if (part < 1) this.#flight = requestAnimationFrame(step)
    }
    step()
  }

  #tap(px: number, py: number): void {
    const { plan } = this.#host
    if (!plan) return
    const [x, y] = floor(this.#camera, px, py, this.size)
    const zone = plan.zones.find(each => inside(each, x, y))
    if (this.#camera.scale < codesFrom - 1 && zone) this.show(zone, 3)
    else this.#host.tapped(plan.stands.find(each => inside(each, x, y)))
  }

  #hover(px: number, py: number): void {
    const near = px >= 0 && this.#camera.scale >= codesFrom - 1
    const [x, y] = floor(this.#camera, px, py, this.size)
    const hovered = near ? this.#host.plan?.stands.find(each => inside(each, x, y)) : undefined
    if (hovered === this.#hovered) return
    this.#hovered = hovered
    this.#canvas.classList.toggle('over', hovered !== undefined)
    this.draw()
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const { plan, locale, matching, selected, route, tour } = this.#host
    const ctx = this.#canvas.getContext('2d', { alpha: false })
    if (!ctx || !plan || !this.palette || this.size.width === 0) return
    paint(ctx, {
      plan,
      camera: this.#camera,
      size: this.size,
      density: Math.min(2, devicePixelRatio),
      palette: this.palette,
      locale,
      matching,
      selected,
      hovered: this.#hovered,
      route: route?.length ? route : tour?.way,
      stops: tour?.stops ?? [],
      reach: this.#reach,
    })
  }
}
