import { type Locale, PavilionElement, base } from '@pavilion/ui'
import { type TemplateResult, html, nothing, svg } from 'lit'
import { type Camera, type Covered, type Size, aim, between, clamp, fit, floor, pan, within, zoom } from './camera.ts'
import { type Palette, palette, zoneColours } from './colour.ts'
import { listen } from './gestures.ts'
import { codesFrom, paint, say } from './paint.ts'
import { type Box, type Gate, type Plan, type PlanAnswer, type Stand, around, decode, filter, inside, middle } from './plan.ts'
import { type Point, Walk, metres } from './route.ts'
import { type SheetStop, nearestStop, nextStop, sheetHeight } from './sheet.ts'
import { styles } from './styles.ts'

const page = 60
const flightMs = 340

/** The hall from above: a canvas for pixels, a list box for people and assistive technology, one model for both. */
export class HallMap extends PavilionElement {
  static override styles = [base, styles]
  static override properties = {
    plan: { state: true },
    failed: { state: true },
    words: { state: true },
    zone: { state: true },
    shown: { state: true },
    selected: { state: true },
    from: { state: true },
    route: { state: true },
    stop: { state: true },
    dark: { state: true },
  }

  declare plan: Plan | undefined
  declare failed: boolean
  declare words: string
  declare zone: string
  declare shown: number
  declare selected: Stand | undefined
  declare from: Gate | undefined
  declare route: readonly Point[] | undefined
  declare stop: SheetStop
  declare dark: boolean

  #camera: Camera = { x: 0, y: 0, scale: 4 }
  #size: Size = { width: 0, height: 0 }
  #palette: Palette | undefined
  #walk: Walk | undefined
  #hovered: Stand | undefined
  #matches: readonly Stand[] = []
  #matching: ReadonlySet<number> | undefined
  #frame = 0
  #flight = 0
  #reach = 1
  #touched = false

  constructor() {
    super()
    this.failed = false
    this.words = ''
    this.zone = ''
    this.shown = page
    this.stop = 'half'
    this.dark = false
  }

