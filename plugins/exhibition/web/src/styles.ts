import { css } from 'lit'

export const styles = css`
  :host {
    position: relative;
    height: 100%;
    overflow: hidden;
    background: var(--pv-sunken);
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    touch-action: none;
    cursor: grab;
  }
  canvas:active {
    cursor: grabbing;
  }
  canvas.over {
    cursor: pointer;
  }
  canvas:focus-visible {
    outline-offset: -3px;
  }
  .panel,
  .card,
  .controls button,
  .demo {
    background: var(--pv-surface);
    border: 1px solid var(--pv-line);
    box-shadow: var(--pv-shadow-1);
  }
  .panel {
    position: absolute;
    inset: 16px auto 16px 16px;
    width: 348px;
    display: flex;
    flex-direction: column;
    border-radius: var(--pv-r-3);
    overflow: hidden;
  }
  .grip {
    display: none;
  }
  .head {
    padding: 14px 16px 0;
  }
  ::slotted(h1) {
    font-size: 1.06rem !important;
    line-height: 1.3;
  }
  ::slotted([slot='note']) {
    display: block;
  }
  .find {
    display: block;
    padding: 10px 14px;
  }
  .find input {
    width: 100%;
    min-height: var(--pv-tap);
    padding: 0 14px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-paper);
  }
  .find input::placeholder {
    color: var(--pv-ink-3);
    opacity: 1;
  }
  .chips {
    flex: none;
    display: flex;
    gap: 6px;
    overflow-x: auto;
    padding: 0 14px 10px;
    scrollbar-width: none;
  }
  .chips button {
    flex: none;
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 36px;
    padding: 0 13px;
    border: 1px solid var(--pv-line-strong);
    border-radius: 99px;
    background: none;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-weight: 550;
    cursor: pointer;
  }
  .chips button[aria-pressed='true'] {
    background: var(--pv-ink);
    border-color: var(--pv-ink);
    color: var(--pv-paper);
  }
  .chips i {
    width: 10px;
    height: 10px;
    border-radius: 3px;
    background: var(--c);
  }
  .count {
    flex: none;
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: 34px;
    padding: 0 16px;
    border-top: 1px solid var(--pv-line);
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
  }
  .link {
    min-height: 32px;
    border: 0;
    background: none;
    color: var(--pv-brand);
    font-weight: 600;
    cursor: pointer;
  }
  ul {
    flex: 1;
    margin: 0;
    padding: 0 8px 8px;
    overflow: auto;
    list-style: none;
    overscroll-behavior: contain;
  }
  ul:focus-visible {
    outline-offset: -3px;
  }
  li {
    display: grid;
    grid-template-columns: 66px minmax(0, 1fr) auto;
    align-items: center;
    gap: 12px;
    min-height: 56px;
    padding: 8px;
    border-radius: var(--pv-r-2);
    cursor: pointer;
  }
  li:hover {
    background: var(--pv-sunken);
  }
  li[aria-selected='true'] {
    background: var(--pv-brand-soft);
  }
  li b {
    display: block;
    font-size: var(--pv-t-1);
    font-weight: 600;
    line-height: 1.35;
  }
  li small {
    display: block;
    overflow: hidden;
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  code {
    padding: 6px 0;
    border-radius: var(--pv-r-1);
    background: var(--c);
    color: var(--pv-ink);
    font: 700 0.8125rem/1 var(--pv-mono);
    text-align: center;
  }
  .badge {
    padding: 1px 8px;
    border: 1px dashed color-mix(in oklab, var(--pv-gold) 70%, transparent);
    border-radius: 99px;
    color: var(--pv-gold);
    font-size: 0.75rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .more,
  .none {
    padding: 12px;
    text-align: center;
  }
  .none {
    display: grid;
    gap: 10px;
    justify-items: center;
    color: var(--pv-ink-2);
  }
  .controls {
    position: absolute;
    right: 16px;
    bottom: 16px;
    display: grid;
    gap: 8px;
  }
  .controls button {
    display: grid;
    place-items: center;
    width: var(--pv-tap);
    height: var(--pv-tap);
    padding: 0;
    border-radius: 12px;
    cursor: pointer;
  }
  .controls svg,
  .x svg {
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
  }
  .corner {
    position: absolute;
    top: 16px;
    right: 16px;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 8px 10px;
    max-width: calc(100% - 396px);
  }
  .tour {
    display: inline-flex;
    align-items: center;
    min-height: var(--pv-tap);
    padding: 0 14px;
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    box-shadow: var(--pv-shadow-1);
    color: inherit;
    font-weight: 650;
    text-decoration: none;
  }
  .views {
    display: inline-flex;
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    box-shadow: var(--pv-shadow-1);
    overflow: hidden;
  }
  .views button {
    min-height: var(--pv-tap);
    min-width: 56px;
    padding: 0 16px;
    border: 0;
    background: none;
    font-weight: 650;
    cursor: pointer;
  }
  .views button:focus-visible {
    outline-offset: -3px;
  }
  .views button[aria-pressed='true'] {
    background: var(--pv-ink);
    color: var(--pv-paper);
  }
  .refused,
  .opening {
    margin: 0;
    padding: 8px 14px;
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    font-size: var(--pv-t-1);
    font-weight: 600;
  }
  .opening {
    position: absolute;
    left: calc(50% + 182px);
    top: 45%;
    translate: -50%;
  }
  .demo {
    margin: 0;
    padding: 5px 12px;
    border: 1px dashed color-mix(in oklab, var(--pv-gold) 70%, transparent);
    border-radius: 99px;
    color: var(--pv-gold);
    font-size: var(--pv-t-0);
    font-weight: 600;
  }
  .card {
    position: absolute;
    left: 380px;
    bottom: 16px;
    width: min(430px, calc(100% - 380px - 92px));
    display: grid;
    gap: 8px;
    padding: 16px 20px 18px;
    border-radius: var(--pv-r-3);
    box-shadow: var(--pv-shadow-2);
  }
  .card h2 {
    margin: 0;
    padding-right: 36px;
    font-size: 1.2rem;
    line-height: 1.3;
  }
  .card p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    margin: 0;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-1);
  }
  .card code {
    padding: 5px 10px;
  }
  .card .walk {
    color: var(--pv-ink);
    font-weight: 600;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 4px;
  }
  .acts .btn {
    text-decoration: none;
  }
  .from {
    display: inline-flex;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    overflow: hidden;
  }
  .from button {
    min-height: 42px;
    padding: 0 12px;
    border: 0;
    background: none;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-weight: 600;
    cursor: pointer;
  }
  .from button[aria-pressed='true'] {
    background: var(--pv-ink);
    color: var(--pv-paper);
  }
  .x {
    position: absolute;
    right: 6px;
    top: 6px;
    display: grid;
    place-items: center;
    width: var(--pv-tap);
    height: var(--pv-tap);
    border: 0;
    background: none;
    color: var(--pv-ink-3);
    cursor: pointer;
  }
  .sr,
  .probe {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .failed {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
  }
  @media (max-width: 760px) {
    .panel {
      inset: auto 0 0;
      width: auto;
      height: var(--sheet, 46%);
      border-radius: 18px 18px 0 0;
      border-width: 1px 0 0;
      transition: height var(--pv-slow) var(--pv-ease);
    }
    .panel.dragging {
      transition: none;
    }
    .grip {
      flex: none;
      display: block;
      height: 28px;
      border: 0;
      background: none;
      touch-action: none;
      cursor: ns-resize;
    }
    .grip::after {
      content: '';
      display: block;
      width: 44px;
      height: 5px;
      margin: auto;
      border-radius: 9px;
      background: var(--pv-line-strong);
    }
    .head {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    .find {
      padding-top: 0;
    }
    .controls {
      inset: 60px 10px auto auto;
    }
    .controls .in,
    .controls .out {
      display: none;
    }
    .corner {
      inset: 8px 10px auto 10px;
      max-width: none;
      justify-content: space-between;
    }
    .opening {
      left: 50%;
    }
    .card {
      left: 0;
      bottom: 0;
      width: 100%;
      border-radius: 18px 18px 0 0;
      border-width: 1px 0 0;
      z-index: 2;
    }
  }
`
