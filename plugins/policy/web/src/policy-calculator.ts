import { PavilionElement, base } from '@pavilion/ui'
import { type TemplateResult, css, html, nothing } from 'lit'
import { addressOf, renew } from './live-form.ts'

const restMs = 300

/**
 * Goes with the calculator the server rendered: while somebody types an amount, what applies is computed
 * anew and put in place below, and the address follows, so that it can be shared. The forms stay as they
 * are, and with them the focus.
 */
export class PolicyCalculator extends PavilionElement {
  static override styles = [
    base,
    css`
      .sr {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ]
  static override properties = { said: { state: true }, failed: { state: true } }

  /** What a screen reader hears once the typing rests. */
  declare said: string
  declare failed: boolean
  #rest: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  constructor() {
    super()
    this.said = ''
    this.failed = false
  }

  override firstUpdated(): void {
    const { signal } = this.host
    this.addEventListener('input', event => this.#typed(event), { signal })
    signal.addEventListener('abort', () => clearTimeout(this.#rest))
    this.dataset['ready'] = ''
  }

  #typed(event: Event): void {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-live]')
    if (!form) return
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => void this.#compute(form), restMs)
  }

  async #compute(form: HTMLFormElement): Promise<void> {
    const turn = ++this.#asked
    const address = addressOf(form)
    if (!address) return
    try {
      const answer = await fetch(address, { headers: { accept: 'text/html' }, signal: this.host.signal })
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const results = fresh.querySelector<HTMLElement>('[data-part=results]')
      if (turn !== this.#asked) return
      if (!answer.ok || !results) throw new Error(`the calculator answered ${answer.status}`)
      renew(this, fresh)
      history.replaceState(history.state, '', address)
      this.failed = false
      this.said = results.dataset['said'] ?? ''
    } catch (error) {
      if (this.host.signal.aborted) return
      console.error(error)
      this.failed = true
    }
  }

  override render(): TemplateResult {
    return html`<slot></slot>
      <p class="sr" role="status">${this.said}</p>
      ${this.failed ? html`<p role="alert">${this.t('failed')}</p>` : nothing}`
  }
}