  get #locale(): Locale {
    return this.host.locale
  }

  get #phone(): boolean {
    return this.#size.width <= 760
  }

  get #calm(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches
  }

  override firstUpdated(): void {
    const { signal } = this.host
    const canvas = this.#canvas
    const resized = new ResizeObserver(() => this.#resize())
    resized.observe(this)
    const themed = new MutationObserver(() => this.#recolour())
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#recolour(), { signal })
    signal.addEventListener('abort', () => {
      resized.disconnect()
      themed.disconnect()
      cancelAnimationFrame(this.#frame)
      cancelAnimationFrame(this.#flight)
    })
    listen(
      canvas,
      {
        pan: (dx, dy) => this.#move(pan(this.#camera, dx, dy)),
        zoom: (factor, x, y) => this.#move(zoom(this.#camera, factor, x, y, this.#size)),
        zoomMiddle: factor => this.#zoomMiddle(factor),
        fit: () => this.#showAll(),
        tap: (x, y) => this.#tap(x, y),
        hover: (x, y) => this.#hover(x, y),
      },
      signal,
    )
    this.#recolour()
    void this.#load()
  }

  async #load(): Promise<void> {
    this.failed = false
    try {
      this.plan = decode(await this.json<PlanAnswer>(`/halls/${this.context['hall'] ?? ''}/plan`, { signal: this.host.signal }))
    } catch (error) {
      if (this.host.signal.aborted) return
      console.error(error)
      this.failed = true
      return
    }
    const asked = new URLSearchParams(location.search)
    this.words = asked.get('q') ?? ''
    this.zone = asked.get('zone') ?? ''
    this.from = this.plan.gates.find(gate => gate.id === asked.get('from')) ?? this.plan.gates[0]
    const to = this.plan.stands.find(stand => stand.id === asked.get('to'))
    this.#narrow()
    await this.updateComplete
    this.#resize()
    if (to) {
      this.#select(to, false)
      if (asked.has('from')) this.#showRoute()
      else this.#goTo(to)
    } else this.#showMatches(true)
    this.dataset['ready'] = ''
  }

  get #canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas') as HTMLCanvasElement
  }

  // What the filter leaves

  #narrow(): void {
    if (!this.plan) return
    this.#matches = filter(this.plan, this.zone, this.words)
    this.#matching = this.zone || this.words.trim() ? new Set(this.#matches.map(stand => stand.index)) : undefined
    this.shown = page
    this.#draw()
  }

  #type(event: Event): void {
    this.words = (event.target as HTMLInputElement).value
    this.#narrow()
  }

  #choose(zone: string): void {
    this.zone = this.zone === zone ? '' : zone
    this.#narrow()
    this.#close()
    this.#showMatches(false)
  }

  #clear(): void {
    this.words = ''
    this.zone = ''
    this.#narrow()
    this.#showAll()
  }

  #showMatches(still: boolean): void {
    const zone = this.plan?.zones.find(each => each.id === this.zone)
    if (zone) this.#fly(fit(zone, this.#size, this.#covered, 3), still)
    else if (this.words && this.#matches.length > 0) this.#fly(fit(around(this.#matches), this.#size, this.#covered, 6, 14), still)
    else this.#showAll(still)
  }

  // What is chosen

  #select(stand: Stand, fly = true): void {
    this.selected = stand
    this.route = undefined
    if (fly) this.#goTo(stand)
    const at = this.#matches.indexOf(stand)
    if (at >= this.shown) this.shown = at + 20
    void this.#reveal(stand, fly)
  }

  /** Once the card is there: the list scrolls to the stand, and a phone's map moves clear of the card. */
  async #reveal(stand: Stand, fly: boolean): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector(`#o${stand.index}`)?.scrollIntoView({ block: 'nearest' })
    if (fly && this.#phone) this.#goTo(stand)
  }

  #goTo(stand: Stand): void {
    const [x, y] = middle(stand)
    this.#fly(aim(x, y, clamp(Math.max(this.#camera.scale, 13)), this.#covered))
  }

  #close(): void {
    this.selected = undefined
    this.route = undefined
    this.#draw()
  }

  #showRoute(from: Gate | undefined = this.from): void {
    const { plan, selected } = this
    if (!plan || !selected || !from) return
    this.from = from
    this.#walk ??= new Walk(plan)
    this.route = this.#walk.to([from.x, from.y], selected) ?? []
    history.replaceState(history.state, '', this.#routeAddress(from, selected))
    void this.#showWay([...this.route, [from.x, from.y]], selected)
  }

  /** Once the card shows the length, the whole way fits beside it. */
  async #showWay(points: readonly Point[], goal: Stand): Promise<void> {
    await this.updateComplete
    const boxes = points.map(([x, y]): Box => ({ x, y, width: 0, height: 0 }))
    this.#fly(fit(around([...boxes, goal]), this.#size, this.#covered, 7, 12))
    this.#drawWay()
  }

  #routeAddress(from: Gate, to: Stand): string {
    const address = new URL(location.href)
    address.searchParams.set('to', to.id)
    address.searchParams.set('from', from.id)
    return address.pathname + address.search
  }

  #drawWay(): void {
    if (this.#calm) {
      this.#reach = 1
      return
    }
    const began = performance.now()
    const step = (): void => {
      this.#reach = Math.min(1, (performance.now() - began) / 900)
      this.#draw()
      if (this.#reach < 1 && this.isConnected) requestAnimationFrame(step)
    }
    step()
  }

  // Where the visitor looks

  /** What lies over the map: panel, card and buttons; the map shows its things beside them. */
  get #covered(): Covered {
    const card = this.renderRoot.querySelector<HTMLElement>('.card')
    if (this.#phone) {
      const low = Math.max(sheetHeight(this.stop, this.#size.height), card?.offsetHeight ?? 0)
      return { left: 0, top: 56, right: 0, bottom: Math.min(low, this.#size.height * 0.62) }
    }
    return { left: 372, top: 8, right: 68, bottom: card ? card.offsetHeight + 24 : 8 }
  }

  #move(camera: Camera): void {
    cancelAnimationFrame(this.#flight)
    this.#touched = true
    if (this.plan) this.#camera = within(camera, this.plan)
    this.#draw()
  }

  #zoomMiddle(factor: number): void {
    const c = this.#covered
    const x = (c.left + this.#size.width - c.right) / 2
    const y = (c.top + this.#size.height - c.bottom) / 2
    this.#move(zoom(this.#camera, factor, x, y, this.#size))
  }

  #showAll(still = false): void {
    if (this.plan) this.#fly(fit(this.plan, this.#size, this.#covered, 1), still)
    this.#touched = false
  }

  #fly(to: Camera, still = false): void {
    cancelAnimationFrame(this.#flight)
    this.#touched = true
    if (still || this.#calm) {
      this.#camera = to
      this.#draw()
      return
    }
    const start = this.#camera
    const began = performance.now()
    const step = (): void => {
      const part = Math.min(1, (performance.now() - began) / flightMs)
      this.#camera = between(start, to, part)
      this.#draw()
      if (part < 1) this.#flight = requestAnimationFrame(step)
    }
    step()
  }

  #tap(px: number, py: number): void {
    if (!this.plan) return
    const [x, y] = floor(this.#camera, px, py, this.#size)
    const stand = this.plan.stands.find(each => inside(each, x, y))
    const zone = this.plan.zones.find(each => inside(each, x, y))
    if (this.#camera.scale < codesFrom - 1 && zone) this.#fly(fit(zone, this.#size, this.#covered, 3))
    else if (stand) this.#select(stand, this.#phone)
    else this.#close()
  }

  #hover(px: number, py: number): void {
    const near = px >= 0 && this.#camera.scale >= codesFrom - 1
    const [x, y] = floor(this.#camera, px, py, this.#size)
    const hovered = near ? this.plan?.stands.find(each => inside(each, x, y)) : undefined
    if (hovered === this.#hovered) return
    this.#hovered = hovered
    this.#canvas.classList.toggle('over', hovered !== undefined)
    this.#draw()
  }

  // Drawing

  #resize(): void {
    const canvas = this.#canvas
    const density = Math.min(2, devicePixelRatio)
    this.#size = { width: this.clientWidth, height: this.clientHeight }
    canvas.width = Math.round(this.#size.width * density)
    canvas.height = Math.round(this.#size.height * density)
    if (!this.#touched) this.#showAll(true)
    this.#paint()
  }

  #recolour(): void {
    this.#palette = palette(this, this.renderRoot.querySelector('.probe') as HTMLElement)
    this.dark = this.#palette.dark
    this.#draw()
  }

  #draw(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paint())
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const ctx = this.#canvas.getContext('2d', { alpha: false })
    if (!ctx || !this.plan || !this.#palette || this.#size.width === 0) return
    paint(ctx, {
      plan: this.plan,
      camera: this.#camera,
      size: this.#size,
      density: Math.min(2, devicePixelRatio),
      palette: this.#palette,
      locale: this.#locale,
      matching: this.#matching,
      selected: this.selected,
      hovered: this.#hovered,
      route: this.route?.length ? this.route : undefined,
      reach: this.#reach,
    })
  }

  // The list beside the map

  #keys(event: KeyboardEvent): void {
    const at = this.selected ? this.#matches.indexOf(this.selected) : -1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.#matches.length - 1 }[event.key]
    const inInput = (event.target as Element).tagName === 'INPUT'
    if (to !== undefined && !(inInput && (event.key === 'Home' || event.key === 'End'))) {
      const next = this.#matches[Math.max(0, to)]
      if (next) {
        event.preventDefault()
        this.#select(next)
      }
    } else if (event.key === 'Enter' && this.selected) this.host.navigate(this.#address(this.selected))
    else if (event.key === 'Escape' && this.selected) this.#close()
  }

  #address(stand: Stand): string {
    return `${this.#locale === 'en' ? '/en' : ''}/booth/${stand.id}`
  }

  #visit(event: MouseEvent, stand: Stand): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    this.host.navigate(this.#address(stand))
  }

  #grip(event: PointerEvent): void {
    const grip = event.currentTarget as HTMLElement
    const panel = grip.parentElement as HTMLElement
    const [start, height] = [event.clientY, panel.offsetHeight]
    let moved = 0
    const leave = new AbortController()
    grip.setPointerCapture(event.pointerId)
    grip.addEventListener(
      'pointermove',
      move => {
        moved = move.clientY - start
        panel.classList.add('dragging')
        this.style.setProperty('--sheet', `${Math.max(96, height - moved)}px`)
      },
      { signal: leave.signal },
    )
    const end = (): void => {
      leave.abort()
      panel.classList.remove('dragging')
      if (Math.abs(moved) > 6) this.#settle(nearestStop(height - moved, this.#size.height))
      else this.#settle(nextStop(this.stop))
    }
    grip.addEventListener('pointerup', end, { signal: leave.signal })
    grip.addEventListener('pointercancel', end, { signal: leave.signal })
  }

  #settle(stop: SheetStop): void {
    this.stop = stop
    this.style.setProperty('--sheet', `${sheetHeight(stop, this.#size.height)}px`)
    if (!this.selected) this.#showMatches(false)
  }

  // Markup

  override render(): TemplateResult {
    const { plan } = this
    return html`
      <span class="probe"></span>
      <canvas tabindex="0" role="application" aria-label=${this.t('map.canvas')}></canvas>
      ${this.failed
        ? html`<div class="failed" role="alert">
            <p>${this.t('map.failed')}</p>
            <button class="btn" @click=${() => this.#load()}>${this.t('map.retry')}</button>
          </div>`
        : nothing}
      <p class="demo" title=${this.t('map.demo.long')}>${this.t('map.demo')}</p>
      <section class="panel" aria-label=${this.t('map.list')}>
        <button
          class="grip"
          aria-label=${this.t('map.sheet')}
          aria-expanded=${this.stop !== 'low'}
          @pointerdown=${this.#grip}
          @keydown=${(e: KeyboardEvent) => (e.key === 'Enter' || e.key === ' ') && this.#settle(nextStop(this.stop))}
        ></button>
        <div class="head"><slot name="title"></slot></div>
        <label class="find">
          <span class="sr">${this.t('map.find')}</span>
          <input type="search" .value=${this.words} placeholder=${this.t('map.find.hint')} @input=${this.#type} @keydown=${this.#keys} />
        </label>
        <div class="chips" role="group" aria-label=${this.t('map.zones')}>${plan ? this.#chips(plan) : nothing}</div>
        <div class="count">
          <span role="status">${plan ? this.#count(plan) : nothing}</span>
          ${this.#matching ? html`<button class="link" @click=${this.#clear}>${this.t('map.clear')}</button>` : nothing}
        </div>
        ${plan ? this.#list(plan) : nothing}
      </section>
      <div class="controls">
        <button class="in" aria-label=${this.t('map.in')} @click=${() => this.#zoomMiddle(1.5)}>${icon('M12 5v14M5 12h14')}</button>
        <button class="out" aria-label=${this.t('map.out')} @click=${() => this.#zoomMiddle(1 / 1.5)}>${icon('M5 12h14')}</button>
        <button aria-label=${this.t('map.fit')} @click=${() => this.#showAll()}>${icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5')}</button>
      </div>
      ${plan && this.selected ? this.#card(plan, this.selected) : nothing}
    `
  }

  #count(plan: Plan): string {
    return this.#matching
      ? this.t('map.count.of', this.#matches.length, plan.stands.length)
      : this.t('map.count', plan.stands.length)
  }

  #chips(plan: Plan): TemplateResult[] {
    return plan.zones
      .filter(zone => zone.id)
      .map(
        zone => html`<button
          aria-pressed=${zone.id === this.zone}
          style="--c:${zoneColours(zone.colour, this.dark).sign}"
          @click=${() => this.#choose(zone.id)}
        >
          <i></i>${say(zone.name, this.#locale)}
        </button>`,
      )
  }

  #list(plan: Plan): TemplateResult {
    if (this.#matches.length === 0) {
      return html`<div class="none">
        <p>${this.t('map.none')}</p>
        <button class="btn" @click=${this.#clear}>${this.t('map.clear')}</button>
      </div>`
    }
    const rest = this.#matches.length - this.shown
    return html`<ul
        role="listbox"
        tabindex="0"
        aria-label=${this.t('map.list')}
        aria-activedescendant=${this.selected ? `o${this.selected.index}` : nothing}
        @keydown=${this.#keys}
        @scroll=${this.#scrolled}
      >
        ${this.#matches.slice(0, this.shown).map(stand => this.#row(plan, stand))}
      </ul>
      ${rest > 0
        ? html`<div class="more">
            <button class="link" @click=${() => (this.shown += page)}>${this.t('map.more', Math.min(rest, page))}</button>
          </div>`
        : nothing}`
  }

  #scrolled(event: Event): void {
    const list = event.target as HTMLElement
    if (this.shown < this.#matches.length && list.scrollTop + list.clientHeight > list.scrollHeight - 240) this.shown += page
  }

  #row(plan: Plan, stand: Stand): TemplateResult {
    const zone = plan.zones[stand.zone]
    return html`<li
      role="option"
      id="o${stand.index}"
      aria-selected=${stand === this.selected}
      style="--c:${zone ? zoneColours(zone.colour, this.dark).stand : 'none'}"
      @click=${() => this.#select(stand)}
    >
      <code>${stand.code}</code>
      <span><b>${say(stand.name, this.#locale)}</b><small>${zone ? say(zone.name, this.#locale) : nothing}</small></span>
      ${stand.synthetic ? html`<span class="badge">${this.t('map.synthetic')}</span>` : nothing}
    </li>`
  }

  #card(plan: Plan, stand: Stand): TemplateResult {
    const zone = plan.zones[stand.zone]
    return html`<section class="card" aria-label=${say(stand.name, this.#locale)} style="--c:${zone ? zoneColours(zone.colour, this.dark).stand : 'none'}">
      <button class="x" aria-label=${this.t('map.close')} @click=${this.#close}>${icon('M6 6l12 12M18 6L6 18')}</button>
      <h2>${say(stand.name, this.#locale)}</h2>
      <p>
        <code>${stand.code}</code>${zone ? say(zone.name, this.#locale) : nothing}
        ${stand.synthetic ? html`<span class="badge">${this.t('map.synthetic')}</span>` : nothing}
      </p>
      ${this.#walked()}
      <div class="acts">
        <a class="btn primary" href=${this.#address(stand)} @click=${(e: MouseEvent) => this.#visit(e, stand)}>${this.t('map.visit')}</a>
        ${this.route
          ? html`<div class="from" role="group" aria-label=${this.t('map.from')}>
              ${plan.gates.map(
                gate =>
                  html`<button aria-pressed=${gate === this.from} @click=${() => this.#showRoute(gate)}>${say(gate.name, this.#locale)}</button>`,
              )}
            </div>`
          : html`<button class="btn" @click=${() => this.#showRoute()}>${this.t('map.route')}</button>`}
      </div>
    </section>`
  }

  #walked(): TemplateResult | typeof nothing {
    if (!this.route || !this.from) return nothing
    const gate = say(this.from.name, this.#locale)
    return html`<p class="walk" role="status">
      ${this.route.length > 0 ? this.t('map.walk', gate, Math.round(metres(this.route))) : this.t('map.unreachable', gate)}
    </p>`
  }
}

const icon = (path: string): TemplateResult => html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`
