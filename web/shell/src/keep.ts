// A visitor without an account presses "keep": this browser remembers until there is one.
import { stars } from '@pavilion/ui'
import { toast } from './toast.ts'
import { word } from './words.ts'

/** Keeps what the form names, or no longer. */
export async function keep(form: HTMLFormElement): Promise<void> {
  const ref = String(new FormData(form).get('ref'))
  const on = !(await stars.all()).has(ref)
  await stars.put(ref, on)
  form.querySelector('button')?.setAttribute('aria-pressed', String(on))
  toast(word(on ? 'kept' : 'not-kept'))
}

/** What this browser kept joins the account; a page that lists it is shown anew. */
export async function join(): Promise<void> {
  const added = await stars.join()
  if (added > 0 && /^(\/en)?\/me(\/|$)/.test(location.pathname)) location.reload()
}
