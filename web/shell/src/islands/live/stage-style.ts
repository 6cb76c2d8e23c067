import { css } from 'lit'

export const stageStyle = css`
  :host {
    display: block;
    background: #05070b;
    color: #fff;
    font-size: var(--pv-t-0);
  }
  .stage {
    position: relative;
    width: 100%;
    height: 100%;
    overflow: hidden;
    background: radial-gradient(120% 140% at 80% 0, #3a1712, #10131c 55%, #070a10);
  }
  .stage:fullscreen {
    background: #000;
  }
  :host([idle]) .stage {
    cursor: none;
  }
  .picture,
  .picture video,
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .picture video {
    object-fit: contain;
  }
  .picture.hidden {
    opacity: 0;
  }
  canvas {
    pointer-events: none;
    font-family: var(--pv-font);
  }
  svg {
    width: 22px;
    height: 22px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :focus-visible {
    outline-color: #8ab4ff;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .badges {
    position: absolute;
    left: 14px;
    top: 14px;
    display: flex;
    gap: 6px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  .badges span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 3px 10px;
    border-radius: 8px;
    background: #000b;
  }
  .badges .on {
    background: #c2331d;
  }
  .badges i {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: #fff;
    animation: pulse 1.6s ease-in-out infinite;
  }
  @keyframes pulse {
    50% {
      opacity: 0.35;
    }
  }
  .still {
    position: absolute;
    left: 14px;
    top: 52px;
    display: grid;
    gap: 4px;
    justify-items: start;
    max-width: 60%;
    margin: 0;
    padding: 0;
    list-style: none;
    pointer-events: none;
  }
  .still li {
    padding: 2px 10px;
    border-radius: 8px;
    background: #000b;
    font-size: var(--pv-t-1);
  }
  .cover {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 24px;
    background: #070a10b8;
    text-align: center;
    text-wrap: balance;
  }
  .cover.waiting {
    background: linear-gradient(#070a1066, #070a10a6);
  }
  .cover b {
    font-size: clamp(1.2rem, 2.4vw, 1.9rem);
  }
  .cover p {
    margin: 0;
    color: #ffffffd9;
    font-size: var(--pv-t-1);
  }
  .cover .clock {
    font-size: clamp(2.2rem, 6vw, 4.4rem);
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
    letter-spacing: 0.01em;
  }
  .cover .clock small {
    font-size: 0.5em;
  }
  .cover .btn {
    margin-top: 6px;
    color: var(--pv-ink);
  }
  .audio svg {
    width: 56px;
    height: 56px;
    stroke-width: 1.2;
  }
  .start {
    position: absolute;
    left: 50%;
    top: 50%;
    translate: -50% -50%;
    display: grid;
    place-items: center;
    width: 84px;
    height: 84px;
    padding: 0;
    border: 2px solid #fffc;
    border-radius: 50%;
    background: #c2331de6;
    color: #fff;
    cursor: pointer;
    transition: transform var(--pv-fast);
  }
  .start:hover {
    transform: scale(1.06);
  }
  .start svg {
    width: 38px;
    height: 38px;
    fill: currentColor;
    margin-left: 4px;
  }
  .sound {
    position: absolute;
    right: 14px;
    top: 14px;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 0 16px 0 12px;
    border: 0;
    border-radius: 99px;
    background: #fff;
    color: #141a25;
    font-weight: 650;
    cursor: pointer;
  }
  .spin {
    position: absolute;
    left: 50%;
    top: 50%;
    width: 44px;
    height: 44px;
    margin: -22px;
    border: 3px solid #fff4;
    border-top-color: #fff;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
    pointer-events: none;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .second {
    position: absolute;
    top: 68px;
    right: 16px;
    z-index: 2;
    width: 24%;
    padding: 0;
    overflow: hidden;
    border: 2px solid #ffffff;
    border-radius: 8px;
    background: #05070b;
    cursor: pointer;
  }
  .second video {
    display: block;
    width: 100%;
    pointer-events: none;
  }
  .second span {
    position: absolute;
    inset: auto 0 0;
    padding: 2px 8px;
    background: #05070bb3;
    color: #ffffff;
    font-size: 0.8125rem;
    text-align: start;
  }
  .caption {
    position: absolute;
    inset: auto 5% 64px;
    z-index: 2;
    margin: 0;
    text-align: center;
    pointer-events: none;
  }
  .caption span {
    padding: 2px 10px;
    background: #05070bcc;
    color: #ffffff;
    font-size: clamp(1rem, 2.4cqi, 1.5rem);
    line-height: 1.6;
    box-decoration-break: clone;
  }
  .buttons .swap {
    width: auto;
    padding: 0 10px;
    font-size: 0.8125rem;
  }
  .bar {
    position: absolute;
    inset: auto 0 0;
    padding: 28px 8px 4px;
    background: linear-gradient(#0000, #000c 70%);
    transition: opacity var(--pv-slow);
  }
  :host([idle]) .bar,
  :host([idle]) .badges {
    opacity: 0;
  }
  .bar:focus-within {
    opacity: 1 !important;
  }
  .buttons {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .gap {
    flex: 1;
  }
  .buttons button {
    display: grid;
    place-items: center;
    min-width: var(--pv-tap);
    height: var(--pv-tap);
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    color: #fff;
    cursor: pointer;
  }
  .buttons button:hover {
    background: #ffffff2e;
  }
  .buttons [aria-pressed='false'] {
    color: #ffffff9e;
  }
  .buttons [aria-pressed='true'] {
    color: #ffb3a1;
  }
  .buttons .to-live {
    padding: 0 12px;
    font-weight: 650;
  }
  .time {
    padding-left: 8px;
    font-variant-numeric: tabular-nums;
  }
  input[type='range'] {
    accent-color: #ff7a5c;
    cursor: pointer;
  }
  .volume {
    width: 76px;
  }
  .seek {
    position: relative;
    display: grid;
    align-items: center;
    height: 24px;
    padding: 0 6px;
  }
  .seek input {
    width: 100%;
    height: 24px;
    margin: 0;
  }
  .seek i {
    position: absolute;
    top: 50%;
    width: 3px;
    height: 12px;
    translate: 0 -50%;
    background: #fff;
    border-radius: 2px;
    pointer-events: none;
  }
  .menu {
    position: absolute;
    right: 10px;
    bottom: 56px;
    display: grid;
    gap: 4px;
    min-width: 240px;
    padding: 12px 14px;
    border-radius: var(--pv-r-2);
    background: #10141df2;
    box-shadow: var(--pv-shadow-2);
  }
  .menu label {
    display: grid;
    grid-template-columns: 6em 1fr;
    align-items: center;
    min-height: 38px;
    font-weight: 600;
  }
  .menu select {
    min-height: 36px;
    border: 1px solid #fff5;
    border-radius: var(--pv-r-1);
    background: #1b2331;
    color: #fff;
  }
  .menu input[type='checkbox'] {
    justify-self: end;
    width: 20px;
    height: 20px;
    accent-color: #ff7a5c;
  }
  @media (max-width: 760px) {
    .badges {
      left: 8px;
      top: 8px;
    }
    .badges .behind,
    .volume,
    .wide {
      display: none !important;
    }
    .start {
      width: 64px;
      height: 64px;
    }
    .sound {
      right: 8px;
      top: 8px;
      min-height: 36px;
    }
    .menu {
      bottom: 50px;
      max-height: calc(100% - 58px);
      overflow: auto;
      padding: 6px 12px;
    }
    .still {
      top: 42px;
    }
  }
`
