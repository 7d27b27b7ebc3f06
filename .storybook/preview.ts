import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import '@zicht-op/elements';

type Glob = (path: string, options: { eager: true; import: 'default' }) => Record<string, unknown>;

// Made by a script, so absent from a fresh clone until `npm run storybook` makes it.
const manifests = (import.meta as ImportMeta & { glob: Glob }).glob('../packages/elements/custom-elements.json', {
  eager: true,
  import: 'default',
});
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { method: 'alphabetical', order: ['Uitleg', 'Elementen'] } },
  },
  globalTypes: {
    lang: {
      description: 'Language of the page',
      toolbar: { title: 'Language', icon: 'globe', items: ['nl', 'en'], dynamicTitle: true },
    },
  },
  initialGlobals: { lang: 'nl' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = String(globals.lang);
      return story();
    },
  ],
};

export default preview;
