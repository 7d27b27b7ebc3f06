import { describe, expect, it } from 'vitest';
import { gapsOf, tagsOf } from '../../../scripts/lib/manifest-gaps.mjs';

const manifestOf = (declaration: object) => ({ modules: [{}, { declarations: [declaration] }] });
const element = { kind: 'class', name: 'ZoThing', tagName: 'zo-thing', summary: 'A thing.' };

describe('gapsOf', () => {
  it.each([
    ['nothing in a class that is no element', { kind: 'class', name: 'Helper', members: [{ name: 'open' }] }, []],
    ['nothing in an element that is explained', element, []],
    ['an element without a summary', { ...element, summary: undefined }, ['zo-thing: no summary']],
    ['a public member', { ...element, members: [{ name: 'open' }] }, ['zo-thing: member "open" has no sentence']],
    [
      'an empty sentence',
      { ...element, events: [{ name: 'zo-x', description: '' }] },
      ['zo-thing: event "zo-x" has no sentence'],
    ],
    [
      'no private member',
      { ...element, members: [{ name: 'a', privacy: 'private' }, { name: '#b' }, { name: '_c' }] },
      [],
    ],
    ['no member of Lit', { ...element, members: [{ name: 'willUpdate' }] }, []],
    ['an attribute once, as its member', { ...element, attributes: [{ name: 'a', fieldName: 'a' }] }, []],
    [
      'an attribute without a member',
      { ...element, attributes: [{ name: 'a' }] },
      ['zo-thing: attribute "a" has no sentence'],
    ],
    ['a slot', { ...element, slots: [{ name: 'title' }] }, ['zo-thing: slot "title" has no sentence']],
  ])('finds %s', (_, declaration, expected) => {
    expect(gapsOf(manifestOf(declaration))).toEqual(expected);
  });
});

describe('tagsOf', () => {
  it('lists tags in order of the alphabet', () => {
    const declarations = [{ ...element, tagName: 'zo-b' }, { ...element, tagName: 'zo-a' }, { kind: 'class' }];
    expect(tagsOf({ modules: [{ declarations }] })).toEqual(['zo-a', 'zo-b']);
  });
});
