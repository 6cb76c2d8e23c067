import { type TemplateResult, html, nothing } from 'lit'
import { number, text } from '@pavilion/ui'
import type { RoomDesk } from './room-desk.ts'
import type { DeskPoll } from './types.ts'
import { type Word, isWord } from './words.ts'

const steps: Readonly<Record<string, readonly string[]>> = {
  draft: ['open'],
  open: ['pause', 'close'],
  paused: ['resume', 'close'],
  closed: ['new-round'],
}
const kinds = ['choice', 'multi', 'scale', 'words'] as const
const results = ['live', 'after-vote', 'after-close', 'never'] as const

const both = (said: string): { zh: string; en: string } => ({ zh: said, en: said })

/** The polls of the room: write one, open it, watch it, close it, show it. */
export class PollPanel {
  readonly #desk: RoomDesk

  constructor(desk: RoomDesk) {
    this.#desk = desk
  }

  async #act(poll: DeskPoll, act: string): Promise<void> {
    const { desk } = this.#desk
    await this.#desk.now(() => desk?.put('POST', `/polls/${encodeURIComponent(poll.id)}/${act}`) ?? Promise.resolve())
    desk?.soon('polls')
  }

  readonly #write = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const { question = '', options = '', kind = 'choice', results: shown = 'after-close' } = Object.fromEntries(new FormData(form)) as Record<string, string>
    const lines = options.split('\n').map(each => each.trim()).filter(Boolean)
    const draft = {
      kind,
      question: both(question.trim()),
      options: kind === 'choice' || kind === 'multi' ? lines.map(both) : [],
      results: shown,
      ...(kind === 'scale' ? { least: 1, most: 5 } : {}),
      ...(kind === 'multi' ? { most: Math.max(1, lines.length) } : {}),
      ...(kind === 'words' ? { most: 3 } : {}),
    }
    if (await this.#desk.now(() => this.#desk.desk?.put('POST', '/polls', draft) ?? Promise.resolve())) form.reset()
    this.#desk.desk?.soon('polls')
  }

  render(): TemplateResult {
    const { say: t, desk } = this.#desk
    const polls = desk?.polls
    return html`${polls?.length ? polls.filter(each => each.state !== 'archived').map(each => this.#poll(each)) : html`<p class="empty">${t('polls-empty')}</p>`}
      <details><summary>${t('poll-new')}</summary>
        <form class="grid" @submit=${this.#write}>
          <label class="wide">${t('poll-question')}<input name="question" required maxlength="300" /></label>
          <label>${t('poll-kind')}<select name="kind">${kinds.map(kind => html`<option value=${kind}>${t(`poll-${kind}`)}</option>`)}</select></label>
          <label>${t('poll-results')}<select name="results">${results.map(each => html`<option value=${each}>${t(`results-${each}`)}</option>`)}</select></label>
          <label class="wide">${t('poll-options')}<textarea name="options" rows="4"></textarea></label>
          <button class="btn primary">${t('poll-draft')}</button>
        </form></details>`
  }

  #poll(poll: DeskPoll): TemplateResult {
    const { say: t, host } = this.#desk
    const round = poll.rounds.find(each => each.n === poll.round)
    const all = Math.max(1, round?.tally?.counts.reduce((sum, n) => sum + n, 0) ?? 1)
    const state = `state-${poll.state}`
    const acts = [...(steps[poll.state] ?? []), ...(poll.state === 'draft' ? [] : [poll.featured ? 'unfeature' : 'feature'])]
    return html`<article class="card" tabindex="0" data-item=${`poll:${poll.id}`}>
      <p class="text">${text(poll.question, host.locale)}</p>
      <p class="meta"><span class="mark">${isWord(state) ? t(state) : poll.state}</span>${round ? html`<span>${t('poll-ballots', poll.round, number(round.ballots, host.locale))}</span>` : nothing}</p>
      ${round?.tally && poll.options.length > 0
        ? html`<ul class="bars">${poll.options.map((option, at) => html`<li style=${`--wide:${(((round.tally?.counts[at] ?? 0) / all) * 100).toFixed(1)}%`}><span>${text(option, host.locale)}</span><b>${round.tally?.counts[at] ?? 0}</b></li>`)}</ul>`
        : nothing}
      <div class="acts">${acts.map((act, at) => html`<button type="button" class=${at === 0 ? 'btn primary' : 'btn'} @click=${() => void this.#act(poll, act)}>${t(`poll-${act}` as Word)}</button>`)}</div>
    </article>`
  }
}
