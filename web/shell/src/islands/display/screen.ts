import { PavilionElement, base, number, text, time } from '@pavilion/ui'
import { type TemplateResult, html, nothing } from 'lit'
import { houseWire } from '../live/house-wire.ts'
import { type Page, bars, kiosk, projector, sizeOf } from './pages.ts'
import { Pairing } from './pairing.ts'
import { type Asked, type Card, Show } from './show.ts'
import { screenStyle } from './style.ts'
import { type Words, wordsIn } from './words.ts'

const rotationMs = { projector: 12_000, kiosk: 20_000 } as const
const idleMs = 60_000
const reloadMs = 1500

/**
 * A screen of the venue, `<div data-island="DisplayScreen" data-state="pair|show|preview|person" data-room data-view>`.
 * It looks after itself: a screen that is none any more loads its page anew, and that page asks to be let in.
 */
export class DisplayScreen extends PavilionElement {
  static override styles = [base, screenStyle]
  static override properties = { turn: { state: true } }

  declare turn: number

  #t: Words = wordsIn('zh')
  #show: Show | undefined
  #pairing: Pairing | undefined
  #rotation: ReturnType<typeof setInterval> | undefined
  #touched: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.turn = 0
  }

  get #view(): string {
    return this.#show?.display?.view ?? this.context['view'] ?? 'projector'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#t = wordsIn(this.host.locale)
    document.documentElement.style.setProperty('overflow', 'hidden')
    const { state = 'pair', room = '', view = 'projector', place = '' } = this.context
    this.setAttribute('view', view)
    if (view === 'lower-third' && state !== 'pair') document.documentElement.style.setProperty('background', 'transparent')
    if (state === 'show' || state === 'preview') {
      this.#show = new Show(room, view, houseWire, () => this.#changed())
      this.#show.open()
      this.#turnBy(view === 'kiosk' ? rotationMs.kiosk : rotationMs.projector)
    } else if (state === 'pair') {
      this.#pairing = new Pairing(view, place, houseWire, () => this.requestUpdate(), () => location.reload())
      this.#pairing.begin()
    }
  }

  override disconnectedCallback(): void {
    this.#show?.close()
    this.#pairing?.close()
    clearInterval(this.#rotation)
    clearTimeout(this.#touched)
    document.documentElement.style.removeProperty('overflow')
    document.documentElement.style.removeProperty('background')
    super.disconnectedCallback()
  }

  #turnBy(ms: number): void {
    clearInterval(this.#rotation)
    this.#rotation = setInterval(() => this.turn++, ms)
  }

  #changed(): void {
    if (this.#show?.lost && this.context['state'] === 'show') {
      this.#show.close()
      setTimeout(() => location.reload(), reloadMs)
    }
    this.requestUpdate()
  }

  /** A touched kiosk waits for the visitor, and after a minute is as if nobody had been there. */
  readonly #step = (by: number): void => {
    this.turn += by
    clearInterval(this.#rotation)
    clearTimeout(this.#touched)
    this.#touched = setTimeout(() => {
      this.turn = 0
      this.#turnBy(rotationMs.kiosk)
    }, idleMs)
  }

  override render(): TemplateResult {
    if (this.#pairing) return this.#waiting(this.#pairing)
    const show = this.#show
    if (!show?.display) return html`<div class="screen plain"><slot></slot></div>`
    if (this.#view === 'lower-third') return this.#lowerThird(show)
    const pages = this.#view === 'kiosk' ? kiosk(show) : projector(show)
    const page = pages[((this.turn % pages.length) + pages.length) % pages.length] ?? 'title'
    return html`<div class="screen" data-page=${page}>
      ${this.#page(show, page)}
      <footer>
        <span class="room">${text(show.display.title, this.host.locale)}</span>
        ${this.context['state'] === 'preview' ? html`<span class="mark">${this.#t('preview')}</span>` : nothing}
        ${this.#view === 'kiosk' && pages.length > 1
          ? html`<span class="steps"><button type="button" aria-label=${this.#t('back')} @click=${() => this.#step(-1)}>‹</button><span>${pages.indexOf(page) + 1} / ${pages.length}</span><button type="button" aria-label=${this.#t('forward')} @click=${() => this.#step(1)}>›</button></span>`
          : nothing}
        ${this.#state(show)}
      </footer>
    </div>`
  }

  #state(show: Show): TemplateResult {
    const at = new Date(show.at).toLocaleTimeString(this.host.locale, { hour: '2-digit', minute: '2-digit' })
    return show.stale
      ? html`<span class="state stale" role="status"><i></i>${this.#t('stale', at)}</span>`
      : html`<span class="state"><i></i><span class="sr">${this.#t('live')}</span></span>`
  }

  #page(show: Show, page: Page): TemplateResult {
    switch (page) {
      case 'question':
        return this.#question(show, show.staged as Asked)
      case 'poll':
        return this.#poll(show)
      case 'ask':
        return this.#ask(show)
      case 'upcoming':
        return html`<section class="middle"><p class="eyebrow">${this.#t('upcoming')}</p><ul class="cards">${show.display?.upcoming.map(card => this.#card(card))}</ul></section>`
      case 'news':
        return html`<section class="middle"><p class="eyebrow">${this.#t('news')}</p>${show.display?.news.slice(0, 2).map(each => html`<h1 style="--size:3.2vw">${text(each, this.host.locale)}</h1>`)}</section>`
      case 'count':
        return html`<section class="middle"><p class="eyebrow">${this.#t('here')}</p>
          <h1 class="count">${this.#t('online', number(show.counts.online, this.host.locale))}</h1>
          ${show.counts.hall ? html`<h1 class="count">${this.#t('hall', number(show.counts.hall, this.host.locale))}</h1>` : nothing}</section>`
      case 'title':
        return html`<section class="middle"><p class="eyebrow">${this.#t(show.display?.phase === 'replay' || show.display?.phase === 'archived' ? 'ended' : 'welcome')}</p><h1>${show.display ? text(show.display.title, this.host.locale) : ''}</h1></section>`
    }
  }

  #question(show: Show, asked: Asked): TemplateResult {
    return html`<section class="two">
      <div class="stage" aria-live="polite">
        <p class="eyebrow">${this.#t('question')}</p>
        <h1 style=${`--size:${sizeOf(asked.text.length)}vw`}>${asked.text}</h1>
        <p class="by">${asked.author?.name ?? this.#t('anonymous')} · ▲ ${number(asked.votes, this.host.locale)}</p>
      </div>
      <aside>
        ${show.next.length > 0 ? html`<h2 class="sr">${this.#t('next')}</h2><ol class="next">${show.next.slice(0, show.display?.entry ? 3 : 4).map(each => this.#next(each))}</ol>` : nothing}
        ${this.#code(show, 'small')}
      </aside>
    </section>`
  }

  #next(asked: Asked): TemplateResult {
    return html`<li><b>${number(asked.votes, this.host.locale)}</b><span>${asked.text}</span></li>`
  }

  #poll(show: Show): TemplateResult {
    const { poll } = show
    if (!poll) return html``
    const rows = bars(show)
    const ballots = poll.rounds.find(each => each.n === poll.round)?.ballots ?? 0
    return html`<section class="two">
      <div class="stage">
        <p class="eyebrow">${this.#t(poll.state === 'closed' ? 'poll-closed' : 'poll')}</p>
        <h1 style="--size:3vw">${text(poll.question, this.host.locale)}</h1>
        ${rows
          ? html`<ul class="bars">${rows.map(row => html`<li><span>${row.label}</span><i style=${`--wide:${(row.wide * 100).toFixed(1)}%`}></i><b>${Math.round(row.share * 100)}%</b></li>`)}</ul>`
          : html`<ul class="options">${poll.options.map(option => html`<li>${text(option, this.host.locale)}</li>`)}</ul><p class="by">${this.#t('poll-hidden')}</p>`}
        <p class="by">${this.#t('ballots', number(ballots, this.host.locale))}</p>
      </div>
      <aside>${poll.state === 'open' ? this.#code(show, 'large') : nothing}</aside>
    </section>`
  }

  #ask(show: Show): TemplateResult {
    return html`<section class="two">
      <div class="stage">
        <p class="eyebrow">${show.display ? text(show.display.title, this.host.locale) : ''}</p>
        <h1 style="--size:4vw">${this.#t('ask')}</h1>
        <p class="by">${this.#t('ask-text')}</p>
        ${show.next.length > 0 ? html`<ol class="next wide">${show.next.slice(0, 3).map(each => this.#next(each))}</ol>` : nothing}
      </div>
      <aside>${this.#code(show, 'large')}</aside>
    </section>`
  }

  #code(show: Show, size: 'small' | 'large'): TemplateResult | typeof nothing {
    const entry = show.display?.entry
    if (!entry) return nothing
    const address = entry.address.replace(/^https?:\/\//, '')
    return html`<figure class=${`code ${size}`}>
      <img src=${`data:image/svg+xml,${encodeURIComponent(entry.qr)}`} alt=${this.#t('ask')} />
      <figcaption>${size === 'small' ? html`<span>${this.#t('ask')}</span>` : nothing}<b>${address}</b></figcaption>
    </figure>`
  }

  #card(card: Card): TemplateResult {
    const on = card.phase === 'live' || card.phase === 'lobby'
    return html`<li><time>${on || !card.startsAt ? this.#t('now') : time(card.startsAt, this.host.locale)}</time><b>${text(card.title, this.host.locale)}</b></li>`
  }

  #lowerThird(show: Show): TemplateResult {
    const { staged } = show
    return html`<div class="third">${staged
      ? html`<div class="band"><p class="eyebrow">${this.#t('question')} · ${staged.author?.name ?? this.#t('anonymous')}</p><h1>${staged.text}</h1></div>`
      : nothing}</div>`
  }

  #waiting(pairing: Pairing): TemplateResult {
    const { code, until } = pairing
    const place = this.context['place']
    return html`<div class="screen" data-page="pair"><section class="middle center">
      <p class="eyebrow">${this.#t('pair-title')}</p>
      <h1 class="digits" aria-live="polite">${code ? [...code].map(each => html`<span>${each}</span>`) : html`<span>·</span>`}</h1>
      ${place ? html`<p class="by">${this.#t('pair-place', place)}</p>` : nothing}
      <p class="by">${this.#t('pair-text')}</p>
      <p class="by quiet">${pairing.away ? this.#t('pair-away') : until ? this.#t('pair-until', until.toLocaleTimeString(this.host.locale, { hour: '2-digit', minute: '2-digit' })) : nothing}</p>
    </section></div>`
  }
}
