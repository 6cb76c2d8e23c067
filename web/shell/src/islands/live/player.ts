// The picture and its sound: one <video> for as long as the visitor watches this room, wherever it stands.
import type Hls from 'hls.js/light'
import { mediaOf, positionOf } from './sites.ts'
import type { Caption, Stream } from './types.ts'

export interface Quality {
  readonly level: number
  readonly label: string
}

const firstRetry = 2000
const lastRetry = 30_000

/** Native HLS where there is no MediaSource (iPhones), hls.js elsewhere. */
export class Player extends EventTarget {
  readonly video = document.createElement('video')
  /** Why there is no picture now, and when the next try is. */
  broken: { readonly at: number; readonly again: number } | undefined
  qualities: readonly Quality[] = []
  quality = -1
  audioOnly = false
  loading = false
  /** Somebody wants to see it as soon as there is something. */
  wanted = false
  #stream: Stream | undefined
  #hls: Hls | undefined
  #attached = false
  #recovered = 0
  #wait = firstRetry
  #timer: ReturnType<typeof setTimeout> | undefined
  #gone = false

  constructor(label: string) {
    super()
    const video = this.video
    Object.assign(video, { playsInline: true, muted: true, preload: 'none', disableRemotePlayback: false })
    video.setAttribute('aria-label', label)
    for (const name of ['play', 'pause', 'volumechange', 'timeupdate', 'durationchange', 'waiting', 'playing', 'enterpictureinpicture', 'leavepictureinpicture']) {
      video.addEventListener(name, () => this.#changed())
    }
    video.addEventListener('playing', () => {
      this.loading = false
      this.#wait = firstRetry
      if (this.broken) this.broken = undefined
      this.#changed()
    })
    video.addEventListener('error', () => this.#attached && !this.#hls && this.#fail())
  }

  get live(): boolean {
    return this.#stream?.state === 'live' || this.#stream?.state === 'paused'
  }

  get src(): string | undefined {
    return this.#stream?.src
  }

  /** Seconds behind the source; undefined while nobody can tell. */
  get latency(): number | undefined {
    if (!this.live || this.video.readyState < 2) return undefined
    const seconds = this.#hls?.latency ?? (this.video.seekable.length > 0 ? this.video.seekable.end(this.video.seekable.length - 1) - this.video.currentTime : 0)
    return seconds > 0 ? seconds : undefined
  }

  /** Media time of the session in milliseconds. */
  get mediaMs(): number {
    const at = this.video.currentTime * 1000
    return this.live ? at + (this.#stream?.offsetMs ?? 0) : mediaOf(this.#stream?.stretches ?? [], at)
  }

  get captions(): readonly TextTrack[] {
    return [...this.video.textTracks].filter(track => track.kind === 'captions' || track.kind === 'subtitles')
  }

  /** Whether its encoder sends nothing now. */
  get absent(): boolean {
    return this.#stream?.picture === 'waiting' || this.#stream?.picture === 'lost'
  }

  /** Where in the recording a media time is, in milliseconds. */
  positionOf(mediaMs: number): number {
    const stretches = this.#stream?.stretches ?? []
    return stretches.length > 0 ? positionOf(stretches, mediaMs) : mediaMs
  }

  /** To a media time of a recording. */
  seek(mediaMs: number): void {
    const go = (): void => {
      this.video.currentTime = this.positionOf(mediaMs) / 1000
    }
    if (this.video.readyState > 0) go()
    else this.video.addEventListener('loadedmetadata', go, { once: true })
  }

  /** Takes a stream; the same one again, or one in another state, goes on without a break. */
  show(stream: Stream): void {
    const same = this.#stream?.src === stream.src && (this.#stream.state === 'replay') === (stream.state === 'replay')
    const absent = this.absent
    this.#stream = stream
    if (stream.poster) this.video.poster = stream.poster
    if (!same) this.stop()
    this.#caption(stream.captions ?? [])
    if (absent && !this.absent && this.wanted) this.retry()
    this.#changed()
  }

  /** One track a language; all are off until somebody wants them. */
  #caption(captions: readonly Caption[]): void {
    const tracks = [...this.video.querySelectorAll('track')]
    if (tracks.map(track => track.getAttribute('src')).join() === captions.map(each => each.src).join()) return
    for (const track of tracks) track.remove()
    for (const { language, label, src } of captions) {
      const track = document.createElement('track')
      for (const [name, value] of Object.entries({ kind: 'captions', srclang: language, label, src })) track.setAttribute(name, value)
      this.video.append(track)
    }
  }

  /** Starts or goes on; without sound when the browser insists. */
  async play(): Promise<void> {
    this.wanted = true
    if (this.absent && !this.#attached) return this.#changed()
    if (!this.#attached) await this.#attach()
    try {
      await this.video.play()
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError' && !this.video.muted) {
        this.video.muted = true
        await this.video.play().catch(() => undefined)
      }
    }
    this.#changed()
  }

  pause(): void {
    this.wanted = false
    this.video.pause()
  }

  /** To the newest moment of a live picture. */
  toLive(): void {
    const edge = this.#hls?.liveSyncPosition ?? (this.video.seekable.length > 0 ? this.video.seekable.end(this.video.seekable.length - 1) : undefined)
    if (edge !== undefined && edge !== null) this.video.currentTime = edge
    void this.play()
  }

  choose(level: number): void {
    this.quality = level
    if (this.#hls) this.#hls.nextLevel = level
    this.#changed()
  }

  /** Sound alone: the picture is hidden, and the smallest one is fetched. */
  listenOnly(on: boolean): void {
    this.audioOnly = on
    if (this.#hls) this.#hls.nextLevel = on ? 0 : this.quality
    this.#changed()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#detach()
    this.broken = undefined
    this.loading = false
    this.qualities = []
    this.video.pause()
    this.#changed()
  }

  close(): void {
    this.#gone = true
    this.stop()
    this.video.remove()
  }

  retry(): void {
    clearTimeout(this.#timer)
    this.stop()
    void this.play()
  }

  async #attach(): Promise<void> {
    const stream = this.#stream
    if (!stream) return
    this.#attached = true
    this.#recovered = 0
    this.loading = true
    this.#changed()
    if (!('MediaSource' in globalThis) && !('ManagedMediaSource' in globalThis)) {
      this.video.src = stream.src
      return
    }
    try {
      const { default: Engine } = await import('hls.js/light')
      if (this.#gone || this.#hls || this.#stream !== stream) return
      const hls = new Engine({ enableWorker: false, lowLatencyMode: true, backBufferLength: 30, maxBufferLength: 20 })
      this.#hls = hls
      hls.on(Engine.Events.MANIFEST_PARSED, () => {
        this.qualities = hls.levels.map((level, at) => ({ level: at, label: level.height ? `${level.height}p` : `${Math.round(level.bitrate / 1000)}k` }))
        this.#changed()
      })
      hls.on(Engine.Events.ERROR, (_name, data) => {
        if (!data.fatal) return
        if (data.type === Engine.ErrorTypes.MEDIA_ERROR && this.#recovered++ < 2) hls.recoverMediaError()
        else this.#fail()
      })
      hls.loadSource(stream.src)
      hls.attachMedia(this.video)
    } catch (error) {
      console.error('the player did not load', error)
      this.#fail()
    }
  }

  /** Says so and tries again, each time after twice as long. */
  #fail(): void {
    this.#detach()
    this.loading = false
    this.broken = { at: Date.now(), again: Date.now() + this.#wait }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => !this.#gone && void this.play(), this.#wait)
    this.#wait = Math.min(lastRetry, this.#wait * 2)
    this.#changed()
  }

  #detach(): void {
    this.#attached = false
    this.#hls?.destroy()
    this.#hls = undefined
    if (this.video.hasAttribute('src')) {
      this.video.removeAttribute('src')
      this.video.load()
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'))
  }
}
