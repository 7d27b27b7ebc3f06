import { readdir } from 'node:fs/promises';

/** Answers /stories.json with the files below `folder` that hold stories, for the test that renders them all. */
export function storyList(folder) {
  return async function listStories(context, next) {
    if (context.path !== '/stories.json') return next();
    const files = await readdir(folder, { recursive: true }).catch(() => []);
    const stories = files.filter((name) => name.endsWith('.stories.ts')).sort();
    context.body = { files: stories.map((name) => `stories/${name.replaceAll('\\', '/')}`) };
  };
}
