import { css } from 'lit';

/** The list that `RegionSearch` unfolds below its field. */
export const searchStyles = css`
  .search {
    position: relative;
  }

  .search label {
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.8125);
  }

  .search ul {
    position: absolute;
    inset: 100% 0 auto;
    z-index: 10;
    margin: 2px 0 0;
    padding: 0;
    min-width: min(16rem, 90vw);
    list-style: none;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    box-shadow: 0 4px 14px rgb(0 0 0 / 18%);
  }

  .search ul[hidden] {
    display: none;
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
`;
