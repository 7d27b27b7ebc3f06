/** An address that data named, fit to be a link: http, https or mail; null for anything else (`javascript:`, say). */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href, document.baseURI)) return null;
  const url = new URL(href, document.baseURI);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}
