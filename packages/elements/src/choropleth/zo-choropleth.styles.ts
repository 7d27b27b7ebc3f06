import { css } from 'lit';

export const choroplethStyles = css`
  .stage {
    display: flex;
    gap: var(--_space);
    flex: 1 1000 auto;
    min-height: calc(50% + 4px);
  }

  .map-box {
    position: relative;
    flex: 1 1 auto;
    min-width: 0;
    min-height: 0;
    aspect-ratio: var(--zo-aspect, 5 / 4);
    max-height: 80vh;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--zo-map-background, light-dark(#eef2f5, #10151a));
  }

  /* Colours that are drawn on a canvas are read from here, after the page's tokens and scheme. */
  .map {
    position: absolute;
    inset: 0;
    z-index: 0;
    color: var(--zo-map-pattern, light-dark(#5f6b78, #97a3b0));
    background-color: var(--zo-map-background, light-dark(#eef2f5, #10151a));
    caret-color: var(--zo-map-border, light-dark(#ffffff, #10151a));
    column-rule-color: var(--zo-map-missing, light-dark(#e3e7ec, #2a323b));
    text-decoration-color: var(--zo-map-highlight, light-dark(#0b0c0e, #ffffff));
    text-emphasis-color: var(--zo-map-halo, light-dark(#ffffff, #0b0c0e));
    cursor: default;
  }

  .map:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--_focus-halo);
  }

  .map:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 900;
    pointer-events: none;
    box-shadow:
      inset 0 0 0 3px var(--_focus),
      inset 0 0 0 5px var(--_focus-halo);
  }

  .veil {
    position: absolute;
    inset: 0;
    z-index: 3;
    display: grid;
    place-items: center;
    padding: var(--_space);
    color: var(--_muted);
    text-align: center;
  }

  .attribution {
    position: absolute;
    inset: auto 0 0 auto;
    z-index: 2;
    padding: 0 0.375rem;
    font-size: 0.6875rem;
    color: var(--_text);
    background: var(--_surface);
    border-start-start-radius: var(--_radius);
  }

  .tooltip {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: 4;
    width: max-content;
    max-width: min(18rem, calc(100% - 1rem));
    padding: 0.5rem 0.625rem;
    pointer-events: none;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    box-shadow: 0 2px 10px rgb(0 0 0 / 18%);
    font-size: var(--_small);
    line-height: 1.35;
  }

  .tooltip p {
    margin: 0;
  }

  .tooltip .name {
    font-weight: 650;
  }

  .figure {
    font-size: 1.125em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .note {
    color: var(--_muted);
  }

  .side {
    display: flex;
    flex: 0 0 15rem;
    flex-direction: column;
    gap: var(--_space);
    min-height: 0;
    overflow: auto;
    /* Room for focus rings inside the scrolling box. */
    padding: 3px;
    margin: -3px;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .toolbar button {
    display: grid;
    place-items: center;
    width: 2.25rem;
    padding: 0;
  }

  .toolbar svg {
    width: 1.125rem;
    height: 1.125rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .legend ul,
  .layer-list {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .legend-title {
    margin: 0 0 0.25rem;
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.8125);
  }

  .entry {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    width: 100%;
    min-height: 1.625rem;
    padding: 0.0625rem 0.25rem;
    border-color: transparent;
    background: none;
    font-size: var(--_small);
    text-align: start;
    font-variant-numeric: tabular-nums;
  }

  .entry[aria-pressed='true'] {
    color: inherit;
    background: var(--_selected);
    border-color: var(--_accent);
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

  .chosen {
    display: grid;
    gap: 0.25rem;
    padding: 0.625rem;
    background: var(--_raised);
    border-radius: var(--_radius);
    font-size: var(--_small);
  }

  .chosen p {
    margin: 0;
  }

  .chosen .name {
    font-size: var(--_size);
    font-weight: 650;
  }

  .chosen .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .search {
    position: relative;
  }

  .search ul {
    position: absolute;
    inset: 100% 0 auto;
    z-index: 10;
    margin: 2px 0 0;
    padding: 0;
    min-width: 16rem;
    max-width: 90vw;
    list-style: none;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    box-shadow: 0 4px 14px rgb(0 0 0 / 18%);
  }

  .search li {
    padding: 0.375rem 0.625rem;
    cursor: pointer;
  }

  .search li[aria-selected='true'],
  .search li:hover {
    background: var(--_selected);
  }

  .search .around,
  .no-results {
    margin: 0 0 0 0.5rem;
    color: var(--_muted);
  }

  :host(:fullscreen) {
    padding: var(--_space);
    height: 100%;
    overflow: auto;
  }

  :host(:fullscreen) .map-box {
    max-height: none;
  }

  /* Narrow: the map keeps the full width, the rest comes below it and gives way first. */
  @container (max-width: 38rem) {
    .stage {
      display: contents;
    }

    /* The selectors scroll before the map goes out of sight; the list of the search takes its place among them. */
    .controls {
      flex: 0 20 auto;
      min-height: 3.75rem;
      padding: 4px;
      margin: -4px;
      overflow: auto;
    }

    .search ul {
      position: static;
      min-width: 0;
    }

    .map-box {
      flex: 1 1000 auto;
      min-height: calc(50% + 4px);
    }

    .side {
      flex: 0 10 auto;
      min-height: 3.25rem;
    }

    .side:empty {
      display: none;
    }

    .legend ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
    }
  }

  @media print {
    .toolbar {
      display: none;
    }
  }
`;
