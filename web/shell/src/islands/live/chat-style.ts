import { css } from 'lit'

/** What the parts of the chat have in common. */
const shared = css`
  svg {
    width: 20px;
    height: 20px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  p {
    margin: 0;
  }
  .icon {
    display: grid;
    place-items: center;
    width: 36px;
    height: 34px;
    padding: 0;
    border: 0;
    border-radius: var(--pv-r-1);
    background: none;
    color: var(--pv-ink-2);
    cursor: pointer;
  }
  .icon:hover {
    background: var(--pv-sunken);
    color: var(--pv-ink);
  }
  .icon svg {
    width: 18px;
    height: 18px;
  }
  .bad {
    color: var(--pv-brand);
    font-weight: 600;
  }
  @media (pointer: coarse) {
    .icon {
      width: var(--pv-tap);
      height: var(--pv-tap);
    }
  }
`

const log = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
    background: var(--pv-surface);
    font-size: var(--pv-t-1);
    line-height: 1.5;
  }
  h2 {
    margin: 0;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 52px;
    padding: 0 16px;
    border-bottom: 1px solid var(--pv-line);
  }
  h2 {
    font-size: var(--pv-t-1);
    font-weight: 700;
    white-space: nowrap;
  }
  .online {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-left: auto;
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .online svg {
    width: 17px;
    height: 17px;
  }
  .slow {
    white-space: nowrap;
    order: -1;
    margin-left: auto;
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--pv-gold-soft);
    color: var(--pv-gold);
    font-size: var(--pv-t-0);
    font-weight: 600;
  }
  h2 {
    order: -2;
  }
  .slow ~ .modes,
  .slow + .online {
    margin-left: 0;
  }
  .modes select {
    max-width: 9.5em;
    min-height: 36px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-surface);
    font-size: var(--pv-t-0);
  }
  .banner {
    padding: 8px 16px;
    background: var(--pv-gold-soft);
    color: var(--pv-gold);
    font-size: var(--pv-t-0);
    font-weight: 600;
  }
  .notice,
  .how,
  .pins {
    padding: 8px 16px;
    border-bottom: 1px solid var(--pv-line);
    font-size: var(--pv-t-0);
  }
  .notice {
    border-left: 3px solid var(--pv-brand);
    background: var(--pv-brand-soft);
    overflow-wrap: anywhere;
  }
  .how {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    padding-block: 6px;
    color: var(--pv-gold);
    background: var(--pv-gold-soft);
    font-weight: 600;
  }
  .pins {
    padding-block: 0;
  }
  .pins summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    cursor: pointer;
  }
  .pins summary svg {
    width: 16px;
    height: 16px;
  }
  .pins summary b {
    flex: none;
  }
  .pins summary span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--pv-ink-3);
  }
  .pins[open] summary span {
    display: none;
  }
  .pins ul {
    max-height: 9em;
    margin: 0;
    padding: 0 0 8px 24px;
    overflow-y: auto;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .log-box {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  .log {
    position: absolute;
    inset: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    padding: 8px 8px 12px;
    scrollbar-width: thin;
    scrollbar-color: var(--pv-line-strong) transparent;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .nothing {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 10px;
    padding: 24px;
    color: var(--pv-ink-3);
    text-align: center;
    pointer-events: none;
  }
  .nothing svg {
    width: 36px;
    height: 36px;
    stroke-width: 1.4;
    color: var(--pv-line-strong);
  }
  .msg {
    position: relative;
    padding: 2px 8px 2px 46px;
    border-radius: var(--pv-r-2);
    overflow-wrap: anywhere;
  }
  .msg.head {
    padding-top: 8px;
  }
  .msg:is(:hover, :focus-within) {
    background: var(--pv-sunken);
  }
  .msg:focus-visible {
    outline-offset: -2px;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    font-size: var(--pv-t-0);
    color: var(--pv-ink-3);
  }
  .who b {
    color: var(--pv-ink-2);
    font-weight: 650;
  }
  .who time {
    font-size: 0.75rem;
  }
  .disc {
    position: absolute;
    left: 8px;
    top: 11px;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: light-dark(oklch(0.9 0.055 var(--h)), oklch(0.36 0.06 var(--h)));
    color: light-dark(oklch(0.38 0.1 var(--h)), oklch(0.9 0.06 var(--h)));
    font-style: normal;
    font-size: 0.8125rem;
    font-weight: 700;
    line-height: 1;
  }
  .role,
  .me {
    padding: 0 7px;
    border-radius: 99px;
    font-size: 0.72rem;
    font-weight: 650;
    line-height: 1.6;
  }
  .role {
    background: var(--pv-jade-soft);
    color: var(--pv-jade);
  }
  .me {
    background: var(--pv-brand-soft);
    color: var(--pv-brand-deep);
  }
  .msg.host .who b {
    color: var(--pv-jade);
  }
  .text {
    white-space: pre-wrap;
  }
  .text small {
    color: var(--pv-ink-3);
    font-size: 0.75rem;
  }
  .text mark {
    border-radius: var(--pv-r-1);
    background: var(--pv-gold-soft);
    color: var(--pv-gold);
    font-weight: 650;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 2px 0;
  }
  .mark {
    min-height: 26px;
    padding: 0 8px;
    border: 1px solid var(--pv-line);
    border-radius: 99px;
    background: none;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .mark[aria-pressed='true'] {
    border-color: var(--pv-brand);
    background: var(--pv-brand-soft);
    color: var(--pv-brand-deep);
  }
  .mark:disabled {
    cursor: default;
  }
  @media (pointer: coarse) {
    .mark {
      min-height: 36px;
    }
  }
  .tomb {
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
    font-style: italic;
  }
  .quote {
    display: block;
    max-width: 100%;
    min-height: 24px;
    margin: 2px 0;
    padding: 0 0 0 8px;
    border: 0;
    border-left: 2px solid var(--pv-line-strong);
    background: none;
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
    text-align: left;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .quote:disabled {
    cursor: default;
  }
  .standing {
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
  }
  .msg.sending .text,
  .msg.held .text {
    color: var(--pv-ink-3);
  }
  .link {
    min-height: 32px;
    padding: 0 8px;
    border: 0;
    background: none;
    color: var(--pv-brand);
    font-weight: 650;
    font-size: var(--pv-t-0);
    cursor: pointer;
  }
  .link.quiet {
    color: var(--pv-ink-2);
  }
  .hole {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    margin: 8px;
    padding: 2px 12px;
    border: 1px dashed var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
  }
  .tools {
    position: absolute;
    right: 6px;
    top: -14px;
    z-index: 1;
    display: flex;
    align-items: center;
    padding: 1px;
    border: 1px solid var(--pv-line);
    border-radius: var(--pv-r-2);
    background: var(--pv-raised);
    box-shadow: var(--pv-shadow-1);
    font-size: var(--pv-t-0);
  }
  .tools > span {
    padding-left: 10px;
    color: var(--pv-ink-2);
  }
  .msg:first-child .tools {
    top: 2px;
  }
  @media (pointer: coarse) {
    .tools {
      top: -26px;
    }
  }
  .newer {
    position: absolute;
    left: 50%;
    bottom: 12px;
    translate: -50%;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 40px;
    padding: 0 16px 0 12px;
    border: 0;
    border-radius: 99px;
    background: var(--pv-ink);
    color: var(--pv-paper);
    font-weight: 650;
    font-size: var(--pv-t-0);
    box-shadow: var(--pv-shadow-2);
    cursor: pointer;
    font-variant-numeric: tabular-nums;
  }
  .newer svg {
    width: 16px;
    height: 16px;
  }
  @media (max-width: 760px) {
    header {
      display: none;
    }
  }
`

const reactions = css`
  :host {
    container-type: inline-size;
  }
  div {
    display: flex;
    gap: 4px;
    padding: 6px 12px;
    border-top: 1px solid var(--pv-line);
  }
  button {
    position: relative;
    flex: 1;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-width: 0;
    white-space: nowrap;
    min-height: var(--pv-tap);
    padding: 0 4px;
    border: 1px solid transparent;
    border-radius: 99px;
    background: var(--pv-sunken);
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
    transition: transform var(--pv-fast);
  }
  button:hover {
    border-color: var(--pv-line-strong);
    color: var(--pv-brand);
  }
  button:active {
    transform: scale(0.94);
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .rise {
    position: absolute;
    left: 50%;
    top: 0;
    color: var(--pv-brand);
    font-style: normal;
    font-weight: 700;
    pointer-events: none;
    animation: rise 1.1s var(--pv-ease) forwards;
  }
  @keyframes rise {
    from {
      translate: -50% 0;
      opacity: 0;
    }
    25% {
      opacity: 1;
    }
    to {
      translate: -50% -34px;
      opacity: 0;
    }
  }
  @media (max-width: 760px) {
    div {
      padding: 5px 10px;
    }
  }
  @container (max-width: 350px) {
    button {
      flex-direction: column;
      gap: 0;
      font-size: 0.72rem;
      line-height: 1.2;
    }
    svg {
      width: 18px;
      height: 18px;
    }
  }
`

const composer = css`
  form,
  .closed {
    padding: 10px 12px 12px;
    border-top: 1px solid var(--pv-line);
  }
  .closed {
    padding: 16px;
    color: var(--pv-ink-3);
    font-size: var(--pv-t-0);
    text-align: center;
  }
  .line {
    display: flex;
    align-items: end;
    gap: 8px;
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: var(--pv-tap);
    max-height: 8.2em;
    padding: 9px 14px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-paper);
    color: inherit;
    font: inherit;
    font-size: max(16px, var(--pv-t-1));
    line-height: 1.5;
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--pv-ink-3);
    opacity: 1;
  }
  .line .btn {
    min-width: 4.6em;
    padding: 0 14px;
    white-space: nowrap;
  }
  .btn:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-top: 6px;
    min-height: 32px;
    font-size: var(--pv-t-0);
    color: var(--pv-ink-3);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-width: 12em;
    min-height: 32px;
    padding: 0 10px;
    border: 1px solid var(--pv-line);
    border-radius: 99px;
    background: none;
    color: var(--pv-ink-2);
    font-weight: 550;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .chip svg {
    width: 14px;
    height: 14px;
    color: var(--pv-ink-3);
  }
  .check {
    border-color: transparent;
    padding: 0 4px;
  }
  .check input {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--pv-brand);
  }
  .colours {
    display: inline-flex;
    gap: 2px;
  }
  .colours label {
    display: grid;
    place-items: center;
    width: 26px;
    height: 32px;
    cursor: pointer;
  }
  .colours input {
    appearance: none;
    width: 18px;
    height: 18px;
    margin: 0;
    border: 1px solid light-dark(#0004, #fff5);
    border-radius: 50%;
    background: var(--c);
    cursor: pointer;
  }
  .colours input:checked {
    box-shadow:
      0 0 0 2px var(--pv-surface),
      0 0 0 4px var(--pv-ink);
  }
  .count {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
  }
  .naming {
    display: inline-flex;
    gap: 6px;
  }
  .naming input {
    width: 11em;
    min-height: 36px;
    padding: 0 10px;
    border: 1px solid var(--pv-line-strong);
    border-radius: var(--pv-r-2);
    background: var(--pv-paper);
    font-size: 16px;
  }
  .naming .btn {
    min-height: 36px;
    padding: 0 12px;
  }
  .hint {
    padding: 0 2px 6px;
    color: var(--pv-gold);
    font-size: var(--pv-t-0);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .hint.bad {
    color: var(--pv-brand);
  }
  .context {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 6px;
    padding-left: 10px;
    border-left: 3px solid var(--pv-brand);
    background: var(--pv-sunken);
    border-radius: 0 var(--pv-r-1) var(--pv-r-1) 0;
    font-size: var(--pv-t-0);
  }
  .context svg {
    width: 16px;
    height: 16px;
  }
  .context b {
    flex: none;
  }
  .context span {
    flex: 1;
    min-width: 0;
    color: var(--pv-ink-3);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 760px) {
    form {
      padding: 6px 10px 8px;
    }
    /* Name and colour come with the keyboard: the conversation needs the room. */
    form:not(:focus-within) .under {
      display: none;
    }
  }
`

export const chatStyle = [shared, log]
export const reactionStyle = [shared, reactions]
export const composerStyle = [shared, composer]
