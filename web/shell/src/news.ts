// What is announced to everybody: the strip that the server draws, drawn anew when it changes.
import { toast } from './toast.ts'

export interface Item {
  readonly text: { readonly zh: string; readonly en: string }
  readonly link: string
  readonly urgent: boolean
}

export interface Showing {
  readonly key: string
  readonly items: readonly Item[]
}

/** Puts the strip up to date; what was not there before is also said at the foot of the page. */
export function announce(showing: Showing): void {
  const before = document.querySelector<HTMLElement>('[data-swap=news]')
  if (!before || before.dataset['news'] === showing.key) return
  const known = new Set([...before.querySelectorAll('.strip-in > span[lang]')].map(each => each.textContent))
  const strip = stripOf(showing)
  before.replaceWith(strip)
  for (const said of strip.querySelectorAll('.strip-in > span[lang]')) {
    if (!known.has(said.textContent)) toast(said.textContent ?? '', 9000)
  }
}

function stripOf(showing: Showing): HTMLElement {
  const english = document.documentElement.lang === 'en'
  const strip = document.createElement(showing.items.length > 0 ? 'aside' : 'div')
  Object.assign(strip.dataset, { swap: 'news', news: showing.key })
  strip.hidden = showing.items.length === 0
  strip.className = 'news no-print'
  if (!strip.hidden) strip.setAttribute('aria-label', english ? 'Announcements' : '公告')
  strip.append(...showing.items.map(item => lineOf(item, english)))
  return strip
}

function lineOf(item: Item, english: boolean): HTMLElement {
  const line = document.createElement('p')
  line.className = item.urgent ? 'strip-in urgent' : 'strip-in'
  const icon = document.createElement('span')
  icon.className = 'pv-icon'
  icon.dataset['icon'] = item.urgent ? 'warning' : 'info'
  const words = document.createElement('span')
  const own = english ? item.text.en : item.text.zh
  words.lang = (own ? english : !english) ? 'en' : 'zh'
  words.textContent = own || (english ? item.text.zh : item.text.en)
  line.append(icon, words)
  if (item.link) {
    const link = document.createElement('a')
    link.href = (english ? '/en' : '') + item.link
    link.textContent = english ? 'More' : '查看'
    line.append(link)
  }
  return line
}
