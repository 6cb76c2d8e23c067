import { PavilionElement, base, text } from '@pavilion/ui'
import { type TemplateResult, html, nothing } from 'lit'
import type { Flying } from './composer.ts'
import { houseWire } from './house-wire.ts'
import { calm, small } from './looks.ts'
import { grow, shrink } from './mini.ts'
import { Player } from './player.ts'
import { Replay } from './replay.ts'
import { roomStyle } from './room-style.ts'
import type { Change, Room } from './room.ts'
import { hold, release } from './rooms.ts'
import { atSite, choiceOf } from './sites.ts'
import { type LiveStage, clock } from './stage.ts'
import type { Stream } from './types.ts'
import { newKey } from './wire.ts'
import { type Words, wordsIn } from './words.ts'

/** A keyboard on the screen takes at least this much of its height. */
const keyboard = 140

const talks = ['chat', 'questions', 'polls'] as const
type Tab = (typeof talks)[number] | 'about'

/**
 * A live room: picture, conversation and what the server's page says about it. With `data-compact` the conversation
 * alone, for pages of booths and sessions: `<div data-island="LiveRoom" data-room="booth:b-032" data-compact></div>`.
 */
export class LiveRoom extends PavilionElement {
  static override styles = [base, roomStyle]
  static override properties = { room: { state: true }, tab: { state: true }, fresh: { state: true } }

  declare room: Room | undefined
  declare tab: Tab
  /** Tabs in which something has happened that the visitor has not seen. */
  declare fresh: readonly Tab[]

  #t: Words = wordsIn('zh')
  #player: Player | undefined
  #replay: Replay | undefined
  #leave: AbortController | undefined
  #begun = false
  #second: Player | undefined
  #site = 'main'
  #linked = false

