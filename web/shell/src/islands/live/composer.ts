import { type Locale, base } from '@pavilion/ui'
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit'
import { composerStyle } from './chat-style.ts'
import { icon } from './icons.ts'
import type { Line } from './log.ts'
import { keep, recall } from './memory.ts'
import type { Room } from './room.ts'
import { refused } from './wire.ts'
import { type Words, reason } from './words.ts'

/** What a message sent here looks like over the picture. */
export interface Flying {
  readonly text: string
  readonly colour: string | undefined
}

export interface Context {
  readonly what: 'reply' | 'edit'
  readonly line: Line
}

/** The line to speak: what is typed is kept until it is sent, whatever happens to the page or the connection. */
export class LiveComposer extends LitElement {
  static override styles = [base, composerStyle]
  static override properties = {
    room: { attribute: false },
    t: { attribute: false },
    locale: {},
    flies: { type: Boolean },
    context: { state: true },
    naming: { state: true },
    trouble: { state: true },
    colour: { state: true },
    fly: { state: true },
    written: { state: true },
  }

  declare room: Room
  declare t: Words
  declare locale: Locale
  /** Whether messages can fly over a picture. */
  declare flies: boolean
  declare context: Context | undefined
  declare naming: boolean
  /** The code of the last refusal. */
  declare trouble: string
  declare colour: string
  declare fly: boolean
  /** Letters typed. */
  declare written: number

  #timer: ReturnType<typeof setInterval> | undefined
  #off: (() => void) | undefined

  constructor() {
    super()
    this.naming = false
    this.trouble = ''
    this.flies = false
    this.colour = ''
    this.fly = recall('local', 'fly') !== 'no'
    this.written = 0
  }

