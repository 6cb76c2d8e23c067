import { type Locale, base, text } from '@pavilion/ui'
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit'
import { Danmaku, type Looks } from './danmaku.ts'
import { type Icon, icon } from './icons.ts'
import { type Choice, calm, choices, rememberLooks, rememberedLooks } from './looks.ts'
import type { Player } from './player.ts'
import { choiceOf } from './sites.ts'
import type { Change, Room } from './room.ts'
import { stageStyle } from './stage-style.ts'
import type { Flight } from './types.ts'
import type { Word, Words } from './words.ts'

const idleMs = 3000
const stillRows = 4
const stillMs = 1000
const speeds = [0.75, 1, 1.25, 1.5, 2]

/** The picture with its controls, and what flies over it. */
export class LiveStage extends LitElement {
  static override styles = [base, stageStyle]
  static override properties = {
    room: { attribute: false },
    player: { attribute: false },
    second: { attribute: false },
    site: {},
    language: { state: true },
    t: { attribute: false },
    locale: {},
    looks: { state: true },
    menu: { state: true },
    idle: { type: Boolean, reflect: true },
    still: { state: true },
  }

  declare room: Room
  declare player: Player
  declare second: Player | undefined
  declare site: string
  /** Of the captions; empty for none. */
  declare language: string
  declare t: Words
  declare locale: Locale
  declare looks: Looks
  declare menu: '' | 'play' | 'fly'
  declare idle: boolean
  /** The last texts, standing, for those who asked for less motion. */
  declare still: readonly Flight[]

  #danmaku: Danmaku | undefined
  #leave: AbortController | undefined
  #resting: ReturnType<typeof setTimeout> | undefined
  #clock: ReturnType<typeof setInterval> | undefined
  #lastStill = 0
  #woken = false

  constructor() {
    super()
    this.looks = rememberedLooks()
    this.menu = ''
    this.language = ''
    this.site = 'main'
    this.idle = false
    this.still = []
  }

