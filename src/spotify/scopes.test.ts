import { describe, expect, it } from 'vitest';
import { defaultPreset, presetOf, presets } from './presets.ts';
import { isScope, scopeGroups, scopes } from './scopes.ts';

const names = scopes.map(({ name }) => name);

describe('scopes', () => {
  it('are 19, each once, each with words of its own', () => {
    expect(new Set(names).size).toBe(19);
    expect(new Set(scopes.map(({ words }) => words)).size).toBe(19);
  });

  it('stand together by group, in the order of the groups', () => {
    const order = scopes.map(({ group }) => scopeGroups.indexOf(group));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(scopeGroups.length);
  });

  it.each(names)('knows %s', (name) => {
    expect(isScope(name)).toBe(true);
  });

  it.each(['', 'user-read-birthdate', 'User-Top-Read', 'user-top-read ', 'constructor'])('does not know %j', (name) => {
    expect(isScope(name)).toBe(false);
  });
});

describe('presets', () => {
  it('begin with the default, which reads what was and is played', () => {
    expect(defaultPreset.name).toBe('Listening history');
    expect(defaultPreset.scopes.join(' ')).toBe('user-read-recently-played user-read-currently-playing user-top-read');
  });

  it.each(presets)('tells $name by its scopes, in any order and repeated', ({ name, scopes: chosen }) => {
    expect(presetOf(chosen)).toBe(name);
    expect(presetOf([...chosen.toReversed(), ...chosen])).toBe(name);
  });

  it('tells all 19 scopes', () => {
    expect(presetOf(names.toReversed())).toBe('Select all');
  });

  it.each([
    ['nothing', []],
    ['a part of a preset', ['user-top-read']],
    ['a preset and more', [...defaultPreset.scopes, 'streaming']],
    ['something unknown', ['user-read-birthdate']],
  ])('finds none in %s', (_, chosen) => {
    expect(presetOf(chosen)).toBeUndefined();
  });
});
