/**
 * Settings of the analyzer that lists the elements, their attributes, events, slots and parts; run in packages/elements.
 */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['**/*.d.ts', '**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [tagNames(), publicOnly(), publishedPaths()],
};

/** Takes tag names from `defineElement('zo-…', Class)` in the define modules: the analyzer knows `customElements.define`. */
function tagNames() {
  const definitions = [];
  return {
    name: 'tag-names',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
      const [tag, constructor] = node.arguments;
      if (tag && constructor && ts.isStringLiteral(tag)) {
        definitions.push({ tag: tag.text, className: constructor.getText(), path: moduleDoc.path });
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { tag, className, path } of definitions) {
        for (const module of modules) {
          const declaration = module.declarations?.find(({ kind, name }) => kind === 'class' && name === className);
          if (!declaration) continue;
          Object.assign(declaration, { tagName: tag, customElement: true });
          modules
            .find((candidate) => candidate.path === path)
            ?.exports?.push({
              kind: 'custom-element-definition',
              name: tag,
              declaration: { name: className, module: module.path },
            });
        }
      }
    },
  };
}

/** The manifest says what a host may use: what is private to an element is not in it. */
function publicOnly() {
  const isPublic = ({ name, privacy }) => !name.startsWith('#') && (privacy ?? 'public') === 'public';
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const declaration of modules.flatMap((module) => module.declarations ?? [])) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    },
  };
}

/** The manifest is published with the built modules: a path names what can be imported. */
function publishedPaths() {
  const published = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') {
      for (const key of ['path', 'module']) if (typeof value[key] === 'string') value[key] = published(value[key]);
      Object.values(value).forEach(walk);
    }
  };
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      walk(customElementsManifest);
    },
  };
}