  get #canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas')
  }

  get #stage(): HTMLElement {
    return this.renderRoot.querySelector('.stage') as HTMLElement
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leave = new AbortController()
    const { signal } = this.#leave
    const off = this.room.hear(change => this.#changed(change))
    signal.addEventListener('abort', off)
    this.player.addEventListener('change', () => this.requestUpdate(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && this.#danmaku?.clear(), { signal })
    document.addEventListener('pointerdown', event => this.menu && !event.composedPath().includes(this) && (this.menu = ''), { signal })
    this.#clock = setInterval(() => this.requestUpdate(), 1000)
    if (this.hasUpdated) this.#arrive()
  }

  override disconnectedCallback(): void {
    this.#leave?.abort()
    clearInterval(this.#clock)
    clearTimeout(this.#resting)
    this.#danmaku?.clear()
    super.disconnectedCallback()
  }

  override firstUpdated(): void {
    this.#arrive()
  }

  /** The picture comes here, from wherever it stood. */
  #arrive(): void {
    this.renderRoot.querySelector('.picture')?.append(this.player.video)
    const canvas = this.#canvas
    if (!canvas) return
    this.#danmaku ??= new Danmaku(canvas)
    this.#danmaku.looks = this.looks
    const resized = new ResizeObserver(() => this.#danmaku?.resize())
    resized.observe(canvas)
    this.#leave?.signal.addEventListener('abort', () => resized.disconnect())
  }

  override updated(changed: PropertyValues): void {
    const { second } = this
    if (second && !second.video.isConnected) this.renderRoot.querySelector('.second')?.prepend(second.video)
    if (changed.has('looks') && this.#danmaku) this.#danmaku.looks = this.looks
  }

  #changed(change: Change): void {
    if (change.what === 'tick') {
      const me = this.room.state?.me.id
      for (const flight of change.tick.danmaku ?? []) if (flight.author !== me || flight.n > 1) this.fly(flight)
    }
    if (change.what === 'room' || change.what === 'tick') this.requestUpdate()
  }

  fly(flight: Flight, own = false): void {
    if (!this.looks.on || (!own && this.room.mutes.hides(flight.text, flight.author))) return
    if (!calm()) this.#danmaku?.push(flight, own)
    else if (own || performance.now() - this.#lastStill > stillMs) {
      this.#lastStill = performance.now()
      this.still = [...this.still.filter(each => each.id !== flight.id), flight].slice(-stillRows)
    }
  }

  clear(): void {
    this.#danmaku?.clear()
    this.still = []
  }

  override render(): TemplateResult {
    const { player, t } = this
    return html`<div class="stage" @pointermove=${this.#wake} @pointerdown=${this.#touched} @focusin=${this.#wake} @keydown=${this.#keys}>
      <div class=${player.audioOnly ? 'picture hidden' : 'picture'} @click=${this.#pressed}></div>
      <canvas aria-hidden="true" ?hidden=${calm() || !this.looks.on}></canvas>
      ${calm() && this.looks.on && this.still.length > 0
        ? html`<ol class="still" aria-hidden="true">${this.still.map(each => html`<li>${each.text}${each.n > 1 ? ` ×${each.n}` : ''}</li>`)}</ol>`
        : nothing}
      ${this.#cover()} ${this.#badges()} ${this.#beside()} ${this.#caption()}
      ${player.loading && !player.broken ? html`<span class="spin" aria-hidden="true"></span>` : nothing}
      ${player.video.muted && !player.video.paused && !player.broken ? html`<button class="sound" type="button" @click=${this.#unmute}>${icon('muted')}${t('unmute')}</button>` : nothing}
      ${this.#bar()} ${this.menu ? this.#menu() : nothing}
    </div>`
  }

  // --- what is on

  #badges(): TemplateResult {
    const { room, player, t } = this
    const phase = room.state?.phase ?? 'scheduled'
    const behind = player.latency
    return html`<div class="badges">
      <span class=${phase === 'live' ? 'on' : ''}>${phase === 'live' ? html`<i></i>` : nothing}${t(phase)}</span>
      ${room.recorded ? nothing : html`<span>${t('online', room.online.toLocaleString(this.locale))}</span>`}
      ${choiceOf(room.state?.stream).filter(each => each.state === 'lost' && each.site !== this.site).map(each => html`<span role="status">${t('site-lost', text(each.label, this.locale))}</span>`)}
      ${behind === undefined || player.video.paused ? nothing : html`<span class="behind">${t('behind', Math.round(behind))}</span>`}
    </div>`
  }

  /** The other site, small. */
  #beside(): TemplateResult | typeof nothing {
    if (!this.second) return nothing
    const other = choiceOf(this.room.state?.stream).find(each => each.site !== this.site)
    return html`<button class="second" type="button" aria-label=${`${this.t('site-swap')}${other ? ` · ${text(other.label, this.locale)}` : ''}`} @click=${this.#swap}>
      <span>${other ? text(other.label, this.locale) : ''}</span>
    </button>`
  }

  /** What is being said, while nobody has made a track of it yet. */
  #caption(): TemplateResult | typeof nothing {
    const cue = this.player.live ? this.room.captions.get(this.language) : undefined
    return cue && cue.until > Date.now() ? html`<p class="caption" lang=${cue.language} aria-live="off"><span>${cue.text}</span></p>` : nothing
  }

  /** Languages in which captions can be shown now. */
  get #languages(): readonly string[] {
    return this.player.live ? [...this.room.captions.keys()] : this.player.captions.map(track => track.language)
  }

  readonly #swap = (): void => {
    this.dispatchEvent(new CustomEvent('pv-swap', { bubbles: true, composed: true }))
  }

  #speak(language: string): void {
    this.language = language
    for (const track of this.player.captions) track.mode = track.language === language ? 'showing' : 'disabled'
    this.requestUpdate()
  }

  #cover(): TemplateResult | typeof nothing {
    const { player, room, t } = this
    const phase = room.state?.phase
    const stream = room.state?.stream?.state
    if (player.absent && (phase === 'live' || phase === 'paused')) {
      const here = room.state?.stream?.sites?.find(each => each.site === this.site)
      const name = here ? text(here.label, this.locale) : ''
      const lost = here?.state === 'lost'
      return html`<div class="cover" role="status"><b>${t(lost ? 'site-lost' : 'site-waiting', name)}</b><p>${t(lost ? 'site-lost-text' : 'site-waiting-text')}</p></div>`
    }
    if (player.broken) {
      const seconds = Math.max(0, Math.ceil((player.broken.again - Date.now()) / 1000))
      return html`<div class="cover" role="status"><b>${t('broken')}</b><p>${t('broken-text', seconds)}</p>
        <button class="btn" type="button" @click=${() => player.retry()}>${t('retry')}</button></div>`
    }
    if (phase === 'scheduled' || phase === 'lobby') return this.#countdown()
    if (phase === 'paused' || stream === 'paused') return this.#notice('paused', 'paused-text')
    if (phase === 'afterglow' || stream === 'ended') return this.#notice('afterglow', 'ended-text')
    if (player.audioOnly) return html`<div class="cover audio">${icon('headphones')}<p>${t('audio-playing')}</p></div>`
    if (player.video.paused && !player.loading) {
      return html`<button class="start" type="button" aria-label=${t('play')} @click=${this.#start}>${icon('play')}</button>`
    }
    return nothing
  }

  #notice(title: Word, detail: Word): TemplateResult {
    return html`<div class="cover" role="status"><b>${this.t(title)}</b><p>${this.t(detail)}</p></div>`
  }

  #countdown(): TemplateResult {
    const { t } = this
    const at = this.room.state?.startsAt
    const left = at ? Math.floor((Date.parse(at) - Date.now()) / 1000) : 0
    if (left <= 0) return html`<div class="cover waiting"><b>${t('starts-soon')}</b></div>`
    const days = Math.floor(left / 86_400)
    const hours = [Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60, left % 60].map(part => String(part).padStart(2, '0')).join(':')
    return html`<div class="cover waiting" role="timer"><p>${t('starts-in')}</p><b class="clock">${days > 0 ? html`<small>${t('days', days)}</small> ` : nothing}${hours}</b></div>`
  }

  // --- controls

  #bar(): TemplateResult | typeof nothing {
    const { player, t } = this
    const { video } = player
    const phase = this.room.state?.phase
    if (phase === 'scheduled' || phase === 'lobby') return nothing
    const seekable = !player.live && Number.isFinite(video.duration) && video.duration > 0
    const behind = player.latency ?? 0
    return html`<div class="bar">
      ${seekable ? this.#seek() : nothing}
      <div class="buttons">
        ${this.#button(video.paused ? 'play' : 'pause', t(video.paused ? 'play' : 'pause'), this.#toggle)}
        ${this.#button(video.muted ? 'muted' : 'sound', t(video.muted ? 'unmute' : 'mute'), this.#mute)}
        <input class="volume" type="range" min="0" max="1" step="0.05" aria-label=${t('volume')} .value=${String(video.muted ? 0 : video.volume)} @input=${this.#volume} />
        ${seekable ? html`<span class="time">${clock(video.currentTime)} / ${clock(video.duration)}</span>` : nothing}
        ${player.live && (behind > 20 || (video.paused && video.currentTime > 0)) ? html`<button class="to-live" type="button" @click=${() => player.toLive()}>${t('to-live')}</button>` : nothing}
        <span class="gap"></span>
        ${this.#button('fly', t('fly'), this.#fly, { pressed: this.looks.on })}
        ${this.#button('sliders', t('fly-settings'), () => this.#open('fly'), { expanded: this.menu === 'fly' })}
        ${choiceOf(this.room.state?.stream).length > 0 ? html`<button class="swap" type="button" @click=${this.#swap}>${t('site-swap')}</button>` : nothing}
        ${this.#languages.length > 0 ? this.#button('captions', t('captions'), this.#captions, { pressed: this.language !== '' }) : nothing}
        ${this.#button('gear', t('settings'), () => this.#open('play'), { expanded: this.menu === 'play' })}
        ${document.pictureInPictureEnabled ? this.#button('pip', t('pip'), this.#pip, { wide: true }) : nothing}
        ${document.fullscreenEnabled ? this.#button('full', t('full'), this.#full) : nothing}
      </div>
    </div>`
  }

  #button(name: Icon, label: string, act: () => void, state: { pressed?: boolean; expanded?: boolean; wide?: boolean } = {}): TemplateResult {
    return html`<button
      type="button"
      class=${state.wide ? 'wide' : ''}
      aria-label=${label}
      title=${label}
      aria-pressed=${state.pressed ?? nothing}
      aria-expanded=${state.expanded ?? nothing}
      @click=${act}
    >
      ${icon(name)}
    </button>`
  }

  #seek(): TemplateResult {
    const { video } = this.player
    const chapters = this.room.state?.stream?.chapters ?? []
    const share = (seconds: number): string => `${((100 * seconds) / video.duration).toFixed(2)}%`
    return html`<div class="seek" style=${`--at:${share(video.currentTime)}`}>
      ${chapters.slice(1).map(chapter => html`<i style=${`left:${share(this.player.positionOf(chapter.at) / 1000)}`}></i>`)}
      <input
        type="range"
        min="0"
        max=${Math.floor(video.duration)}
        step="1"
        aria-label=${this.t('seek')}
        aria-valuetext=${`${clock(video.currentTime)} / ${clock(video.duration)}`}
        .value=${String(Math.floor(video.currentTime))}
        @input=${(event: Event) => (video.currentTime = Number((event.target as HTMLInputElement).value))}
      />
    </div>`
  }

  #menu(): TemplateResult {
    return html`<div class="menu" role="group" aria-label=${this.t(this.menu === 'fly' ? 'fly-settings' : 'settings')}>${this.menu === 'fly' ? this.#flyMenu() : this.#playMenu()}</div>`
  }

  #flyMenu(): TemplateResult {
    const steps = (name: Choice): TemplateResult =>
      html`<label>${this.t(name)}<input
          type="range"
          min="0"
          max=${choices[name].length - 1}
          step="1"
          .value=${String(nearest(choices[name], this.looks[name]))}
          aria-valuetext=${String(this.looks[name])}
          @input=${(event: Event) => this.#look({ [name]: choices[name][Number((event.target as HTMLInputElement).value)] })}
      /></label>`
    return html`${steps('density')}${steps('opacity')}${steps('size')}${steps('area')}
      <label>${this.t('mute-words')}<input
          type="text"
          maxlength="400"
          placeholder=${this.t('mute-hint')}
          .value=${this.room.mutes.words}
          @change=${(event: Event) => (this.room.mutes.words = (event.target as HTMLInputElement).value)}
      /></label>`
  }

  #playMenu(): TemplateResult {
    const { player, t } = this
    return html`${player.qualities.length > 1
        ? html`<label>${t('quality')}<select @change=${(event: Event) => player.choose(Number((event.target as HTMLSelectElement).value))}>
            <option value="-1" ?selected=${player.quality === -1}>${t('auto')}</option>
            ${player.qualities.map(each => html`<option value=${each.level} ?selected=${each.level === player.quality}>${each.label}</option>`)}
          </select></label>`
        : nothing}
      ${this.#languages.length > 1
        ? html`<label>${t('captions')}<select @change=${(event: Event) => this.#speak((event.target as HTMLSelectElement).value)}>
            <option value="" ?selected=${this.language === ''}>${t('captions-off')}</option>
            ${this.#languages.map(each => html`<option value=${each} ?selected=${each === this.language}>${new Intl.DisplayNames([each], { type: 'language' }).of(each) ?? each}</option>`)}
          </select></label>`
        : nothing}
      ${player.live
        ? nothing
        : html`<label>${t('speed')}<select @change=${(event: Event) => (player.video.playbackRate = Number((event.target as HTMLSelectElement).value))}>
            ${speeds.map(speed => html`<option value=${speed} ?selected=${speed === player.video.playbackRate}>${speed}×</option>`)}
          </select></label>`}
      <label class="check">${t('audio-only')}<input type="checkbox" .checked=${player.audioOnly} @change=${(event: Event) => player.listenOnly((event.target as HTMLInputElement).checked)} /></label>`
  }

  #open(menu: 'play' | 'fly'): void {
    this.menu = this.menu === menu ? '' : menu
  }

  #look(change: Partial<Looks>): void {
    this.looks = { ...this.looks, ...change }
    rememberLooks(this.looks)
  }

  readonly #fly = (): void => this.#look({ on: !this.looks.on })

  readonly #toggle = (): void => {
    if (this.player.video.paused) this.#start()
    else this.player.pause()
  }

  readonly #touched = (event: PointerEvent): void => {
    this.#woken = event.pointerType === 'touch' && this.idle
    this.#wake()
  }

  /** The first tap on a resting picture brings its controls; the next one is meant. */
  readonly #pressed = (): void => {
    if (!this.#woken) this.#toggle()
  }

  readonly #start = (): void => {
    // A press on play is a wish for sound.
    if (!this.player.live || this.player.video.currentTime === 0) this.player.video.muted = false
    void this.player.play()
  }

  readonly #mute = (): void => {
    this.player.video.muted = !this.player.video.muted
  }

  readonly #unmute = (): void => {
    this.player.video.muted = false
    if (this.player.video.volume === 0) this.player.video.volume = 1
  }

  readonly #volume = (event: Event): void => {
    const volume = Number((event.target as HTMLInputElement).value)
    Object.assign(this.player.video, { volume, muted: volume === 0 })
  }

  readonly #captions = (): void => {
    const all = this.#languages
    this.#speak(this.language ? '' : (all.find(each => each.startsWith(this.locale)) ?? all[0] ?? ''))
  }

  readonly #pip = (): void => {
    const done = document.pictureInPictureElement ? document.exitPictureInPicture() : this.player.video.requestPictureInPicture()
    done.catch((error: unknown) => console.warn('no picture in picture', error))
  }

  readonly #full = (): void => {
    const done = document.fullscreenElement ? document.exitFullscreen() : this.#stage.requestFullscreen()
    done.catch((error: unknown) => console.warn('no full screen', error))
  }

  readonly #wake = (): void => {
    this.idle = false
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => (this.idle = !this.player.video.paused && !this.menu && !this.renderRoot.querySelector(':focus-visible')), idleMs)
  }

  readonly #keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches('input, select')) {
      if (event.key === 'Escape') this.menu = ''
      return
    }
    const onButton = (event.target as Element).matches('button')
    const { video, live } = this.player
    const acts: Record<string, (() => void) | undefined> = {
      k: this.#toggle,
      ' ': onButton ? undefined : this.#toggle,
      m: this.#mute,
      f: this.#full,
      d: this.#fly,
      c: this.#captions,
      ArrowLeft: live ? undefined : () => (video.currentTime -= 5),
      ArrowRight: live ? undefined : () => (video.currentTime += 5),
      Escape: () => (this.menu = ''),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}

/** A chapter's title at a media time. */
export const chapterAt = (room: Room, mediaMs: number, locale: Locale): string => {
  const chapter = room.state?.stream?.chapters?.findLast(each => each.at <= mediaMs)
  return chapter ? text(chapter.title, locale) : ''
}

const nearest = (values: readonly number[], value: number): number =>
  values.reduce((best, each, at) => (Math.abs(each - value) < Math.abs((values[best] ?? 0) - value) ? at : best), 0)

export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map(part => String(part).padStart(2, '0'))
  return whole >= 3600 ? [Math.floor(whole / 3600), ...parts].join(':') : parts.join(':')
}
