import { PavilionElement, base, stars } from '@pavilion/ui'
import { type TemplateResult, css, html, nothing } from 'lit'
import { sessionsOf } from './stars.ts'

interface Entry {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly start: string
  readonly end: string
  readonly place?: { readonly zh: string; readonly en: string } | null
  readonly path: string
  readonly seat?: 'held' | 'waiting' | null
}

interface Mine {
  readonly now: readonly Entry[]
  readonly next: readonly Entry[]
}

const minute = 60_000

/** Now and next for the visitor: what they starred, with or without an account, and what they have a seat in. */
export class ForumMine extends PavilionElement {
  static override properties = { mine: { state: true } }
  static override styles = [
    base,
    css`
      section {
        margin-bottom: 12px;
        padding: 12px 16px;
        border: 1px solid var(--pv-gold);
        border-radius: var(--pv-r-2);
        background: var(--pv-gold-soft);
      }
      h3 {
        margin: 0 0 4px;
        font-size: var(--pv-t-1);
      }
      ul {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      a {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        min-height: var(--pv-tap);
        color: inherit;
      }
      time,
      .on {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      .on {
        color: var(--pv-brand);
      }
      small {
        color: var(--pv-ink-2);
        font-size: var(--pv-t-0);
      }
    `,
  ]

  declare mine: Mine | undefined

  override firstUpdated(): void {
    const again = setInterval(() => void this.#load(), minute)
    this.host.signal.addEventListener('abort', () => clearInterval(again))
    addEventListener('storage', () => void this.#load(), { signal: this.host.signal })
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const ids = sessionsOf(await stars.all()).slice(0, 100)
      this.mine = await this.json<Mine>(`/mine?ids=${encodeURIComponent(ids.join(','))}`)
    } catch (error) {
      // The programme below says the same for everybody.
      if (!this.host.signal.aborted) console.warn(error)
    }
  }

  override render(): TemplateResult | typeof nothing {
    const mine = this.mine
    if (!mine || mine.now.length + mine.next.length === 0) return nothing
    return html`<section aria-label=${this.t('next.mine')}>
      <h3>${this.t('next.mine')}</h3>
      <ul>
        ${mine.now.map(each => this.#entry(each, true))}${mine.next.map(each => this.#entry(each, false))}
      </ul>
    </section>`
  }

  #entry(entry: Entry, on: boolean): TemplateResult {
    const { locale } = this.host
    const text = (words: { readonly zh: string; readonly en: string }): string => words[locale] || words.zh || words.en
    const details = [
      entry.place ? text(entry.place) : '',
      entry.seat === 'held' ? this.t('next.seat') : entry.seat === 'waiting' ? this.t('next.waiting') : '',
      this.#own(entry),
    ].filter(each => each !== '')
    return html`<li>
      <a href="${locale === 'en' ? '/en' : ''}${entry.path}"
        >${on ? html`<span class="on">${this.t('next.now')}</span>` : html`<time datetime=${entry.start}>${this.#hour(entry.start, this.context['zone'])}</time>`}<span
          >${text(entry.name)}</span
        >${details.length > 0 ? html`<small>${details.join(' · ')}</small>` : nothing}</a
      >
    </li>`
  }

  /** The hour in the visitor's own zone, where it is not the venue's. */
  #own(entry: Entry): string {
    const venue = this.#hour(entry.start, this.context['zone'])
    const own = this.#hour(entry.start)
    return own === venue ? '' : this.t('local', own)
  }

  #hour(at: string, timeZone?: string): string {
    const day = (zone?: string): string => new Intl.DateTimeFormat('en-CA', zone ? { timeZone: zone } : {}).format(new Date(at))
    const today = new Intl.DateTimeFormat('en-CA', timeZone ? { timeZone } : {}).format(Date.now())
    return new Intl.DateTimeFormat(this.host.locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(day(timeZone) === today ? {} : { month: 'numeric', day: 'numeric' }),
      ...(timeZone ? { timeZone } : {}),
    }).format(new Date(at))
  }
}
