import { PavilionElement, base, stars } from '@pavilion/ui'
import { type TemplateResult, css, html, nothing } from 'lit'
import { joined, keep, kept, stops } from './kept.ts'

/** Where the focus goes when the control that was used is no longer there. */
const heirs: Readonly<Record<string, string>> = { up: 'down', down: 'up' }

async function starredBooths(): Promise<readonly string[]> {
  try {
    return [...(await stars.all())].filter(ref => ref.startsWith('booth:')).map(ref => ref.slice('booth:'.length))
  } catch (error) {
    console.error('what was starred is not known now', error)
    return []
  }
}

/**
 * Goes with the tour the server rendered: every change is a link to the same page, which this fetches
 * and puts in place, so that the keyboard stays where it was; the tour is kept in this browser.
 */
export class HallTour extends PavilionElement {
  static override styles = [
    base,
    css`
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 24px;
      }
      .sr {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      @media print {
        .acts {
          display: none;
        }
      }
    `,
  ]
  static override properties = { said: { state: true }, failed: { state: true }, starred: { state: true } }

  /** What a screen reader hears of the last change. */
  declare said: string
  declare failed: boolean
  /** Booths the visitor starred, here or in the account. */
  declare starred: readonly string[]
  #asked = 0

  constructor() {
    super()
    this.said = ''
    this.failed = false
    this.starred = []
  }

  get #edition(): string {
    return this.context['edition'] ?? ''
  }

  get #page(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.tour')
  }

  override firstUpdated(): void {
    const { signal } = this.host
    this.addEventListener('click', event => this.#clicked(event), { signal })
    this.addEventListener('submit', event => this.#submitted(event), { signal })
    void this.#begin()
  }

  /** A tour that stands in the address is shown as it is; else the visitor's own, or what was starred. */
  async #begin(): Promise<void> {
    this.starred = await starredBooths()
    const asked = new URLSearchParams(location.search)
    if (!asked.has('stops')) {
      const mine = kept(this.#edition)
      const known = stops(mine).length > 0 ? [] : this.starred
      const added = asked.get('add')
      const query = joined(mine, [...known, ...(added ? [added] : [])])
      if (stops(query).length > 0) await this.#show(query, '')
    }
    this.dataset['ready'] = ''
  }

  readonly #takeStarred = (): void => {
    void this.#show(joined(new URLSearchParams(location.search), this.starred), '')
  }

  #clicked(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-tour]')
    if (!link) return
    event.preventDefault()
    void this.#show(new URL(link.href).searchParams, link.dataset['tour'] ?? '')
  }

  #submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement
    if (!form.matches('form[data-tour]')) return
    event.preventDefault()
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.set(name, value)
    void this.#show(query, form.dataset['tour'] ?? '')
  }

  async #show(query: URLSearchParams, used: string): Promise<void> {
    const turn = ++this.#asked
    query.delete('add')
    query.set('edition', this.#edition)
    const address = `${location.pathname}?${query}`
    try {
      const answer = await fetch(address, { headers: { accept: 'text/html' }, signal: this.host.signal })
      const read = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = read.querySelector<HTMLElement>('[data-island=HallTour] > .tour')
      if (turn !== this.#asked) return
      if (!answer.ok || !fresh) throw new Error(`the tour answered ${answer.status}`)
      this.#page?.replaceWith(document.adoptNode(fresh))
      history.replaceState(history.state, '', address)
      keep(this.#edition, query)
      this.failed = false
      this.said = fresh.dataset['said'] ?? ''
      this.#refocus(used)
    } catch (error) {
      if (this.host.signal.aborted) return
      console.error(error)
      this.failed = true
    }
  }

  #refocus(used: string): void {
    if (!used) return
    const [act = '', ...rest] = used.split('-')
    const find = (key: string): HTMLElement | null => this.querySelector<HTMLElement>(`[data-tour="${CSS.escape(key)}"]`)
    const heir = heirs[act]
    const next = used === 'find' ? this.querySelector<HTMLElement>('#tour-q') : (find(used) ?? (heir ? find([heir, ...rest].join('-')) : null))
    const target = next ?? this.querySelector<HTMLElement>('h1')
    target?.focus({ preventScroll: next !== null })
  }

  override render(): TemplateResult {
    const shown = (this.#page?.dataset['stops'] ?? '').split(',').filter(Boolean)
    return html`<slot></slot>
      <p class="sr" role="status">${this.said}</p>
      ${this.failed ? html`<p role="alert">${this.t('tour.failed')}</p>` : nothing}
      <div class="acts">
        ${shown.length > 0 ? html`<button class="btn" @click=${() => print()}>${this.t('tour.print')}</button>` : nothing}
        ${this.starred.some(id => !shown.includes(id)) ? html`<button class="btn" @click=${this.#takeStarred}>${this.t('tour.favourites')}</button>` : nothing}
      </div>`
  }
}
