import { type Locale, base } from '@pavilion/ui'
import { LitElement, type PropertyValues, type TemplateResult, html, nothing, render } from 'lit'
import { chatStyle } from './chat-style.ts'
import { type Icon, icon, reactionIcon } from './icons.ts'
import { type Entry, type Line, kept, keptReading } from './log.ts'
import { keep, recall } from './memory.ts'
import type { Change, Draft, Room } from './room.ts'
import { Rows } from './rows.ts'
import { Taps } from './taps.ts'
import { type Words, reactionName, reason } from './words.ts'
import { refused } from './wire.ts'

const nearEdge = 48
const nearTop = 240
const summaryEvery = 15_000
const slowSteps = [0, 5, 10, 30, 60]

/** What a message sent here looks like over the picture. */
export interface Flying {
  readonly text: string
  readonly colour: string | undefined
}

/** The conversation of a room: what was said, reactions, and the line to speak. */
export class LiveChat extends LitElement {
  static override styles = [base, chatStyle]
  static override properties = {
    room: { attribute: false },
    t: { attribute: false },
    locale: {},
    flies: { type: Boolean },
    unread: { state: true },
    context: { state: true },
    naming: { state: true },
    trouble: { state: true },
    summary: { state: true },
    colour: { state: true },
    fly: { state: true },
    written: { state: true },
  }

  declare room: Room
  declare t: Words
  declare locale: Locale
  /** Whether messages can fly over a picture. */
  declare flies: boolean
  declare unread: number
  declare context: { readonly what: 'reply' | 'edit'; readonly line: Line } | undefined
  declare naming: boolean
  /** A refusal of the last action, as code. */
  declare trouble: string
  declare summary: string
  declare colour: string
  declare fly: boolean
  declare written: number

  #rows: Rows | undefined
  #stuck = true
  #frame = 0
  #fetching = false
  #heard = 0
  #told = 0
  #shown: Readonly<Record<string, number>> = {}
  #tools: HTMLElement | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  #off: (() => void) | undefined
  #taps = new Taps((kind, n) => void this.room.react(kind, n).catch((error: unknown) => this.#say(error)))

  constructor() {
    super()
    this.unread = 0
    this.naming = false
    this.trouble = ''
    this.summary = ''
    this.flies = false
    this.colour = ''
    this.fly = recall('local', 'fly') !== 'no'
    this.written = 0
  }

