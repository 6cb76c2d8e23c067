// Words and people this visitor does not want to see: kept in this browser, told to nobody.
import { keep, recall } from './memory.ts'

const longest = 400

export class Mutes {
  readonly #room: string
  #words: readonly string[]
  #people: ReadonlySet<string>

  constructor(room: string) {
    this.#room = room
    this.#words = split(recall('local', 'mute-words') ?? '')
    this.#people = new Set(split(recall('local', `mute-people-${room}`) ?? ''))
  }

  /** As one line, parted by commas. */
  get words(): string {
    return this.#words.join(', ')
  }

  set words(line: string) {
    this.#words = split(line.slice(0, longest))
    keep('local', 'mute-words', this.#words.join(','))
  }

  /** Takes a person out of sight, or back into it. */
  toggle(person: string): void {
    const people = new Set(this.#people)
    if (!people.delete(person)) people.add(person)
    this.#people = people
    keep('local', `mute-people-${this.#room}`, [...people].join(','))
  }

  person(id: string | undefined): boolean {
    return id !== undefined && this.#people.has(id)
  }

  hides(text: string, person: string | undefined): boolean {
    const lower = text.toLowerCase()
    return this.person(person) || this.#words.some(word => lower.includes(word))
  }
}

const split = (line: string): readonly string[] =>
  line
    .toLowerCase()
    .split(/[,，、\n]/)
    .map(word => word.trim())
    .filter(Boolean)
