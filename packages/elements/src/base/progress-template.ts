import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { sumProgress } from '@zicht-op/core/picture/sum-progress.js';
import type { Progress } from '@zicht-op/core/sources/transport.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

const MEGABYTE = 1_000_000;

/** How much has come, in words; empty while nothing has. */
export function progressText(heard: Iterable<Progress>, texts: CommonTexts): string {
  const sum = sumProgress(heard);
  if (!sum) return '';
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const megabytes = (bytes: number) => (bytes / MEGABYTE).toLocaleString(texts.locale, digits);
  return texts.received(megabytes(sum.received), sum.total === null ? '' : megabytes(sum.total), sum.pages);
}

/** A bar and its words; a bar that only moves where the end isn't known. */
export function progressTemplate(heard: Iterable<Progress>, texts: CommonTexts) {
  const bodies = [...heard];
  const sum = sumProgress(bodies);
  if (!sum) return nothing;
  const { received, total } = sum;
  return html`<span class="received" part="received"
    ><progress
      aria-label=${texts.loading}
      max=${total ?? 1}
      value=${ifDefined(total === null ? undefined : received)}
    ></progress>
    ${progressText(bodies, texts)}</span
  >`;
}
