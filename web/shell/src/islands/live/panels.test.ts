// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { Room } from './room.ts'

const answers: Record<string, unknown> = {
  '/questions?sort=votes': {
    questions: [{ id: 'q', at: '2026-10-16T01:00:00Z', aloud: true, text: 'How long?', language: 'en', tags: ['AI'], state: 'answered', votes: 3, answer: { at: '', by: 'Host', mediaMs: 61_000 } }],
    more: false,
    mine: [{ question: { id: 'm', at: '', aloud: false, text: 'Mine?', language: 'en', tags: [], state: 'queued', votes: 0 } }],
    voted: ['q'],
    rules: { moderated: true, anonymity: true, nameless: false, votes: true, tags: ['AI'] },
    open: true,
  },
  '/polls': {
    polls: ['choice', 'multi', 'rank', 'scale', 'number', 'words'].map(kind => ({
      id: kind,
      kind,
      question: { zh: '哪个', en: `Which ${kind}?` },
      options: ['choice', 'multi', 'rank'].includes(kind) ? [{ zh: '甲', en: 'A' }, { zh: '乙', en: 'B' }] : [],
      least: 1,
      most: 2,
      state: 'open',
      round: 1,
      featured: kind === 'choice',
      results: 'live',
      rounds: [{ n: 1, ballots: 4, tally: { counts: kind === 'number' || kind === 'words' ? [] : [3, 1], bins: kind === 'number' || kind === 'words' ? [{ label: 'x', n: 2 }] : [] } }],
    })),
  },
}

const room = { id: 'session:x', can: () => true, hear: () => () => {}, call: async (path: string) => answers[path] } as unknown as Room

const shown = async (tag: string): Promise<ShadowRoot> => {
  const panel = Object.assign(document.createElement(tag), { room, locale: 'en' })
  document.body.append(panel)
  await import('./asking.ts') // as in a room: the element stands in the page before its code does
  const root = (): ShadowRoot => panel.shadowRoot as ShadowRoot
  await vi.waitFor(() => expect(root().querySelectorAll('li').length).toBeGreaterThan(0))
  return root()
}

describe('the panels beside the chat', () => {
  it('show questions with their state, votes and minute', async () => {
    const root = await shown('pv-live-questions')
    const text = root.textContent ?? ''
    for (const each of ['How long?', 'Asked in the hall', 'Watch the answer at 1:01', 'Mine?', 'Waits for the host team']) expect(text).toContain(each)
    expect(root.querySelector('.vote')?.getAttribute('aria-pressed')).toBe('true')
  })

  it('show a ballot and a tally for each kind of poll', async () => {
    const root = await shown('pv-live-polls')
    expect(root.querySelectorAll('article')).toHaveLength(6)
    expect(root.querySelectorAll('input[type=radio]')).toHaveLength(4)
    expect(root.querySelectorAll('.rank li')).toHaveLength(2)
    expect(root.querySelector('[data-id=choice] .bars')?.textContent).toContain('3 · 75 %')
    expect(root.querySelector('[data-id=words] .cloud')?.textContent).toContain('x')
  })
})
