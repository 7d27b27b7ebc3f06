import { ref } from 'lit/directives/ref.js';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import type { HatchColours } from '@zicht-op/renderer/choropleth-appearance.js';
import { paintMissingSwatch } from '@zicht-op/renderer/missing-fill.js';

/** Fills the canvas of a legend's swatch with a hatch. */
export const missingSwatch = (kind: MissingKind, colours: HatchColours) =>
  ref((element) => {
    if (element) paintMissingSwatch(element as HTMLCanvasElement, kind, colours);
  });
