import { css } from 'lit'

export const roomStyle = css`
  :host {
    height: 100%;
    min-height: 0;
  }
  .room {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(320px, 27vw, 400px);
    height: 100%;
    min-height: 0;
  }
  .left {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  pv-live-stage,
  .stage-place {
    flex: none;
    width: 100%;
    aspect-ratio: 16 / 9;
    max-height: calc(100dvh - var(--pv-bar) - 230px);
    min-height: 200px;
    background: #05070b;
  }
  .tabs {
    display: none;
  }
  .talk.many {
    display: flex;
    flex-direction: column;
  }
  .part {
    flex: 1;
    min-height: 0;
  }
  .parts,
  .tabs.parts {
    flex: none;
    display: flex;
    border-bottom: 1px solid var(--pv-line);
    background: var(--pv-surface);
  }
  .tabs button {
    flex: 1;
    min-height: var(--pv-tap);
    padding: 0 4px;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--pv-ink-2);
    font-weight: 650;
    cursor: pointer;
  }
  .tabs button:focus-visible {
    outline-offset: -4px;
  }
  .tabs [aria-selected='true'] {
    color: var(--pv-brand);
    border-bottom-color: currentColor;
  }
  .tabs span {
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .tabs i {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-left: 6px;
    border-radius: 4px;
    background: var(--pv-brand);
    vertical-align: middle;
  }
  .onstage {
    flex: none;
    max-height: 9.5em;
    overflow-y: auto;
    border-bottom: 1px solid var(--pv-line);
    background: var(--pv-gold-soft);
  }
  .onstage p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    margin: 0;
    padding: 8px 16px;
    overflow-wrap: anywhere;
  }
  .onstage b {
    color: var(--pv-gold);
    font-size: var(--pv-t-0);
  }
  .onstage span {
    flex: 1 1 60%;
    font-weight: 600;
  }
  .onstage button {
    min-height: 36px;
    padding: 0 14px;
    border: 1px solid var(--pv-line-strong);
    border-radius: 99px;
    background: var(--pv-surface);
    font-weight: 600;
    cursor: pointer;
  }
  .info {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding: 18px 24px 32px;
    scrollbar-width: thin;
    scrollbar-color: var(--pv-line-strong) transparent;
  }
  .title {
    display: grid;
    gap: 4px;
    margin-bottom: 14px;
  }
  ::slotted(h1) {
    font-size: 1.3rem !important;
    line-height: 1.35;
  }
  .talk {
    min-width: 0;
    min-height: 0;
    border-left: 1px solid var(--pv-line);
  }
  .talk-only .left {
    max-width: 820px;
    width: 100%;
    margin-inline: auto;
  }
  .chapters {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-bottom: 16px;
  }
  .chapters button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 0 14px;
    border: 1px solid var(--pv-line-strong);
    border-radius: 99px;
    background: var(--pv-surface);
    font-size: var(--pv-t-0);
    font-weight: 550;
    cursor: pointer;
  }
  .chapters button:hover {
    background: var(--pv-sunken);
  }
  .chapters time {
    color: var(--pv-brand);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .missing {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    height: 100%;
    min-height: 220px;
    padding: 24px;
    text-align: center;
    color: var(--pv-ink-2);
  }
  .missing b {
    color: var(--pv-ink);
    font-size: var(--pv-t-3);
  }
  .missing p {
    margin: 0;
  }
  :host([compact]) {
    height: clamp(380px, 62vh, 560px);
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-3);
    overflow: hidden;
  }
  :host([compact]) .talk {
    height: 100%;
    border: 0;
  }
  @media (max-width: 960px) {
    .room {
      display: flex;
      flex-direction: column;
    }
    .left {
      flex: none;
    }
    .room:has(.info.shown) .left {
      flex: 1;
    }
    pv-live-stage,
    .stage-place {
      max-height: 46dvh;
      min-height: 0;
    }
    .tabs {
      flex: none;
      display: flex;
      border-bottom: 1px solid var(--pv-line);
      background: var(--pv-surface);
    }
    .room .tabs.parts {
      display: none;
    }
    .info {
      padding: 14px 16px 24px;
    }
    .info:not(.shown) {
      flex: none;
      padding: 0;
      overflow: hidden;
    }
    .info:not(.shown) > :not(.title) {
      display: none;
    }
    /* The heading stays for those who hear the page. */
    .info:not(.shown) > .title {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .talk {
      display: none;
      border: 0;
    }
    .talk.shown,
    :host([compact]) .talk {
      display: block;
      flex: 1;
    }
    .talk.many.shown,
    :host([compact]) .talk.many {
      display: flex;
    }
  }
  :host([keyboard]) {
    position: fixed;
    inset: var(--view-top) 0 auto;
    z-index: 35;
    height: var(--view-height);
    background: var(--pv-paper);
  }
  :host([keyboard]) pv-live-stage {
    max-height: 32dvh;
  }
  :host([keyboard]) .tabs {
    display: none;
  }
`
