import { css } from 'lit';

/**
 * Orange above and violet below the expectation: apart for every kind of colour vision, and neither is an alarm. What is
 * as expected stays grey.
 */
export const branchOutlierStyles = css`
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
    flex: 1 1 auto;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    align-content: start;
    min-height: 0;
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

  .panels.wide.of-2 .scatter-panel {
    position: sticky;
    inset-block-start: var(--_space);
    align-self: start;
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

  /* The scatter */
  .chart,
  .map-box {
    position: relative;
    aspect-ratio: var(--zo-aspect, 5 / 4);
    max-height: 80vh;
    min-height: 15rem;
    border-radius: var(--_radius);
  }

  .chart {
    touch-action: pan-y;
    cursor: default;
    user-select: none;
  }

  .chart > svg,
  .chart > canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }

  text {
    fill: var(--_muted);
    font-family: inherit;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .axis-title {
    fill: var(--_text);
    font-size: 13px;
  }

  .equality-label {
    font-size: 11.5px;
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 3px;
  }

  .grid {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1;
    opacity: 0.55;
    shape-rendering: crispEdges;
  }

  .axis {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }

  .band {
    fill: var(--_band);
  }

  .interval {
    fill: none;
    stroke: var(--_line);
    stroke-width: 3;
    stroke-linecap: round;
  }

  .equality {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.25;
    stroke-dasharray: 5 4;
  }

  .point-above,
  .point-below,
  .point-within,
  .point-unrated {
    stroke: var(--_surface);
    stroke-width: 0.75;
  }

  .point-above {
    fill: var(--_above);
  }

  .point-below {
    fill: var(--_below);
  }

  .point-within,
  .point-unrated {
    fill: var(--_within);
  }

  .point-unrated {
    fill: var(--_surface);
    stroke: var(--_within);
    stroke-width: 1.25;
  }

  .ring {
    fill: none;
    stroke: var(--_text);
    stroke-width: 2;
  }

  .selected .ring {
    stroke: var(--_accent);
    stroke-width: 2.5;
  }

  .point-name {
    fill: var(--_text);
    font-size: 13px;
    font-weight: 600;
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  .hovered .point-name {
    display: none;
  }

  .symbol {
    flex: none;
    width: 1rem;
    height: 1rem;
    vertical-align: -0.125em;
  }

  .legend,
  .map-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--_small);
  }

  .legend li,
  .map-legend li {
    display: flex;
    gap: 0.375rem;
    align-items: center;
  }

  .legend li[hidden] {
    display: none;
  }

  .tooltip {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: 2;
    width: max-content;
    max-width: min(17rem, calc(100% - 1rem));
    padding: 0.5rem 0.625rem;
    pointer-events: none;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    box-shadow: 0 2px 10px rgb(0 0 0 / 18%);
    font-size: var(--_small);
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }

  .tooltip .label {
    font-size: calc(var(--_size) * 0.8125);
  }

  .tooltip .name,
  .deviation .name {
    font-weight: 600;
  }

  /* The lists */
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

  /* The map; colours that go onto its canvas are read from here, after the page's tokens and scheme. */
  .map-box {
    overflow: hidden;
    background: var(--zo-map-background, light-dark(#eef2f5, #10151a));
  }

  .map {
    position: absolute;
    inset: 0;
    z-index: 0;
    color: var(--zo-map-pattern, light-dark(#5f6b78, #97a3b0));
    background-color: var(--zo-map-background, light-dark(#eef2f5, #10151a));
    caret-color: var(--zo-map-border, light-dark(#ffffff, #10151a));
    column-rule-color: var(--zo-map-missing, light-dark(#f4f6f8, #1b222a));
    text-decoration-color: var(--zo-map-highlight, light-dark(#0b0c0e, #ffffff));
    outline-color: var(--zo-map-halo, light-dark(#ffffff, #0b0c0e));
    cursor: default;
  }

  .map-buttons {
    position: absolute;
    inset: 0.5rem 0.5rem auto auto;
    z-index: 1;
    display: grid;
    gap: 0.25rem;
  }

  .map-buttons button {
    display: grid;
    place-items: center;
    width: 2.25rem;
    padding: 0;
    font-size: 1.125rem;
    line-height: 1;
  }

  .map-caption {
    position: absolute;
    inset: auto 0 0;
    z-index: 1;
    padding: 0.375rem 0.625rem;
    pointer-events: none;
    background: var(--_surface);
    border-block-start: 1px solid var(--_line);
    font-size: var(--_small);
  }

  .veil {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: grid;
    place-items: center;
    padding: var(--_space);
    color: var(--_muted);
    text-align: center;
  }

  .swatch {
    flex: none;
    width: 1.5rem;
    height: 1rem;
    border: 1px solid var(--_line-strong);
    border-radius: 2px;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }

  .class-far-above {
    background-color: var(--_far-above);
  }

  .class-above {
    background-color: var(--_near-above);
  }

  .class-within {
    background-color: var(--_neutral);
  }

  .class-below {
    background-color: var(--_near-below);
  }

  .class-far-below {
    background-color: var(--_far-below);
  }

  .class-unrated {
    background-color: var(--_surface);
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
