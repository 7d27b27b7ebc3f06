import { css } from 'lit';

/** The map and its legend. */
export const mapPanelStyles = css`
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
    text-emphasis-color: var(--zo-map-halo, light-dark(#ffffff, #0b0c0e));
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
    background-color: light-dark(#bcc4cc, #5d6873);
  }
`;
