import { describe, expect, it } from 'vitest';
import { countOddWords, oddWords } from '../scripts/plain-words.mjs';

describe('the word check', () => {
  it.each([
    ['Whoever asks twice is not kept waiting.', 'Whoever'],
    ['True where nobody claims.', 'nobody'],
    ['Plain http is taken on 127.0.0.1 alone.', 'alone'],
    ['What stands there is read.', 'stands'],
    ['This is no redirect URI.', 'is no r'],
    ['False where none could be started.', 'where none'],
    ['It is told once.', 'is told'],
    ['No token leaves this tab but for Spotify.', 'but for'],
  ])('counts: %s', (sentence, word) => {
    expect(oddWords(sentence)).toContain(word);
  });

  it.each([
    'It is no longer used.',
    'A standalone program, and a standard one.',
    'The folder where profiles are stored.',
    'Cancelled. Nothing was changed.',
    'Use https://, or http on loopback.',
  ])('does not count: %s', (sentence) => {
    expect(oddWords(sentence)).toEqual([]);
  });

  it('reads comments, sentences for users and prose, and no code', () => {
    const source =
      "/** Whoever. */\nconst nobody = 1; // alone\nconst text = 'where it stands today';\nconst css = 'alone';\n";
    const { counts } = countOddWords([
      { path: 'src/a.ts', source },
      { path: 'docs/a.md', source: 'Whoever reads `nobody`\n\n```\nnobody\n```\n\n[a link](stands.md)' },
      { path: 'src/a.html', source: '<p class="alone">What nobody needs</p>\n<script>alone</script>' },
    ]);
    expect(counts.comments.odd).toBe(2);
    expect(counts.docs.odd).toBe(1);
    expect(counts['user text'].odd).toBe(3);
  });

  it('finds a phrase that is broken over two lines', () => {
    const comment = '/**\n * Nothing leaves but\n * for this.\n */\n';
    expect(countOddWords([{ path: 'src/a.ts', source: comment }]).counts.comments.odd).toBe(1);
  });
});
