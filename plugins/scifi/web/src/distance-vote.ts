import { PavilionElement, base, number } from '@pavilion/ui'
import { type TemplateResult, css, html, nothing } from 'lit'

interface Answer {
  readonly answer: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly votes: number
  readonly percent: number
}

interface Distance {
  readonly answers: readonly Answer[]
  readonly total: number
  readonly mine?: string | null
}

/** The form of the question, sent in place; what the others think shows only after one's own answer. */
export class DistanceVote extends PavilionElement {
  static override properties = { distance: { state: true }, sending: { state: true }, failed: { state: true }, changing: { state: true } }
  static override styles = [
    base,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--pv-t-1);
      }
      caption {
        padding-bottom: 8px;
        color: var(--pv-ink-2);
        text-align: start;
      }
      th {
        padding: 7px 12px 7px 0;
        font-weight: 500;
        text-align: start;
        white-space: nowrap;
      }
      thead {
        position: absolute;
        clip-path: inset(50%);
      }
      td.bar {
        width: 60%;
      }
      td.n {
        padding-left: 12px;
        text-align: end;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .track {
        display: block;
        height: 14px;
        border-radius: 7px;
        background: var(--pv-sunken);
        overflow: hidden;
      }
      .track span {
        display: block;
        width: var(--share);
        height: 100%;
        border-radius: 7px;
        background: color-mix(in oklab, var(--pv-ink-3) 70%, transparent);
        transition: width 420ms var(--pv-ease);
      }
      tr[data-mine] th {
        font-weight: 700;
      }
      tr[data-mine] .track span {
        background: var(--pv-brand);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px;
        margin-top: 12px;
      }
      .foot p,
      .failed {
        margin: 0;
      }
      .failed {
        padding-top: 10px;
        color: var(--pv-brand);
        font-weight: 600;
      }
      [aria-busy='true'] {
        opacity: 0.6;
      }
    `,
  ]

  declare distance: Distance | undefined
  declare sending: boolean
  declare failed: string
  declare changing: boolean

  constructor() {
    super()
    this.sending = false
    this.failed = ''
    this.changing = false
  }

  get #path(): string {
    return `/exhibits/${this.context['exhibit'] ?? ''}/distance`
  }

  override firstUpdated(): void {
    this.addEventListener('submit', event => void this.#send(event), { signal: this.host.signal })
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.distance = await this.json<Distance>(this.#path)
    } catch (error) {
      // The form works all the same; whether one has answered is only not known yet.
      if (!this.host.signal.aborted) console.warn(error)
    }
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.sending) return
    const answer = new FormData(event.target as HTMLFormElement).get('answer')
    this.sending = true
    this.failed = ''
    try {
      this.distance = await this.json<Distance>(this.#path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ answer }) })
      this.changing = false
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('table')?.focus()
    } catch (error) {
      if (!this.host.signal.aborted) this.failed = error instanceof Error && error.message ? error.message : this.t('vote.failed')
    } finally {
      this.sending = false
    }
  }

  override render(): TemplateResult {
    const shown = this.distance?.mine && !this.changing
    return html`<div aria-busy=${this.sending} ?hidden=${shown}><slot></slot></div>
      ${this.failed ? html`<p class="failed" role="alert">${this.failed}</p>` : nothing}
      ${shown && this.distance ? this.#results(this.distance) : nothing}`
  }

  #results(distance: Distance): TemplateResult {
    const { locale } = this.host
    return html`<table tabindex="-1">
        <caption>${this.t('vote.results')}</caption>
        <thead><tr><th scope="col">${this.t('vote.answer')}</th><th scope="col">${this.t('vote.share')}</th><th scope="col">${this.t('vote.votes')}</th></tr></thead>
        <tbody>
          ${distance.answers.map(
            each => html`<tr ?data-mine=${each.answer === distance.mine}>
              <th scope="row">${each.label[locale] || each.label.zh}${each.answer === distance.mine ? html` <small class="note">${this.t('vote.mine')}</small>` : nothing}</th>
              <td class="bar"><span class="track" aria-hidden="true"><span style=${`--share:${each.percent}%`}></span></span></td>
              <td class="n">${each.percent}% · ${number(each.votes, locale)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <div class="foot">
        <p class="note">${this.t('vote.total', number(distance.total, locale))}</p>
        <button class="btn" @click=${() => (this.changing = true)}>${this.t('vote.change')}</button>
      </div>`
  }
}
