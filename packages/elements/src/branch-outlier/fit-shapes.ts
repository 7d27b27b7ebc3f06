import { failure, success, type Result } from '@zicht-op/core/model/problem.js';
import { joinRegions } from '@zicht-op/core/view/join.js';
import type { Shapes } from '../base/loader.js';
import { joinProblems, type Picture } from '../base/picture.js';

/**
 * Lays shapes beside a picture that was made without, with the same warnings as on a map: codes without a partner, years
 * that differ. Fails with `no-match` where no region has a shape.
 */
export function fitShapes(picture: Picture, shapes: Shapes): Result<Shapes> {
  const { dataset, selection } = picture;
  const join = joinRegions(dataset.geo, shapes.boundaries);
  if (join.matched === 0) return failure('no-match', '', { url: shapes.url });
  const parts = { dataset, selection, boundaryYear: shapes.year, boundariesUrl: shapes.url };
  return success(shapes, joinProblems(parts, join));
}
