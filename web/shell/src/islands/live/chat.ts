import { type Locale, base } from '@pavilion/ui'
import { LitElement, type TemplateResult, html, nothing, render } from 'lit'
import { chatStyle } from './chat-style.ts'
import type { LiveComposer } from './composer.ts'
import { type Icon, icon } from './icons.ts'
import { type Line, kept, keptReading } from './log.ts'
import type { Change, Room } from './room.ts'
import { Rows } from './rows.ts'
import type { Words } from './words.ts'

const nearEdge = 48
const nearTop = 240
const summaryEvery = 15_000
const slowSteps = [0, 5, 10, 30, 60]
const limits = [10, 60, 1440] as const
const aDay = 1440
const reports = ['spam', 'abuse', 'private', 'other'] as const
const quotedWhy = 80

/** The conversation of a room: what was said, reactions, and the line to speak. */
export class LiveChat extends LitElement {
  static override styles = [base, chatStyle]
  static override properties = {
    room: { attribute: false },
    t: { attribute: false },
    locale: {},
    flies: { type: Boolean },
    unread: { state: true },
    summary: { state: true },
  }

  declare room: Room
  declare t: Words
  declare locale: Locale
  /** Whether messages can fly over a picture. */
  declare flies: boolean
  declare unread: number
  declare summary: string

  #rows: Rows | undefined
  #stuck = true
  #frame = 0
  #fetching = false
  #heard = 0
  #told = 0
  #tools: HTMLElement | undefined
  #off: (() => void) | undefined

  constructor() {
    super()
    this.unread = 0
    this.summary = ''
    this.flies = false
  }

