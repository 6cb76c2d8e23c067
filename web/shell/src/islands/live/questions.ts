// The questions of a room as this page knows them: optimistic about votes, honest about refusals. No DOM.
import type { Asks, OwnQuestion, Question, QuestionPage, QuestionTold, Rules } from './asking-types.ts'
import { type Refusal, refused } from './wire.ts'

export const sorts = ['votes', 'newest', 'unanswered'] as const
export type Sort = (typeof sorts)[number]

const votable = (question: Question): boolean => question.state === 'visible' || question.state === 'staged'

export class QuestionBoard {
  list: readonly Question[] = []
  mine: readonly OwnQuestion[] = []
  readonly voted = new Set<string>()
  rules: Rules | undefined
  open = false
  more = false
  sort: Sort = 'votes'
  /** Why the questions could not be shown. */
  problem: Refusal | undefined

  readonly #room: Asks
  readonly #tell: () => void

  constructor(room: Asks, tell: () => void) {
    this.#room = room
    this.#tell = tell
  }

  async load(): Promise<void> {
    try {
      const page = (await this.#room.call(`/questions?sort=${this.sort}`)) as QuestionPage
      this.list = page.questions
      this.mine = page.mine
      this.voted.clear()
      for (const id of page.voted) this.voted.add(id)
      this.rules = page.rules
      this.open = page.open
      this.more = page.more
      this.problem = undefined
    } catch (error) {
      this.problem = refused(error)
    }
    this.#tell()
  }

  votable(question: Question): boolean {
    return this.open && (this.rules?.votes ?? false) && votable(question)
  }

  /** Whether something of ours changes without the room being told. */
  get waiting(): boolean {
    return this.mine.some(own => own.question.state === 'queued')
  }

  /** Takes what the room was told; true when only the server knows what became of a question of ours. */
  hear(told: QuestionTold): boolean {
    if (told.before) this.#put(told.before)
    if (told.question) this.#put(told.question)
    else this.list = this.list.filter(question => question.id !== told.id)
    const own = this.mine.some(each => each.question.id === told.id)
    this.#tell()
    return own && !told.question
  }

  #put(question: Question): void {
    const known = this.list.some(each => each.id === question.id)
    const fits = this.sort !== 'unanswered' || votable(question)
    // What is read does not move: a changed question stays at its place, a new one comes where one looks for it.
    if (known) this.list = this.list.flatMap(each => (each.id === question.id ? (fits ? [question] : []) : [each]))
    else if (fits) this.list = this.sort === 'newest' ? [question, ...this.list] : [...this.list, question]
    this.mine = this.mine.map(own => (own.question.id === question.id ? { question: { ...question, author: own.question.author ?? null } } : own))
  }

  count(votes: Readonly<Record<string, number>>): void {
    this.list = this.list.map(question => {
      const now = votes[question.id]
      return now === undefined ? question : { ...question, votes: now }
    })
    this.#tell()
  }

  async ask(text: string, anonymous: boolean, tags: readonly string[], key: string): Promise<OwnQuestion> {
    const own = (await this.#room.call('/questions', 'POST', { text, anonymous, tags, key })) as OwnQuestion
    if (!this.mine.some(each => each.question.id === own.question.id)) this.mine = [own, ...this.mine]
    if (own.question.state === 'visible') this.#put(own.question)
    this.#tell()
    return own
  }

  /** Counted at once, taken back when the server refuses. */
  async vote(question: Question): Promise<void> {
    const on = !this.voted.has(question.id)
    this.#mark(question.id, on, question.votes + (on ? 1 : -1))
    try {
      const answer = (await this.#room.call(`/questions/${question.id}/vote`, on ? 'PUT' : 'DELETE')) as { votes: number }
      this.#mark(question.id, on, answer.votes)
    } catch (error) {
      this.#mark(question.id, !on, question.votes)
      throw refused(error)
    }
  }

  #mark(id: string, on: boolean, votes: number): void {
    if (on) this.voted.add(id)
    else this.voted.delete(id)
    this.count({ [id]: votes })
  }

  async withdraw(id: string): Promise<void> {
    await this.#room.call(`/questions/${id}`, 'DELETE')
    this.mine = this.mine.filter(own => own.question.id !== id)
    this.#tell()
  }

  async answer(id: string, text: string): Promise<void> {
    await this.#room.call(`/questions/${id}/answer`, 'POST', text ? { text } : {})
  }

  async similar(text: string): Promise<readonly Question[]> {
    return ((await this.#room.call(`/questions/similar?text=${encodeURIComponent(text)}`)) as { questions: readonly Question[] }).questions
  }
}

/** Media time as m:ss. */
export const minute = (ms: number): string => `${Math.floor(ms / 60_000)}:${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')}`
