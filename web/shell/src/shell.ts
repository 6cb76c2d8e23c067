// The frame's behaviour, on top of pages that work without it.
import { account } from './bell.ts'
import { hearChanges } from './changes.ts'
import { adopt, useNavigator } from './islands.ts'
import { navigate, startNavigator } from './navigator.ts'
import { switchTheme } from './theme.ts'
import { toast } from './toast.ts'
import { word } from './words.ts'

document.addEventListener('click', event => {
  if ((event.target as Element).closest('[data-act=theme]')) switchTheme()
})

document.addEventListener(
  'submit',
  event => {
    const form = event.target as HTMLFormElement
    const question = (event.submitter ?? form).dataset['confirm'] ?? form.dataset['confirm']
    if (question && !confirm(question)) event.preventDefault()
    else if ('progress' in form.dataset) {
      event.preventDefault()
      void import('./upload.ts').then(upload => upload.send(form, event.submitter))
    } else if (form.getAttribute('action')?.endsWith('/me/favourites') && !account()) {
      event.preventDefault()
      void import('./keep.ts').then(kept => kept.keep(form))
    }
  },
  { capture: true },
)

document.addEventListener('focusin', event => {
  const form = (event.target as Element).closest<HTMLFormElement>('form[data-search]')
  if (form) void import('./search-box.ts').then(box => box.enhance(form))
})

document.addEventListener('keydown', event => {
  const writing = (event.target as Element).closest('input, textarea, select, [contenteditable]')
  const box = document.querySelector<HTMLElement>('form[data-search] input')
  if (event.key === '/' && !writing && box && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    box.focus()
  }
})

let notice: HTMLElement | undefined
const online = (): void => {
  if (navigator.onLine) {
    if (notice) toast(word('online'))
    notice?.remove()
    notice = undefined
  } else if (!notice) {
    notice = document.createElement('div')
    notice.className = 'offline'
    notice.role = 'status'
    notice.textContent = word('offline')
    document.body.prepend(notice)
  }
}
addEventListener('online', online)
addEventListener('offline', online)
online()

useNavigator(navigate)
startNavigator()
adopt(document)
hearChanges()
if (account() && localStorage.getItem('pv-stars')) void import('./keep.ts').then(kept => kept.join())
