import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * Finds what an address's path stands for. `mounts` are `{ at, folder }` (everything below a path that ends in a slash)
 * or `{ at, file }` (that one path); the first that fits counts. Answers `{ file, stats }`, `{ redirect }` for a folder
 * named without its slash, or null. Nothing outside a mount's folder is found, by dots, links or encoded slashes;
 * neither is a hidden file.
 */
export async function locate(pathname, mounts) {
  const mount = mounts.find(({ at, file }) => (file === undefined ? pathname.startsWith(at) : pathname === at));
  if (!mount) return null;
  if (mount.file !== undefined) return found(mount.file);

  const segments = segmentsOf(pathname.slice(mount.at.length));
  if (segments === null) return null;
  const real = await realpath(join(mount.folder, ...segments)).catch(() => null);
  const top = await realpath(mount.folder).catch(() => null);
  if (real === null || top === null || (real !== top && !real.startsWith(top + sep))) return null;

  const stats = await stat(real).catch(() => null);
  if (!stats?.isDirectory()) return stats?.isFile() && !pathname.endsWith('/') ? { file: real, stats } : null;
  return pathname.endsWith('/') ? found(join(real, 'index.html')) : { redirect: `${pathname}/` };
}

async function found(file) {
  const stats = await stat(file).catch(() => null);
  return stats?.isFile() ? { file, stats } : null;
}

/** Names of the folders and the file in a path, decoded; null where one is empty, hidden or steps out. */
function segmentsOf(path) {
  const segments = path.split('/');
  if (segments.at(-1) === '') segments.pop();
  try {
    const decoded = segments.map(decodeURIComponent);
    return decoded.some((segment) => segment === '' || segment.startsWith('.') || /[/\\\0:]/.test(segment))
      ? null
      : decoded;
  } catch {
    return null;
  }
}
