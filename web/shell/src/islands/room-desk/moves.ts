// What can be done about questions and messages, and what takes each back.
import type { Act } from './acts.ts'
import type { Word } from './words.ts'

type What = Omit<Act, 'key' | 'at' | 'label'> & { readonly did: Word }

const question = (id: string, act: string, body?: object): Act['send'] => ({ path: `/questions/${encodeURIComponent(id)}/${act}`, method: 'POST', body: body ?? {} })
const message = (id: string, act = ''): string => `/messages/${encodeURIComponent(id)}${act}`

export const questionItem = (id: string): string => `question:${id}`
export const messageItem = (id: string): string => `message:${id}`

/** Moves of a question. What its author is told at once cannot be unsaid, so it waits until it cannot be taken back. */
export const moves = {
  approve: (id: string): What => ({ item: questionItem(id), did: 'did-approve', send: question(id, 'approve'), reverse: question(id, 'archive') }),
  reject: (id: string, reason?: string): What => ({ item: questionItem(id), did: 'did-reject', send: question(id, 'reject', reason ? { reason } : {}) }),
  star: (id: string, before?: string): What => ({ item: questionItem(id), did: 'did-star', send: question(id, 'star', before ? { before } : {}), reverse: question(id, 'unstar') }),
  unstar: (id: string): What => ({ item: questionItem(id), did: 'did-unstar', send: question(id, 'unstar'), reverse: question(id, 'star') }),
  stage: (id: string): What => ({ item: questionItem(id), did: 'did-stage', send: question(id, 'stage'), reverse: question(id, 'unstage') }),
  unstage: (id: string): What => ({ item: questionItem(id), did: 'did-unstage', send: question(id, 'unstage'), reverse: question(id, 'stage') }),
  answer: (id: string): What => ({ item: questionItem(id), did: 'did-answer', send: question(id, 'answer'), reverse: question(id, 'reopen') }),
  reopen: (id: string): What => ({ item: questionItem(id), did: 'did-reopen', send: question(id, 'reopen'), final: true }),
  archive: (id: string): What => ({ item: questionItem(id), did: 'did-archive', send: question(id, 'archive'), reverse: question(id, 'restore') }),
  merge: (id: string, into: string): What => ({ item: questionItem(id), did: 'did-merge', send: question(id, 'merge', { into }) }),
  /** Harm is taken away at once, not in ten seconds. */
  removeMessage: (id: string): What => ({ item: messageItem(id), did: 'did-remove', send: { path: message(id), method: 'DELETE' }, final: true }),
  approveMessage: (id: string): What => ({ item: messageItem(id), did: 'did-approve', send: { path: message(id, '/approve'), method: 'POST' }, reverse: { path: message(id), method: 'DELETE' } }),
  rejectMessage: (id: string): What => ({ item: messageItem(id), did: 'did-reject', send: { path: message(id, '/reject'), method: 'POST' }, reverse: { path: message(id, '/approve'), method: 'POST' } }),
  settle: (id: string): What => ({ item: messageItem(id), did: 'did-fine', send: { path: message(id, '/approve'), method: 'POST' }, final: true }),
} as const
