// Hears that plugins came, changed or went, what is announced and what is unread, and brings the open page up to date.
import { account, ring } from './bell.ts'
import { boot } from './boot.ts'
import { refreshFrame } from './navigator.ts'
import type { Showing } from './news.ts'

/** A page that shows the newest announcements already needs nothing more. */
function hearNews(showing: Showing): void {
  if (document.querySelector<HTMLElement>('[data-swap=news]')?.dataset['news'] === showing.key) return
  void import('./news.ts').then(news => news.announce(showing))
}

const hearUnread = (_key: string, value: unknown): void => ring((value as { count: number }).count)

export function hearChanges(): void {
  let listening: Promise<readonly { close(): void }[]> | undefined
  const me = account()
  let waiting: ReturnType<typeof setTimeout>
  const changed = (key: string, value: unknown): void => {
    if (key === 'news') return hearNews(value as Showing)
    clearTimeout(waiting)
    if (value === boot().frame) return
    waiting = setTimeout(() => void refreshFrame().catch((error: unknown) => console.error(error)), 100)
  }
  // A hidden page listens to nothing; back in view it is told what runs now.
  const turn = (): void => {
    if (!document.hidden) {
      listening ??= import('@pavilion/ui').then(({ socket }) => [
        socket.subscribe('ui', { state: changed }),
        ...(me ? [socket.subscribe(`inbox:${me}`, { state: hearUnread })] : []),
      ])
    } else if (listening) {
      void listening.then(subscriptions => subscriptions.forEach(each => each.close()))
      listening = undefined
    }
  }
  document.addEventListener('visibilitychange', turn)
  if (document.readyState === 'complete') turn()
  else addEventListener('load', turn, { once: true })
}
