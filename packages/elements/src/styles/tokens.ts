import { css } from 'lit';

/**
 * The one layer of custom properties. Each `--zo-*` can be set by the page; without it the tokens of the NL Design System
 * are followed (`--basis-*`, then older `--utrecht-*`), and else our own, in light and dark.
 */
export const tokens = css`
  :host {
    --_text: var(--zo-color-text, var(--basis-color-default-color-document, light-dark(#17202a, #e9edf2)));
    --_muted: var(--zo-color-text-muted, var(--basis-color-default-color-subtle, light-dark(#4a5665, #b3bdca)));
    --_surface: var(--zo-color-surface, var(--basis-color-default-bg-document, light-dark(#ffffff, #14191f)));
    --_raised: var(--zo-color-surface-raised, light-dark(#f4f6f8, #1e252d));
    --_line: var(--zo-color-line, light-dark(#c9d1da, #3b4653));
    --_line-strong: var(--zo-color-line-strong, light-dark(#6b7785, #8b97a5));
    --_accent: var(--zo-color-accent, var(--basis-color-action-1-border-default, light-dark(#0b5c8a, #7cc4ef)));
    --_on-accent: var(--zo-color-on-accent, light-dark(#ffffff, #0d1720));
    --_selected: var(--zo-color-selected, light-dark(#e3f0f8, #183447));
    --_warning: var(--zo-color-warning, light-dark(#fff6dc, #3a3113));
    --_warning-line: var(--zo-color-warning-line, light-dark(#8a6100, #e2bb52));
    --_error: var(--zo-color-error, light-dark(#fdecea, #41201d));
    --_error-line: var(--zo-color-error-line, light-dark(#a4262c, #ff9b94));
    --_focus: var(
      --zo-color-focus,
      var(--basis-focus-outline-color, var(--utrecht-focus-outline-color, light-dark(#0b0c0e, #ffffff)))
    );
    --_focus-halo: var(--zo-color-focus-halo, light-dark(#ffffff, #0b0c0e));
    --_font: var(--zo-font-family, var(--basis-text-font-family-default, var(--utrecht-document-font-family, inherit)));
    --_size: var(--zo-font-size, 1rem);
    --_small: calc(var(--_size) * 0.875);
    --_space: var(--zo-space, 0.75rem);
    --_radius: var(--zo-border-radius, 4px);

    box-sizing: border-box;
    display: block;
    position: relative;
    color: var(--_text);
    background: var(--_surface);
    font-family: var(--_font);
    font-size: var(--_size);
    line-height: 1.45;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-halo);
  }

  .visually-hidden:not(:focus, :active) {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
`;
