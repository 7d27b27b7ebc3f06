import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/** What an embedder may say of any data widget and reads back as it was said. Contract, section 4. */
export abstract class DataProperties extends LitElement {
  /** Address of the dataset; may hold `{level}`, `{levels}`, `{period}`, `{year}` and `{within}`. */
  @property() src = '';
  /** How the dataset is read: `json-stat`, `cbs-odata-v4`, `cbs-odata-v3`, `sdmx-json`, `csv`. Default: found by content. */
  @property() type = '';
  /** Roles of CSV headers, as a query string: `region=code&name=naam`. */
  @property() columns = '';
  /** Address of CSVW or profile metadata, or of CBS code lists; several are separated by spaces. */
  @property() metadata = '';
  /** Levels that an address with `{level}` serves, space separated. */
  @property() levels = '';
  /** Further origins that a dataset may name addresses on, space separated. */
  @property({ attribute: 'allow-origins' }) allowOrigins = '';
  /** Whether cookies go along, as for `fetch`. */
  @property() credentials: RequestCredentials = 'same-origin';
  /** Largest answer that is read, in megabytes; 64. */
  @property({ attribute: 'max-size', type: Number }) maxSize = 64;
  /** Address of the shapes, where the dataset doesn't name them; same placeholders as `src`. */
  @property() boundaries = '';
  /** Region code to compare with; the dataset's own yardstick, else the country. */
  @property() reference = '';
  /** Name shared by linked widgets that aren't inside one `zo-group`. */
  @property() group = '';
  /** `indicator`: the indicator is shared with the group too. */
  @property() share = '';
  /** Title shown; from the data. */
  @property() headline = '';
  /** A still figure: no selectors. */
  @property({ attribute: 'no-controls', type: Boolean }) noControls = false;
  /** Unit of the one indicator of a CSV. */
  @property() unit = '';
  /** Decimals of the one indicator of a CSV. */
  @property({ type: Number }) decimals: number | null = null;
  /** Name of the source of a CSV. */
  @property({ attribute: 'source-label' }) sourceLabel = '';
  /** Address of the source of a CSV. */
  @property({ attribute: 'source-href' }) sourceHref = '';
  /** What the figures of a CSV do not say. */
  @property() caution = '';
  /** Function used instead of the page's `fetch`. */
  @property({ attribute: false }) fetch: typeof fetch | null = null;
}
