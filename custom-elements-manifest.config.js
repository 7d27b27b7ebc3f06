/**
 * Settings of the analyzer that lists the elements, their attributes, events, slots and parts; run in packages/elements.
 */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['**/*.d.ts', '**/define.ts', '**/*.styles.ts', '**/locales/**'],
  outdir: '.',
  litelement: true,
  plugins: [
    {
      name: 'published-paths',
      /** The manifest is published with the built modules: a path names what can be imported. */
      packageLinkPhase({ customElementsManifest }) {
        const published = (path) => path?.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
        const walk = (value) => {
          if (Array.isArray(value)) value.forEach(walk);
          else if (value !== null && typeof value === 'object') {
            for (const key of ['path', 'module'])
              if (typeof value[key] === 'string') value[key] = published(value[key]);
            Object.values(value).forEach(walk);
          }
        };
        walk(customElementsManifest);
      },
    },
  ],
};
