import { beforeEach, expect, test } from 'vitest'
import { ApprovalKeys } from './approval-keys.ts'

// oxlint-disable-next-line no-restricted-properties -- a test stands in for the shell
customElements.define('test-approval-keys', ApprovalKeys)

let sent: string[] = []

beforeEach(() => {
  sent = []
  document.body.innerHTML = `<test-approval-keys><form>
    <input type="checkbox" name="pick" value="one"><input type="checkbox" name="pick" value="two"><input name="note">
    <button name="verdict" value="accept" data-key="a">A</button><button name="verdict" value="refuse" data-key="r">R</button>
  </form></test-approval-keys>`
  document.querySelector('form')!.addEventListener('submit', event => {
    event.preventDefault()
    const picked = [...document.querySelectorAll<HTMLInputElement>('[name=pick]:checked')].map(box => box.value)
    sent.push(`${(event.submitter as HTMLButtonElement).value} ${picked.join('+')}`)
  })
})

const press = (key: string): boolean => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

test('the one stood on is decided by one key', () => {
  press('j')
  press('j')
  press('a')
  expect(sent).toEqual(['accept two'])
})

test('all that are picked are decided together', () => {
  press('j')
  press('x')
  press('j')
  press('x')
  press('r')
  expect(sent).toEqual(['refuse one+two'])
})

test('nothing is decided while a reason is typed, nor with nothing picked', () => {
  press('a')
  document.querySelector<HTMLInputElement>('[name=note]')!.focus()
  press('r')
  expect(sent).toEqual([])
})