  get #log(): HTMLElement {
    return this.renderRoot.querySelector('.log') as HTMLElement
  }

  get #composer(): LiveComposer | null {
    return this.renderRoot.querySelector('pv-live-composer')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#off = this.room.hear(change => this.#changed(change))
    if (this.hasUpdated) this.#ask()
  }

  override disconnectedCallback(): void {
    this.#off?.()
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    super.disconnectedCallback()
  }

  override firstUpdated(): void {
    this.#rows = new Rows(this.#log, this.room, this.t, this.locale)
    // The log gives way to what grows below it; its end stays in sight.
    new ResizeObserver(() => this.#stuck && (this.#log.scrollTop = this.#log.scrollHeight)).observe(this.#log)
    this.#ask()
  }

  /** One write to the page a frame, however much is said. */
  #ask(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#draw()
    })
  }

  #draw(): void {
    const log = this.#log
    const anchor = this.#stuck ? undefined : [...log.children].find(row => (row as HTMLElement).offsetTop + (row as HTMLElement).offsetHeight > log.scrollTop)
    const offset = anchor ? (anchor as HTMLElement).offsetTop - log.scrollTop : 0
    this.#rows?.draw()
    if (this.#stuck) log.scrollTop = log.scrollHeight
    else if (anchor?.isConnected) log.scrollTop = (anchor as HTMLElement).offsetTop - offset
  }

  #changed(change: Change): void {
    if (change.what === 'said') {
      if (!this.#stuck) this.unread += change.messages.length
      this.#summarise(change.messages.filter(message => !this.room.mine(message)).length)
    } else if (change.what === 'room') {
      this.#rows?.redraw()
    }
    if (change.what !== 'tick' || change.tick.viewers) this.requestUpdate()
    if (change.what !== 'tick') this.#ask()
  }

  /** The log itself is silent for screen readers; now and then they hear how much came. */
  #summarise(others: number): void {
    this.#heard += others
    if (this.#heard === 0 || performance.now() - this.#told < summaryEvery) return
    this.#told = performance.now()
    this.summary = this.t('new', this.#heard)
    this.#heard = 0
  }

  override render(): TemplateResult {
    const { room, t } = this
    const state = room.state
    return html`${this.#head()} ${this.#banner()} ${this.#above()}
      <div class="log-box">
        <div
          class="log"
          role="log"
          aria-live="off"
          aria-label=${t(room.recorded ? 'log-recorded' : 'log')}
          tabindex="0"
          @scroll=${this.#scrolled}
          @keydown=${this.#logKeys}
          @click=${this.#clicked}
          @pointermove=${this.#hovered}
          @pointerleave=${() => this.#hold(undefined)}
          @focusin=${(event: FocusEvent) => this.#hold(event.target as Element)}
        ></div>
        ${state && room.log.entries.length === 0 ? html`<p class="nothing">${icon('fly')}${t(room.recorded ? 'empty-recorded' : 'empty')}</p>` : nothing}
        ${this.unread > 0 ? html`<button class="newer" type="button" @click=${this.#toEdge}>${icon('down')}${t('new', this.unread)}</button>` : nothing}
      </div>
      <p class="sr" role="status" aria-live="polite">${this.summary}</p>
      ${state?.modules.includes('reactions') && !room.recorded
        ? html`<pv-live-reactions .room=${room} .t=${t} @pv-trouble=${(event: CustomEvent) => this.#say(event.detail)}></pv-live-reactions>`
        : nothing}
      <pv-live-composer .room=${room} .t=${t} .locale=${this.locale} ?flies=${this.flies} @pv-sent=${this.#sent}></pv-live-composer>`
  }

  #head(): TemplateResult {
    const { room, t } = this
    const state = room.state
    return html`<header>
      <h2>${t('chat')}</h2>
      ${room.recorded ? nothing : html`<span class="online">${icon('people')}<span class="sr">${t('online', room.online)}</span><span aria-hidden="true">${room.online.toLocaleString(this.locale)}</span></span>`}
      ${state && state.modes.slowSeconds > 0 && !room.recorded && !room.can('room.modes') ? html`<span class="slow">${t('slow-on', state.modes.slowSeconds)}</span>` : nothing}
      ${room.can('room.modes') && !room.recorded
        ? html`<label class="modes"><span class="sr">${t('slow-set')}</span>
            <select @change=${(event: Event) => void this.room.slow(Number((event.target as HTMLSelectElement).value)).catch((error: unknown) => this.#say(error))}>
              ${slowSteps.map(seconds => html`<option value=${seconds} ?selected=${seconds === state?.modes.slowSeconds}>${seconds ? t('slow-on', seconds) : t('slow-off')}</option>`)}
            </select></label>`
        : nothing}
    </header>`
  }

  #banner(): TemplateResult | typeof nothing {
    const { line } = this.room
    if (line !== 'reconnecting' && line !== 'offline') return nothing
    return html`<p class="banner" role="status">${this.t(line)}</p>`
  }

  /** What the host's team tells everybody, what it pinned, and how the room talks now. */
  #above(): TemplateResult | typeof nothing {
    const { room, t } = this
    if (room.recorded || !room.state) return nothing
    const notice = room.notice && Date.parse(room.notice.showUntil) > Date.now() ? room.notice : undefined
    const { modes } = room.state
    const on = [
      modes.lockedUntil && t('mode-locked'),
      modes.audienceMuted && t('mode-muted'),
      modes.membersOnly && t('mode-members'),
      modes.emojiOnly && t('mode-emoji'),
      modes.linksOff && t('mode-links'),
      modes.delaySeconds ? t('mode-delay', modes.delaySeconds) : '',
      modes.establishedMinutes ? t('mode-established', modes.establishedMinutes) : '',
    ].filter(Boolean)
    return html`${notice ? html`<p class="notice" role="status"><b>${t('notice')}</b> ${notice.text}</p>` : nothing}
      ${room.pins.length > 0
        ? html`<details class="pins">
            <summary>${icon('pin')}<b>${t('pinned', room.pins.length)}</b><span>${room.pins[0]?.text}</span></summary>
            <ul>
              ${room.pins.map(pin => html`<li><b>${pin.author.name}</b> ${pin.text}</li>`)}
            </ul>
          </details>`
        : nothing}
      ${on.length > 0 ? html`<p class="how" role="status">${on.map(mode => html`<span>${mode}</span>`)}</p>` : nothing}`
  }

  /** One's own words are to be seen. */
  readonly #sent = (): void => {
    this.#stuck = true
    if (!this.room.log.atEdge) void this.#toEdge()
  }

  #say(error: unknown): void {
    this.#composer?.say(error)
  }

  #scrolled = (): void => {
    const log = this.#log
    this.#stuck = log.scrollHeight - log.scrollTop - log.clientHeight < nearEdge && this.room.log.atEdge
    this.room.most = this.#stuck ? kept : keptReading
    if (this.#stuck) this.unread = 0
    if (log.scrollTop < nearTop && this.room.log.more && !this.#stuck) void this.#older()
  }

  async #older(): Promise<void> {
    if (this.#fetching) return
    this.#fetching = true
    try {
      await this.room.older()
    } catch (error) {
      this.#say(error)
    } finally {
      this.#fetching = false
    }
  }

  #toEdge = async (): Promise<void> => {
    this.#stuck = true
    this.unread = 0
    await this.room.toEdge().catch((error: unknown) => this.#say(error))
    this.#ask()
    this.#composer?.focus()
  }

  #clicked = (event: Event): void => {
    const target = event.target as Element
    const line = this.#rows?.line(target)
    const quote = target.closest<HTMLElement>('[data-to]')?.dataset['to']
    if (quote !== undefined) {
      const row = this.#rows?.element(quote)
      row?.scrollIntoView({ block: 'center' })
      row?.focus({ preventScroll: true })
    } else if (target.closest('[data-hole]')) {
      const key = target.closest<HTMLElement>('.hole')?.dataset['key']
      const hole = this.room.log.entries.find(entry => entry.key === key)
      if (hole?.kind === 'hole') void this.room.fill(hole).catch((error: unknown) => this.#say(error))
    } else if (line) {
      const act = target.closest<HTMLElement>('[data-act]')?.dataset['act']
      if (act) this.#act(act, line)
      else this.#hold(target)
    }
  }

  #act(act: string, line: Line): void {
    if (act === 'again') void this.room.again(line)
    else if (act === 'discard') this.room.discard(line)
    else if (act === 'reply' || act === 'edit') void this.#composer?.begin(act, line)
    else if (act === 'sure' || act === 'limit' || act === 'report' || act === 'mark') this.#fillTools(line, act)
    else if (act === 'mute') this.room.mute(line)
    else if (act === 'keep') this.#fillTools(line)
    else if (act.startsWith('mark-')) void this.room.mark(line, act.slice('mark-'.length)).catch((error: unknown) => this.#say(error))
    else if (act.startsWith('report-')) this.#report(line, act.slice('report-'.length))
    else if (act.startsWith('limit-')) this.#limit(line, Number(act.slice('limit-'.length)))
    else if (act === 'remove') {
      this.#hold(undefined)
      void this.room.remove(line).catch((error: unknown) => this.#say(error))
      this.#log.focus({ preventScroll: true })
    }
  }

  #limit(line: Line, minutes: number): void {
    const why = this.t('limit-why', [...line.message.text].slice(0, quotedWhy).join(''))
    this.#hold(undefined)
    this.#log.focus({ preventScroll: true })
    void this.room.limit(line, minutes < aDay ? 'timeout' : 'ban', minutes, why).then(
      () => (this.summary = this.t('limit-done')),
      (error: unknown) => this.#say(error),
    )
  }

  #report(line: Line, why: string): void {
    this.#hold(undefined)
    this.#log.focus({ preventScroll: true })
    void this.room.report(line, why).then(
      () => (this.summary = this.t('report-done')),
      (error: unknown) => this.#say(error),
    )
  }

  #hovered = (event: PointerEvent): void => {
    // Rows that move below a mouse at rest take nothing from the one that has the focus.
    if (event.pointerType === 'mouse' && (event.movementX || event.movementY)) this.#hold(event.target as Element)
  }

  /** The tools of one message stand in its row: there is one set for all. */
  #hold(target: Element | undefined): void {
    const row = target?.closest<HTMLElement>('.msg')
    if (this.#tools && row?.contains(this.#tools)) return
    if (!row && this.#tools?.matches(':focus-within')) return
    this.#tools?.remove()
    this.#tools = undefined
    const line = this.#rows?.line(row ?? null)
    if (!row || line?.state !== 'shown') return
    this.#tools = document.createElement('div')
    this.#tools.className = 'tools'
    this.#fillTools(line)
    if (this.#tools.childElementCount > 0) row.append(this.#tools)
  }

  #fillTools(line: Line, asks?: 'sure' | 'limit' | 'report' | 'mark'): void {
    if (!this.#tools) return
    render(
      asks === 'mark'
        ? html`${this.room.state?.modes.marks?.map(kind => html`<button class="icon" type="button" data-act=${`mark-${kind}`} aria-label=${kind}>${kind}</button>`)}`
        : asks === 'report'
        ? html`<span>${this.t('report-sure')}</span>${reports.map(
            why => html`<button class="link" type="button" data-act=${`report-${why}`}>${this.t(`report-${why}`)}</button>`,
          )}<button class="link quiet" type="button" data-act="mute">${this.t('mute-person')}</button
            ><button class="link quiet" type="button" data-act="keep">${this.t('cancel')}</button>`
        : asks === 'limit'
        ? html`<span>${this.t('limit-sure')}</span>${limits.map(
            minutes => html`<button class="link" type="button" data-act=${`limit-${minutes}`}>${this.t(`limit-${minutes}`)}</button>`,
          )}<button class="link quiet" type="button" data-act="keep">${this.t('cancel')}</button>`
        : asks === 'sure'
        ? html`<span>${this.t('remove-sure')}</span><button class="link" type="button" data-act="remove">${this.t('remove')}</button
            ><button class="link quiet" type="button" data-act="keep">${this.t('keep')}</button>`
        : html`${this.room.can('reaction.send') && this.room.state?.modes.marks ? tool('mark', 'laugh', this.t('mark')) : nothing} ${this.room.can('chat.send') ? tool('reply', 'reply', this.t('reply')) : nothing} ${this.room.editable(line) ? tool('edit', 'pencil', this.t('edit')) : nothing}
          ${this.room.removable(line) ? tool('sure', 'bin', this.t('remove')) : nothing} ${this.room.limitable(line) ? tool('limit', 'stop', this.t('limit')) : nothing}
          ${this.room.reportable(line) ? tool('report', 'flag', this.t('report')) : nothing}`,
      this.#tools,
    )
    if (asks) this.#tools.querySelector<HTMLElement>('button')?.focus()
  }

  #logKeys = (event: KeyboardEvent): void => {
    const rows = [...this.#log.children] as HTMLElement[]
    const at = rows.findIndex(row => row.matches(':focus-within'))
    const next = { ArrowUp: at < 0 ? rows.length - 1 : at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Escape') this.#composer?.focus()
    if (next === undefined || (at < 0 && event.key !== 'ArrowUp')) return
    event.preventDefault()
    rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus()
  }
}

const tool = (act: string, name: Icon, label: string): TemplateResult =>
  html`<button class="icon" type="button" data-act=${act} aria-label=${label} title=${label}>${icon(name)}</button>`
