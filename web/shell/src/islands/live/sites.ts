// Rooms with more than one picture, and recordings that miss what an encoder did not send.
import type { Site, Stream, Stretch } from './types.ts'

/** Media time at a moment of a recording, both in milliseconds. */
export function mediaOf(stretches: readonly Stretch[], at: number): number {
  const here = stretches.findLast(each => each.at <= at) ?? stretches[0]
  return here ? here.mediaMs + at - here.at : at
}

/** Where in a recording a media time is; the next moment that there is, for one that was lost. */
export function positionOf(stretches: readonly Stretch[], mediaMs: number): number {
  const here = stretches.findLast(each => each.mediaMs <= mediaMs)
  if (!here) return 0
  const next = stretches[stretches.indexOf(here) + 1]
  const at = here.at + mediaMs - here.mediaMs
  return next ? Math.min(at, next.at) : at
}

/** The stream as one of its sites shows it. */
export function atSite(stream: Stream, name: string): Stream {
  const site = stream.sites?.find(each => each.site === name)
  if (!site) return stream
  const { src, poster, captions, stretches } = site
  return { ...stream, src, poster: poster ?? null, captions: captions ?? [], stretches: stretches ?? [], picture: site.state }
}

/** The sites that a viewer may choose from; none when there is only one. */
export const choiceOf = (stream: Stream | null | undefined): readonly Site[] => {
  const sites = (stream?.sites ?? []).filter(each => each.kind !== 'encoder' || stream?.state !== 'replay' || (each.stretches?.length ?? 0) > 0)
  return sites.length > 1 ? sites : []
}
