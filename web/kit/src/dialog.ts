import { type TemplateResult, css, html } from 'lit'
import { PavilionElement, base } from './element.ts'

/** A modal dialog on the native element: `dialog.open()`, closes by Escape, button or `close()`. */
export class Dialog extends PavilionElement {
  static override properties = { heading: {}, closeLabel: { attribute: 'close-label' } }
  static override styles = [
    base,
    css`
      dialog {
        width: min(560px, calc(100vw - 32px));
        max-height: calc(100dvh - 48px);
        padding: 0;
        border: 1px solid var(--pv-line);
        border-radius: var(--pv-r-3);
        background: var(--pv-raised);
        color: var(--pv-ink);
        box-shadow: var(--pv-shadow-2);
      }
      dialog::backdrop {
        background: #0c101899;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: var(--pv-s-3) var(--pv-s-3) var(--pv-s-3) var(--pv-s-5);
        border-bottom: 1px solid var(--pv-line);
      }
      h2 {
        margin: 0;
        font-size: var(--pv-t-2);
      }
      .close {
        width: var(--pv-tap);
        height: var(--pv-tap);
        border: 0;
        background: none;
        font-size: 1.4rem;
        cursor: pointer;
      }
      .content {
        padding: var(--pv-s-5);
      }
    `,
  ]
  declare heading: string
  declare closeLabel: string | undefined

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog')
  }

  open(): void {
    this.#dialog?.showModal()
  }

  close(): void {
    this.#dialog?.close()
  }

  override disconnectedCallback(): void {
    this.close()
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @click=${this.#outside} @close=${this.#closed}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="close" type="button" aria-label=${this.closeLabel ?? '×'} @click=${this.close}>×</button>
      </header>
      <div class="content"><slot></slot></div>
    </dialog>`
  }

  #outside(event: MouseEvent): void {
    if (event.target === this.#dialog) this.close()
  }

  #closed(): void {
    this.dispatchEvent(new CustomEvent('pv-close'))
  }
}
