import { PavilionElement, base, stars } from '@pavilion/ui'
import { type TemplateResult, css, html, nothing } from 'lit'
import { type Hour, type Starred, clashes, sessionsOf, starredOf } from './stars.ts'

const shape = 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z'
const minute = 60_000

/**
 * Goes with the programme the server rendered: the visitor's stars with a warning where two of them clash,
 * the visitor's own hours where they differ from the venue's, and a now line that moves.
 */
export class ForumStars extends PavilionElement {
  static override styles = [
    base,
    css`
      .mine {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin-bottom: 12px;
        padding: 12px 16px;
        border: 1px solid var(--pv-gold);
        border-radius: var(--pv-r-2);
        background: var(--pv-gold-soft);
      }
      .mine a {
        display: inline-flex;
        align-items: center;
        min-height: 32px;
        color: inherit;
        font-weight: 600;
      }
      ul {
        flex-basis: 100%;
        margin: 0;
        padding-left: 1.2em;
      }
    `,
  ]
  static override properties = { starred: { state: true } }

  declare starred: readonly Starred[]
  #buttons = new Map<string, HTMLButtonElement>()
  #ids: ReadonlySet<string> = new Set()
  #known = Promise.resolve()

  constructor() {
    super()
    this.starred = []
  }

  get #edition(): string {
    return this.context['edition'] ?? ''
  }

  get #whole(): boolean {
    return (this.context['zone'] ?? '') !== ''
  }

  override firstUpdated(): void {
    const { signal } = this.host
    for (const session of this.querySelectorAll<HTMLElement>('[data-session]')) this.#equip(session)
    addEventListener('storage', () => (this.#known = this.#read()), { signal })
    const moving = setInterval(() => this.#moveNow(), minute / 2)
    signal.addEventListener('abort', () => clearInterval(moving))
    this.#known = this.#read()
  }

  async #read(): Promise<void> {
    try {
      await this.#show(new Set(sessionsOf(await stars.all())))
    } catch (error) {
      if (!this.host.signal.aborted) console.error('the starred sessions could not be read', error)
    }
  }

  /** Shown at once, and taken back when it could not be kept. */
  async #toggle(id: string): Promise<void> {
    await this.#known
    const after = new Set(this.#ids)
    const on = !after.delete(id)
    if (on) after.add(id)
    this.#mark(after)
    try {
      await stars.put(`session:${id}`, on)
      await this.#show(after)
    } catch {
      this.host.toast(this.t('star.failed'))
      await this.#read()
    }
  }

  #equip(session: HTMLElement): void {
    const start = Date.parse(session.dataset['start'] ?? '')
    const end = Date.parse(session.dataset['end'] ?? '')
    if (!Number.isFinite(start) || !Number.isFinite(end)) return
    const id = session.dataset['session'] ?? ''
    const name = (session.querySelector('h3') ?? document.querySelector('h1'))?.textContent.trim() ?? id
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'star'
    button.setAttribute('aria-label', this.t('star.add', name))
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${shape}"/></svg>`
    button.addEventListener('click', () => void this.#toggle(id), { signal: this.host.signal })
    session.append(button)
    this.#buttons.set(id, button)
    this.#localHours(session, start, end)
  }

  /** The hours in the visitor's own zone, where they are not the venue's. */
  #localHours(session: HTMLElement, start: number, end: number): void {
    const venue = this.context['zone']
    const line = session.querySelector('.agenda-time')
    if (!venue || !line) return
    const hour = (at: number, timeZone?: string): string =>
      new Intl.DateTimeFormat(this.host.locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone ? { timeZone } : {}) }).format(at)
    if (hour(start, venue) === hour(start)) return
    const own = document.createElement('span')
    own.className = 'agenda-local'
    own.textContent = ` ${this.t('local', `${hour(start)}–${hour(end)}`)}`
    line.append(own)
  }

  #mark(ids: ReadonlySet<string>): void {
    this.#ids = ids
    for (const [id, button] of this.#buttons) {
      button.setAttribute('aria-pressed', String(ids.has(id)))
      button.closest('[data-session]')?.classList.toggle('starred', ids.has(id))
    }
  }

  async #show(ids: ReadonlySet<string>): Promise<void> {
    this.#mark(ids)
    const starred = this.#whole && ids.size > 0 ? await this.#hours(ids) : []
    if (this.#ids === ids) this.starred = starred
  }

  async #hours(ids: ReadonlySet<string>): Promise<readonly Starred[]> {
    const query = `?edition=${encodeURIComponent(this.#edition)}&ids=${encodeURIComponent([...ids].join(','))}`
    const answer = await this.host.fetch(`/hours${query}`)
    if (!answer.ok) throw new Error(`the hours of the starred sessions: ${answer.status}`)
    return starredOf(((await answer.json()) as { sessions: readonly Hour[] }).sessions, this.host.locale)
  }

  /** The line stays before the first session that has not begun. */
  #moveNow(): void {
    const line = this.querySelector<HTMLElement>('.agenda-now')
    if (!line) return
    const next = [...this.querySelectorAll<HTMLElement>('.agenda-slot[data-start]')].find(
      each => Date.parse(each.dataset['start'] ?? '') > Date.now(),
    )
    if (next && line.nextElementSibling !== next) next.before(line)
    const text = line.querySelector('span')
    const hour = new Intl.DateTimeFormat(this.host.locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: this.context['zone'] ?? 'UTC',
    }).format(Date.now())
    if (text) text.textContent = this.t('now', hour)
  }

  override render(): TemplateResult {
    return html`${this.#whole && this.starred.length > 0 ? this.#mine() : nothing}<slot></slot>`
  }

  #mine(): TemplateResult {
    const ids = this.starred.map(each => each.id).join(',')
    const prefix = this.host.locale === 'en' ? '/en' : ''
    const query = `?edition=${encodeURIComponent(this.#edition)}&ids=${encodeURIComponent(ids)}`
    const both = clashes(this.starred)
    return html`<section class="mine" aria-label=${this.t('mine')}>
      <b>${this.t('mine.count', this.starred.length)}</b>
      <a href="${prefix}/agenda.ics${query}" download data-full-load>${this.t('mine.ics')}</a>
      ${both.length > 0
        ? html`<div role="status"><ul>
            ${both.map(([one, other]) => html`<li>${this.t('mine.clash', one.name, other.name)}</li>`)}
          </ul></div>`
        : nothing}
    </section>`
  }
}
