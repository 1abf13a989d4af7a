import { parseEnv } from 'node:util';
import { parse as parseDotenv } from 'dotenv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editEnvFile } from './edit-env-file.ts';
import { readEnvLines } from './env-lines.ts';

const set = (text: string, values: Record<string, string | undefined>) =>
  editEnvFile(
    text,
    Object.entries(values).map(([name, value]) => ({ name, value })),
  );

describe('readEnvLines', () => {
  it('keeps every character of any text', () => {
    const pieces = [
      'A=1',
      'export B="x',
      '"',
      "'",
      '`',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '#',
      '# C=',
      '=',
      ':',
      '\\',
      '\u00FF',
      'KEY',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (chosen) => {
        const text = chosen.join('');
        expect(
          readEnvLines(text)
            .map((line) => line.text + line.lineEnd)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('editEnvFile', () => {
  it('adds new variables at the end, in order', () => {
    expect(set('', { A: '1', B: '2' })).toEqual({ text: 'A=1\nB=2\n', changed: ['A', 'B'], emptied: [] });
    expect(set('X=1\n', { A: '1' }).text).toBe('X=1\nA=1\n');
  });

  it('changes a variable in place and keeps every other character', () => {
    const text = '\n# my app\nPORT = 3000\n\nA=old   # keep this\n  export B="old"\nZ=\'a\nb\'\n\n\n';
    expect(set(text, { A: 'new', B: "'n w'" }).text).toBe(
      "\n# my app\nPORT = 3000\n\nA=new   # keep this\n  export B='n w'\nZ='a\nb'\n\n\n",
    );
  });

  it.each([
    ['exported', 'export A=old\n', 'export A=new\n'],
    ['with spaces around the =, which shells refuse', 'A = old\n', 'A=new\n'],
    ['YAML-like', 'A: old\n', 'A=new\n'],
    ['empty', 'A=\nB=1\n', 'A=new\nB=1\n'],
    ['twice', 'A=1\nB=1\nA=2\n', 'A=new\nB=1\nA=new\n'],
    ['quoted over several lines', 'A="one\nB=no\ntwo" # why\nB=1\n', 'A=new # why\nB=1\n'],
    ['in single quotes over several lines', "A='one\nB=no\ntwo'\n", 'A=new\n'],
    ['with an escaped quote', 'A="o\\"ne"\nB=1\n', 'A=new\nB=1\n'],
    ['with a quote that is never closed', 'A="old\nB=1\n', 'A=new\nB=1\n'],
    ['with a # in it', 'A=ol#d\n', 'A=new\n'],
    ['with a # in quotes', 'A="ol #d"\n', 'A=new\n'],
    ['without a line break at the end', 'B=1\nA=old', 'B=1\nA=new'],
    ['with Windows line breaks', 'A=old\r\nB=1\r\n', 'A=new\r\nB=1\r\n'],
    ['as an empty comment', 'B=1\n# A=\nC=1\n', 'B=1\nA=new\nC=1\n'],
    ['as an empty comment at the very end', 'B=1\n#A=""', 'B=1\nA=new'],
    ['as a comment with a value', '# A=mine\nC=1\n', '# A=mine\nA=new\nC=1\n'],
    ['as a comment with a value at the very end', 'B=1\n# A=mine', 'B=1\n# A=mine\nA=new'],
    ['both set and in a comment', '# A=mine\nA=old\n', '# A=mine\nA=new\n'],
  ])('finds a variable %s', (_how, text, after) => {
    expect(set(text, { A: 'new' }).text).toBe(after);
  });

  it.each([
    ['a longer name', 'AA=1\nA_A=1\nXA=1\n'],
    ['a name in lower case', 'a=1\n'],
    ['a comment that only mentions it', '# A is set elsewhere\n# see A=, below\n'],
    ['a value that looks like it', 'B="\nA=1\n"\n'],
    ['a value over several lines after an export', "export B='\nA=1\n'\n"],
  ])('does not change %s', (_what, text) => {
    expect(set(text, { A: 'new' }).text).toBe(`${text}A=new\n`);
  });

  it('ends the last line before it adds another, with the line break of the file', () => {
    expect(set('B=1', { A: '1' }).text).toBe('B=1\nA=1\n');
    expect(set('B=1\r\nC=1', { A: '1' }).text).toBe('B=1\r\nC=1\r\nA=1\r\n');
  });

  it('clears a value, and adds nothing for a variable that is not there', () => {
    expect(set('A=1 # since May\nB=1\n', { A: undefined, C: undefined })).toEqual({
      text: 'A= # since May\nB=1\n',
      changed: [],
      emptied: ['A'],
    });
    expect(set('A=\n', { A: undefined }).emptied).toEqual([]);
  });

  it('changes nothing the second time', () => {
    const once = set('# A=\nB="x\ny"', { A: '1', C: "'2 3'" });
    expect(set(once.text, { A: '1', C: "'2 3'" })).toEqual({ text: once.text, changed: [], emptied: [] });
  });

  it('gives Node and dotenv the new value and all others unchanged, in any file that they can read', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '# a comment',
        '#A=',
        '# A=before',
        'A=1',
        'export A="x y"',
        "A='multi\nline'",
        'A = `q` # c',
      ),
      fc
        .tuple(fc.constantFrom('B', 'C_1', 'export D'), fc.stringMatching(/^[ -~]{0,12}$/))
        .map(([name, value]) => `${name}='${value.replaceAll("'", '').replaceAll('\\', '')}'`),
      fc.constantFrom('B="one\ntwo"', "C_1='x\nA=1\ny'", 'D=plain # why', 'B='),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (lines, lineBreak, isEnded) => {
          const text = lines.join(lineBreak) + (isEnded ? lineBreak : '');
          const after = set(text, { A: "'new v'" }).text;
          // Node 20 reads a comment without a line break after it as a variable named `# A`.
          const byNode = (file: string) =>
            Object.fromEntries(Object.entries(parseEnv(file)).filter(([name]) => !name.startsWith('#')));
          for (const read of [byNode, (file: string) => parseDotenv(file)]) {
            const { A: _before, ...others } = read(text);
            expect(read(after)).toEqual({ ...others, A: 'new v' });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
