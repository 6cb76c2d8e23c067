import { type Subscription, socket } from '@pavilion/ui'

/** Keeps the figures of the organiser's first page as they are now; the server drew them as they were. */
export class DeskFigures extends HTMLElement {
  #listening: Subscription | undefined

  connectedCallback(): void {
    this.#listening = socket.subscribe('desk', {
      state: (key, value) => key === 'figures' && this.show(value as Record<string, number>),
    })
  }

  disconnectedCallback(): void {
    this.#listening?.close()
  }

  show(figures: Readonly<Record<string, number>>): void {
    const format = new Intl.NumberFormat(document.documentElement.lang || 'zh')
    for (const place of this.querySelectorAll<HTMLElement>('[data-figure]')) {
      const value = figures[place.dataset['figure'] ?? '']
      if (value !== undefined) place.textContent = format.format(value)
    }
    for (const box of this.querySelectorAll<HTMLElement>('[data-warn]')) {
      box.classList.toggle('warn', (figures[box.dataset['warn'] ?? ''] ?? 0) > 0)
    }
    const live = this.querySelector<HTMLElement>('[data-live]')
    if (live) live.hidden = false
  }
}
