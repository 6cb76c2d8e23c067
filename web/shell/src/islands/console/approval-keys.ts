/** The approvals queue by keyboard: J and K move, X picks, A accepts, R refuses what is picked or stood on. */
export class ApprovalKeys extends HTMLElement {
  #hear = (event: KeyboardEvent): void => this.#key(event)

  connectedCallback(): void {
    document.addEventListener('keydown', this.#hear)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#hear)
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name=pick]')]
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target as Element)) return
    const at = this.#boxes.findIndex(box => box === document.activeElement)
    switch (event.key.toLowerCase()) {
      case 'j':
        this.#boxes[Math.min(at + 1, this.#boxes.length - 1)]?.focus()
        break
      case 'k':
        this.#boxes[Math.max(at - 1, 0)]?.focus()
        break
      case 'x':
        this.#boxes[at]?.click()
        break
      case 'a':
      case 'r':
        this.#decide(event.key.toLowerCase(), at)
        break
      default:
        return
    }
    event.preventDefault()
  }

  /** With nothing picked, the one that has the focus is meant; with no focus, nothing happens. */
  #decide(key: string, at: number): void {
    const stoodOn = this.#boxes[at]
    if (!this.#boxes.some(box => box.checked)) {
      if (!stoodOn) return
      stoodOn.checked = true
    }
    this.querySelector<HTMLButtonElement>(`button[data-key=${key}]`)?.click()
  }
}

const writing = (target: Element): boolean =>
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null
