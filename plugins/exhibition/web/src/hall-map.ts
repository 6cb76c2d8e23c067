import { PavilionElement, base } from '@pavilion/ui'
import { type PropertyValues, type TemplateResult, html, nothing } from 'lit'
import type { Covered, Size } from './camera.ts'
import type { Palette } from './colour.ts'
import { card, icon } from './card.ts'
import { FloorView } from './floor-view.ts'
import { StandList } from './list.ts'
import type { Locale } from './paint.ts'
import { type Gate, type Plan, type PlanAnswer, type Stand, around, decode } from './plan.ts'
import { type Point, Walk } from './route.ts'
import { type SheetStop, drag, nearestStop, nextStop, sheetHeight } from './sheet.ts'
import { styles } from './styles.ts'
import { type TourWalk, tourWalk } from './tour/walk.ts'
import type { HallWalk } from './walk/hall-walk.ts'

/** The hall: from above or on foot, with the list of stands beside it; one plan, one choice, one route for all three. */
export class HallMap extends PavilionElement {
  static override styles = [base, styles]
  static override properties = {
    plan: { state: true },
    failed: { state: true },
    selected: { state: true },
    from: { state: true },
    route: { state: true },
    tour: { state: true },
    stop: { state: true },
    dark: { state: true },
    onFoot: { state: true },
    walk: { state: true },
    refused: { state: true },
  }

  declare plan: Plan | undefined
  declare failed: boolean
  declare selected: Stand | undefined
  declare from: Gate | undefined
  declare route: readonly Point[] | undefined
  /** Stands to visit one after the other, and the walk to them; it stays while nothing else is shown. */
  declare tour: TourWalk | undefined
  declare stop: SheetStop
  declare dark: boolean
  /** Whether the visitor asked for the walk. */
  declare onFoot: boolean
  declare walk: HallWalk | undefined
  /** Why there is no walk: a key of the messages. */
  declare refused: string

  readonly list: StandList
  #floor: FloorView | undefined
  #grid: Walk | undefined

  constructor() {
    super()
    this.list = new StandList(this)
    this.failed = false
    this.stop = 'half'
    this.dark = false
    this.onFoot = false
    this.refused = ''
  }

  get locale(): Locale {
    return this.host.locale
  }

  get matching(): ReadonlySet<number> | undefined {
    return this.list.matching
  }

