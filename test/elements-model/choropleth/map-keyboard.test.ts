import { beforeEach, describe, expect, it } from 'vitest';
import type { Direction } from '@zicht-op/core/geo/neighbours.js';
import { MapKeyboard } from '../../../packages/elements/src/choropleth/map-keyboard.js';

const NAMES = ['Aa', 'Baarle', 'Berg', 'Bergen', 'Één', 'Goor', 'Ter Aa', '’t Zandt', 'Urk'];
const LIST = NAMES.map((name, shape) => ({ name, shape }));

/** What was asked of the map, in order. */
let asked: string[] = [];
let current = -1;
let neighbours: Partial<Record<Direction, number>> = {};
let now = 0;

const keyboard = () =>
  new MapKeyboard({
    current: () => current,
    first: () => 4,
    neighbour: (_shape, direction) => neighbours[direction] ?? -1,
    names: () => LIST,
    move: (shape) => {
      current = shape;
      asked.push(`move ${shape}`);
    },
    choose: (shape, add) => asked.push(`choose ${shape}${add ? ' too' : ''}`),
    zoom: (steps) => asked.push(`zoom ${steps}`),
    reset: () => asked.push('reset'),
    into: (shape) => asked.push(`into ${shape}`),
    out: () => asked.push('out'),
    leave: () => asked.push('leave'),
    nowhere: () => asked.push('nowhere'),
  });

interface Pressed {
  readonly prevented: boolean;
  readonly stopped: boolean;
}

function press(keys: MapKeyboard, key: string, more: Partial<KeyboardEvent> = {}): Pressed {
  const seen = { prevented: false, stopped: false };
  const event = {
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    timeStamp: now,
    preventDefault: () => (seen.prevented = true),
    stopPropagation: () => (seen.stopped = true),
    ...more,
  };
  keys.handle(event as unknown as KeyboardEvent);
  return seen;
}

const type = (keys: MapKeyboard, text: string) => [...text].forEach((letter) => press(keys, letter));
const nameNow = () => NAMES[current];

beforeEach(() => {
  asked = [];
  current = -1;
  neighbours = {};
  now = 10_000;
});

describe('arrows', () => {
  it.each<[string, Direction]>([
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    ['ArrowLeft', 'left'],
    ['ArrowRight', 'right'],
  ])('%s goes to the neighbour %s', (key, direction) => {
    current = 1;
    neighbours = { [direction]: 3 };
    expect(press(keyboard(), key)).toEqual({ prevented: true, stopped: true });
    expect(asked).toEqual(['move 3']);
  });

  it('begin with the first shape, whatever the arrow', () => {
    press(keyboard(), 'ArrowLeft');
    expect(asked).toEqual(['move 4']);
  });

  it('stay where there is no neighbour, and still keep the page from scrolling', () => {
    current = 1;
    expect(press(keyboard(), 'ArrowUp').prevented).toBe(true);
    expect(asked).toEqual(['nowhere']);
  });
});

describe('choosing', () => {
  it.each(['Enter', ' '])('with %j chooses the shape one is on', (key) => {
    current = 2;
    press(keyboard(), key);
    expect(asked).toEqual(['choose 2']);
  });

  it.each(['Enter', ' '])('with %j goes to the first shape where one is on none', (key) => {
    press(keyboard(), key);
    expect(asked).toEqual(['move 4']);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }])('adds to the choice with %j', (more) => {
    current = 2;
    press(keyboard(), 'Enter', more);
    expect(asked).toEqual(['choose 2 too']);
  });
});

describe('the map itself', () => {
  it.each([
    ['+', 'zoom 1'],
    ['=', 'zoom 1'],
    ['-', 'zoom -1'],
    ['Home', 'reset'],
  ])('%s: %s', (key, action) => {
    expect(press(keyboard(), key).prevented).toBe(true);
    expect(asked).toEqual([action]);
  });

  it('is left with Escape, which is the page’s own once one is on no shape', () => {
    current = 2;
    expect(press(keyboard(), 'Escape').prevented).toBe(true);
    expect(asked).toEqual(['leave']);
    current = -1;
    expect(press(keyboard(), 'Escape').prevented).toBe(false);
    expect(asked).toEqual(['leave']);
  });
});

