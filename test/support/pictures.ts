import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { makePicture, type Picture, type PictureParts } from '@zicht-op/core/picture/picture.js';
import { createFormatter } from '@zicht-op/core/view/format.js';
import { joinRegions } from '@zicht-op/core/view/join.js';
import { resolveSelection, type SelectionRequest } from '@zicht-op/core/view/selection.js';
import { common as nl } from '@zicht-op/locales/nl/common.js';
import { valueOf } from './observe.js';

export const TEXTS = nl;
export const FORMATTER = createFormatter('nl-NL', nl);

export interface PictureRequest extends SelectionRequest {
  readonly within?: string;
  readonly classOptions?: Partial<PictureParts['classOptions']>;
}

/** The picture of a JSON-stat document and, where there are shapes, a document of those. Throws for what can't be drawn. */
export function pictureOf(data: unknown, shapes: unknown = null, request: PictureRequest = {}): Picture {
  const { within = '', classOptions, ...asked } = request;
  const dataset = valueOf(parseJsonStat(data));
  const selection = valueOf(resolveSelection(dataset, asked));
  const document = shapes === null ? null : valueOf(parseBoundaries(shapes, {}));
  const boundaries = document ? valueOf(document.ofLevel(selection.level)) : null;
  return makePicture({
    dataset,
    selection,
    within,
    url: '',
    shapes: boundaries && { boundaries, join: joinRegions(dataset.geo, boundaries), year: boundaries.year, url: '' },
    levels: [selection.level],
    classOptions: { method: null, classes: 5, breaks: null, ...classOptions },
    problems: [],
  });
}