  /** Where a walker may go; the map's routes and the walk share it. */
  get grid(): Walk {
    return (this.#grid ??= new Walk(this.plan as Plan))
  }

  /** What the walk draws, for whoever measures; undefined on the map. */
  get stats(): HallWalk['stats'] | undefined {
    return this.walk?.stats
  }

  get palette(): Palette {
    return (this.#floor as FloorView).palette as Palette
  }

  get #phone(): boolean {
    return this.clientWidth <= 760
  }

  override firstUpdated(): void {
    const { signal } = this.host
    this.#floor = new FloorView(this, this.renderRoot.querySelector('canvas.floor') as HTMLCanvasElement, signal)
    const resized = new ResizeObserver(() => this.#floor?.resize(this.clientWidth, this.clientHeight))
    resized.observe(this)
    const themed = new MutationObserver(() => this.#recolour())
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#recolour(), { signal })
    signal.addEventListener('abort', () => {
      resized.disconnect()
      themed.disconnect()
      this.#leaveWalk()
    })
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
    this.list.words = asked.get('q') ?? ''
    this.list.zone = asked.get('zone') ?? ''
    this.from = this.plan.gates.find(gate => gate.id === asked.get('from')) ?? this.plan.gates[0]
    const to = this.plan.stands.find(stand => stand.id === asked.get('to'))
    this.list.narrow()
    await this.updateComplete
    this.#floor?.resize(this.clientWidth, this.clientHeight)
    if (to) {
      this.#choose(to, false)
      if (asked.has('from')) this.showRoute()
      else this.#floor?.goTo(to)
    } else if (!this.#showTour(asked.get('tour') ?? '')) this.#showMatches(true)
    if (asked.get('view') === '3d') await this.#enterWalk()
    this.dataset['ready'] = ''
  }

  // What is chosen

  select(stand: Stand): void {
    this.#choose(stand, true)
    this.walk?.visit(stand)
  }

  #choose(stand: Stand, fly: boolean): void {
    this.selected = stand
    this.route = undefined
    if (fly) this.#floor?.goTo(stand)
    this.list.reach(stand)
    void this.#reveal(stand, fly)
  }

  /** Once the card is there: the list scrolls to the stand, and a phone's map moves clear of the card. */
  async #reveal(stand: Stand, fly: boolean): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector(`#o${stand.index}`)?.scrollIntoView({ block: 'nearest' })
    if (fly && this.#phone) this.#floor?.goTo(stand)
  }

  tapped(stand: Stand | undefined): void {
    if (stand) this.#choose(stand, this.#phone)
    else this.close()
  }

  close(): void {
    this.selected = undefined
    this.route = undefined
    this.walk?.forget()
  }

  matched(): void {
    this.#floor?.draw()
  }

  zoned(): void {
    this.#showMatches(false)
  }

  #showMatches(still: boolean): void {
    const { zone, words, matches } = this.list
    const area = this.plan?.zones.find(each => each.id === zone)
    if (area) this.#floor?.show(area, 3, undefined, still)
    else if (words && matches.length > 0) this.#floor?.show(around(matches), 6, 14, still)
    else this.#floor?.showAll(still)
  }

  showRoute(from: Gate | undefined = this.from): void {
    const { selected } = this
    if (!selected || !from) return
    this.from = from
    this.route = this.grid.to([from.x, from.y], selected) ?? []
    this.#note({ to: selected.id, from: from.id })
    // Once the card shows the length, the whole way fits beside it.
    const way = [...this.route, [from.x, from.y] as const]
    void this.updateComplete.then(() => this.#floor?.showWay(way, selected))
  }

  /** Draws the walk to the stands of the address; false when it names none of this hall. */
  #showTour(ids: string): boolean {
    const { plan, from } = this
    this.tour = plan && from ? tourWalk(plan, this.grid, from, ids.split(',')) : undefined
    if (!this.tour) return false
    const corners = this.tour.way.map(([x, y]) => ({ x, y, width: 0, height: 0 }))
    this.#floor?.show(around([...this.tour.stops, ...corners]), 6, undefined, true)
    return true
  }

  /** Keeps what is shown in the address, so that it can be shared. */
  #note(shown: Readonly<Record<string, string>>, enter = false): void {
    const address = new URL(location.href)
    for (const [name, value] of Object.entries(shown)) {
      if (value) address.searchParams.set(name, value)
      else address.searchParams.delete(name)
    }
    if (enter) history.pushState(history.state, '', address)
    else history.replaceState(history.state, '', address)
  }

  // From above or on foot

  readonly #look = (onFoot: boolean): void => {
    if (onFoot === this.onFoot) return
    this.#note({ view: onFoot ? '3d' : '' }, true)
    if (onFoot) void this.#enterWalk().then(() => this.walk?.focus())
    else {
      this.#leaveWalk()
      void this.updateComplete.then(() => this.#showMatches(true))
    }
  }

  async #enterWalk(): Promise<void> {
    this.onFoot = true
    this.refused = ''
    if (this.#phone) this.#settle('low')
    try {
      const { HallWalk: Way } = await import('./walk/hall-walk.ts')
      await this.updateComplete
      if (!this.onFoot || this.host.signal.aborted) return
      const walk = Way.open(this, this.renderRoot.querySelector('.walk') as HTMLElement)
      if (walk) this.walk = walk
      else this.#refuse('walk.none')
    } catch (error) {
      console.error(error)
      this.#refuse('walk.failed')
    }
  }

  #refuse(why: string): void {
    this.#leaveWalk()
    this.refused = why
    this.#note({ view: '' })
  }

