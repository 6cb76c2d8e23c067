import { css } from 'lit'

/** What the panels of questions and polls have in common. */
export const panelStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    overflow-y: auto;
    background: var(--pv-surface);
    font-size: var(--pv-t-1);
    line-height: 1.5;
    scrollbar-width: thin;
  }
  section,
  form,
  .card {
    padding: 14px 16px;
    border-bottom: 1px solid var(--pv-line);
  }
  h2,
  h3,
  p,
  ol,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  fieldset {
    min-width: 0;
    border: 0;
  }
  h2 {
    font-size: var(--pv-t-1);
    font-weight: 700;
  }
  h3 {
    font-size: var(--pv-t-1);
    line-height: 1.45;
  }
  small,
  .note {
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .between {
    justify-content: space-between;
  }
  textarea,
  input[type='text'],
  input[type='number'],
  select {
    width: 100%;
    min-height: var(--pv-tap);
    padding: 9px 12px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-paper);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  select {
    width: auto;
  }
  form {
    display: grid;
    gap: 10px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: var(--pv-tap);
    cursor: pointer;
  }
  .choice input {
    width: 20px;
    height: 20px;
    flex: none;
    margin: 0;
    accent-color: var(--pv-brand);
  }
  .badge {
    padding: 1px 9px;
    border-radius: 99px;
    background: var(--pv-sunken);
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-weight: 600;
    white-space: nowrap;
  }
  .badge.now {
    background: var(--pv-gold-soft);
    color: var(--pv-gold);
  }
  .link {
    min-height: 36px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--pv-brand);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .bad {
    color: var(--pv-brand);
    font-weight: 600;
  }
  .btn[disabled] {
    opacity: 0.55;
    cursor: default;
  }
`

export const questionStyle = css`
  .questions li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 12px;
    padding: 12px 0;
    border-top: 1px solid var(--pv-line);
  }
  .questions li:first-child {
    border-top: 0;
  }
  .questions .text {
    overflow-wrap: anywhere;
  }
  .questions .answer {
    grid-column: 1 / -1;
    padding: 8px 12px;
    border-left: 3px solid var(--pv-brand);
    background: var(--pv-sunken);
    overflow-wrap: anywhere;
  }
  .questions form {
    grid-column: 1 / -1;
    padding: 4px 0 0;
    border: 0;
  }
  .vote {
    display: grid;
    place-items: center;
    align-content: center;
    min-width: 52px;
    min-height: 52px;
    padding: 4px 8px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .vote[aria-pressed='true'] {
    border-color: var(--pv-brand);
    background: var(--pv-brand);
    color: var(--pv-brand-ink);
  }
  .vote[disabled] {
    cursor: default;
    color: var(--pv-ink-3);
  }
  .vote svg {
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.2;
  }
`

export const pollStyle = css`
  .card {
    display: grid;
    gap: 10px;
  }
  .card form {
    padding: 0;
    border: 0;
  }
  .scale {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: 4px;
  }
  .scale label {
    display: grid;
    place-items: center;
    gap: 2px;
    min-height: 52px;
    cursor: pointer;
    font-variant-numeric: tabular-nums;
  }
  .scale input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--pv-brand);
  }
  .rank li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 48px;
  }
  .rank li span {
    flex: 1;
    min-width: 0;
  }
  .rank button {
    width: var(--pv-tap);
    height: var(--pv-tap);
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    cursor: pointer;
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 10px;
    padding: 4px 0;
  }
  .bars svg {
    grid-column: 1 / -1;
    width: 100%;
    height: 10px;
    border-radius: 5px;
    background: var(--pv-sunken);
  }
  .bars rect {
    fill: var(--pv-brand);
  }
  .bars b,
  .cloud b {
    font-variant-numeric: tabular-nums;
  }
  .cloud {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
  }
  .cloud li {
    padding: 2px 12px;
    border-radius: 99px;
    background: var(--pv-sunken);
  }
  .rounds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: 14px;
  }
  code {
    overflow-wrap: anywhere;
    font-size: var(--pv-t-0);
  }
  summary {
    min-height: 36px;
    cursor: pointer;
    font-weight: 600;
  }
`
