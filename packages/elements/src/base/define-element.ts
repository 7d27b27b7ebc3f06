/** The version that this copy of the library was built as. */
export const VERSION = '0.1.0';

/**
 * Defines a tag once. A second copy of the library on the page leaves the first one in place and says so, as two
 * definitions of one name would throw.
 */
export function defineElement(tag: string, constructor: CustomElementConstructor): void {
  const known = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (!known) {
    customElements.define(tag, constructor);
  } else if (known !== constructor) {
    const other = known.version ?? '?';
    console.info(`<${tag}> is already defined by version ${other}; version ${VERSION} leaves it in place.`);
  }
}
