// The hall on foot: a view of the map's own plan, loaded when somebody asks for it.
import { NoToneMapping, PerspectiveCamera, WebGLRenderer } from '@pavilion/scene'
import type { TemplateResult } from 'lit'
import type { Palette } from '../colour.ts'
import { calm } from '../floor-view.ts'
import type { StandList } from '../list.ts'
import type { Locale } from '../paint.ts'
import type { Gate, Plan, Stand } from '../plan.ts'
import { type Point, type Walk, metres } from '../route.ts'
import { type Front, frontsOf, nearest, spotOf, yawTo } from './fronts.ts'
import { type Hud, hud, hudStyles } from './hud.ts'
import { type Acts, Keys, pointers } from './input.ts'
import { Minimap } from './minimap.ts'
import { pointed } from './pointed.ts'
import { Walker, eye } from './walker.ts'
import { World } from './world.ts'

/** What the walk takes from the map around it. */
export interface WalkHost extends Omit<Hud, 'plan' | 'near' | 'ahead' | 'next' | 'go' | 'jump'> {
  readonly plan: Plan | undefined
  readonly grid: Walk
  readonly list: StandList
  readonly palette: Palette
  readonly selected: Stand | undefined
  readonly from: Gate | undefined
  readonly route: readonly Point[] | undefined
  readonly renderRoot: HTMLElement | DocumentFragment
  requestUpdate(): void
  select(stand: Stand): void
  visit(stand: Stand): void
}

/** What the last frame cost and where the visitor is. */
export interface WalkStats {
  readonly calls: number
  readonly triangles: number
  readonly frames: number
  readonly x: number
  readonly z: number
  readonly moving: boolean
  readonly near: string
}

const slowFrame = 0.04
const panelsMs = 160

export class HallWalk implements Hud, Acts {
  readonly plan: Plan
  near: Stand | undefined
  readonly #host: WalkHost
  readonly #fronts: readonly Front[]
  readonly #canvas: HTMLCanvasElement
  readonly #renderer: WebGLRenderer
  readonly #camera = new PerspectiveCamera(60, 1, 0.1, 240)
  readonly #walker: Walker
  readonly #keys = new Keys()
  readonly #ended = new AbortController()
  #world: World
  #mini: Minimap | undefined
  #way: readonly Point[] = []
  #waiting = false
  #frame = 0
  #last = 0
  #frames = 0
  #slow = 0
  #sharp = Math.min(devicePixelRatio, 1.75)
  #panelsAt = 0

  /** Opens the walk in the box; undefined when the browser draws no WebGL. */
  static open(host: WalkHost, box: HTMLElement): HallWalk | undefined {
    const canvas = document.createElement('canvas')
    const gl = canvas.getContext('webgl2', { antialias: true, alpha: false, powerPreference: 'low-power' })
    return gl && host.plan ? new HallWalk(host, host.plan, box, canvas, gl) : undefined
  }

  private constructor(host: WalkHost, plan: Plan, box: HTMLElement, canvas: HTMLCanvasElement, context: WebGL2RenderingContext) {
    this.#host = host
    this.plan = plan
    this.#canvas = canvas
    this.#fronts = frontsOf(plan)
    this.#renderer = new WebGLRenderer({ canvas, context })
    this.#renderer.toneMapping = NoToneMapping
    this.#world = this.#build()
    const gate = host.from ?? plan.gates[0]
    this.#walker = new Walker(host.grid, gate?.x ?? plan.width / 2, gate?.y ?? plan.height / 2)
    this.#walker.yaw = (gate?.y ?? plan.height) > plan.height / 2 ? 0 : Math.PI
    this.#camera.rotation.order = 'YXZ'
    this.#attach(box)
    this.#begin()
  }

  // What the controls show

  get locale(): Locale {
    return this.#host.locale
  }

  get dark(): boolean {
    return this.#host.dark
  }

  get ahead(): number | undefined {
    return this.#waiting ? metres(this.#way) : undefined
  }

