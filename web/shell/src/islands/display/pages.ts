// Which page a screen shows next. Pinned things come before everything that only rotates.
import type { Show } from './show.ts'

export type Page = 'question' | 'poll' | 'ask' | 'upcoming' | 'news' | 'count' | 'title'

/** What a projector may show now, by importance: a question on the stage or a pinned poll alone, else the idle pages. */
export function projector(show: Show): readonly Page[] {
  if (show.staged) return ['question']
  if (show.poll) return ['poll']
  const idle: Page[] = []
  if (show.display?.entry) idle.push('ask')
  if (show.display?.upcoming.length) idle.push('upcoming')
  if (show.display?.news.length) idle.push('news')
  return idle.length > 0 ? idle : ['title']
}

/** A kiosk goes through all it has. */
export function kiosk(show: Show): readonly Page[] {
  const pages: Page[] = []
  if (show.poll) pages.push('poll')
  if (show.display?.entry) pages.push('ask')
  if (show.staged) pages.push('question')
  if (show.display?.upcoming.length) pages.push('upcoming')
  if (show.display?.news.length) pages.push('news')
  pages.push('count')
  return pages
}

/** Size of a question in vw, so that long ones stay on the wall. */
export const sizeOf = (length: number): number => (length <= 48 ? 4.6 : length <= 90 ? 3.8 : length <= 160 ? 3 : 2.3)

/** Counts of the round that ran last, with what each is of the largest and of all; nothing where they are kept back. */
export function bars(show: Show): readonly { readonly label: string; readonly n: number; readonly share: number; readonly wide: number }[] | undefined {
  const { poll } = show
  const round = poll?.rounds.find(each => each.n === poll.round)
  if (!poll || !round?.tally) return undefined
  const { counts, bins } = round.tally
  const rows = counts.length > 0 ? counts.map((n, at) => ({ at, n })) : bins.map((bin, at) => ({ at, n: bin.n ?? 0 }))
  const all = rows.reduce((sum, row) => sum + row.n, 0)
  const most = Math.max(1, ...rows.map(row => row.n))
  return rows.map(({ at, n }) => ({ label: labelAt(poll, bins, at), n, share: all > 0 ? n / all : 0, wide: n / most }))
}

function labelAt(poll: NonNullable<Show['poll']>, bins: readonly { readonly label: string }[], at: number): string {
  const option = poll.options[at]
  if (option) return document.documentElement.lang.startsWith('en') ? option.en || option.zh : option.zh || option.en
  return bins[at]?.label ?? String((poll.least ?? 1) + at)
}
