import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ChoroplethTexts } from '@zicht-op/locales/nl/choropleth.js';

export interface ToolbarModel {
  readonly texts: ChoroplethTexts;
  readonly isFullScreen: boolean;
  readonly canFullScreen: boolean;
  readonly zoom: (steps: number) => void;
  readonly reset: () => void;
  readonly toggleFullScreen: () => void;
}

const icon = (path: string) => html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;

const PLUS = 'M12 5v14M5 12h14';
const MINUS = 'M5 12h14';
const HOME = 'M4 11.5 12 5l8 6.5M6.5 10v8.5h11V10';
const EXPAND = 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5';
const SHRINK = 'M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5';

const button = (label: string, path: string, click: () => void) =>
  html`<button type="button" title=${label} aria-label=${label} @click=${click}>${icon(path)}</button>`;

/** Buttons beside the map, so that they cover no region. */
export function toolbarTemplate(model: ToolbarModel): TemplateResult {
  const { texts, isFullScreen } = model;
  return html`<div class="toolbar" part="toolbar">
    ${button(texts.zoomIn, PLUS, () => model.zoom(1))} ${button(texts.zoomOut, MINUS, () => model.zoom(-1))}
    ${button(texts.reset, HOME, model.reset)}
    ${
      model.canFullScreen
        ? button(
            isFullScreen ? texts.leaveFullScreen : texts.fullScreen,
            isFullScreen ? SHRINK : EXPAND,
            model.toggleFullScreen,
          )
        : nothing
    }
  </div>`;
}