  constructor() {
    super()
    this.tab = 'chat'
    this.fresh = []
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
    this.#second?.close()
    this.#second = undefined
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
    } else if (change.what === 'told') this.#told(change.name)
    else if (change.what === 'tick' && change.tick.viewers) this.requestUpdate()
  }

  /** What the stage shows is drawn here; the rest is its tab's, which gets a mark while it is not open. */
  #told(name: string): void {
    const tab = name === 'live.question-staged' ? 'questions' : name === 'live.poll-opened' || name === 'live.poll-round-started' ? 'polls' : undefined
    if (tab && tab !== this.tab && !this.fresh.includes(tab)) this.fresh = [...this.fresh, tab]
    this.requestUpdate()
  }

  #turn(tab: Tab): void {
    this.tab = tab
    this.fresh = this.fresh.filter(each => each !== tab)
    if (tab === 'questions' || tab === 'polls') void import('./asking.ts')
  }

  /** What the visitor can turn to besides what the page says about the room. */
  #parts(room: Room): readonly (typeof talks)[number][] {
    return talks.filter(part => part === 'chat' || room.state?.modules.includes(part))
  }

  /** Brings the player in line with the room's stream. */
  #show(): void {
    const stream = this.room?.state?.stream
    if (!stream || this.#compact) return
    if (!this.#player) {
      this.#player = new Player(this.#t('video-live'))
      this.#player.addEventListener('change', () => this.#aligned(), { signal: this.#leave?.signal as AbortSignal })
    }
    this.#player.show(atSite(stream, this.#site))
    this.#beside(stream)
    const saving = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData
    if (stream.state === 'live' && !this.#begun && !calm() && !saving) {
      this.#begun = true
      void this.#player.play()
    }
    if (stream.state === 'replay' && !this.#replay) this.#replay = new Replay(bucket => this.room?.bucket(bucket) ?? Promise.reject(new Error('left')))
    if (stream.state === 'replay') this.#follow(this.#player)
  }

  /** The other site stands small beside the one that is looked at; a phone has no place for it. */
  #beside(stream: Stream): void {
    const other = choiceOf(stream).find(each => each.site !== this.#site)
    if (!other || small()) {
      this.#second?.close()
      this.#second = undefined
      return
    }
    this.#second ??= new Player(text(other.label, this.host.locale))
    this.#second.show(atSite(stream, other.site))
    if (this.#player && !this.#player.video.paused && this.#second.video.paused) void this.#second.play()
  }

  readonly #swap = (): void => {
    const stream = this.room?.state?.stream
    const player = this.#player
    const other = choiceOf(stream).find(each => each.site !== this.#site)
    if (!stream || !player || !other) return
    const at = player.mediaMs
    this.#site = other.site
    this.#show()
    if (!player.live) player.seek(at)
    void player.play()
    this.requestUpdate()
  }

  /** A link may lead to a second of the recording. */
  #follow(player: Player): void {
    const seconds = Number(new URLSearchParams(location.search).get('t') ?? Number.NaN)
    if (this.#linked || !Number.isFinite(seconds)) return
    this.#linked = true
    player.seek(seconds * 1000)
    void player.play()
  }

  /** The chat of a recording follows its picture. */
  #aligned(): void {
    const { room } = this
    const player = this.#player
    if (!room?.recorded || !this.#replay || !player) return
    const beside = this.#second
    if (beside && Math.abs(beside.mediaMs - player.mediaMs) > 2500) beside.seek(player.mediaMs)
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
    if (this.#compact) return this.#talk(room, false)
    const stream = room.state?.stream
    return html`<div class=${stream ? 'room' : 'room talk-only'}>
      <div class="left">
        ${stream && this.#player
          ? html`<pv-live-stage .room=${room} .player=${this.#player} .second=${this.#second} .site=${this.#site} @pv-swap=${this.#swap} .t=${this.#t} .locale=${this.host.locale}></pv-live-stage>`
          : html`<div class="stage-place" ?hidden=${!this.context['stream']}></div>`}
        <div class="tabs" role="tablist" aria-label=${this.#title(room)} @keydown=${this.#tabKeys}>${[...this.#parts(room), 'about' as const].map(part => this.#tab(part))}</div>
        <div class=${this.tab === 'about' ? 'info shown' : 'info'} id="about">
          <div class="title"><slot name="title"></slot><slot name="facts"></slot>${room.can('chat.moderate') ? html`<p><a class="btn" href=${`${this.host.locale === 'en' ? '/en' : ''}/live/${room.id}/desk`} data-full-load>${this.#t('desk')}</a></p>` : nothing}</div>
          ${room.recorded && stream ? html`<pv-live-search .room=${room} .t=${this.#t} .locale=${this.host.locale} @pv-seek=${(event: CustomEvent<number>) => this.#seek(event.detail)}></pv-live-search>` : nothing}
          ${this.#chapters(room)}
          <slot name="about"></slot>
        </div>
      </div>
      ${this.#talk(room, stream !== undefined && stream !== null)}
    </div>`
  }

  #talk(room: Room, flies: boolean): TemplateResult {
    const parts = this.#parts(room)
    const part = this.tab === 'about' ? 'chat' : this.tab
    return html`<section class=${`talk${this.tab === 'about' ? '' : ' shown'}${parts.length > 1 ? ' many' : ''}`} id="talk" aria-label=${this.#t(parts.length > 1 ? 'talk' : 'chat')} @pv-seek=${(event: CustomEvent<number>) => this.#seek(event.detail)}>
      ${parts.length > 1 ? html`<div class="tabs parts" role="tablist" aria-label=${this.#t('talk')} @keydown=${this.#tabKeys}>${parts.map(each => this.#tab(each, part))}</div>` : nothing}
      ${this.#onStage(room, part)}
      <div class="part" ?hidden=${part !== 'chat'}>${this.#chat(room, flies)}</div>
      ${part === 'questions' ? html`<pv-live-questions class="part" .room=${room} .locale=${this.host.locale}></pv-live-questions>` : nothing}
      ${part === 'polls' ? html`<pv-live-polls class="part" .room=${room} .locale=${this.host.locale}></pv-live-polls>` : nothing}
    </section>`
  }

  /** The question on the stage and the poll before all others, above whatever one reads. */
  #onStage(room: Room, part: Tab): TemplateResult | typeof nothing {
    const question = room.shown.stage?.question
    const poll = room.shown.poll?.poll
    if (!question && (!poll || part === 'polls')) return nothing
    return html`<div class="onstage" role="status">
      ${question ? html`<p><b>${this.#t('on-stage')}</b><span dir="auto">${question.text}</span></p>` : nothing}
      ${poll && part !== 'polls'
        ? html`<p><b>${this.#t('poll-on')}</b><span>${text(poll.question, this.host.locale)}</span><button type="button" @click=${() => this.#turn('polls')}>${this.#t(poll.state === 'open' ? 'poll-go' : 'poll-results')}</button></p>`
        : nothing}
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
    player.seek(ms)
    void player.play()
  }

  #title(room: Room): string {
    return room.state ? text(room.state.title, this.host.locale) : ''
  }

  #tab(name: Tab, current: Tab = this.tab): TemplateResult {
    const selected = current === name
    return html`<button role="tab" type="button" data-tab=${name} aria-selected=${selected} aria-controls=${name === 'about' ? 'about' : 'talk'} tabindex=${selected ? 0 : -1} @click=${() => this.#turn(name)}>
      ${this.#t(name)}${name === 'chat' && this.room && !this.room.recorded ? html` <span>${this.room.online.toLocaleString(this.host.locale)}</span>` : nothing}${this.fresh.includes(name) ? html`<i aria-hidden="true"></i>` : nothing}
    </button>`
  }

  readonly #tabKeys = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const list = event.currentTarget as HTMLElement
    const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')]
    const at = tabs.findIndex(tab => tab.getAttribute('aria-selected') === 'true')
    const next = step && tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    this.#turn(next.dataset['tab'] as Tab)
    void this.updateComplete.then(() => next.focus())
  }

  /** One's own words are over the picture at once, before the server has them. */
  readonly #fly = (event: CustomEvent<Flying>): void => {
    const { text: said, colour } = event.detail
    this.renderRoot.querySelector<LiveStage>('pv-live-stage')?.fly({ id: newKey(), text: said, n: 1, colour: colour ?? null }, true)
  }
}
