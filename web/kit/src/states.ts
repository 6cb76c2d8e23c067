// The designed states of a box: nothing there, something failed, still coming.
import { type TemplateResult, css, html, nothing } from 'lit'
import { PavilionElement, base } from './element.ts'

const box = css`
  .state {
    display: grid;
    justify-items: center;
    gap: var(--pv-s-2);
    padding: var(--pv-s-5);
    text-align: center;
    color: var(--pv-ink-2);
  }
  b {
    color: var(--pv-ink);
    font-size: var(--pv-t-2);
  }
`

/** `<pv-empty heading="…">what to do next</pv-empty>` */
export class EmptyState extends PavilionElement {
  static override styles = [base, box]
  static override properties = { heading: {} }
  declare heading: string

  override render(): TemplateResult {
    return html`<div class="state"><b>${this.heading}</b><slot></slot></div>`
  }
}

/** `<pv-error heading="…" action="Try again" @pv-retry=${…}>detail</pv-error>` */
export class ErrorState extends PavilionElement {
  static override styles = [base, box]
  static override properties = { heading: {}, action: {} }
  declare heading: string
  declare action: string | undefined

  override render(): TemplateResult {
    return html`<div class="state" role="alert">
      <b>${this.heading}</b><slot></slot>
      ${this.action ? html`<button class="btn" @click=${this.#retry}>${this.action}</button>` : nothing}
    </div>`
  }

  #retry(): void {
    this.dispatchEvent(new CustomEvent('pv-retry', { bubbles: true, composed: true }))
  }
}

/** `<pv-skeleton lines="4"></pv-skeleton>`: keeps the room of what is coming. */
export class Skeleton extends PavilionElement {
  static override properties = { lines: { type: Number } }
  static override styles = [
    base,
    css`
      i {
        display: block;
        height: 0.9em;
        margin: 0.5em 0;
        border-radius: var(--pv-r-1);
        background: linear-gradient(100deg, var(--pv-sunken) 30%, var(--pv-line) 50%, var(--pv-sunken) 70%) 0 0 / 220% 100%;
        animation: sheen 1.4s linear infinite;
      }
      i:last-child {
        width: 62%;
      }
      @keyframes sheen {
        to {
          background-position: -220% 0;
        }
      }
    `,
  ]
  declare lines: number | undefined

  override render(): TemplateResult {
    return html`<div aria-hidden="true">${Array.from({ length: this.lines ?? 3 }, () => html`<i></i>`)}</div>`
  }
}
