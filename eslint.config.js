import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Every rule here guards a decision in docs/architecture.md or the public contract; layout is Prettier's. */

const forbidImports = (...groups) => ({
  // Types cost nothing and pull nothing in.
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: groups.map(([group, message]) => ({ group, message, allowTypeImports: true })) },
  ],
});
const LEAFLET = [
  ['leaflet', 'leaflet/*', '**/map/leaflet.js', '**/map/leaflet-layers.js', '**/map/leaflet-base.js'],
  'Only elements/src/map/leaflet-*.ts knows Leaflet.',
];
const CHROMA = [['chroma-js', 'chroma-js/*'], 'Only core/src/view/colour knows chroma-js.'];
/** Our own packages that one may import; all others are forbidden. */
const packages = (...allowed) => [
  ['@zicht-op/*', ...allowed.map((name) => `!@zicht-op/${name}`)],
  'Imports point one way: see docs/architecture.md.',
];
const LIT = [['lit', 'lit/*', 'lit-html', '@lit/*'], 'Only elements know Lit.'];
const STYLE_MAP = [['lit/directives/style-map.js'], 'styleMap writes a style attribute, which a strict CSP blocks.'];
const UNSAFE = [
  ['lit/directives/unsafe-*', 'lit/static-html.js'],
  'Markup from data is text: no name or note may become an element.',
];
const PARENT_INDEX = [['./**/index.js', '../**/index.js'], 'Import the module itself.'];

const forbidSyntax = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Trusted Types refuse a string here, and data may hold markup: set textContent or build nodes.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|parseFromString|setHTMLUnsafe)$/]',
    message: 'Data may hold markup: set textContent or build nodes.',
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'A strict CSP blocks style attributes: set the CSSOM property.',
  },
  {
    selector: 'TSEnumDeclaration, TSModuleDeclaration[kind!="global"][declare!=true]',
    message: 'Types only: no enum, no namespace.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];
const styleInTemplate = {
  selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
  message: 'A strict CSP blocks style attributes: set the CSSOM property.',
};

const DOM = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'HTMLElement',
  'customElements',
];
const globals = (names, message) => ({
  'no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))],
});

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/*.d.ts',
      '**/node_modules/**',
      '.cache/**',
      'coverage/**',
      'storybook-static/**',
      'demo/voorbeeldland/**',
      'packages/elements/src/map/leaflet*.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...forbidSyntax],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-this-alias': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: {
      ...forbidImports(LIT, LEAFLET, packages(), CHROMA, PARENT_INDEX),
      ...globals(
        [...DOM, 'fetch', 'XMLHttpRequest'],
        'core runs without a page; only sources/ asks for addresses, with the fetch it is given.',
      ),
    },
  },
  {
    files: ['packages/core/src/sources/**/*.ts'],
    rules: globals([...DOM, 'XMLHttpRequest'], 'core runs without a page.'),
  },
  {
    files: ['packages/core/src/view/colour/**/*.ts', 'packages/core/src/view/colour*.ts'],
    rules: forbidImports(LIT, LEAFLET, packages(), PARENT_INDEX),
  },
  {
    files: ['packages/locales/src/**/*.ts'],
    rules: {
      ...forbidImports(LIT, LEAFLET, packages('core'), CHROMA, PARENT_INDEX),
      ...globals([...DOM, 'fetch', 'XMLHttpRequest'], 'Words need no page.'),
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    rules: {
      ...forbidImports(LEAFLET, CHROMA, STYLE_MAP, UNSAFE, PARENT_INDEX),
      'no-restricted-syntax': ['error', ...forbidSyntax, styleInTemplate],
      'lit/ban-attributes': ['error', 'style'],
      'lit/lifecycle-super': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-static-styles': 'error',
      'wc/no-constructor-attributes': 'error',
      'wc/guard-super-call': 'off',
      // Safari forgets that a list without bullets is one, unless told.
      'lit-a11y/no-redundant-role': 'off',
      // Sees no <label for>; axe does, in the browser.
      'lit-a11y/accessible-name': 'off',
    },
  },
  {
    files: ['packages/elements/src/map/leaflet-*.ts', 'packages/elements/src/map/leaflet.d.ts'],
    rules: forbidImports(CHROMA, STYLE_MAP, UNSAFE, PARENT_INDEX),
  },
  {
    files: ['packages/renderer/src/**/*.ts'],
    rules: {
      ...forbidImports(LIT, LEAFLET, packages('core'), CHROMA, PARENT_INDEX),
      ...globals([...DOM, 'fetch', 'XMLHttpRequest'], 'renderer knows a canvas, and nothing else of a page.'),
    },
  },
  {
    // Types of Leaflet alone: the code is the host's own copy, which it hands in.
    files: ['packages/leaflet/src/**/*.ts'],
    rules: forbidImports(LIT, LEAFLET, packages('core', 'locales', 'renderer'), CHROMA, PARENT_INDEX),
  },
  {
    files: ['packages/publish/src/**/*.ts'],
    rules: {
      ...forbidImports(LIT, LEAFLET, packages('core'), CHROMA, PARENT_INDEX),
      ...globals([...DOM, 'fetch', 'XMLHttpRequest'], 'A command runs in Node, and asks for no addresses.'),
    },
  },
  {
    files: ['packages/voorbeeldland/**/*.ts'],
    rules: forbidImports(LIT, LEAFLET, packages(), PARENT_INDEX),
  },
  {
    // What a stand-alone tool asks for as a default export; and tests, which must be able to do what the product may not.
    files: ['*.config.{js,mjs,ts}', '**/*.config.ts', '.storybook/**', 'stories/**', 'test/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-empty-function': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }] },
  },
);