  get #input(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  get #draft(): string {
    return `draft-${this.room.id}`
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#off = this.room.hear(change => {
      if (change.what !== 'room' && change.what !== 'log') return
      this.#count()
      this.requestUpdate()
    })
  }

  override disconnectedCallback(): void {
    this.#off?.()
    clearInterval(this.#timer)
    this.#timer = undefined
    super.disconnectedCallback()
  }

  override updated(changed: PropertyValues): void {
    const input = this.#input
    if (input && !input.value && this.written === 0 && !changed.has('context')) this.#restore(input)
  }

  override focus(): void {
    this.#input?.focus({ preventScroll: true })
  }

  /** Answers a message, or changes one. */
  async begin(what: Context['what'], line: Line): Promise<void> {
    this.context = { what, line }
    await this.updateComplete
    const input = this.#input
    if (!input) return
    if (what === 'edit') this.#write(input, line.message.text)
    input.focus()
  }

  say(error: unknown): void {
    this.trouble = refused(error).code
  }

  override render(): TemplateResult | typeof nothing {
    const { room, t } = this
    const state = room.state
    if (!state || room.recorded) return nothing
    if (state.modes.audienceMuted && !state.me.moderator) return html`<p class="closed">${t('mode-muted')}</p>`
    if (!room.can('chat.send') && state.modes.membersOnly)
      return html`<p class="closed">${t('mode-members')} · <a href=${this.locale === 'en' ? '/en/sign-in' : '/sign-in'} data-full-load>${t('sign-in')}</a></p>`
    if (!room.can('chat.send')) return html`<p class="closed">${t(state.over ? 'over' : state.phase === 'scheduled' ? 'opens-later' : 'closed')}</p>`
    const waits = Math.ceil((room.slowUntil - Date.now()) / 1000)
    const editing = this.context?.what === 'edit'
    const slow = waits > 0 && !editing
    return html`<form @submit=${this.#submit}>
      ${this.#contextLine()} ${slow ? html`<p class="hint" role="timer">${t(waits > 120 ? 'wait-minutes' : 'slow', waits > 120 ? Math.ceil(waits / 60) : waits)}</p>` : nothing}
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
          @keydown=${this.#keys}
        ></textarea>
        <button class="btn primary" ?disabled=${slow || this.written === 0}>${editing ? t('save') : slow ? t('seconds', waits) : t('send')}</button>
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
    const { message } = context.line
    return html`<p class="context">
      ${icon(context.what === 'reply' ? 'reply' : 'pencil')}<b>${context.what === 'reply' ? this.t('replying-to', message.author.name) : this.t('editing')}</b
      ><span>${message.text}</span><button class="icon" type="button" aria-label=${this.t('cancel')} @click=${this.#leave}>${icon('close')}</button>
    </p>`
  }

  #nameButton(name: string): TemplateResult {
    const label = `${this.t('speaking-as', name)} · ${this.t('name-change')}`
    return html`<button class="chip name" type="button" aria-label=${label} title=${this.t('name-change')} @click=${this.#startNaming}><span>${name}</span>${icon('pencil')}</button>`
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
        ? html`<span class="colours" role="radiogroup" aria-label=${this.t('colour')}>${colours.map((colour, at) => this.#swatch(colour, at, colours[0]))}</span>`
        : nothing}`
  }

  #swatch(colour: string, at: number, first: string | undefined): TemplateResult {
    return html`<label style=${`--c:${colour}`}
      ><input
        type="radio"
        name="colour"
        aria-label=${`${this.t('colour')} ${at + 1}`}
        .checked=${colour === (this.colour || first)}
        @change=${() => (this.colour = colour)}
    /></label>`
  }

  readonly #typed = (): void => {
    const text = this.#input?.value ?? ''
    this.written = [...text.trim()].length
    this.trouble = ''
    if (this.context?.what !== 'edit') keep('session', this.#draft, text)
  }

  #write(input: HTMLTextAreaElement, text: string): void {
    input.value = text
    this.written = [...text.trim()].length
  }

  /** What was typed before a reload or another page. */
  #restore(input: HTMLTextAreaElement): void {
    const draft = this.context?.what === 'edit' ? undefined : recall('session', this.#draft)
    if (draft) this.#write(input, draft)
  }

  readonly #keys = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      this.renderRoot.querySelector('form')?.requestSubmit()
    } else if (event.key === 'Escape' && this.context) {
      this.#leave()
    } else if (event.key === 'ArrowUp' && !this.#input?.value) {
      const last = this.room.log.entries.findLast((entry): entry is Line => entry.kind === 'line' && this.room.editable(entry))
      if (!last) return
      event.preventDefault()
      void this.begin('edit', last)
    }
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    const input = this.#input
    const text = input?.value.trim()
    if (!input || !text) return
    const context = this.context
    if (context?.what === 'edit') {
      if (text !== context.line.message.text) void this.room.edit(context.line, text).catch((error: unknown) => this.say(error))
      this.#leave()
    } else if (Date.now() >= this.room.slowUntil) {
      this.#send(text, context?.line.key)
      this.#write(input, '')
      this.context = undefined
      keep('session', this.#draft, '')
    }
  }

  #send(text: string, replyTo: string | undefined): void {
    const flying = this.flies && this.fly
    const colour = this.colour || undefined
    this.dispatchEvent(new CustomEvent('pv-sent'))
    if (flying) this.dispatchEvent(new CustomEvent<Flying>('pv-fly', { detail: { text, colour }, bubbles: true, composed: true }))
    void this.room.send({
      text,
      ...(flying ? { lane: 'scroll' } : {}),
      ...(flying && colour ? { colour } : {}),
      ...(replyTo === undefined ? {} : { replyTo }),
    })
  }

  readonly #leave = (): void => {
    const input = this.#input
    if (input && this.context?.what === 'edit') this.#write(input, recall('session', this.#draft) ?? '')
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

  readonly #chooseFly = (event: Event): void => {
    this.fly = (event.target as HTMLInputElement).checked
    keep('local', 'fly', this.fly ? '' : 'no')
  }

  readonly #startNaming = async (): Promise<void> => {
    this.naming = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLInputElement>('.naming input')?.select()
  }

  readonly #nameKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      void this.#rename()
    } else if (event.key === 'Escape') this.naming = false
  }

  readonly #rename = async (): Promise<void> => {
    const name = this.renderRoot.querySelector<HTMLInputElement>('.naming input')?.value.trim()
    try {
      if (name && name !== this.room.state?.me.name) await this.room.rename(name)
      this.trouble = ''
      this.naming = false
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('.name')?.focus()
    } catch (error) {
      this.say(error)
    }
  }
}
