// A form whose answer is shown while it is filled in: its address, and the parts of the page it changes.

/** The address a GET form leads to; undefined while a field does not hold what it should. */
export function addressOf(form: HTMLFormElement): string | undefined {
  if (!form.checkValidity()) return undefined
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') query.append(name, value)
  return `${new URL(form.action, location.href).pathname}?${query}`
}

/** Puts the parts of a newer page in place of the same parts of an older one; what was unfolded stays so. */
export function renew(shown: ParentNode, fresh: ParentNode): void {
  for (const part of shown.querySelectorAll<HTMLElement>('[data-part]')) {
    const other = fresh.querySelector<HTMLElement>(`[data-part="${part.dataset['part'] ?? ''}"]`)
    if (!other) continue
    const open = new Set([...part.querySelectorAll('details[open]')].map(nameOf))
    const next = document.importNode(other, true)
    for (const each of next.querySelectorAll('details')) if (open.has(nameOf(each))) each.open = true
    part.replaceWith(next)
  }
}

/** What tells one fold from another: the link of its entry. */
const nameOf = (fold: Element): string => fold.closest('li')?.querySelector('h3 a')?.getAttribute('href') ?? ''
