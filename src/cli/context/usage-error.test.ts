import { expect, it } from 'vitest';
import { hideSecrets, isWords } from './usage-error.ts';

it.each([
  ['a client secret', '0ac71ce0decade5eed0facade0c0ffee'],
  ['a token', 'AQBnotforanyonestosee7AQBnotforanyonestosee'],
  ['a short token', 'AQBnotforanyonestosee7AQ'],
  ['small letters', 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnop'],
  ['a hash', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['a hash in groups', 'e3b0c44298fc1c14-9afbf4c8996fb924-27ae41e4649b934c'],
  ['a token after a dash', '-AQBnotforanyonestoseeAQBnotforanyonestosee'],
  ['a token after a name', 'my-token-AQBnotforanyonestoseeAQBnotforanyonestosee'],
  ['a name after a token', 'AQBnotforanyonestoseeAQBnotforanyonestosee-my-token'],
])('hides %s', (_, value) => {
  expect(hideSecrets(`There is no \u201c${value}\u201d.`)).toBe('There is no \u201c\u2026\u201d.');
});

it.each([
  'home',
  'my-site-2026',
  'the-long-name-of-the-profile-on-the-server-at-home',
  'the_long_name_of_the_profile_for_top_lists_of_2026_v2',
])('shows the name %s', (name) => {
  expect(hideSecrets(`There is no \u201c${name}\u201d.`)).toBe(`There is no \u201c${name}\u201d.`);
});

it.each([
  ['top/tracks:short_term,top/tracks:long_term', true],
  ['user-read-recently-played user-top-read', true],
  ['AQBnotforanyonestosee/AQBnotforanyonestosee', false],
  ['0ac71ce0/decade5eed0facade0c0ffee/0ac71ce0decade', false],
  ['Zm9yIG5vYm9keSB0byBzZWU+Zm9yIG5vYm9keSB0byBzZWU', false],
])('takes %s for words: %s', (text, expected) => {
  expect(isWords(text)).toBe(expected);
});
