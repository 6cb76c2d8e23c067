// The desk by keyboard.

/** What a key does; arrows and J, K move between items. */
export type KeyAct = 'approve' | 'reject' | 'next' | 'star' | 'stage' | 'answer' | 'undo' | 'down' | 'up'

const keys: Readonly<Record<string, KeyAct>> = {
  a: 'approve',
  r: 'reject',
  n: 'next',
  s: 'star',
  enter: 'stage',
  d: 'answer',
  z: 'undo',
  j: 'down',
  k: 'up',
  arrowdown: 'down',
  arrowup: 'up',
}

/** The act of a key press; nothing while somebody writes, presses a button, or holds another key. */
export function keyAct(event: KeyboardEvent): KeyAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined
  const target = event.composedPath()[0] as Element | undefined
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return undefined
  const act = keys[event.key.toLowerCase()]
  if (act === 'stage' && target instanceof Element && target.closest('button, a, summary')) return undefined
  return act
}
