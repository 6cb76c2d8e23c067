import { css } from 'lit'

export const screenStyle = css`
  .screen,
  .third {
    position: fixed;
    inset: 0;
    z-index: 100;
    display: grid;
    overflow: hidden;
    font-family: var(--pv-font);
  }
  .screen {
    --glow: color-mix(in oklab, var(--pv-brand) 26%, transparent);
    grid-template-rows: minmax(0, 1fr) auto;
    padding: 4vw 5vw 1.6vw;
    background:
      radial-gradient(60vw 50vw at 85% 0%, var(--glow), transparent 70%),
      radial-gradient(50vw 40vw at 0% 70%, color-mix(in oklab, var(--pv-jade) 14%, transparent), transparent 70%),
      var(--pv-paper);
    color: var(--pv-ink);
  }
  .plain {
    align-content: center;
    justify-content: center;
    text-align: center;
  }
  h1,
  h2,
  p,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h1 {
    font-size: var(--size, 4.6vw);
    font-weight: 750;
    line-height: 1.28;
    text-wrap: balance;
    overflow-wrap: anywhere;
    line-break: strict;
  }
  .eyebrow {
    margin-bottom: 1.4vw;
    color: var(--pv-brand-deep);
    font-size: 1.7vw;
    font-weight: 700;
  }
  .by {
    margin-top: 1.8vw;
    color: var(--pv-ink-2);
    font-size: 1.7vw;
    font-variant-numeric: tabular-nums;
  }
  .by.quiet {
    margin-top: 0.6vw;
    font-size: 1.2vw;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 30vw;
    gap: 5vw;
    align-items: center;
    min-height: 0;
  }
  .stage {
    min-width: 0;
  }
  aside {
    display: grid;
    gap: 2vw;
    min-width: 0;
  }
  .middle {
    align-self: center;
    min-width: 0;
  }
  .center {
    justify-self: center;
    text-align: center;
  }
  .next {
    display: grid;
    gap: 1vw;
  }
  .next.wide {
    margin-top: 2.4vw;
    max-width: 48vw;
  }
  .next li {
    display: grid;
    grid-template-columns: 4.4vw minmax(0, 1fr);
    gap: 1vw;
    padding: 1.1vw 1.3vw;
    border: 1px solid var(--pv-line);
    border-radius: 1vw;
    background: color-mix(in oklab, var(--pv-surface) 82%, transparent);
    font-size: 1.35vw;
    line-height: 1.4;
  }
  .next b {
    font-size: 1.8vw;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
  }
  .next span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .code {
    display: grid;
    align-items: center;
    gap: 1.2vw;
    font-size: 1.3vw;
  }
  .code.small {
    grid-template-columns: 10vw minmax(0, 1fr);
  }
  .code.large {
    justify-items: center;
    text-align: center;
  }
  .code img {
    display: block;
    width: 10vw;
    border-radius: 0.8vw;
    background: #fff;
  }
  .code.large img {
    width: 24vw;
    border-radius: 1.4vw;
  }
  .code span {
    display: block;
    color: var(--pv-ink-2);
  }
  .code b {
    overflow-wrap: anywhere;
    font-size: 1.5vw;
  }
  .code.large b {
    font-size: 1.9vw;
  }
  .bars {
    display: grid;
    gap: 1.2vw;
    margin-top: 2.4vw;
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5vw;
    gap: 0.4vw 1.2vw;
    align-items: center;
    font-size: 1.6vw;
  }
  .bars span {
    grid-column: 1 / -1;
  }
  .bars i {
    height: 1.8vw;
    border-radius: 0.5vw;
    background: linear-gradient(90deg, var(--pv-brand) var(--wide), var(--pv-sunken) var(--wide));
  }
  .bars b {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 1vw;
    margin-top: 2.4vw;
  }
  .options li {
    padding: 0.8vw 1.4vw;
    border: 1px solid var(--pv-line-strong);
    border-radius: 1vw;
    background: var(--pv-surface);
    font-size: 1.6vw;
  }
  .cards {
    display: grid;
    gap: 1.6vw;
  }
  .cards li {
    display: grid;
    grid-template-columns: 20vw minmax(0, 1fr);
    gap: 2vw;
    align-items: baseline;
    font-size: 2.4vw;
  }
  .cards time {
    color: var(--pv-ink-2);
    font-size: 1.7vw;
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  .digits {
    display: flex;
    justify-content: center;
    gap: 1vw;
    font-family: var(--pv-mono);
    font-size: 8vw;
  }
  .digits span {
    min-width: 9vw;
    padding: 0.6vw 1vw;
    border: 1px solid var(--pv-line-strong);
    border-radius: 1.2vw;
    background: var(--pv-surface);
  }
  footer {
    display: flex;
    align-items: center;
    gap: 2vw;
    min-height: 3.4vw;
    color: var(--pv-ink-2);
    font-size: 1.15vw;
  }
  .room {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .mark {
    padding: 0.2vw 0.8vw;
    border-radius: 99px;
    background: var(--pv-gold-soft);
    color: var(--pv-gold);
  }
  .steps {
    display: inline-flex;
    align-items: center;
    gap: 1vw;
  }
  .steps button {
    min-width: max(44px, 3vw);
    min-height: max(44px, 3vw);
    border: 1px solid var(--pv-line-strong);
    border-radius: 99px;
    background: var(--pv-surface);
    font-size: max(20px, 1.6vw);
    cursor: pointer;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.6vw;
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .state i {
    width: 0.8vw;
    height: 0.8vw;
    border-radius: 50%;
    background: var(--pv-jade);
  }
  .state.stale {
    color: var(--pv-gold);
    font-weight: 700;
  }
  .state.stale i {
    background: var(--pv-gold);
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .third {
    align-content: end;
    padding: 0 6vw 7vh;
    background: transparent;
  }
  .band {
    justify-self: start;
    max-width: 78vw;
    padding: 1.2vw 2vw 1.4vw;
    border-inline-start: 0.6vw solid #ff7a5c;
    border-radius: 0.4vw 1vw 1vw 0.4vw;
    background: #0c1018e6;
    color: #fff;
  }
  .band .eyebrow {
    margin-bottom: 0.4vw;
    color: #ff9c84;
    font-size: 1.3vw;
  }
  .band h1 {
    font-size: 2.3vw;
  }
  @media (max-width: 760px), (orientation: portrait) {
    .screen {
      font-size: 16px;
      padding: 6vw;
    }
    .two {
      grid-template-columns: minmax(0, 1fr);
      align-content: center;
    }
    h1 {
      font-size: calc(var(--size, 4.6vw) * 1.7);
    }
    .eyebrow,
    .by {
      font-size: 3.4vw;
    }
    .next li,
    .bars li,
    .options li,
    .code b,
    .code.large b,
    footer {
      font-size: 3vw;
    }
    .next b {
      font-size: 3.4vw;
    }
    .next li {
      grid-template-columns: 9vw minmax(0, 1fr);
    }
    .code.large img {
      width: 46vw;
    }
    .code.small {
      grid-template-columns: 22vw minmax(0, 1fr);
    }
    .code.small img {
      width: 22vw;
    }
    .digits {
      font-size: 10vw;
    }
  }
`
