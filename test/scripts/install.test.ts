import { describe, expect, it } from 'vitest';
import { missingPackages } from '../../scripts/install.mjs';

const lit = { version: '3.3.3' };

describe('missingPackages', () => {
  it.each([
    ['everything where nothing is installed', { 'node_modules/lit': lit }, null, ['node_modules/lit']],
    ['a package that is not there', { 'node_modules/lit': lit }, {}, ['node_modules/lit']],
    [
      'another version',
      { 'node_modules/lit': lit },
      { 'node_modules/lit': { version: '3.3.2' } },
      ['node_modules/lit'],
    ],
    ['nothing where all is there', { 'node_modules/lit': lit }, { 'node_modules/lit': { version: '3.3.3' } }, []],
    ['nothing for the root and the packages themselves', { '': lit, 'packages/core': lit }, {}, []],
    ['nothing for what is made for another platform', { 'node_modules/a': { ...lit, optional: true } }, {}, []],
    [
      'an optional package of another version',
      { 'node_modules/a': { ...lit, optional: true } },
      { 'node_modules/a': { version: '1.0.0' } },
      ['node_modules/a'],
    ],
    [
      'a link to a package of ours that is not there',
      { 'node_modules/@x/y': { link: true } },
      {},
      ['node_modules/@x/y'],
    ],
    [
      'nothing for a link that is there',
      { 'node_modules/@x/y': { link: true } },
      { 'node_modules/@x/y': { link: true } },
      [],
    ],
    ['a nested package', { 'node_modules/a/node_modules/b': lit }, {}, ['node_modules/a/node_modules/b']],
  ])('names %s', (_, wanted, installed, expected) => {
    expect(missingPackages(wanted, installed)).toEqual(expected);
  });
});
