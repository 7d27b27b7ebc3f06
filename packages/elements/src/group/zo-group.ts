import { LitElement, css, html } from 'lit';

/**
 * @summary Links the widgets inside it: they share hover, selection, period, level, area and filter.
 *
 * Use `group="name"` on widgets that can't be wrapped. The element draws nothing and takes no space of its own.
 *
 * @slot - the widgets, at any depth
 */
export class ZoGroup extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  protected override render() {
    return html`<slot></slot>`;
  }
}
