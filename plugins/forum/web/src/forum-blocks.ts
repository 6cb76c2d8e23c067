import { PavilionElement, type Subscription, base, socket } from '@pavilion/ui'
import { type TemplateResult, html } from 'lit'

/** Goes with the blocks of a session: when one is run, its records stand here at once, without a reload. */
export class ForumBlocks extends PavilionElement {
  static override styles = [base]
  #listening: Subscription | undefined

  override firstUpdated(): void {
    this.#listening = socket.subscribe('plugin:forum:blocks', {
      event: (name, message) => {
        if (name === 'forum.block-run' && (message as { session: string }).session === this.context['session']) void this.#renew()
      },
    })
    this.host.signal.addEventListener('abort', () => this.#listening?.close())
  }

  /** What the server now has is put in the place of what it had; the rest of the page stays. */
  async #renew(): Promise<void> {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' }, signal: this.host.signal })
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector(`[data-island="ForumBlocks"][data-session="${this.context['session'] ?? ''}"] > ol`)
      const shown = this.querySelector('ol')
      if (!fresh || !shown) return
      shown.replaceWith(document.adoptNode(fresh))
      this.host.toast(this.t('block.run'))
    } catch (error) {
      if (!this.host.signal.aborted) console.warn('the blocks could not be read again', error)
    }
  }

  override render(): TemplateResult {
    return html`<slot></slot>`
  }
}
