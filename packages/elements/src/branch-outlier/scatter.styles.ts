import { css } from 'lit';

/** The chart, its legend and its tooltip. */
export const scatterStyles = css`
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

  .dense > .point-above,
  .dense > .point-below,
  .dense > .point-within {
    stroke-width: 0.25;
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
`;
