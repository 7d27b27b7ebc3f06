import { css } from 'lit';
import { deviationListStyles } from './deviation-list.styles.js';
import { mapPanelStyles } from './map-panel.styles.js';
import { scatterStyles } from './scatter.styles.js';

/**
 * Orange above and violet below the expectation: apart for every kind of colour vision, and neither is an alarm. What is
 * as expected stays grey.
 */
const layoutStyles = css`
  :host {
    --_above: var(--zo-color-above, light-dark(#a84f00, #f6a54c));
    --_below: var(--zo-color-below, light-dark(#54309a, #b7a3f2));
    --_within: var(--zo-color-within, light-dark(#7a8591, #7f8b98));
    --_band: var(--zo-color-band, light-dark(#e6eaee, #29323c));
    --_far-above: var(--zo-color-far-above, light-dark(#a84f00, #ffb35e));
    --_near-above: var(--zo-color-near-above, light-dark(#f2ad66, #9c5f1f));
    --_neutral: var(--zo-color-neutral, light-dark(#e4e4e2, #3d4650));
    --_near-below: var(--zo-color-near-below, light-dark(#b5a5dc, #6a569f));
    --_far-below: var(--zo-color-far-below, light-dark(#54309a, #bba8f5));
  }

  .picture {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    gap: var(--_space);
    min-height: 0;
    /* In a host with a height of its own; with room for focus rings. */
    overflow: auto;
    margin: -6px;
    padding: 6px;
  }

  .empty.picture {
    aspect-ratio: var(--zo-aspect, 5 / 4);
    max-height: 80vh;
  }

  p {
    margin: 0;
  }

  .summary {
    max-width: 75ch;
  }

  .hint,
  .label,
  .none {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .hint {
    max-width: 75ch;
  }

  /* Tabs where the panels don't fit beside each other. */
  .tabs {
    display: flex;
    gap: 0.25rem;
    border-bottom: 1px solid var(--_line);
  }

  .tabs button {
    flex: 0 1 auto;
    min-height: 2.75rem;
    padding-inline: 0.875rem;
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--_muted);
  }

  .tabs button[aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_text);
    font-weight: 600;
  }

  .panels {
    display: grid;
    flex: none;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    align-content: start;
  }

  .panel {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 0.75);
    min-width: 0;
  }

  .panel[hidden],
  li[hidden],
  .tooltip[hidden] {
    display: none;
  }

  .panels.wide {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }

  .panels.wide.of-3 {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }

  .list-panel {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    align-content: start;
  }

  .panels.wide.of-2 .list-panel {
    grid-template-columns: minmax(0, 1fr);
  }

  .panels.wide.of-3 .list-panel {
    grid-column: 1 / -1;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }

  .list-panel[hidden] {
    display: none;
  }

  .selection {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    min-height: 2.75rem;
    padding: 0.25rem 0.75rem;
    background: var(--_raised);
    border-radius: var(--_radius);
    font-size: var(--_small);
  }

  .selection ul {
    flex: 1 1 16rem;
  }

  .causes {
    max-width: 80ch;
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_line-strong);
    font-size: var(--_small);
  }

  @container (max-width: 38rem) {
    .chart,
    .map-box,
    .empty.picture {
      aspect-ratio: var(--zo-aspect, 1);
    }
  }

  @media (forced-colors: active) {
    .chart,
    .bar,
    .symbol {
      background: var(--_surface);
      forced-color-adjust: none;
    }

    .tabs button[aria-selected='true'] {
      border-color: Highlight;
    }

    .deviation[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @media print {
    .map-buttons,
    .selection .hint {
      display: none;
    }
  }
`;

export const branchOutlierStyles = [scatterStyles, deviationListStyles, mapPanelStyles, layoutStyles];
