// The search box as a combobox: suggestions while typing, arrows and Enter, Escape to close.
// Loaded on the first focus; without it the box is a plain form.
import { type Schemas, api } from '../../kit/src/client.ts'
import { boot } from './boot.ts'
import { navigate } from './navigator.ts'
import { word } from './words.ts'

type Suggestion = Schemas['Suggestion']

const pause = 80
let boxes = 0

export function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]')
  if (!input || input.role === 'combobox') return
  const list = document.createElement('div')
  list.id = `pv-suggest-${++boxes}`
  list.className = 'suggest'
  list.role = 'listbox'
  list.hidden = true
  list.ariaLabel = input.labels?.[0]?.textContent ?? ''
  const count = document.createElement('span')
  count.className = 'sr'
  count.setAttribute('aria-live', 'polite')
  form.append(list, count)
  input.role = 'combobox'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.ariaExpanded = 'false'

  let found: readonly Suggestion[] = []
  let chosen = -1
  let asking: AbortController | undefined
  let waiting: ReturnType<typeof setTimeout>

  const close = (): void => {
    clearTimeout(waiting)
    asking?.abort()
    list.hidden = true
    input.ariaExpanded = 'false'
    input.removeAttribute('aria-activedescendant')
    chosen = -1
  }
  const choose = (index: number): void => {
    chosen = index
    for (const [at, row] of [...list.children].entries()) {
      row.ariaSelected = String(at === chosen)
      if (at === chosen) row.scrollIntoView({ block: 'nearest' })
    }
    if (chosen >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
    else input.removeAttribute('aria-activedescendant')
  }
  const show = (): void => {
    list.replaceChildren(...found.map((suggestion, at) => option(list.id, at, suggestion)))
    list.hidden = found.length === 0
    input.ariaExpanded = String(!list.hidden)
    count.textContent = found.length > 0 ? word('suggestions', found.length) : ''
    choose(-1)
  }
  const ask = async (): Promise<void> => {
    const q = input.value.trim()
    asking?.abort()
    if (!q) return close()
    const mine = (asking = new AbortController())
    try {
      const query = { q, lang: boot().locale, limit: 8 }
      found = (await api.get('/api/suggest', { query, signal: mine.signal })).suggestions
    } catch {
      if (mine.signal.aborted) return
      found = [] // suggestions are a help, never a hindrance: the form still searches
    }
    if (asking === mine && document.activeElement === input) show()
  }
  const open = (index: number): void => {
    const url = found[index]?.url
    close()
    if (url) navigate(url)
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void ask(), pause)
  })
  input.addEventListener('keydown', event => {
    if (event.isComposing) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move && !list.hidden) {
      event.preventDefault()
      choose(following(chosen, move, found.length))
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      open(chosen)
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    }
  })
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  list.addEventListener('pointerdown', event => event.preventDefault()) // the box keeps the focus
  list.addEventListener('click', event => {
    const at = [...list.children].indexOf((event.target as Element).closest('[role=option]') ?? list)
    if (at >= 0) open(at)
  })
  if (input.value) void ask()
}

/** The option an arrow key leads to; -1 is the text itself. */
export function following(now: number, move: number, count: number): number {
  return ((now + 1 + move + count + 1) % (count + 1)) - 1
}

function option(list: string, at: number, suggestion: Suggestion): HTMLElement {
  const row = document.createElement('div')
  row.role = 'option'
  row.id = `${list}-${at}`
  const kind = document.createElement('span')
  kind.className = 'n'
  kind.textContent = suggestion.typeLabel
  row.append(suggestion.text, kind)
  return row
}
