// Hears that plugins came, changed or went, and brings the open page up to date.
import { boot } from './boot.ts'
import { refreshFrame } from './navigator.ts'

export function hearChanges(): void {
  let listening: Promise<{ close(): void }> | undefined
  let waiting: ReturnType<typeof setTimeout>
  const changed = (_key: string, value: unknown): void => {
    clearTimeout(waiting)
    if (value === boot().frame) return
    waiting = setTimeout(() => void refreshFrame().catch((error: unknown) => console.error(error)), 100)
  }
  // A hidden page listens to nothing; back in view it is told what runs now.
  const turn = (): void => {
    if (!document.hidden) listening ??= import('@pavilion/ui').then(({ socket }) => socket.subscribe('ui', { state: changed }))
    else if (listening) {
      void listening.then(subscription => subscription.close())
      listening = undefined
    }
  }
  document.addEventListener('visibilitychange', turn)
  if (document.readyState === 'complete') turn()
  else addEventListener('load', turn, { once: true })
}