  get #log(): HTMLElement {
    return this.renderRoot.querySelector('.log') as HTMLElement
  }

  get #input(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#off = this.room.hear(change => this.#changed(change))
    this.#shown = this.room.totals
    if (this.hasUpdated) this.#ask()
  }

  override disconnectedCallback(): void {
    this.#off?.()
    this.#taps.flush()
    cancelAnimationFrame(this.#frame)
    clearInterval(this.#timer)
    this.#frame = 0
    this.#timer = undefined
    super.disconnectedCallback()
  }

  override firstUpdated(): void {
    this.#rows = new Rows(this.#log, this.room, this.t, this.locale)
    this.#ask()
  }

  override updated(changed: PropertyValues): void {
    const input = this.#input
    if (input && !input.value && !changed.has('context')) this.#restore(input)
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
      const others = change.messages.filter(message => !this.room.mine(message)).length
      if (!this.#stuck) this.unread += change.messages.length
      this.#summarise(others)
    } else if (change.what === 'tick') {
      if (change.tick.reactions) this.#float()
      if (change.tick.viewers || change.tick.reactions) this.requestUpdate()
    } else {
      if (change.what === 'room') {
        this.#rows?.redraw()
        this.#count()
      }
      this.requestUpdate()
    }
    this.#ask()
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
    return html`${this.#head()} ${this.#banner()}
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
          @pointerover=${this.#hovered}
          @pointerleave=${() => this.#hold(undefined)}
          @focusin=${(event: FocusEvent) => this.#hold(event.target as Element)}
        ></div>
        ${state && room.log.entries.length === 0 ? html`<p class="nothing">${icon('fly')}${t(room.recorded ? 'empty-recorded' : 'empty')}</p>` : nothing}
        ${this.unread > 0 ? html`<button class="newer" type="button" @click=${this.#toEdge}>${icon('down')}${t('new', this.unread)}</button>` : nothing}
      </div>
      <p class="sr" role="status" aria-live="polite">${this.summary}</p>
      ${state?.modules.includes('reactions') && !room.recorded ? this.#reactions(state.modes.reactions) : nothing}
      ${this.#composer()}`
  }

  #head(): TemplateResult {
    const { room, t } = this
    const state = room.state
    return html`<header>
      <h2>${t('chat')}</h2>
      ${room.recorded ? nothing : html`<span class="online">${icon('people')}<span class="sr">${t('online', room.online)}</span><span aria-hidden="true">${room.online.toLocaleString(this.locale)}</span></span>`}
      ${state && state.modes.slowSeconds > 0 && !room.recorded ? html`<span class="slow">${t('slow-on', state.modes.slowSeconds)}</span>` : nothing}
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

  #reactions(kinds: readonly string[]): TemplateResult {
    return html`<div class="reactions" role="group" aria-label=${this.t('react')}>
      ${kinds.slice(0, 8).map(
        kind =>
          html`<button type="button" data-kind=${kind} ?disabled=${!this.room.can('reaction.send')} aria-label=${`${reactionName(this.t, kind)} ${this.room.totals[kind] ?? 0}`} @click=${() => this.#react(kind)}>
            ${reactionIcon(kind)}<span>${short(this.room.totals[kind] ?? 0, this.locale)}</span>
          </button>`,
      )}
    </div>`
  }

  #react(kind: string): void {
    this.#taps.tap(kind)
    this.#rise(kind, 1)
  }

  /** Counts of others rise over their button. */
  #float(): void {
    for (const [kind, total] of Object.entries(this.room.totals)) {
      const more = total - (this.#shown[kind] ?? 0)
      if (more > 0) this.#rise(kind, more)
    }
    this.#shown = this.room.totals
  }

  #rise(kind: string, n: number): void {
    if (document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const button = this.renderRoot.querySelector(`[data-kind="${CSS.escape(kind)}"]`)
    if (!button || button.querySelectorAll('.rise').length > 4) return
    const rising = document.createElement('i')
    rising.className = 'rise'
    rising.ariaHidden = 'true'
    rising.textContent = `+${n}`
    rising.addEventListener('animationend', () => rising.remove())
    button.append(rising)
  }

  #composer(): TemplateResult | typeof nothing {
    const { room, t } = this
    const state = room.state
    if (!state || room.recorded) return nothing
    if (!room.can('chat.send')) return html`<p class="closed">${t(state.phase === 'scheduled' ? 'opens-later' : 'closed')}</p>`
    const waits = Math.ceil((room.slowUntil - Date.now()) / 1000)
    const slow = waits > 0 && this.context?.what !== 'edit'
    return html`<form @submit=${this.#submit}>
      ${this.#contextLine()}
      ${slow ? html`<p class="hint" role="timer">${t('slow', waits)}</p>` : nothing}
      ${this.trouble ? html`<p class="hint bad" role="alert">${reason(t, this.trouble)}</p>` : nothing}
      <div class="line">
        <textarea
          rows="1"
          maxlength=${state.modes.maxChars}
          aria-label=${t('say')}
          placeholder=${t('say')}
          enterkeyhint="send"
          autocomplete="off"
          @input=${this.#typed}
          @keydown=${this.#inputKeys}
        ></textarea>
        <button class="btn primary" ?disabled=${slow || this.written === 0}>${this.context?.what === 'edit' ? t('save') : slow ? t('seconds', waits) : t('send')}</button>
      </div>
      <div class="under">
        ${this.naming ? this.#nameEditor(state.me.name) : this.#nameButton(state.me.name)} ${this.flies ? this.#flyChoice(state.modes.colours) : nothing}
        ${this.written > state.modes.maxChars * 0.8 ? html`<span class="count">${this.written}/${state.modes.maxChars}</span>` : nothing}
      </div>
    </form>`
  }

  #contextLine(): TemplateResult | typeof nothing {
    const context = this.context
    if (!context) return nothing
    const text = context.what === 'reply' ? this.t('replying-to', context.line.message.author.name) : this.t('editing')
    return html`<p class="context">${icon(context.what === 'reply' ? 'reply' : 'pencil')}<b>${text}</b><span>${context.line.message.text}</span
      ><button class="icon" type="button" aria-label=${this.t('cancel')} @click=${this.#leaveContext}>${icon('close')}</button></p>`
  }

  #nameButton(name: string): TemplateResult {
    return html`<button class="chip" type="button" data-name aria-label=${`${this.t('speaking-as', name)} · ${this.t('name-change')}`} @click=${this.#startNaming}>
      ${name}${icon('pencil')}
    </button>`
  }

  #nameEditor(name: string): TemplateResult {
    return html`<span class="naming" @keydown=${this.#nameKeys}>
      <input aria-label=${this.t('name')} title=${this.t('name-hint')} .value=${name} minlength="2" maxlength="24" />
      <button class="btn" type="button" @click=${this.#rename}>${this.t('save')}</button>
    </span>`
  }

  #flyChoice(colours: readonly string[]): TemplateResult {
    return html`<label class="chip check"><input type="checkbox" .checked=${this.fly} @change=${this.#chooseFly} />${this.t('fly-send')}</label>
      ${this.fly && colours.length > 1
        ? html`<span class="colours" role="radiogroup" aria-label=${this.t('fly')}>
            ${colours.map(
              colour =>
                html`<label style=${`--c:${colour}`}><input type="radio" name="colour" aria-label=${colour} .checked=${colour === (this.colour || colours[0])} @change=${() => (this.colour = colour)} /></label>`,
            )}
          </span>`
        : nothing}`
  }

  // --- speaking

  #typed = (): void => {
    const text = this.#input?.value ?? ''
    this.written = [...text.trim()].length
    this.trouble = ''
    if (this.context?.what !== 'edit') keep('session', `draft-${this.room.id}`, text)
  }

  /** What was typed before a reload or another page. */
  #restore(input: HTMLTextAreaElement): void {
    const draft = recall('session', `draft-${this.room.id}`)
    if (!draft || this.context?.what === 'edit') return
    input.value = draft
    this.written = [...draft.trim()].length
  }

  #inputKeys = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      this.renderRoot.querySelector('form')?.requestSubmit()
    } else if (event.key === 'Escape' && this.context) {
      this.#leaveContext()
    } else if (event.key === 'ArrowUp' && !this.#input?.value) {
      const last = this.room.log.entries.findLast((entry): entry is Line => entry.kind === 'line' && this.#editable(entry))
      if (last) {
        event.preventDefault()
        void this.#begin('edit', last)
      }
    }
  }

  #submit = (event: Event): void => {
    event.preventDefault()
    const input = this.#input
    const text = input?.value.trim()
    if (!input || !text) return
    const context = this.context
    if (context?.what === 'edit') {
      if (text !== context.line.message.text) void this.room.edit(context.line, text).catch((error: unknown) => this.#say(error))
      this.#leaveContext()
      return
    }
    if (Date.now() < this.room.slowUntil) return
    const flying = this.flies && this.fly
    const colour = this.colour || undefined
    const draft: Draft = {
      text,
      ...(flying ? { lane: 'scroll' } : {}),
      ...(flying && colour ? { colour } : {}),
      ...(context ? { replyTo: context.line.key } : {}),
    }
    this.#clear(input)
    this.context = undefined
    this.#stuck = true
    if (!this.room.log.atEdge) void this.#toEdge()
    if (flying) this.dispatchEvent(new CustomEvent<Flying>('pv-fly', { detail: { text, colour } }))
    void this.room.send(draft)
  }

  #clear(input: HTMLTextAreaElement): void {
    input.value = ''
    this.written = 0
    keep('session', `draft-${this.room.id}`, '')
  }

  async #begin(what: 'reply' | 'edit', line: Line): Promise<void> {
    this.context = { what, line }
    await this.updateComplete
    const input = this.#input
    if (!input) return
    if (what === 'edit') input.value = line.message.text
    this.written = [...input.value.trim()].length
    input.focus()
  }

  #leaveContext = (): void => {
    const input = this.#input
    if (input && this.context?.what === 'edit') {
      input.value = recall('session', `draft-${this.room.id}`) ?? ''
      this.written = [...input.value.trim()].length
    }
    this.context = undefined
    input?.focus()
  }

  /** Draws the seconds of slow mode while there are some left. */
  #count(): void {
    if (this.#timer || this.room.slowUntil <= Date.now()) return
    this.#timer = setInterval(() => {
      this.requestUpdate()
      if (this.room.slowUntil > Date.now()) return
      clearInterval(this.#timer)
      this.#timer = undefined
    }, 250)
  }

  #chooseFly = (event: Event): void => {
    this.fly = (event.target as HTMLInputElement).checked
    keep('local', 'fly', this.fly ? '' : 'no')
  }

  #startNaming = (): void => {
    this.naming = true
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('.naming input')?.select())
  }

  #nameKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      void this.#rename()
    } else if (event.key === 'Escape') this.naming = false
  }

  #rename = async (): Promise<void> => {
    const name = this.renderRoot.querySelector<HTMLInputElement>('.naming input')?.value.trim()
    try {
      if (name && name !== this.room.state?.me.name) await this.room.rename(name)
      this.naming = false
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('[data-name]')?.focus()
    } catch (error) {
      this.#say(error)
    }
  }

  #say(error: unknown): void {
    this.trouble = refused(error).code
  }

  // --- reading

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
    this.#input?.focus({ preventScroll: true })
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
      const hole = this.room.log.entries.find((entry): entry is Extract<Entry, { kind: 'hole' }> => entry.kind === 'hole' && entry.key === key)
      if (hole) void this.room.fill(hole).catch((error: unknown) => this.#say(error))
    } else if (line) {
      const act = target.closest<HTMLElement>('[data-act]')?.dataset['act']
      if (act) this.#act(act, line)
      else this.#hold(target)
    }
  }

  #act(act: string, line: Line): void {
    if (act === 'again') void this.room.again(line)
    else if (act === 'discard') this.room.discard(line)
    else if (act === 'reply' || act === 'edit') void this.#begin(act, line)
    else if (act === 'sure') this.#fillTools(line, true)
    else if (act === 'keep') this.#fillTools(line, false)
    else if (act === 'remove') {
      this.#hold(undefined)
      void this.room.remove(line).catch((error: unknown) => this.#say(error))
      this.#log.focus({ preventScroll: true })
    }
  }

  #hovered = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.#hold(event.target as Element)
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
    this.#fillTools(line, false)
    if (this.#tools.childElementCount > 0) row.append(this.#tools)
  }

  #fillTools(line: Line, sure: boolean): void {
    if (!this.#tools) return
    render(
      sure
        ? html`<span>${this.t('remove-sure')}</span><button class="link" type="button" data-act="remove">${this.t('remove')}</button
            ><button class="link quiet" type="button" data-act="keep">${this.t('keep')}</button>`
        : html`${this.room.can('chat.send') ? tool('reply', 'reply', this.t('reply')) : nothing} ${this.#editable(line) ? tool('edit', 'pencil', this.t('edit')) : nothing}
          ${this.#removable(line) ? tool('sure', 'bin', this.t('remove')) : nothing}`,
      this.#tools,
    )
    if (sure) this.#tools.querySelector<HTMLElement>('[data-act=remove]')?.focus()
  }

  #editable(line: Line): boolean {
    const seconds = this.room.state?.modes.editSeconds ?? 0
    return line.state === 'shown' && this.room.mine(line.message) && this.room.can('chat.send') && Date.now() - Date.parse(line.message.at) < seconds * 1000
  }

  #removable(line: Line): boolean {
    return line.state === 'shown' && (this.room.mine(line.message) || this.room.state?.me.moderator === true)
  }

  #logKeys = (event: KeyboardEvent): void => {
    const rows = [...this.#log.children] as HTMLElement[]
    const at = rows.findIndex(row => row.matches(':focus-within'))
    const next = { ArrowUp: at < 0 ? rows.length - 1 : at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Escape') this.#input?.focus()
    if (next === undefined || (at < 0 && event.key !== 'ArrowUp')) return
    event.preventDefault()
    rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus()
  }
}

const short = (count: number, locale: Locale): string =>
  count === 0 ? '' : new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count)

const tool = (act: string, name: Icon, label: string): TemplateResult =>
  html`<button class="icon" type="button" data-act=${act} aria-label=${label} title=${label}>${icon(name)}</button>`
