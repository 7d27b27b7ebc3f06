import { createReadStream } from 'node:fs';
import { contentType } from '../serve/content-type.mjs';
import { locate } from '../serve/locate.mjs';

/** Serves a folder at a path that ends in a slash, for the browser tests' server; 404 where the folder is absent. */
export function folderMiddleware({ at, folder }) {
  return async function serveFolder(context, next) {
    if (!context.path.startsWith(at)) return next();
    const target = await locate(context.path, [{ at, folder }]);
    if (!target?.file) return;
    context.type = contentType(target.file);
    context.length = target.stats.size;
    context.body = createReadStream(target.file);
  };
}
