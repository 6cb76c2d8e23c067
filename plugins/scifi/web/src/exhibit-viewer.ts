import { PavilionElement, base } from '@pavilion/ui'
import { type TemplateResult, html, nothing } from 'lit'
import { type Seen, type Spot, Stage } from './stage.ts'
import { listen } from './touch.ts'
import { styles } from './styles.ts'

/** A stop of the tour as the page says it. */
interface Stop {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly lang: string
}

type State = 'loading' | 'ready' | 'failed' | 'flat'

const rebuilds = 2

/**
 * A model to walk around, with a tour of its parts. The page's own list holds the words; the model
 * says where each part is. Without WebGL the poster stays, and the list still opens.
 */
export class ExhibitViewer extends PavilionElement {
  static override styles = [base, styles]
  static override properties = { state: { state: true }, at: { state: true }, round: { state: true }, stops: { state: true } }

  declare state: State
  declare at: number
  declare round: number
  declare stops: readonly Stop[]

  #stage: Stage | undefined
  #spots: readonly Spot[] = []
  #pins: readonly HTMLElement[] = []
  #lost = 0
  #resized: ResizeObserver | undefined
  #watched: IntersectionObserver | undefined
  #listening: AbortController | undefined

  constructor() {
    super()
    this.state = 'loading'
    this.at = -1
    this.round = 0
    this.stops = []
  }

