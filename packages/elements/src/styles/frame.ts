import { css } from 'lit';

/** What surrounds the picture in every data widget: title, controls, messages, source, caution, guidance. */
export const frame = css`
  .frame {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    height: 100%;
    min-height: 0;
    /* In a box of a given height what doesn't fit scrolls; the padding leaves room for focus rings. */
    padding: 4px;
    position: relative;
    overflow: auto;
    container-type: inline-size;
  }

  header,
  .messages {
    flex: none;
  }

  /* In a box of a given height the footer gives way first; it scrolls then. */
  footer {
    flex: 0 100 auto;
    min-height: 1.5rem;
    overflow: auto;
  }

  .title {
    margin: 0;
    font-size: calc(var(--_size) * 1.125);
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }

  .subtitle {
    margin: 0.125rem 0 0;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .received {
    white-space: nowrap;
  }

  .received progress {
    inline-size: 6em;
    block-size: 0.75em;
    accent-color: var(--_accent);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem var(--_space);
    align-items: end;
    margin: 0;
  }

  .controls.waiting {
    min-height: 3.5rem;
  }

  .field {
    display: grid;
    gap: 0.125rem;
    min-width: 0;
    max-width: 100%;
    font-size: var(--_small);
  }

  .field > span,
  .field > label > span,
  legend {
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.8125);
    padding: 0;
  }

  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }

  select,
  input[type='search'],
  button {
    min-height: 2.25rem;
    max-width: 100%;
    padding: 0.25rem 0.625rem;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    font: inherit;
    font-size: var(--_small);
  }

  select {
    width: 100%;
    text-overflow: ellipsis;
  }

  button {
    cursor: pointer;
  }

  button:hover:not(:disabled),
  select:hover {
    border-color: var(--_accent);
  }

  button[aria-pressed='true'] {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }

  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    padding-inline: 0.25rem;
  }

  .segments {
    display: flex;
    flex-wrap: wrap;
  }

  .segments button {
    margin-inline-end: -1px;
    border-radius: 0;
  }

  .segments button:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }

  .segments button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    margin-inline-end: 0;
  }

  .trail {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--_small);
  }

  .trail li + li::before {
    content: '›';
    color: var(--_muted);
    margin-inline: 0.125rem 0.25rem;
  }

  .message {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    padding: 0.5rem var(--_space);
    border-inline-start: 4px solid var(--_warning-line);
    background: var(--_warning);
    font-size: var(--_small);
  }

  .message p {
    flex: 1 1 16rem;
    margin: 0;
  }

  .message.error {
    border-color: var(--_error-line);
    background: var(--_error);
  }

  .empty {
    display: grid;
    place-items: center;
    min-height: 8rem;
    padding: var(--_space);
    color: var(--_muted);
    text-align: center;
    background: var(--_raised);
    border-radius: var(--_radius);
  }

  .progress {
    position: absolute;
    inset: 0 0 auto;
    z-index: 5;
    height: 3px;
    overflow: hidden;
    background: var(--_raised);
    opacity: 0;
    animation: appear 0s 0.5s forwards;
  }

  .progress::after {
    content: '';
    position: absolute;
    inset-block: 0;
    width: 30%;
    background: var(--_accent);
    animation: travel 1.4s ease-in-out infinite;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @keyframes travel {
    from {
      left: -30%;
    }
    to {
      left: 100%;
    }
  }

  footer {
    display: grid;
    gap: 0.375rem;
    color: var(--_muted);
    font-size: var(--_small);
  }

  footer p {
    margin: 0;
  }

  .source-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem var(--_space);
    justify-content: space-between;
    align-items: baseline;
  }

  footer a {
    color: inherit;
  }

  footer strong {
    color: var(--_text);
    font-weight: 600;
  }

  details > summary {
    cursor: pointer;
    color: var(--_accent);
    padding-block: 0.125rem;
    width: fit-content;
  }

  details > .sheet {
    padding: 0.5rem 0 0.25rem;
    color: var(--_text);
    max-width: 70ch;
  }

  .sheet ul {
    margin: 0.25rem 0 0.5rem;
    padding-inline-start: 1.25rem;
  }

  .save {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  @media (prefers-reduced-motion: reduce) {
    .progress::after {
      animation: none;
      width: 100%;
    }
  }

  @media print {
    .controls,
    .save,
    .progress {
      display: none;
    }
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
