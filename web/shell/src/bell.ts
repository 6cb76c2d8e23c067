// The bell of the bar: who is signed in, and how much is unread in their inbox.
import { word } from './words.ts'

const bellOf = (page: ParentNode): HTMLElement | null => page.querySelector('[data-inbox]')

/** Id of the account that is signed in; visitors and the operator have none. */
export const account = (page: ParentNode = document): string | undefined => bellOf(page)?.dataset['inbox']

let unread = 0

/** Hangs the count on the bell; without one the last, for the bell of a page that was swapped in. */
export function ring(count = unread): void {
  unread = count
  const bell = bellOf(document)
  if (!bell) return
  bell.setAttribute('aria-label', count > 0 ? word('unread', count) : bell.title)
  if (count > 0) bell.dataset['unread'] = count > 99 ? '99+' : `${count}`
  else delete bell.dataset['unread']
}
