import { css } from 'lit';

/** Looks of `zo-indicator-table`; colours and spaces come from the tokens. */
export const styles = css`
  :host {
    --_row: var(--zo-row-height, 2.5rem);
    --_name: min(var(--zo-name-width, 15rem), 45cqi);
    --_column: var(--zo-column-width, 8.75rem);
    --_hatch: var(--zo-color-hatch, light-dark(#b6c0cb, #4d5a69));
    --_bar: color-mix(in srgb, var(--_accent) 60%, transparent);
    --_row-surface: var(--_surface);
  }

  .controls {
    align-items: end;
  }

  .field.search {
    flex: 1 1 14rem;
    max-width: 24rem;
  }

  .above {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    align-items: center;
    justify-content: space-between;
    margin-block: -0.25rem;
  }

  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 2rem;
    font-size: var(--_small);
    cursor: pointer;
  }

  .check input {
    flex: none;
    inline-size: max(1.5rem, 24px);
    block-size: max(1.5rem, 24px);
    margin: 0;
    accent-color: var(--_accent);
  }

  .menu {
    position: relative;
    font-size: var(--_small);
  }

  /* Inside details, inherited box sizes come from the browser's own tree. */
  .menu > * {
    box-sizing: border-box;
  }

  .menu > summary {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    min-height: 2.25rem;
    padding: 0.25rem 0.625rem;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    list-style: none;
  }

  .menu > summary::-webkit-details-marker {
    display: none;
  }

  .menu > summary::after {
    content: '';
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-block-start: -0.2em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }

  .menu > .options {
    position: absolute;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline-start: 0;
    z-index: 4;
    inline-size: max-content;
    max-inline-size: min(22rem, 92cqi);
    max-block-size: min(22rem, 60vh);
    padding: 0.5rem var(--_space);
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.2);
  }

  hr {
    margin: 0.25rem 0;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }

  .detail {
    color: var(--_muted);
    font-weight: 400;
    font-size: calc(var(--_size) * 0.75);
  }

  .count {
    margin: 0;
    color: var(--_muted);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  .scroller {
    position: relative;
    flex: 1 1 min(70vh, var(--_content, 70vh));
    min-block-size: min(9rem, var(--_content, 9rem));
    max-block-size: var(--_content, none);
    overflow: auto;
    overscroll-behavior-x: contain;
    /* Opaque, or every scroll would paint everything anew: browsers scroll no transparent text by themselves. */
    background: var(--_surface);
    border-block: 1px solid var(--_line-strong);
    contain: content;
  }

  .scroller.still {
    flex: 0 1 auto;
    min-block-size: 8rem;
    max-block-size: none;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }

  table {
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--_small);
    line-height: 1.2;
  }

  table.regions {
    table-layout: fixed;
    inline-size: max(100%, calc(var(--_name) + var(--_columns, 1) * var(--_column)));
  }

  col.name {
    inline-size: var(--_name);
  }

  caption {
    padding: 0;
    block-size: 0;
  }

  th,
  td {
    padding: 0;
    text-align: start;
    font-weight: 400;
    background-color: var(--_row-surface);
    border-block-end: 1px solid var(--_line);
  }

  /* Head */

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    vertical-align: bottom;
    background-color: var(--_raised);
    border-block-end: 1px solid var(--_line-strong);
  }

  thead th.corner {
    inset-inline-start: 0;
    z-index: 3;
    border-inline-end: 1px solid var(--_line);
  }

  .heading {
    position: relative;
    display: grid;
    gap: 0.125rem;
    align-content: end;
    inline-size: 100%;
    min-block-size: 3.25rem;
    block-size: 100%;
    padding: 0.5rem 0.75rem;
    background: none;
    border: 0;
    border-radius: 0;
    text-align: end;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  .corner .heading,
  .comparison .heading {
    text-align: start;
  }

  .corner .heading {
    grid-template-columns: auto 1fr;
    align-items: baseline;
  }

  .comparison .heading .label {
    font-weight: 400;
    font-size: calc(var(--_size) * 0.75);
  }

  .heading .label {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    font-weight: 600;
  }

  .heading .below {
    display: flex;
    gap: 0.375rem;
    align-items: baseline;
    justify-content: end;
    min-block-size: 0.9375rem;
  }

  .corner .below,
  .comparison .below {
    justify-content: start;
  }

  .heading .arrow {
    color: var(--_muted);
    font-size: 0.7em;
    opacity: 0.6;
  }

  th[aria-sort] .arrow,
  button.heading:hover .arrow {
    color: var(--_accent);
    opacity: 1;
  }

  th[aria-sort] {
    box-shadow: inset 0 -3px 0 var(--_accent);
  }

  thead button:focus-visible,
  tbody button:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }

  .signs summary {
    min-block-size: 24px;
  }

  @container (max-width: 24rem) {
    .heading .label {
      -webkit-line-clamp: 2;
    }
  }

  @media (max-height: 20rem) {
    thead th {
      inset-block-start: auto;
    }
  }

  /* Rows */

  table.regions > tbody > tr:not(.spacer) {
    block-size: var(--_row);
    cursor: pointer;
  }

  tbody th {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    border-inline-end: 1px solid var(--_line);
  }

  tbody button.name {
    display: grid;
    align-content: center;
    inline-size: 100%;
    block-size: calc(var(--_row) - 1px);
    min-block-size: 0;
    padding: 0 0.75rem;
    overflow: hidden;
    color: inherit;
    background: none;
    border: 0;
    border-radius: 0;
    text-align: start;
  }

  .name .label {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
  }

  .name .label:not(:last-child) {
    -webkit-line-clamp: 1;
  }

  .name .detail {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  tbody td {
    padding: 0.25rem 0.75rem;
    overflow: hidden;
  }

  tbody .spacer td {
    padding: 0;
    border: 0;
  }

  td.figure,
  td.yardstick {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  td.figure {
    background-image: linear-gradient(
      to right,
      transparent var(--zo-bar-start, 0%),
      var(--_bar) 0 var(--zo-bar-end, 0%),
      transparent 0
    );
    background-repeat: no-repeat;
    background-size: 100% 3px;
    background-position: 0 100%;
    background-origin: content-box;
  }

  td.missing {
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.75);
    text-align: end;
  }

  td.withheld,
  .sample.withheld {
    background-image: repeating-linear-gradient(135deg, transparent 0 4px, var(--_hatch) 4px 5px);
  }

  td.withheld > span {
    padding: 0.0625rem 0.25rem;
    background: var(--_row-surface);
    border-radius: 2px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  td.comparison {
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.8125);
  }

  .glyph {
    display: inline-block;
    inline-size: 1.25em;
    font-size: 0.8em;
  }

  .mark {
    color: var(--_accent);
    font-size: 0.75em;
    font-weight: 600;
    vertical-align: super;
    line-height: 0;
  }

  tr:hover,
  tr[data-hovered] {
    --_row-surface: var(--_raised);
  }

  tr.selected {
    --_row-surface: var(--_selected);
  }

  tr.selected th {
    box-shadow: inset 4px 0 0 var(--_accent);
    font-weight: 600;
  }

  tr[data-hovered] th .label {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  tbody button[aria-pressed='true'] {
    color: inherit;
    background: none;
  }

  .nothing td {
    padding: 1.5rem var(--_space);
    color: var(--_muted);
  }

  /* One region */

  table.profile {
    inline-size: 100%;
  }

  .profile th,
  .profile td {
    padding: 0.5rem 0.75rem;
    vertical-align: middle;
  }

  .profile thead th {
    font-weight: 600;
    vertical-align: bottom;
  }

  .profile thead th.figure,
  .profile thead th.yardstick {
    text-align: end;
  }

  .profile tbody th {
    inline-size: var(--_name);
    min-inline-size: min(11rem, 42cqi);
    overflow-wrap: anywhere;
  }

  .profile tbody th .detail {
    display: block;
  }

  /* Rows differ in height here: the bar stays below its figure. */
  .profile td.figure {
    font-weight: 600;
    background-position: 0 calc(50% + 0.875em);
  }

  .profile td.words {
    min-inline-size: 10rem;
    color: var(--_muted);
  }

  /* Below */

  .signs {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0.125rem var(--_space);
    justify-content: space-between;
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.8125);
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem var(--_space);
    margin: 0;
  }

  details > .legend {
    display: grid;
  }

  .legend > div {
    display: flex;
    gap: 0.375rem;
    align-items: baseline;
  }

  .legend dt {
    white-space: nowrap;
  }

  .legend dd {
    margin: 0;
  }

  .sample {
    padding: 0.0625rem 0.25rem;
    color: var(--_text);
    border: 1px solid var(--_line);
    border-radius: 2px;
  }

  .legend .mark {
    vertical-align: baseline;
  }

  .print-note {
    display: none;
  }

  @media (forced-colors: active) {
    tr.selected th {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    td.figure {
      --_bar: CanvasText;
    }

    td.withheld {
      --_hatch: GrayText;
    }
  }

  @media print {
    .print-note {
      display: block;
    }

    .scroller {
      max-block-size: none;
      overflow: visible;
      contain: none;
    }

    thead th,
    tbody th {
      position: static;
    }

    td.figure,
    td.withheld {
      print-color-adjust: exact;
    }
  }
`;
