import { type CSSResultGroup, LitElement, type PropertyDeclarations, css } from 'lit'
import { type Api, client, read } from './client.ts'

/** What the shell hands to every island; the full description is in the shell's host.ts. */
export interface Host {
  readonly apiVersion: 1
  readonly plugin: string
  readonly locale: 'zh' | 'en'
  readonly theme: 'light' | 'dark' | 'auto'
  readonly signal: AbortSignal
  fetch(path: string, init?: RequestInit): Promise<Response>
  navigate(path: string): void
  toast(message: string): void
  confirm(question: string): boolean
  t(key: string, ...args: readonly (string | number)[]): string
}

/** What every shadow root of the house starts from: box sizing, focus, hidden, the page's tokens. */
export const base = css`
  :host {
    display: block;
    color: var(--pv-ink);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--pv-focus);
    outline-offset: 2px;
    border-radius: var(--pv-r-1);
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: var(--pv-tap);
    padding: 0 18px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    font-weight: 600;
    cursor: pointer;
  }
  .btn:hover {
    background: var(--pv-sunken);
  }
  .btn.primary {
    border-color: var(--pv-brand);
    background: var(--pv-brand);
    color: var(--pv-brand-ink);
  }
  .note {
    font-size: var(--pv-t-0);
    color: var(--pv-ink-3);
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`

/** The base of an island: reads its strings, talks to its plugin, cleans up by `host.signal`. */
export class PavilionElement extends LitElement {
  static override styles: CSSResultGroup = base
  static override properties: PropertyDeclarations = { context: { attribute: false } }

  declare host: Host
  declare context: Readonly<Record<string, string>>

  /** The plugin's message for the key, in the page's language. */
  t(key: string, ...args: readonly (string | number)[]): string {
    return this.host.t(key, ...args)
  }

  /** The house's API, typed; its calls end when the island leaves the page. */
  get api(): Api {
    return client(this.host.signal)
  }

  /** Fetches JSON from the plugin's own API; anything but success throws with the problem's detail. */
  async json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await read(await this.host.fetch(path, { ...init, headers: { accept: 'application/json', ...init?.headers } }))) as T
  }
}
