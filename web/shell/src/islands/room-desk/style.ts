import { css } from 'lit'

export const deskStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: calc(100dvh - var(--pv-bar));
    padding-bottom: calc(60px + env(safe-area-inset-bottom));
  }
  h2,
  h3,
  p,
  ul,
  figure {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .missing {
    padding: var(--pv-s-5);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--pv-s-2) var(--pv-s-4);
    padding: var(--pv-s-3) var(--pv-s-4);
    border-bottom: 1px solid var(--pv-line);
    background: var(--pv-surface);
  }
  .name {
    flex: 1 1 180px;
    min-width: 0;
  }
  ::slotted(h1) {
    font-size: var(--pv-t-2) !important;
    line-height: 1.4;
  }
  .name p {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--pv-s-3);
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-variant-numeric: tabular-nums;
  }
  .phase[data-phase='live'] {
    color: var(--pv-brand-deep);
    font-weight: 700;
  }
  .warn {
    color: var(--pv-gold);
    font-style: normal;
    font-weight: 700;
  }
  .lock {
    display: flex;
    align-items: center;
    gap: var(--pv-s-2);
  }
  .lock.on {
    padding-inline-start: var(--pv-s-3);
    border-radius: var(--pv-r-2);
    background: var(--pv-gold-soft);
    color: var(--pv-gold);
    font-size: var(--pv-t-0);
    font-weight: 700;
  }
  .btn {
    padding: 0 12px;
    touch-action: manipulation;
  }
  .btn.small {
    min-height: 36px;
    padding: 0 10px;
    font-size: var(--pv-t-0);
  }
  .btn.danger {
    border-color: var(--pv-brand);
    color: var(--pv-brand-deep);
  }
  .btn.danger.sure {
    background: var(--pv-brand);
    color: var(--pv-brand-ink);
  }
  kbd {
    min-width: 20px;
    padding: 0 5px;
    border: 1px solid currentcolor;
    border-radius: 5px;
    font: 600 0.7rem/18px var(--pv-mono);
    text-align: center;
    opacity: 0.8;
  }
  .away {
    display: flex;
    flex-basis: 100%;
    align-items: center;
    justify-content: space-between;
    gap: var(--pv-s-3);
    padding: var(--pv-s-2) var(--pv-s-3);
    border-radius: var(--pv-r-2);
    background: var(--pv-gold-soft);
    color: var(--pv-gold);
    font-size: var(--pv-t-1);
    font-weight: 600;
  }
  .lanes {
    flex: 1;
    min-height: 0;
  }
  .lane {
    min-width: 0;
  }
  .lane h2 {
    display: flex;
    justify-content: space-between;
    padding: var(--pv-s-3) var(--pv-s-4);
    border-bottom: 1px solid var(--pv-line);
    font-size: var(--pv-t-1);
  }
  .lane h2 span {
    color: var(--pv-ink-3);
    font-variant-numeric: tabular-nums;
    font-weight: 500;
  }
  .items {
    display: grid;
    align-content: start;
    gap: var(--pv-s-3);
    padding: var(--pv-s-3) var(--pv-s-4);
  }
  .empty {
    padding: var(--pv-s-4) 0;
    color: var(--pv-ink-3);
    font-size: var(--pv-t-1);
  }
  .card {
    display: grid;
    gap: 6px;
    padding: var(--pv-s-3);
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
  }
  .card[data-at] {
    border-color: var(--pv-focus);
  }
  .card.on {
    border-color: var(--pv-brand);
    background: var(--pv-brand-soft);
  }
  .text {
    overflow-wrap: anywhere;
    line-height: 1.5;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--pv-s-2);
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-variant-numeric: tabular-nums;
  }
  .mark {
    padding: 0 8px;
    border-radius: 99px;
    background: var(--pv-sunken);
  }
  .claim {
    color: var(--pv-jade);
    font-weight: 700;
  }
  .who {
    min-height: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--pv-s-2);
  }
  .said {
    display: grid;
    gap: 2px;
  }
  .said li {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--pv-s-2);
    padding: 3px 0;
    border-bottom: 1px solid var(--pv-line);
    font-size: var(--pv-t-1);
    overflow-wrap: anywhere;
  }
  .said li:not([data-state='visible']) > p {
    color: var(--pv-ink-3);
    text-decoration: line-through;
  }
  .line-acts {
    display: flex;
    flex: none;
    gap: 4px;
  }
  details summary {
    min-height: var(--pv-tap);
    padding: 10px 0;
    font-weight: 600;
    cursor: pointer;
  }
  details[open] {
    display: grid;
    gap: var(--pv-s-3);
  }
  section h3,
  dialog h3 {
    margin: var(--pv-s-2) 0;
    font-size: var(--pv-t-1);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
    gap: var(--pv-s-3);
    align-items: end;
  }
  .grid label {
    display: grid;
    gap: 4px;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
  }
  .wide {
    grid-column: 1 / -1;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: var(--pv-tap);
    padding: 8px 10px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    font-size: 16px;
  }
  textarea {
    font-family: inherit;
    color: inherit;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--pv-s-2);
    margin-top: var(--pv-s-2);
  }
  .line input:not([type='checkbox']) {
    flex: 1 1 140px;
    width: auto;
  }
  .line select {
    width: auto;
  }
  .code {
    font-family: var(--pv-mono);
    letter-spacing: 0.12em;
    text-transform: uppercase;
  }
  .code::placeholder {
    font-family: var(--pv-font);
    letter-spacing: 0;
    text-transform: none;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0 var(--pv-s-4);
    margin-top: var(--pv-s-2);
  }
  .choices label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: var(--pv-tap);
    color: var(--pv-ink);
    font-size: var(--pv-t-1);
  }
  .choices input {
    width: 20px;
    height: 20px;
    accent-color: var(--pv-brand);
  }
  .plain {
    display: grid;
    gap: var(--pv-s-2);
    margin: var(--pv-s-2) 0;
    font-size: var(--pv-t-1);
  }
  .spread {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--pv-s-2);
  }
  .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--pv-s-4);
  }
  .entry img {
    border-radius: var(--pv-r-2);
    background: #fff;
  }
  .entry figcaption {
    display: grid;
    justify-items: start;
    gap: var(--pv-s-2);
    overflow-wrap: anywhere;
  }
  .bars {
    display: grid;
    gap: 4px;
  }
  .bars li {
    display: flex;
    justify-content: space-between;
    gap: var(--pv-s-2);
    padding: 4px 8px;
    border-radius: var(--pv-r-1);
    background: linear-gradient(90deg, var(--pv-jade-soft) var(--wide), var(--pv-sunken) var(--wide));
    font-size: var(--pv-t-0);
  }
  dialog {
    width: min(560px, 100vw - 24px);
    max-height: 86dvh;
    padding: var(--pv-s-4);
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-3);
    background: var(--pv-surface);
    color: var(--pv-ink);
  }
  dialog::backdrop {
    background: #0008;
  }
  dialog header {
    justify-content: space-between;
    padding: 0 0 var(--pv-s-2);
    border: 0;
  }
  .keys {
    position: sticky;
    bottom: 0;
    z-index: 5;
    display: none;
    background: var(--pv-surface);
    padding: var(--pv-s-2) var(--pv-s-4);
    border-top: 1px solid var(--pv-line);
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
  }
  .undo {
    position: fixed;
    inset: auto 12px calc(68px + env(safe-area-inset-bottom));
    z-index: 20;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--pv-s-3);
    max-width: 480px;
    margin-inline: auto;
    padding: 6px 6px 6px var(--pv-s-4);
    border-radius: var(--pv-r-2);
    background: var(--pv-ink);
    color: var(--pv-paper);
    box-shadow: var(--pv-shadow-2);
  }
  .undo .btn {
    border-color: transparent;
    background: var(--pv-paper);
    color: var(--pv-ink);
    font-variant-numeric: tabular-nums;
  }
  .bottom {
    position: fixed;
    inset: auto 0 0;
    z-index: 19;
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    padding-bottom: env(safe-area-inset-bottom);
    border-top: 1px solid var(--pv-line);
    background: var(--pv-surface);
  }
  .bottom button,
  .side-tabs button {
    position: relative;
    min-height: 56px;
    border: 0;
    background: none;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-weight: 600;
    cursor: pointer;
  }
  .bottom button[aria-pressed='true'],
  .side-tabs button[aria-pressed='true'] {
    color: var(--pv-brand-deep);
    box-shadow: inset 0 -3px var(--pv-brand);
  }
  .bottom .n,
  .side-tabs .n {
    display: inline-block;
    min-width: 20px;
    margin-inline-start: 4px;
    padding: 0 5px;
    border-radius: 99px;
    background: var(--pv-brand-soft);
    color: var(--pv-brand-deep);
    font-variant-numeric: tabular-nums;
  }
  .side-tabs {
    display: none;
  }
  @media (max-width: 999px) {
    .lanes[data-tab='queue'] .lane:not([data-lane='queue']),
    .lanes[data-tab='run'] .lane:not([data-lane='run']),
    .lanes[data-tab='chat'] .lane:not([data-lane='side']),
    .lanes[data-tab='polls'] .lane:not([data-lane='side']),
    .lanes[data-tab='room'] .lane:not([data-lane='side']) {
      display: none;
    }
    header {
      position: sticky;
      top: var(--pv-bar);
      z-index: 18;
    }
    kbd {
      display: none;
    }
  }
  @media (min-width: 1000px) {
    :host {
      height: calc(100dvh - var(--pv-bar));
      min-height: 0;
      padding-bottom: 0;
    }
    .lanes {
      display: grid;
      grid-template-columns: minmax(220px, 0.9fr) minmax(260px, 1.1fr) minmax(240px, 1fr) minmax(300px, 1.1fr);
    }
    .lane {
      display: flex;
      flex-direction: column;
      min-height: 0;
      border-inline-end: 1px solid var(--pv-line);
    }
    .items {
      overflow-y: auto;
      scrollbar-width: thin;
    }
    .keys {
      display: block;
    }
    .bottom {
      display: none;
    }
    .side-tabs {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      border-bottom: 1px solid var(--pv-line);
    }
    .side-tabs button {
      min-height: 46px;
    }
    .undo {
      inset: auto auto 48px 24px;
    }
  }
`
