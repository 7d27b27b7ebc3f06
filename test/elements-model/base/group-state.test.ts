import { describe, expect, it } from 'vitest';
import { GroupState } from '../../../packages/elements/src/group/group-state.js';

describe('GroupState', () => {
  it('gives a member its own value, until something is set for all', () => {
    const group = new GroupState();
    expect(group.valueFor('period', '2022')).toBe('2022');
    group.set('period', '2023');
    expect(group.valueFor('period', '2022')).toBe('2023');
  });

  it('gives a member without a value the first that an author wrote', () => {
    const group = new GroupState();
    group.offerStart('level', '');
    group.offerStart('level', 'wijk');
    group.offerStart('level', 'buurt');
    expect([group.valueFor('level', ''), group.valueFor('level', 'gemeente')]).toEqual(['wijk', 'gemeente']);
  });

  it('tells an empty set apart from none', () => {
    const group = new GroupState();
    group.offerStart('selected', 'GM0001');
    expect(group.get('selected')).toBe(undefined);
    group.set('selected', '');
    expect([group.get('selected'), group.valueFor('selected', 'GM0002')]).toEqual(['', '']);
  });

  it('tells each change once, to those that still listen', () => {
    const group = new GroupState();
    const heard: string[] = [];
    const leave = group.subscribe((change) => heard.push(`one ${change}`));
    group.subscribe((change) => heard.push(`two ${change}`));
    group.set('period', '2023');
    group.set('period', '2023');
    group.setHover('GM0001');
    group.setHover('GM0001');
    leave();
    group.setHover(null);
    expect(heard).toEqual(['one period', 'two period', 'one hover', 'two hover', 'two hover']);
  });

  it('lets a listener leave while it is told', () => {
    const group = new GroupState();
    const heard: string[] = [];
    const leave = group.subscribe(() => {
      heard.push('one');
      leave();
    });
    group.subscribe(() => heard.push('two'));
    group.set('level', 'wijk');
    group.set('level', 'buurt');
    expect(heard).toEqual(['one', 'two', 'two']);
  });
});
