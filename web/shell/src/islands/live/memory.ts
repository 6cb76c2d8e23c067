// What the browser keeps for the visitor. Closed storage (a private window) only means that nothing is kept.

export function recall(store: 'local' | 'session', key: string): string | undefined {
  try {
    return storage(store).getItem(`pv-live-${key}`) ?? undefined
  } catch {
    return undefined
  }
}

export function keep(store: 'local' | 'session', key: string, value: string): void {
  try {
    if (value) storage(store).setItem(`pv-live-${key}`, value)
    else storage(store).removeItem(`pv-live-${key}`)
  } catch {
    // Full or closed: the value holds for this page only.
  }
}

const storage = (store: 'local' | 'session'): Storage => (store === 'local' ? localStorage : sessionStorage)
