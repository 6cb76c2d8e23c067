import { type Locale, base } from '@pavilion/ui'
import { LitElement, type TemplateResult, css, html, nothing } from 'lit'
import type { Room } from './room.ts'
import { clock } from './stage.ts'
import type { Heard } from './types.ts'
import { type Word, type Words, reason } from './words.ts'
import { refused } from './wire.ts'

/** Looks up what was said in the room; a hit leads to its second by the event `pv-seek`. */
export class LiveSearch extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: flex;
        gap: 6px;
        margin-bottom: 8px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: var(--pv-tap);
        padding: 0 12px;
        border: 1px solid var(--pv-line-strong);
        border-radius: var(--pv-r-2);
        background: var(--pv-surface);
        color: var(--pv-ink);
        font: inherit;
      }
      p {
        margin: 0 0 8px;
        color: var(--pv-ink-2);
      }
      ol {
        display: grid;
        max-height: 320px;
        margin: 0 0 16px;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li button {
        display: grid;
        grid-template-columns: 64px 1fr;
        gap: 8px;
        width: 100%;
        min-height: var(--pv-tap);
        padding: 8px 4px;
        border: 0;
        border-bottom: 1px solid var(--pv-line);
        background: none;
        color: var(--pv-ink);
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      li button:hover {
        background: var(--pv-sunken);
      }
      time {
        color: var(--pv-brand);
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      small {
        color: var(--pv-ink-3);
      }
    `,
  ]
  static override properties = { room: { attribute: false }, t: { attribute: false }, locale: {}, heard: { state: true }, wrong: { state: true } }

  declare room: Room
  declare t: Words
  declare locale: Locale
  declare heard: Heard | undefined
  declare wrong: string

  #asked = 0

  constructor() {
    super()
    this.wrong = ''
  }

  override render(): TemplateResult {
    const { t, heard } = this
    return html`<form role="search" @submit=${this.#submit}>
        <input type="search" name="q" maxlength="100" required aria-label=${t('find-said')} placeholder=${t('find-said')} enterkeyhint="search" />
        <button class="btn" type="submit">${t('find')}</button>
      </form>
      <p role="status">${this.wrong ? reason(t, this.wrong) : heard ? (heard.hits.length > 0 ? t('found', heard.hits.length) : t('found-none')) : nothing}</p>
      ${heard && heard.hits.length > 0
        ? html`<ol>
            ${heard.hits.map(
              hit =>
                html`<li>
                  <button type="button" @click=${() => this.#seek(hit.mediaMs)}>
                    <time>${clock(hit.mediaMs / 1000)}</time><span>${hit.text} <small>${t(`said-${hit.kind}` as Word)}${hit.who ? ` · ${hit.who}` : ''}</small></span>
                  </button>
                </li>`,
            )}
          </ol>`
        : nothing}`
  }

  #seek(mediaMs: number): void {
    this.dispatchEvent(new CustomEvent('pv-seek', { detail: mediaMs, bubbles: true, composed: true }))
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const words = new FormData(event.target as HTMLFormElement).get('q')
    const mine = ++this.#asked
    try {
      const heard = await this.room.find(String(words))
      if (mine === this.#asked) Object.assign(this, { heard, wrong: '' })
    } catch (error) {
      if (mine === this.#asked) Object.assign(this, { heard: undefined, wrong: refused(error).code })
    }
  }
}
