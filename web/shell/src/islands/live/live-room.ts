import { PavilionElement, base, text } from '@pavilion/ui'
import { type TemplateResult, html, nothing } from 'lit'
import type { Flying } from './composer.ts'
import { houseWire } from './house-wire.ts'
import { calm, small } from './looks.ts'
import { grow, shrink } from './mini.ts'
import { Player } from './player.ts'
import { Replay } from './replay.ts'
import { roomStyle } from './room-style.ts'
import { type Change, type Room, newKey } from './room.ts'
import { hold, release } from './rooms.ts'
import { type LiveStage, clock } from './stage.ts'
import { type Words, wordsIn } from './words.ts'

/** A keyboard on the screen takes at least this much of its height. */
const keyboard = 140

/**
 * A live room: picture, conversation and what the server's page says about it. With `data-compact` the conversation
 * alone, for pages of booths and sessions: `<div data-island="LiveRoom" data-room="booth:b-032" data-compact></div>`.
 */
export class LiveRoom extends PavilionElement {
  static override styles = [base, roomStyle]
  static override properties = { room: { state: true }, tab: { state: true } }

  declare room: Room | undefined
  declare tab: 'chat' | 'about'

  #t: Words = wordsIn('zh')
  #player: Player | undefined
  #replay: Replay | undefined
  #leave: AbortController | undefined
  #begun = false

  constructor() {
    super()
    this.tab = 'chat'
  }

