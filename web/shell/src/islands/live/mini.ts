// What plays goes on in a corner while the visitor looks around: outside <main>, with the same <video>.
import { type Locale, base, text } from '@pavilion/ui'
import { css, html, render } from 'lit'
import { icon } from './icons.ts'
import type { Player } from './player.ts'
import type { Room } from './room.ts'
import { release } from './rooms.ts'
import { wordsIn } from './words.ts'

const style = css`
  :host {
    position: fixed;
    right: 16px;
    bottom: 16px;
    z-index: 40;
    width: min(320px, calc(100vw - 32px));
    overflow: hidden;
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-2);
    background: var(--pv-raised);
    box-shadow: var(--pv-shadow-2);
  }
  .picture {
    aspect-ratio: 16 / 9;
    background: #05070b;
  }
  .picture.hidden {
    display: none;
  }
  video {
    display: block;
    width: 100%;
    height: 100%;
  }
  .line {
    display: flex;
    align-items: center;
    padding: 2px 4px 2px 12px;
  }
  a {
    flex: 1;
    min-width: 0;
    display: grid;
    align-content: center;
    min-height: var(--pv-tap);
    color: var(--pv-ink);
    font-size: var(--pv-t-0);
    font-weight: 650;
    line-height: 1.3;
    text-decoration: none;
  }
  a span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  small {
    color: var(--pv-ink-3);
    font-size: 0.75rem;
    font-weight: 500;
  }
  button {
    display: grid;
    place-items: center;
    width: var(--pv-tap);
    height: var(--pv-tap);
    padding: 0;
    border: 0;
    border-radius: var(--pv-r-2);
    background: none;
    color: var(--pv-ink-2);
    cursor: pointer;
  }
  button:hover {
    background: var(--pv-sunken);
  }
  svg {
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (max-width: 760px) {
    :host {
      right: 8px;
      bottom: calc(66px + env(safe-area-inset-bottom));
      width: 228px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`

interface Playing {
  readonly room: Room
  readonly player: Player
  readonly locale: Locale
  readonly box: HTMLElement
  readonly leave: AbortController
}

let playing: Playing | undefined

/** Takes over a room and its player from a page that is being left; call it before that page's nodes are gone for good. */
export function shrink(room: Room, player: Player, locale: Locale): void {
  closeMini()
  const box = document.createElement('aside')
  box.className = 'mini-player'
  box.setAttribute('aria-label', wordsIn(locale)('mini'))
  const root = box.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [base, style].flatMap(each => each.styleSheet ?? [])
  const leave = new AbortController()
  playing = { room, player, locale, box, leave }
  draw(playing, root)
  // In one task with its removal from the page, so that the picture goes on.
  root.querySelector('.picture')?.append(player.video)
  document.body.append(box)
  const again = (): void => draw({ room, player, locale, box, leave }, root)
  player.addEventListener('change', again, { signal: leave.signal })
  leave.signal.addEventListener('abort', room.hear(change => change.what === 'room' && again()))
}

/** Gives the player back to the room's own page; anything else that plays is closed. */
export function grow(id: string): Player | undefined {
  if (playing?.room.id !== id) {
    closeMini()
    return undefined
  }
  const { player, room, box, leave } = playing
  playing = undefined
  leave.abort()
  // The video stays in the document until the page's stage takes it.
  box.replaceWith(player.video)
  release(room)
  return player
}

export function closeMini(): void {
  if (!playing) return
  const { player, room, box, leave } = playing
  playing = undefined
  leave.abort()
  player.close()
  box.remove()
  release(room)
}

function draw({ room, player, locale }: Playing, root: ShadowRoot): void {
  const t = wordsIn(locale)
  const { video } = player
  const title = room.state ? text(room.state.title, locale) : t('mini')
  render(
    html`<div class=${player.audioOnly ? 'picture hidden' : 'picture'}></div>
      <div class="line">
        <a href=${`${locale === 'en' ? '/en' : ''}/live/${room.id}`} title=${t('mini-back')}><span>${title}</span><small>${player.broken ? t('broken') : t(room.state?.phase ?? 'live')}</small></a>
        <button type="button" aria-label=${t(video.paused ? 'play' : 'pause')} @click=${() => (video.paused ? void player.play() : player.pause())}>${icon(video.paused ? 'play' : 'pause')}</button>
        <button type="button" aria-label=${t(video.muted ? 'unmute' : 'mute')} @click=${() => (video.muted = !video.muted)}>${icon(video.muted ? 'muted' : 'sound')}</button>
        <button type="button" aria-label=${t('close')} @click=${closeMini}>${icon('close')}</button>
      </div>`,
    root,
  )
}
