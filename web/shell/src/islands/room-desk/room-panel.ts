import { type TemplateResult, html, nothing } from 'lit'
import { time } from '@pavilion/ui'
import type { RoomDesk } from './room-desk.ts'
import type { DeskModes } from './types.ts'
import { type Word, isWord } from './words.ts'

const steps: Readonly<Record<string, readonly string[]>> = {
  scheduled: ['open'],
  lobby: ['start'],
  live: ['pause', 'end'],
  paused: ['resume', 'end'],
  afterglow: ['close'],
}
const switches = ['membersOnly', 'emojiOnly', 'linksOff', 'audienceMuted', 'inRoomMuted'] as const
const views = ['projector', 'lower-third', 'kiosk'] as const
const slows = [0, 5, 10, 30, 60] as const
const delays = [0, 5, 10, 20, 30] as const

/** The room itself: its course, how its chat runs, notices, screens, the way into the hall, and who is on duty. */
export class RoomPanel {
  readonly #desk: RoomDesk

  constructor(desk: RoomDesk) {
    this.#desk = desk
  }

  async #do(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object, done?: Word): Promise<boolean> {
    const { desk } = this.#desk
    const good = await this.#desk.now(() => desk?.put(method, path, body) ?? Promise.resolve(), done)
    desk?.soon('room', 'chat', 'duty')
    return good
  }

  render(): TemplateResult {
    const { say: t, desk, host } = this.#desk
    if (!desk?.room) return html`${nothing}`
    return html`
      ${desk.can('room.phase')
        ? html`<section><h3>${t('phase')}</h3><div class="acts">${(steps[desk.room.phase] ?? []).map(step => html`<button type="button" class="btn" @click=${() => this.#step(step)}>${t(`step-${step}` as Word)}</button>`)}</div></section>`
        : nothing}
      ${desk.can('room.modes') ? this.#modes(desk.chat?.modes ?? desk.room.modes) : nothing}
      ${desk.chat ? this.#notice() : nothing}
      ${this.#screens()}
      ${desk.entry
        ? html`<section><h3>${t('entry')}</h3><figure class="entry"><img src=${`data:image/svg+xml,${encodeURIComponent(desk.entry.qr)}`} alt=${t('entry-qr')} width="132" height="132" /><figcaption><b>${desk.entry.address.replace(/^https?:\/\//, '')}</b><button type="button" class="btn" @click=${() => this.#rotate()}>${t('entry-rotate')}</button></figcaption></figure></section>`
        : nothing}
      ${this.#duty()}
      <p><a class="btn" href=${`${host.locale === 'en' ? '/en' : ''}/live/${desk.id}/runner`} data-full-load>${t('runner')}</a></p>`
  }

  #step(step: string): void {
    const sure = step !== 'end' && step !== 'close'
    if (sure || this.#desk.host.confirm(`${this.#desk.say(`step-${step}` as Word)}?`)) void this.#do('PUT', '/phase', { event: step })
  }

  #modes(modes: DeskModes): TemplateResult {
    const { say: t } = this.#desk
    const pick = (word: 'slow' | 'delay', field: 'slowSeconds' | 'delaySeconds', values: readonly number[]): TemplateResult =>
      html`<label>${t(word)}<select @change=${(event: Event) => void this.#do('PUT', '/modes', { [field]: Number((event.target as HTMLSelectElement).value) })}>${values.map(each => html`<option value=${each} ?selected=${(modes[field] ?? 0) === each}>${each === 0 ? t('off') : t('seconds', each)}</option>`)}</select></label>`
    return html`<section><h3>${t('modes')}</h3><div class="grid">${pick('slow', 'slowSeconds', slows)}${modes.delaySeconds === undefined ? nothing : pick('delay', 'delaySeconds', delays)}</div>
      <div class="choices">${switches.filter(each => modes[each] !== undefined).map(each => html`<label><input type="checkbox" .checked=${modes[each] === true} @change=${(event: Event) => void this.#do('PUT', '/modes', { [each]: (event.target as HTMLInputElement).checked })} />${t(each)}</label>`)}</div></section>`
  }

  #notice(): TemplateResult {
    const { say: t, desk } = this.#desk
    const notice = desk?.chat?.notice
    const show = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault()
      const form = event.target as HTMLFormElement
      const said = String(new FormData(form).get('text') ?? '').trim()
      if (said && (await this.#do('POST', '/notices', { text: said, minutes: 15 }))) form.reset()
    }
    return html`<section><h3>${t('notice')}</h3>
      ${notice ? html`<p class="text">${notice.text}</p><button type="button" class="btn" @click=${() => void this.#do('DELETE', `/notices/${encodeURIComponent(notice.id)}`, {})}>${t('notice-end')}</button>` : nothing}
      <form class="line" @submit=${show}><input name="text" aria-label=${t('notice-text')} placeholder=${t('notice-text')} maxlength="200" required /><button class="btn">${t('notice-show')}</button></form></section>`
  }

  #screens(): TemplateResult | typeof nothing {
    const { say: t, desk, host } = this.#desk
    if (!desk?.screens) return nothing
    const pair = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault()
      const form = event.target as HTMLFormElement
      const { code = '', view = 'projector' } = Object.fromEntries(new FormData(form)) as Record<string, string>
      if (await this.#do('POST', '/displays', { code, view }, 'screen-paired')) form.reset()
    }
    return html`<section><h3>${t('screens')}</h3>
      <form class="line" @submit=${pair}><input name="code" class="code" aria-label=${t('screen-code')} placeholder=${t('screen-code')} required maxlength="8" autocomplete="off" autocapitalize="characters" spellcheck="false" />
        <select name="view" aria-label=${t('screen-view')}>${views.map(view => html`<option value=${view}>${t(`view-${view}`)}</option>`)}</select><button class="btn primary">${t('screen-pair')}</button></form>
      ${desk.screens.length === 0 ? html`<p class="note">${t('screen-none')}</p>` : nothing}
      <ul class="plain">${desk.screens.map(screen => {
        const view = `view-${screen.view}`
        return html`<li class="spread"><span>${isWord(view) ? t(view) : screen.view}${screen.label ? ` · ${screen.label}` : ''} <span class="note">${screen.seenAt ? t('screen-seen', time(screen.seenAt, host.locale)) : nothing}</span></span><button type="button" class="btn small" @click=${() => void this.#do('DELETE', `/displays/${encodeURIComponent(screen.id)}`, {})}>${t('screen-revoke')}</button></li>`
      })}</ul>
      <a class="btn" target="_blank" rel="noopener" href=${`${host.locale === 'en' ? '/en' : ''}/live/${desk.id}/projector`}>${t('screen-preview')}</a></section>`
  }

  #rotate(): void {
    if (this.#desk.host.confirm(this.#desk.say('entry-rotate-sure'))) void this.#do('POST', '/entry/rotate', {})
  }

  #duty(): TemplateResult | typeof nothing {
    const { say: t, desk, host } = this.#desk
    const duty = desk?.duty
    if (!duty) return nothing
    const save = (event: SubmitEvent): void => {
      event.preventDefault()
      void this.#do('PUT', '/desk/handover', { note: String(new FormData(event.target as HTMLFormElement).get('note') ?? '') }, 'saved')
    }
    return html`<section><h3>${t('duty')}</h3>
      <p>${duty.people.length === 0 ? t('duty-none') : duty.people.map(each => `${each.name} (${time(each.since, host.locale)})`).join(', ')}</p>
      <button type="button" class="btn" @click=${() => void this.#do('PUT', '/desk/duty', { on: !duty.mine })}>${t(duty.mine ? 'duty-leave' : 'duty-take')}</button>
      <form class="grid" @submit=${save}><label class="wide">${t('handover')}<textarea name="note" rows="3" maxlength="2000" .value=${duty.handover?.note ?? ''}></textarea></label>
        ${duty.handover ? html`<p class="note">${duty.handover.by} · ${time(duty.handover.at, host.locale)}</p>` : nothing}<button class="btn">${t('save')}</button></form></section>`
  }
}
