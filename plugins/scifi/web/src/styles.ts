import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 380px);
    min-height: min(640px, 76dvh);
  }
  .frame {
    position: relative;
    min-height: 420px;
    overflow: hidden;
    background: radial-gradient(60% 46% at 50% 92%, #24344f 0, transparent 70%), radial-gradient(70% 80% at 52% 42%, #22396a, #101a30 62%, #0a0f1b);
    color: #eef1f6;
    isolation: isolate;
  }
  .poster,
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .poster {
    object-fit: cover;
  }
  canvas {
    touch-action: pan-y;
    cursor: grab;
  }
  canvas:active {
    cursor: grabbing;
  }
  canvas:focus-visible {
    outline-color: #8ab4ff;
    outline-offset: -4px;
    border-radius: var(--pv-r-3);
  }
  .pin {
    position: absolute;
    left: 0;
    top: 0;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: -22px 0 0 -22px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    transition: opacity 160ms;
  }
  .pin span {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border: 2px solid #ff7a5c;
    border-radius: 50%;
    background: #0c1018e0;
    color: #fff;
    font: 700 13px/1 var(--pv-mono);
    box-shadow: 0 2px 10px #0008;
    transition: transform 160ms, background 160ms;
  }
  .pin:hover span,
  .pin[data-on] span {
    transform: scale(1.18);
    background: #ff7a5c;
    color: #1c0905;
  }
  .pin.behind {
    opacity: 0.25;
  }
  .bar {
    position: absolute;
    left: 50%;
    bottom: 14px;
    display: flex;
    align-items: center;
    translate: -50% 0;
    padding: 2px;
    border: 1px solid #ffffff26;
    border-radius: 99px;
    background: #0c1018cc;
    backdrop-filter: blur(10px);
    font-weight: 600;
    font-size: var(--pv-t-0);
    white-space: nowrap;
  }
  .bar span {
    min-width: 4.6em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .bar button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 99px;
    background: none;
    cursor: pointer;
  }
  .bar button:hover {
    background: #ffffff1f;
  }
  .bar :focus-visible {
    outline-color: #8ab4ff;
    outline-offset: -2px;
    border-radius: 99px;
  }
  .bar svg {
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .notice {
    position: absolute;
    left: 16px;
    right: 16px;
    bottom: 14px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
    width: fit-content;
    margin: 0 auto;
    padding: 8px 16px;
    border-radius: 22px;
    background: #0c1018e6;
    color: #eef1f6;
    font-size: var(--pv-t-0);
  }
  .notice .btn {
    color: var(--pv-ink);
  }
  .spin {
    width: 14px;
    height: 14px;
    border: 2px solid #ffffff40;
    border-top-color: #ff7a5c;
    border-radius: 50%;
    animation: spin 900ms linear infinite;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  aside {
    min-width: 0;
    padding-bottom: var(--pv-s-4);
    border-left: 1px solid var(--pv-line);
    background: var(--pv-surface);
  }
  h2 {
    margin: 0;
    padding: var(--pv-s-2) var(--pv-s-5);
    font-size: var(--pv-t-0);
    color: var(--pv-ink-3);
  }
  ol {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0 var(--pv-s-4);
    list-style: none;
  }
  li {
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-2);
  }
  li:has([aria-expanded='true']) {
    border-color: var(--pv-brand);
    background: var(--pv-brand-soft);
  }
  .stop {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 46px;
    padding: 6px 14px;
    border: 0;
    border-radius: inherit;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .stop:hover {
    background: color-mix(in oklab, var(--pv-sunken) 60%, transparent);
  }
  .stop i {
    flex: none;
    color: var(--pv-brand);
    font: 700 0.9rem/1 var(--pv-mono);
  }
  .stop b {
    font-weight: 600;
  }
  li p {
    margin: 0;
    padding: 0 14px 12px 38px;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-1);
    line-height: 1.65;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    .frame {
      min-height: 0;
      height: min(58dvh, 110vw);
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--pv-line);
    }
  }
  @media (forced-colors: active) {
    .pin span {
      border-color: CanvasText;
    }
  }
`
