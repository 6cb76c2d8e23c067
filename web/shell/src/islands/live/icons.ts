// The live room's own drawings, 24 px and one stroke, like the house's.
import { type TemplateResult, html } from 'lit'

const paths = {
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  sound: 'M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
  muted: 'M4 9v6h4l5 4V5L8 9zM16.5 9.5l5 5M21.5 9.5l-5 5',
  full: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1',
  pip: 'M3 5h18v14H3zM12 12h7v5h-7z',
  captions: 'M3 5h18v14H3zM10.5 10.5a2 2 0 1 0 0 3M17 10.5a2 2 0 1 0 0 3',
  headphones: 'M4 15v-2a8 8 0 0 1 16 0v2M4 15v3a1.5 1.5 0 0 0 3 0v-3a1.5 1.5 0 0 0-3 0zM17 15v3a1.5 1.5 0 0 0 3 0v-3a1.5 1.5 0 0 0-3 0z',
  fly: 'M3 7h11M3 12h7M3 17h9M17 8l4 4-4 4M21 12h-8',
  sliders: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 4.3a3.5 3.5 0 0 1 0 6.4M18.5 14.9c1.7.8 2.7 2.5 3 5.1',
  pencil: 'M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19z',
  reply: 'M10 6L4 12l6 6M4 12h10a6 6 0 0 1 6 6',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13',
  stop: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.6 5.6l12.8 12.8',
  pin: 'M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6',
  flag: 'M6 21V4h11l-2.5 4L17 12H6',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  send: 'M4 12L20 4l-5 16-3.5-6.5z',
  back: 'M4 12h16M11 5l-7 7 7 7',
  clap: 'M8.5 12.5L5 9a1.6 1.6 0 0 1 2.3-2.3l5 5M12 9.7L8.5 6.2a1.6 1.6 0 0 1 2.3-2.3l5.7 5.7M14.5 7.6l-1-1a1.6 1.6 0 0 1 2.3-2.3l3.5 3.9a7 7 0 0 1-.4 9.9 7 7 0 0 1-9.7-.1L5.5 14.2a1.6 1.6 0 0 1 2.3-2.3',
  heart: 'M12 20s-8-4.8-8-11a4.6 4.6 0 0 1 8-3 4.6 4.6 0 0 1 8 3c0 6.2-8 11-8 11z',
  thumb: 'M7 11v9H4v-9zM7 11l4-8a2.5 2.5 0 0 1 2.5 2.5V9h5a2 2 0 0 1 2 2.3l-1.1 7A2 2 0 0 1 17.4 20H7',
  laugh: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM7.5 13.5a4.6 4.6 0 0 0 9 0zM9 9.2v.1M15 9.2v.1',
  wow: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 13a2.3 2.8 0 1 0 0 5 2.3 2.8 0 0 0 0-5zM9 9v.1M15 9v.1',
  question: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.5v.1',
  rocket: 'M12 15l-3-3c.6-4.5 3.4-8 9.5-8.5C18 9.6 14.5 12.4 12 15zM9 12H5.5L4 15.5l3 .5M12 15v3.5L8.5 20l-.5-3M14.5 8v.1',
  fire: 'M12 21a6.5 6.5 0 0 1-6.5-6.5c0-3 2-4.7 3-7 1.8.8 2.3 2 2.5 3.3C13 9 13.5 6 12.5 3c4 2 6 6 6 9.5A6.5 6.5 0 0 1 12 21z',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9-4.3-4.1 5.9-.8z',
} as const

export type Icon = keyof typeof paths

export const icon = (name: Icon): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]} /></svg>`

/** The drawing of a reaction; a star for one that we do not know. */
export const reactionIcon = (kind: string): TemplateResult => icon(kind in paths ? (kind as Icon) : 'star')
