// Sends a form with files and shows how far it is; the server answers with the page to show next.
import { word } from './words.ts'

export function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.querySelector('[role=alert]')?.remove()
  const bar = document.createElement('progress')
  bar.max = 1
  bar.setAttribute('aria-label', word('sending'))
  form.append(bar)
  const buttons = form.querySelectorAll('button')
  const data = new FormData(form, submitter)
  for (const button of buttons) button.disabled = true
  const call = new XMLHttpRequest()
  call.upload.addEventListener('progress', event => {
    if (event.lengthComputable) bar.value = event.loaded / event.total
  })
  const failed = () => {
    bar.remove()
    for (const button of buttons) button.disabled = false
    const notice = document.createElement('p')
    notice.className = 'alert bad'
    notice.setAttribute('role', 'alert')
    notice.textContent = word('not-sent')
    form.append(notice)
  }
  call.addEventListener('load', () => {
    if (call.responseURL && call.responseURL !== form.action) return location.assign(call.responseURL)
    const page = new DOMParser().parseFromString(call.responseText, 'text/html').querySelector('main')
    if (!page) return failed()
    document.querySelector('main')?.replaceWith(page)
    scrollTo(0, 0)
  })
  call.addEventListener('error', failed)
  call.open('POST', form.action)
  call.setRequestHeader('accept', 'text/html')
  call.send(data)
}