describe('levels', () => {
  it('go in with Page Down and out with Page Up', () => {
    current = 2;
    press(keyboard(), 'PageDown');
    press(keyboard(), 'PageUp');
    expect(asked).toEqual(['into 2', 'out']);
  });
});

describe('keys that are the page’s or the browser’s', () => {
  it.each<[string, Partial<KeyboardEvent>]>([
    ['Tab', {}],
    ['Tab', { shiftKey: true }],
    ['F5', {}],
    ['Shift', {}],
    ['Dead', {}],
    ['f', { ctrlKey: true }],
    ['r', { metaKey: true }],
    ['ArrowLeft', { altKey: true }],
    ['ArrowLeft', { ctrlKey: true }],
    ['a', { altKey: true }],
    [' ', { ctrlKey: true }],
    ['.', {}],
    ['?', {}],
  ])('%s with %j is left alone', (key, more) => {
    current = 2;
    expect(press(keyboard(), key, more)).toEqual({ prevented: false, stopped: false });
    expect(asked).toEqual([]);
  });
});

describe('letters', () => {
  it('go to the first name that begins so', () => {
    type(keyboard(), 'berg');
    expect(nameNow()).toBe('Berg');
    type(keyboard(), 'bergen');
    expect(nameNow()).toBe('Bergen');
  });

  it('go by their form without accents', () => {
    type(keyboard(), 'ee');
    expect(nameNow()).toBe('Één');
    const keys = keyboard();
    current = -1;
    type(keys, 'É');
    expect(nameNow()).toBe('Één');
  });

  it('walk through the names of one letter when it is typed again and again, and round', () => {
    const keys = keyboard();
    const seen = ['b', 'b', 'b', 'b'].map((letter) => {
      press(keys, letter);
      return nameNow();
    });
    expect(seen).toEqual(['Baarle', 'Berg', 'Bergen', 'Baarle']);
  });

  it('find a name that begins with a letter twice over', () => {
    type(keyboard(), 'aa');
    expect(nameNow()).toBe('Aa');
  });

  it('stay on a name that still fits while more is typed', () => {
    const keys = keyboard();
    press(keys, 'b');
    press(keys, 'e');
    expect(nameNow()).toBe('Berg');
    press(keys, 'r');
    press(keys, 'g');
    expect(nameNow()).toBe('Berg');
    press(keys, 'e');
    expect(nameNow()).toBe('Bergen');
  });

  it('take in a space and an apostrophe within a name', () => {
    type(keyboard(), 'ter a');
    expect(nameNow()).toBe('Ter Aa');
    type(keyboard(), '’t z');
    expect(nameNow()).toBe('’t Zandt');
    expect(asked.filter((action) => action.startsWith('choose'))).toEqual([]);
  });

  it('begin anew after a second', () => {
    const keys = keyboard();
    press(keys, 'b');
    now += 1000;
    press(keys, 'u');
    expect(nameNow()).toBe('Urk');
  });

  it('are one word within a second', () => {
    const keys = keyboard();
    press(keys, 'g');
    now += 999;
    press(keys, 'o');
    expect(nameNow()).toBe('Goor');
  });

  it('leave one where one is when no name begins so', () => {
    current = 3;
    expect(press(keyboard(), 'x').prevented).toBe(true);
    expect(asked).toEqual(['nowhere']);
  });

  it('make a space choose again once the word is over', () => {
    const keys = keyboard();
    press(keys, 'u');
    now += 1500;
    press(keys, ' ');
    expect(asked).toEqual(['move 8', 'choose 8']);
  });

  it('begin at the page’s own start of time too', () => {
    now = 5;
    const keys = keyboard();
    press(keys, 'g');
    expect(nameNow()).toBe('Goor');
  });
});
