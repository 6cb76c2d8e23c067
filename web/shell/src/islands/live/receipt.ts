// Receipts of ballots, computed here: a site without HTTPS has no crypto.subtle, and a check must not ask whom it checks.
import type { Receipt } from './asking-types.ts'

const primes: number[] = []
for (let n = 2; primes.length < 64; n++) if (primes.every(prime => n % prime > 0)) primes.push(n)
const fraction = (n: number): number => ((n - Math.floor(n)) * 2 ** 32) | 0
const rounds = primes.map(prime => fraction(Math.cbrt(prime)))
const start = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const hash = [...start]
  const words = new Int32Array(64)
  const word = (n: number): number => words[n] as number
  for (let block = 0; block < padded.length; block += 64) {
    for (let n = 0; n < 16; n++) words[n] = view.getInt32(block + n * 4)
    for (let n = 16; n < 64; n++) {
      const a = word(n - 15)
      const b = word(n - 2)
      words[n] = (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)) + word(n - 7) + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + word(n - 16)
    }
    let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number]
    for (let n = 0; n < 64; n++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (rounds[n] as number) + word(n)) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    for (const [n, more] of [a, b, c, d, e, f, g, h].entries()) hash[n] = ((hash[n] as number) + more) | 0
  }
  const out = new DataView(new ArrayBuffer(32))
  for (const [n, part] of hash.entries()) out.setInt32(n * 4, part)
  return new Uint8Array(out.buffer)
}

export const hex = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

const unhex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16))

/** What the server must have given for this ballot. */
export const receiptOf = (poll: string, round: number, { value, nonce }: Receipt): string => hex(sha256(new TextEncoder().encode([poll, round, value, nonce].join('|'))))

const node = (kind: number, ...parts: readonly Uint8Array[]): Uint8Array => sha256(Uint8Array.from([kind, ...parts.flatMap(part => [...part])]))

/** Root of the tree over receipts in their order; a last one without partner goes up as it is. */
export function rootOf(leaves: readonly string[]): string {
  let level = leaves.map(leaf => node(0, unhex(leaf)))
  if (level.length === 0) return hex(sha256(new Uint8Array()))
  while (level.length > 1) {
    level = level.flatMap((left, n) => {
      if (n % 2 === 1) return []
      const right = level[n + 1]
      return [right ? node(1, left, right) : left]
    })
  }
  return hex(level[0] as Uint8Array)
}