  get #calm(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.stops = [...this.querySelectorAll<HTMLElement>('[data-twin] li[data-spot]')].map(item => ({
      id: item.dataset['spot'] ?? '',
      title: item.querySelector('h3')?.textContent ?? '',
      text: item.querySelector('p')?.textContent ?? '',
      lang: item.querySelector('h3')?.lang ?? '',
    }))
  }

  override firstUpdated(): void {
    this.host.signal.addEventListener('abort', () => this.#down())
    this.#resized = new ResizeObserver(() => this.#resize())
    this.#resized.observe(this.#frame)
    this.#watched = new IntersectionObserver(entries => this.#stage?.show(entries.at(-1)?.isIntersecting ?? true))
    this.#watched.observe(this.#frame)
    void this.#up()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized?.disconnect()
    this.#watched?.disconnect()
    this.#down()
  }

  get #frame(): HTMLElement {
    return this.renderRoot.querySelector('.frame') as HTMLElement
  }

  /** A fresh canvas each time: a lost context never comes back to the old one in time. */
  async #up(): Promise<void> {
    this.#down()
    this.state = 'loading'
    this.round++
    await this.updateComplete
    const canvas = this.renderRoot.querySelector('canvas') as HTMLCanvasElement
    try {
      this.#stage = new Stage(canvas, { drawn: seen => this.#place(seen), lost: () => this.#loss() })
    } catch {
      this.state = 'flat'
      return
    }
    const stage = this.#stage
    try {
      this.#spots = await stage.load(this.context['model'] ?? '', this.host.signal)
    } catch (error) {
      if (this.host.signal.aborted || stage !== this.#stage) return
      console.warn(error)
      this.#down()
      this.state = 'failed'
      return
    }
    if (this.host.signal.aborted || stage !== this.#stage) return
    this.#listening = new AbortController()
    listen(canvas, { turn: (yaw, pitch) => stage.turn(yaw, pitch), zoom: factor => stage.zoom(factor), step: by => this.#step(by), home: () => this.#go(-1) }, this.#listening.signal)
    this.state = 'ready'
    await this.updateComplete
    this.#pins = [...this.renderRoot.querySelectorAll<HTMLElement>('.pin')]
    this.#resize()
    if (this.at >= 0) stage.fly(this.#spotOf(this.at), true)
    else stage.enter(this.#calm)
  }

  #down(): void {
    this.#listening?.abort()
    this.#stage?.dispose()
    this.#stage = undefined
    this.#pins = []
  }

  #loss(): void {
    if (this.#lost++ < rebuilds) void this.#up()
    else {
      this.#down()
      this.state = 'failed'
    }
  }

  #again(): void {
    this.#lost = 0
    void this.#up()
  }

  #resize(): void {
    this.#stage?.resize(this.#frame.clientWidth, this.#frame.clientHeight)
  }

  #place(seen: readonly Seen[]): void {
    this.dataset['drawn'] = ''
    this.#pins.forEach((pin, i) => {
      const where = seen[this.#spots.findIndex(spot => spot.id === this.stops[i]?.id)]
      if (!where) return
      pin.style.transform = `translate(${where.x.toFixed(1)}px, ${where.y.toFixed(1)}px)`
      pin.classList.toggle('behind', where.behind && this.at !== i)
    })
  }

  #spotOf(at: number): Spot | undefined {
    return this.#spots.find(spot => spot.id === this.stops[at]?.id)
  }

  /** Stops at a part, or shows the whole with -1. */
  #go(at: number): void {
    this.at = at
    this.#stage?.fly(this.#spotOf(at), this.#calm)
    void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-expanded="true"].stop')?.scrollIntoView({ block: 'nearest' }))
  }

  #step(by: number): void {
    const count = this.stops.length
    if (count > 0) this.#go(this.at < 0 ? (by > 0 ? 0 : count - 1) : (this.at + by + count) % count)
  }

  #keys(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.at >= 0) {
      event.stopPropagation()
      this.#go(-1)
    }
  }

  override render(): TemplateResult {
    const ready = this.state === 'ready'
    return html`<div class="frame" @keydown=${this.#keys}>
        <img class="poster" src=${this.context['poster'] ?? ''} alt="" ?hidden=${ready} />
        ${this.state === 'flat' ? nothing : this.#canvas(ready)}
        ${ready ? this.stops.map((stop, i) => this.#pin(stop, i)) : nothing}
        ${this.#notice()}
        ${ready ? this.#bar() : nothing}
      </div>
      <aside @keydown=${this.#keys}>
        <slot name="head"></slot>
        <h2 id="tour">${this.t('viewer.tour')}</h2>
        <ol aria-labelledby="tour">
          ${this.stops.map((stop, i) => this.#entry(stop, i))}
        </ol>
        <p class="sr" role="status">${this.at >= 0 ? this.t('viewer.at', this.at + 1, this.stops.length, this.stops[this.at]?.title ?? '') : ''}</p>
      </aside>`
  }

  #canvas(ready: boolean): TemplateResult[] {
    // One entry whose key changes with the round: Lit then makes a new canvas.
    return [this.round].map(round => (round % 2 ? html`<canvas class="odd" tabindex=${ready ? 0 : -1} role="application" aria-label=${this.t('viewer.canvas')}></canvas>` : html`<canvas class="even" tabindex=${ready ? 0 : -1} role="application" aria-label=${this.t('viewer.canvas')}></canvas>`))
  }

  #pin(stop: Stop, i: number): TemplateResult {
    return html`<button class="pin" tabindex="-1" aria-hidden="true" title=${stop.title} ?data-on=${this.at === i} @click=${() => this.#go(this.at === i ? -1 : i)}><span>${i + 1}</span></button>`
  }

  #entry(stop: Stop, i: number): TemplateResult {
    const open = this.at === i
    return html`<li>
      <button class="stop" aria-expanded=${open} aria-controls=${`t${i}`} @click=${() => this.#go(open ? -1 : i)}><i aria-hidden="true">${i + 1}</i><b lang=${stop.lang}>${stop.title}</b></button>
      <p id=${`t${i}`} lang=${stop.lang} ?hidden=${!open}>${stop.text}</p>
    </li>`
  }

  #notice(): TemplateResult | typeof nothing {
    if (this.state === 'loading') return html`<p class="notice" role="status"><span class="spin" aria-hidden="true"></span>${this.t('viewer.loading')}</p>`
    if (this.state === 'flat') return html`<p class="notice" role="status">${this.t('viewer.flat')}</p>`
    if (this.state === 'failed') return html`<p class="notice" role="alert">${this.t('viewer.failed')} <button class="btn" @click=${this.#again}>${this.t('viewer.again')}</button></p>`
    return nothing
  }

  #bar(): TemplateResult {
    const act = (name: string, sign: string, run: () => void): TemplateResult => html`<button aria-label=${this.t(name)} title=${this.t(name)} @click=${run}><svg viewBox="0 0 24 24" aria-hidden="true"><path d=${sign}></path></svg></button>`
    return html`<div class="bar" role="group" aria-label=${this.t('viewer.controls')}>
      ${act('viewer.previous', 'M15 5l-7 7 7 7', () => this.#step(-1))}
      <span aria-hidden="true">${this.at < 0 ? this.t('viewer.whole') : `${this.at + 1} / ${this.stops.length}`}</span>
      ${act('viewer.next', 'M9 5l7 7-7 7', () => this.#step(1))}
      ${act('viewer.in', 'M12 5v14M5 12h14', () => this.#stage?.zoom(1.25))}
      ${act('viewer.out', 'M5 12h14', () => this.#stage?.zoom(0.8))}
      ${act('viewer.home', 'M5 9V5h4M15 5h4v4M19 15v4h-4M9 19H5v-4', () => this.#go(-1))}
    </div>`
  }
}
