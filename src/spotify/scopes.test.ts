import { describe, expect, it } from 'vitest';
import { defaultPreset, presetOf, presets } from './presets.ts';
import { isScope, scopeGroups, scopes } from './scopes.ts';

const names = scopes.map(({ name }) => name);

describe('scopes', () => {
  it('are 19, each with its own description', () => {
    expect(new Set(names).size).toBe(19);
    expect(new Set(scopes.map(({ description }) => description)).size).toBe(19);
  });

  it('are sorted by group', () => {
    const order = scopes.map(({ group }) => scopeGroups.indexOf(group));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(scopeGroups.length);
  });

  it.each(names)('accepts %s', (name) => {
    expect(isScope(name)).toBe(true);
  });

  it.each(['', 'user-read-birthdate', 'User-Top-Read', 'user-top-read ', 'constructor'])('refuses %j', (name) => {
    expect(isScope(name)).toBe(false);
  });
});

describe('presets', () => {
  it('start with the default, Listening history', () => {
    expect(defaultPreset.name).toBe('Listening history');
    expect(defaultPreset.scopes.join(' ')).toBe('user-read-recently-played user-read-currently-playing user-top-read');
  });

  it.each(presets)('finds $name by its scopes, in any order and repeated', ({ name, scopes: chosen }) => {
    expect(presetOf(chosen)).toBe(name);
    expect(presetOf([...chosen.toReversed(), ...chosen])).toBe(name);
  });

  it('finds all 19 scopes', () => {
    expect(presetOf(names.toReversed())).toBe('Select all');
  });

  it.each([
    ['nothing', []],
    ['part of a preset', ['user-top-read']],
    ['a preset and more', [...defaultPreset.scopes, 'streaming']],
    ['an unknown scope', ['user-read-birthdate']],
  ])('finds no preset in %s', (_, chosen) => {
    expect(presetOf(chosen)).toBeUndefined();
  });
});