  #leaveWalk(): void {
    this.onFoot = false
    this.walk?.close()
    this.walk = undefined
  }

  // Around the map

  /** What lies over the map: panel, card and buttons; the map shows its things beside them. */
  covered(size: Size): Covered {
    const shown = this.renderRoot.querySelector<HTMLElement>('.card')
    if (this.#phone) {
      const low = Math.max(sheetHeight(this.stop, size.height), shown?.offsetHeight ?? 0)
      return { left: 0, top: 60, right: 0, bottom: Math.min(low, size.height * 0.62) }
    }
    return { left: 372, top: 8, right: 68, bottom: shown ? shown.offsetHeight + 24 : 8 }
  }

  #recolour(): void {
    this.dark = this.#floor?.recolour(this, this.renderRoot.querySelector('.probe') as HTMLElement) ?? false
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('selected') || changed.has('route') || changed.has('tour')) this.#floor?.draw()
    if (changed.has('dark')) this.walk?.repaint()
  }

  tourWith(stand: Stand): string {
    return `${this.locale === 'en' ? '/en' : ''}/halls/tour?edition=${encodeURIComponent(this.plan?.hall ?? '')}&add=${encodeURIComponent(stand.id)}`
  }

  address(stand: Stand): string {
    return `${this.locale === 'en' ? '/en' : ''}/booth/${stand.id}`
  }

  #tourAddress(): string {
    const prefix = this.locale === 'en' ? '/en' : ''
    const stops = this.tour ? `&stops=${this.tour.stops.map(stand => encodeURIComponent(stand.id)).join(',')}&order=own&from=${this.from?.id ?? ''}` : ''
    return `${prefix}/halls/tour?edition=${encodeURIComponent(this.plan?.hall ?? '')}${stops}`
  }

  visit(stand: Stand): void {
    this.host.navigate(this.address(stand))
  }

  follow(event: MouseEvent, stand: Stand): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    this.visit(stand)
  }

  #grip(event: PointerEvent): void {
    const panel = this.renderRoot.querySelector('.panel') as HTMLElement
    drag(
      event,
      panel.offsetHeight,
      height => {
        panel.classList.add('dragging')
        this.style.setProperty('--sheet', `${height}px`)
      },
      height => {
        panel.classList.remove('dragging')
        this.#settle(height === undefined ? nextStop(this.stop) : nearestStop(height, this.clientHeight))
      },
    )
  }

  #settle(stop: SheetStop): void {
    this.stop = stop
    this.style.setProperty('--sheet', `${sheetHeight(stop, this.clientHeight)}px`)
    if (!this.selected) this.#showMatches(false)
  }

  override render(): TemplateResult {
    const { plan, onFoot } = this
    return html`
      <span class="probe"></span>
      <canvas class="floor" tabindex="0" role="application" aria-label=${this.t('map.canvas')} ?hidden=${onFoot}></canvas>
      ${onFoot ? html`<div class="walk"></div>` : nothing}
      ${this.failed
        ? html`<div class="failed" role="alert">
            <p>${this.t('map.failed')}</p>
            <button class="btn" @click=${() => this.#load()}>${this.t('map.retry')}</button>
          </div>`
        : nothing}
      ${onFoot ? (this.walk?.controls() ?? html`<p class="opening" role="status">${this.t('walk.opening')}</p>`) : nothing}
      <section class="panel" aria-label=${this.t('map.list')}>
        <button
          class="grip"
          aria-label=${this.t('map.sheet')}
          aria-expanded=${this.stop !== 'low'}
          @pointerdown=${this.#grip}
          @keydown=${(e: KeyboardEvent) => (e.key === 'Enter' || e.key === ' ') && this.#settle(nextStop(this.stop))}
        ></button>
        <div class="head"><slot name="title"></slot></div>
        ${this.list.render()}
      </section>
      <div class="corner">
        <p class="demo" title=${this.t('map.demo.long')}>${this.t('map.demo')}</p>
        ${plan ? html`<a class="tour" href=${this.#tourAddress()}>${this.t('map.tour')}</a>` : nothing}
        <div class="views" role="group" aria-label=${this.t('map.views')}>
          <button aria-pressed=${!onFoot} @click=${() => this.#look(false)}>${this.t('map.view.map')}</button>
          <button aria-pressed=${onFoot} ?disabled=${!plan} @click=${() => this.#look(true)}>${this.t('map.view.walk')}</button>
        </div>
        ${this.refused ? html`<p class="refused" role="alert">${this.t(this.refused)}</p>` : nothing}
      </div>
      ${onFoot ? nothing : this.#buttons()} ${plan && this.selected && !onFoot ? card(this, plan, this.selected) : nothing}
    `
  }

  #buttons(): TemplateResult {
    return html`<div class="controls">
      <button class="in" aria-label=${this.t('map.in')} @click=${() => this.#floor?.zoomMiddle(1.5)}>${icon('M12 5v14M5 12h14')}</button>
      <button class="out" aria-label=${this.t('map.out')} @click=${() => this.#floor?.zoomMiddle(1 / 1.5)}>${icon('M5 12h14')}</button>
      <button aria-label=${this.t('map.fit')} @click=${() => this.#floor?.showAll()}>
        ${icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5')}
      </button>
    </div>`
  }
}
