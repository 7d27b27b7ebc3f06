import { css } from 'lit';

/** The lists of deviations. */
export const deviationListStyles = css`
  .list-heading {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    padding-block-end: 0.375rem;
    border-block-end: 1px solid var(--_line);
    font-weight: 600;
  }

  .list-heading .count {
    margin-inline-start: auto;
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .deviations ul,
  .selection ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .deviations li {
    border-block-end: 1px solid var(--_line);
  }

  .deviations .many li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 4.25rem;
  }

  .deviations .none {
    padding-block: 0.625rem;
  }

  .deviation {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.75rem;
    align-items: baseline;
    justify-content: space-between;
    width: 100%;
    padding: 0.5rem 0.375rem;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
    font-variant-numeric: tabular-nums;
  }

  .deviation .name {
    overflow-wrap: anywhere;
  }

  .deviation .bar,
  .deviation .figures {
    flex: 1 0 100%;
  }

  .deviation .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }

  .bar {
    width: 100%;
    height: 4px;
    margin-block: 0.125rem;
  }

  .bar-room {
    fill: var(--_raised);
  }

  .bar-above {
    fill: var(--_above);
  }

  .bar-below {
    fill: var(--_below);
  }

  .deviation:hover:not(:disabled),
  .deviation[data-hovered] {
    background: var(--_raised);
  }

  .deviation[aria-pressed='true'] {
    color: inherit;
    background: var(--_selected);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .deviation:focus-visible {
    outline-offset: -3px;
  }
`;
