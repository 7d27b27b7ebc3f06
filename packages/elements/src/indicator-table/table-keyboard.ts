/**
 * Where a key leads from one row's button: the position of the next, `head` for the headings, or null where the key isn't
 * ours. `count` rows, `page` of them in view.
 */
export function moveInRows(key: string, position: number, count: number, page: number): number | 'head' | null {
  const within = (target: number): number => Math.max(0, Math.min(target, count - 1));
  switch (key) {
    case 'ArrowDown':
      return within(position + 1);
    case 'ArrowUp':
      return position === 0 ? 'head' : within(position - 1);
    case 'PageDown':
      return within(position + page);
    case 'PageUp':
      return within(position - page);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
}

/** Where a key leads from one heading: the position of the next, `rows` for the body, or null where it isn't ours. */
export function moveInHead(key: string, position: number, count: number): number | 'rows' | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(position + 1, count - 1);
    case 'ArrowLeft':
      return Math.max(position - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'ArrowDown':
      return 'rows';
    default:
      return null;
  }
}