  get stats(): WalkStats {
    const { calls, triangles } = this.#renderer.info.render
    const { x, z } = this.#walker
    const moving = this.#walker.onWay || this.#keys.any
    return { calls, triangles, frames: this.#frames, x, z, moving, near: this.near?.id ?? '' }
  }

  t(key: string, ...args: readonly (string | number)[]): string {
    return this.#host.t(key, ...args)
  }

  address(stand: Stand): string {
    return this.#host.address(stand)
  }

  follow(event: MouseEvent, stand: Stand): void {
    this.#host.follow(event, stand)
  }

  controls(): TemplateResult {
    return hud(this)
  }

  // Coming and going

  #build(): World {
    const { palette, locale, dark } = this.#host
    return new World(this.plan, this.#fronts, { locale, dark, font: palette.font }, palette.brand)
  }

  #attach(box: HTMLElement): void {
    const { signal } = this.#ended
    const canvas = this.#canvas
    canvas.tabIndex = 0
    canvas.setAttribute('role', 'application')
    canvas.setAttribute('aria-label', this.t('walk.canvas'))
    const root = this.#host.renderRoot as ShadowRoot
    const sheet = hudStyles.styleSheet
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    box.append(canvas)
    const resized = new ResizeObserver(() => this.#resize(box.clientWidth, box.clientHeight))
    resized.observe(box)
    signal.addEventListener('abort', () => resized.disconnect())
    this.#keys.listen(canvas, this, signal)
    pointers(canvas, this, signal)
    document.addEventListener('visibilitychange', () => this.#woken(), { signal })
    canvas.addEventListener('webglcontextlost', event => event.preventDefault(), { signal })
    canvas.addEventListener('webglcontextrestored', () => this.repaint(), { signal })
    this.#resize(box.clientWidth, box.clientHeight)
  }

  /** Takes the keys. */
  focus(): void {
    this.#canvas.focus({ preventScroll: true })
  }

  /** Stands where the map's choice says: at the gate before a route, at a chosen stand, or in the entrance. */
  #begin(): void {
    const { selected, route, from } = this.#host
    if (selected && route?.length && from) {
      const goal = this.#goal(selected)
      const way = goal?.spot ? this.#host.grid.across([from.x, from.y], goal.spot) : undefined
      if (goal && way) {
        this.#mark(way, goal.front)
        this.#waiting = true
        const [start, next] = way as readonly [Point, Point]
        this.#walker.yaw = Math.atan2(start[0] - next[0], start[1] - next[1])
      }
    } else if (selected) {
      const goal = this.#goal(selected)
      if (goal?.spot) this.#walker.follow([goal.spot], yawTo(goal.front), true)
    }
    this.#meet()
    this.wake()
  }

  /** Builds everything anew: the theme changed, or the graphics came back. */
  repaint(): void {
    const lost = this.#world
    this.#world = this.#build()
    lost.dispose()
    this.#mini = undefined
    if (this.#way.length > 0) this.#mark(this.#way, undefined)
    this.#panelsAt = 0
    this.wake()
  }

  close(): void {
    this.#ended.abort()
    cancelAnimationFrame(this.#frame)
    this.#world.dispose()
    this.#renderer.dispose()
    this.#renderer.forceContextLoss()
    this.#canvas.remove()
  }

  // What the visitor does

  look(dx: number, dy: number): void {
    this.#walker.look(dx, dy)
    this.wake()
  }

  walk(): void {
    this.#unmark()
    this.wake()
  }

  stop(): void {
    this.#keys.release()
    this.#walker.stop()
    this.#unmark()
    this.wake()
  }

  open(): void {
    if (this.near) this.#host.visit(this.near)
  }

  tap(px: number, py: number): void {
    const hit = pointed(this.#camera, this.plan, this.#fronts, px / this.#canvas.clientWidth, py / this.#canvas.clientHeight)
    if (hit?.stand) this.#host.select(hit.stand)
    else if (hit) this.#goTo([hit.x, hit.z], undefined)
  }

  jump(event: MouseEvent): void {
    const end = this.#mini?.at(event)
    if (end && this.#host.grid.free(end[0], end[1])) {
      this.#unmark()
      this.#walker.follow([end], undefined, true)
      this.#meet()
      this.wake()
    }
  }

  next(step: number): void {
    const stand = this.#host.list.beside(this.#host.selected ?? this.near, step)
    if (stand) this.#host.select(stand)
  }

  /** Walks to the stand and looks at it. */
  visit(stand: Stand): void {
    const goal = this.#goal(stand)
    if (goal?.spot) this.#goTo(goal.spot, goal.front)
  }

  /** Walks along the way that is shown. */
  go(): void {
    const { selected } = this.#host
    if (selected) this.visit(selected)
    this.focus()
  }

  forget(): void {
    this.#unmark()
    this.wake()
  }

  #goal(stand: Stand): { front: Front; spot: Point | undefined } | undefined {
    const { x, z } = this.#walker
    const far = (front: Front): number => Math.hypot(front.x - x, front.z + front.facing * front.depth - z)
    const [front] = this.#fronts.filter(each => each.stand === stand).toSorted((a, b) => far(a) - far(b))
    return front && { front, spot: spotOf(front, this.#host.grid) }
  }

  #goTo(end: Point, front: Front | undefined): void {
    const { x, z } = this.#walker
    const way = this.#host.grid.across([x, z], end) ?? [end]
    this.#mark(way, front)
    this.#waiting = false
    this.#walker.follow(way, front && yawTo(front), calm())
    if (!this.#walker.onWay) this.#arrived()
    this.#host.requestUpdate()
    this.wake()
  }

  #mark(way: readonly Point[], front: Front | undefined): void {
    this.#way = way
    this.#world.way.show(way, front)
  }

  #unmark(): void {
    this.#way = []
    if (this.#waiting) this.#host.requestUpdate()
    this.#waiting = false
    this.#world.way.hide()
  }

  #arrived(): void {
    this.#unmark()
    this.#meet()
  }

  /** Who stands here: said once the visitor is there. */
  #meet(): void {
    const { x, z, yaw } = this.#walker
    const near = nearest(this.#fronts, x, z, yaw)?.stand
    if (near === this.near) return
    this.near = near
    this.#host.requestUpdate()
  }

  // Frames

  #resize(width: number, height: number): void {
    if (width === 0 || height === 0) return
    this.#renderer.setPixelRatio(this.#sharp)
    this.#renderer.setSize(width, height, false)
    this.#camera.aspect = width / height
    this.#camera.fov = width < 760 ? 88 : 58
    // The list covers the left of a wide window, and the foot of a narrow one: what the visitor looks at stands in the middle of the rest.
    const [left, low] = width > 760 ? [364, 40] : [0, 90]
    this.#camera.setViewOffset(width, height, -left / 2, low / 2, width, height)
    this.wake()
  }

  #woken(): void {
    if (document.hidden) {
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
      this.#keys.release()
    } else this.wake()
  }

  /** Asks for a frame; nothing is drawn while nothing changes. */
  wake(): void {
    if (this.#frame !== 0 || document.hidden || this.#ended.signal.aborted) return
    this.#last = 0
    this.#frame = requestAnimationFrame(this.#tick)
  }

  readonly #tick = (now: number): void => {
    this.#frame = 0
    const seconds = this.#last ? Math.min(0.6, (now - this.#last) / 1000) : 0.016
    const before = this.#walker.onWay
    const moving = this.#walk(seconds)
    if (before && !this.#walker.onWay) this.#arrived()
    else if (!this.#walker.onWay && now - this.#panelsAt > panelsMs) this.#meet()
    this.#adapt(this.#last ? seconds : 0, moving)
    const more = this.#draw(now)
    if (moving || more) {
      this.#last = now
      this.#frame = requestAnimationFrame(this.#tick)
    } else if (this.#renderer.getPixelRatio() !== this.#sharp) this.#sharpen()
  }

  /** However long the frame took, a step is too short to jump a wall. */
  #walk(seconds: number): boolean {
    let moved = false
    for (let rest = seconds; rest > 0; rest -= 0.05) moved = this.#walker.step(Math.min(rest, 0.05), this.#keys.steps) || moved
    return moved
  }

  #draw(now: number): boolean {
    const { x, z, yaw, pitch } = this.#walker
    this.#camera.position.set(x, eye, z)
    this.#camera.rotation.set(pitch, yaw, 0)
    this.#camera.updateMatrixWorld()
    let more = now - this.#panelsAt <= panelsMs
    if (!more) {
      more = this.#world.near.update(x, z, yaw)
      this.#panelsAt = more ? 0 : now
    }
    this.#renderer.render(this.#world.scene, this.#camera)
    this.#frames++
    this.#small().draw(x, z, yaw, this.#way)
    return more
  }

  #small(): { draw: Minimap['draw'] } {
    const shown = this.#host.renderRoot.querySelector<HTMLCanvasElement>('canvas.mini')
    if (!this.#mini && shown) this.#mini = new Minimap(shown, this.plan, this.#host.palette)
    return this.#mini ?? { draw: () => this.#host.requestUpdate() }
  }

  /** Half the resolution while frames are late; a still picture is sharp again. */
  #adapt(seconds: number, moving: boolean): void {
    if (!moving) return
    this.#slow = this.#slow * 0.7 + (seconds > slowFrame ? 0.3 : 0)
    const wanted = this.#slow > 0.6 ? this.#sharp / 2 : this.#sharp
    if (wanted < this.#renderer.getPixelRatio()) this.#renderer.setPixelRatio(wanted)
  }

  #sharpen(): void {
    this.#renderer.setPixelRatio(this.#sharp)
    this.wake()
  }
}