  get #compact(): boolean {
    return 'compact' in this.context
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#t = wordsIn(this.host.locale)
    this.#leave = new AbortController()
    const id = this.context['room'] ?? ''
    this.room = hold(id, houseWire)
    if (!this.#compact) this.#player = grow(id)
    this.#begun = this.#player !== undefined
    const off = this.room.hear(change => this.#changed(change))
    this.#leave.signal.addEventListener('abort', off)
    this.toggleAttribute('compact', this.#compact)
    this.#player?.addEventListener('change', () => this.#aligned(), { signal: this.#leave.signal })
    if (!this.#compact) this.#followKeyboard(this.#leave.signal)
    this.#show()
  }

  override disconnectedCallback(): void {
    const { room } = this
    const player = this.#player
    this.#player = undefined
    this.#leave?.abort()
    this.room = undefined
    if (room && player && !player.video.paused) shrink(room, player, this.host.locale)
    else {
      player?.close()
      if (room) release(room)
    }
    super.disconnectedCallback()
  }

  #changed(change: Change): void {
    if (change.what === 'room') {
      this.#show()
      this.requestUpdate()
    } else if (change.what === 'tick' && change.tick.viewers) this.requestUpdate()
  }

  /** Brings the player in line with the room's stream. */
  #show(): void {
    const stream = this.room?.state?.stream
    if (!stream || this.#compact) return
    if (!this.#player) {
      this.#player = new Player(this.#t('video-live'))
      this.#player.addEventListener('change', () => this.#aligned(), { signal: this.#leave?.signal as AbortSignal })
    }
    this.#player.show(stream)
    const saving = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData
    if (stream.state === 'live' && !this.#begun && !calm() && !saving) {
      this.#begun = true
      void this.#player.play()
    }
    if (stream.state === 'replay' && !this.#replay) this.#replay = new Replay(bucket => this.room?.bucket(bucket) ?? Promise.reject(new Error('left')))
  }

  /** The chat of a recording follows its picture. */
  #aligned(): void {
    const { room } = this
    const player = this.#player
    if (!room?.recorded || !this.#replay || !player) return
    const { jumped, messages, flights } = this.#replay.step(player.mediaMs)
    const stage = this.renderRoot.querySelector<LiveStage>('pv-live-stage')
    if (jumped) {
      room.replayed(messages, true)
      stage?.clear()
    } else if (messages.length > 0) room.replayed(messages, false)
    for (const flight of flights) stage?.fly(flight)
  }

  /** Where a keyboard covers the page, the room takes what is left of the window: picture on top, line to speak at its foot. */
  #followKeyboard(signal: AbortSignal): void {
    const view = globalThis.visualViewport
    if (!view) return
    const fit = (): void => {
      const open = small() && innerHeight - view.height > keyboard
      this.toggleAttribute('keyboard', open)
      this.style.setProperty('--view-top', `${view.offsetTop}px`)
      this.style.setProperty('--view-height', `${view.height}px`)
    }
    view.addEventListener('resize', fit, { signal })
    view.addEventListener('scroll', fit, { signal })
  }

  override render(): TemplateResult | typeof nothing {
    const { room } = this
    if (!room) return nothing
    if (room.problem && !room.state) return this.#missing(room)
    if (this.#compact) return html`<section class="talk" aria-label=${this.#t('chat')}>${this.#chat(room, false)}</section>`
    const stream = room.state?.stream
    return html`<div class=${stream ? 'room' : 'room talk-only'}>
      <div class="left">
        ${stream && this.#player
          ? html`<pv-live-stage .room=${room} .player=${this.#player} .t=${this.#t} .locale=${this.host.locale}></pv-live-stage>`
          : html`<div class="stage-place" ?hidden=${!this.context['stream']}></div>`}
        <div class="tabs" role="tablist" aria-label=${this.#title(room)} @keydown=${this.#tabKeys}>${this.#tab('chat')}${this.#tab('about')}</div>
        <div class=${this.tab === 'about' ? 'info shown' : 'info'} id="about">
          <div class="title"><slot name="title"></slot><slot name="facts"></slot></div>
          ${this.#chapters(room)}
          <slot name="about"></slot>
        </div>
      </div>
      <section class=${this.tab === 'chat' ? 'talk shown' : 'talk'} id="chat" aria-label=${this.#t('chat')}>${this.#chat(room, stream !== undefined && stream !== null)}</section>
    </div>`
  }

  #chat(room: Room, flies: boolean): TemplateResult {
    return html`<pv-live-chat .room=${room} .t=${this.#t} .locale=${this.host.locale} ?flies=${flies} @pv-fly=${this.#fly}></pv-live-chat>`
  }

  #missing(room: Room): TemplateResult {
    const gone = room.problem?.status === 404
    return html`<div class="missing">
      <slot name="title"></slot>
      <b>${this.#t(gone ? 'no-room' : 'room-away')}</b>
      ${gone ? html`<p>${this.#t('no-room-text')}</p>` : html`<button class="btn" type="button" @click=${() => void room.load()}>${this.#t('retry')}</button>`}
      <slot name="about"></slot>
    </div>`
  }

  #chapters(room: Room): TemplateResult | typeof nothing {
    const chapters = room.state?.stream?.chapters ?? []
    if (chapters.length === 0 || !room.recorded) return nothing
    return html`<div class="chapters" role="group" aria-label=${this.#t('chapters')}>
      ${chapters.map(
        chapter =>
          html`<button type="button" @click=${() => this.#seek(chapter.at)}><time>${clock(chapter.at / 1000)}</time>${text(chapter.title, this.host.locale)}</button>`,
      )}
    </div>`
  }

  #seek(ms: number): void {
    const player = this.#player
    if (!player) return
    const go = (): void => {
      player.video.currentTime = ms / 1000
    }
    if (player.video.readyState > 0) go()
    else player.video.addEventListener('loadedmetadata', go, { once: true })
    void player.play()
  }

  #title(room: Room): string {
    return room.state ? text(room.state.title, this.host.locale) : ''
  }

  #tab(name: 'chat' | 'about'): TemplateResult {
    const selected = this.tab === name
    return html`<button role="tab" type="button" aria-selected=${selected} aria-controls=${name} tabindex=${selected ? 0 : -1} @click=${() => (this.tab = name)}>
      ${this.#t(name)}${name === 'chat' && this.room && !this.room.recorded ? html` <span>${this.room.online.toLocaleString(this.host.locale)}</span>` : nothing}
    </button>`
  }

  readonly #tabKeys = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    this.tab = this.tab === 'chat' ? 'about' : 'chat'
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus())
  }

  /** One's own words are over the picture at once, before the server has them. */
  readonly #fly = (event: CustomEvent<Flying>): void => {
    const { text: said, colour } = event.detail
    this.renderRoot.querySelector<LiveStage>('pv-live-stage')?.fly({ id: newKey(), text: said, n: 1, colour: colour ?? null }, true)
  }
}
