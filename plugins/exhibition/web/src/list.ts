// The list beside the map: the same stands for people who read, search or use a keyboard.
import { type TemplateResult, html, nothing } from 'lit'
import { zoneColours } from './colour.ts'
import { type Locale, say } from './paint.ts'
import { type Plan, type Stand, filter } from './plan.ts'

const page = 60

/** What the list needs of the map around it. */
export interface ListHost {
  readonly locale: Locale
  readonly dark: boolean
  readonly plan: Plan | undefined
  readonly selected: Stand | undefined
  t(key: string, ...args: readonly (string | number)[]): string
  requestUpdate(): void
  select(stand: Stand): void
  visit(stand: Stand): void
  close(): void
  /** The visitor narrowed by a zone, or cleared everything. */
  zoned(): void
  /** What matches has changed. */
  matched(): void
}

/** Which stands match, and how many of them are written out. */
export class StandList {
  words = ''
  zone = ''
  matches: readonly Stand[] = []
  /** Stands that match; undefined when nothing is filtered. */
  matching: ReadonlySet<number> | undefined
  #shown = page
  readonly #host: ListHost

  constructor(host: ListHost) {
    this.#host = host
  }

  narrow(): void {
    const { plan } = this.#host
    if (!plan) return
    this.matches = filter(plan, this.zone, this.words)
    this.matching = this.zone || this.words.trim() ? new Set(this.matches.map(stand => stand.index)) : undefined
    this.#shown = page
    this.#host.matched()
    this.#host.requestUpdate()
  }

  /** Writes the list out as far as the stand. */
  reach(stand: Stand): void {
    const at = this.matches.indexOf(stand)
    if (at >= this.#shown) this.#shown = at + 20
  }

  /** The match after or before a stand, around the ends; any first one without a stand. */
  beside(stand: Stand | undefined, step: number): Stand | undefined {
    const count = this.matches.length
    const at = stand ? this.matches.indexOf(stand) : -1
    if (at < 0) return this.matches[step > 0 ? 0 : count - 1]
    return this.matches[(at + step + count) % count]
  }

  #type(event: Event): void {
    this.words = (event.target as HTMLInputElement).value
    this.narrow()
  }

  #choose(zone: string): void {
    this.zone = this.zone === zone ? '' : zone
    this.narrow()
    this.#host.close()
    this.#host.zoned()
  }

  readonly #clear = (): void => {
    this.words = ''
    this.zone = ''
    this.narrow()
    this.#host.zoned()
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const { selected } = this.#host
    const at = selected ? this.matches.indexOf(selected) : -1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.matches.length - 1 }[event.key]
    const inInput = (event.target as Element).tagName === 'INPUT'
    if (to !== undefined && !(inInput && (event.key === 'Home' || event.key === 'End'))) {
      const next = this.matches[Math.max(0, to)]
      if (next) {
        event.preventDefault()
        this.#host.select(next)
      }
    } else if (event.key === 'Enter' && selected) this.#host.visit(selected)
    else if (event.key === 'Escape' && selected) this.#host.close()
  }

  readonly #more = (): void => {
    this.#shown += page
    this.#host.requestUpdate()
  }

  readonly #scrolled = (event: Event): void => {
    const list = event.target as HTMLElement
    if (this.#shown < this.matches.length && list.scrollTop + list.clientHeight > list.scrollHeight - 240) this.#more()
  }

  render(): TemplateResult {
    const host = this.#host
    const { plan } = host
    return html`<label class="find">
        <span class="sr">${host.t('map.find')}</span>
        <input
          type="search"
          .value=${this.words}
          placeholder=${host.t('map.find.hint')}
          @input=${(event: Event) => this.#type(event)}
          @keydown=${this.#keys}
        />
      </label>
      <div class="chips" role="group" aria-label=${host.t('map.zones')}>${plan ? this.#chips(plan) : nothing}</div>
      <div class="count">
        <span role="status">${plan ? this.#count(plan) : nothing}</span>
        ${this.matching ? html`<button class="link" @click=${this.#clear}>${host.t('map.clear')}</button>` : nothing}
      </div>
      ${plan ? this.#list(plan) : nothing}`
  }

  #count(plan: Plan): string {
    return this.matching
      ? this.#host.t('map.count.of', this.matches.length, plan.stands.length)
      : this.#host.t('map.count', plan.stands.length)
  }

  #chips(plan: Plan): TemplateResult[] {
    const { dark, locale } = this.#host
    return plan.zones
      .filter(zone => zone.id)
      .map(
        zone => html`<button
          aria-pressed=${zone.id === this.zone}
          style="--c:${zoneColours(zone.colour, dark).sign}"
          @click=${() => this.#choose(zone.id)}
        >
          <i></i>${say(zone.name, locale)}
        </button>`,
      )
  }

  #list(plan: Plan): TemplateResult {
    const host = this.#host
    if (this.matches.length === 0) {
      return html`<div class="none">
        <p>${host.t('map.none')}</p>
        <button class="btn" @click=${this.#clear}>${host.t('map.clear')}</button>
      </div>`
    }
    const rest = this.matches.length - this.#shown
    return html`<ul
        role="listbox"
        tabindex="0"
        aria-label=${host.t('map.list')}
        aria-activedescendant=${host.selected ? `o${host.selected.index}` : nothing}
        @keydown=${this.#keys}
        @scroll=${this.#scrolled}
      >
        ${this.matches.slice(0, this.#shown).map(stand => this.#row(plan, stand))}
      </ul>
      ${rest > 0
        ? html`<div class="more"><button class="link" @click=${this.#more}>${host.t('map.more', Math.min(rest, page))}</button></div>`
        : nothing}`
  }

  #row(plan: Plan, stand: Stand): TemplateResult {
    const { locale, dark, selected } = this.#host
    const zone = plan.zones[stand.zone]
    return html`<li
      role="option"
      id="o${stand.index}"
      aria-selected=${stand === selected}
      style="--c:${zone ? zoneColours(zone.colour, dark).stand : 'none'}"
      @click=${() => this.#host.select(stand)}
    >
      <code>${stand.code}</code>
      <span><b>${say(stand.name, locale)}</b><small>${[zone ? say(zone.name, locale) : '', say(stand.shows, locale)].filter(Boolean).join(' · ')}</small></span>
      ${stand.synthetic ? html`<span class="badge">${this.#host.t('map.synthetic')}</span>` : nothing}
    </li>`
  }
}
