// Hears that plugins came, changed or went, and brings the open page up to date.
import { refreshFrame } from './navigator.ts'

export function hearChanges(): void {
  let source: EventSource | undefined
  let waiting: ReturnType<typeof setTimeout>
  const listen = (): void => {
    if (source || document.hidden) return
    source = new EventSource('/api/ui/changes')
    source.addEventListener('ui.changed', () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => void refreshFrame().catch((error: unknown) => console.error(error)), 100)
    })
  }
  const rest = (): void => {
    source?.close()
    source = undefined
  }
  // A hidden page holds no connection; back in view it looks once whether something changed.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return rest()
    listen()
    void refreshFrame().catch((error: unknown) => console.error(error))
  })
  addEventListener('pagehide', rest)
  listen()
}
