import { execFileSync } from 'node:child_process';
import vm from 'node:vm';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { needs } from '../../test/support/command/program.ts';
import { quoteJavaScript, quotePython, quoteShell } from './quote.ts';

/** Anything that a text box can hand over: every character, and the ones that hurt far more often. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  fc.string({
    unit: fc.constantFrom(...'\'"`$\\{}()!#%&;|<>*? \n\r\t\v\u001B\u007F\u0085\u2028\u202E\uFEFFé日🎵END'),
    maxLength: 30,
  }),
  fc.constantFrom(
    '$(touch pwned)',
    '${{ secrets.X }}',
    "'''",
    '"""',
    '\\',
    "\\'",
    "'\\''",
    '\nEND\n',
    '!!',
    '~',
    '-n',
    '%s',
  ),
);
const many = (seed: number): readonly string[] => fc.sample(hostile, { numRuns: 400, seed });

describe('a quoted value', () => {
  it('arrives unchanged in bash, through a here-document', (context) => {
    needs(context, 'bash');
    const values = many(1);
    const script = `bash <<'END'\nprintf '%s\\0' ${values.map(quoteShell).join(' ')}\nEND\n`;
    expect(execFileSync('bash', { input: script, encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(values);
  });

  it('stays on one line in the shell, with nothing for GitHub to replace', () => {
    for (const value of many(2)) {
      expect(quoteShell(value)).not.toMatch(/[\n\r\u2028]/);
      expect(quoteShell(value)).not.toContain('${{');
    }
  });

  it('survives a block of YAML', () => {
    for (const value of many(3)) {
      const word = quoteShell(value);
      expect(parse(`run: |\n  x=${word}\n`)).toEqual({ run: `x=${word}\n` });
    }
  });

  it('arrives unchanged in JavaScript', () => {
    for (const value of many(4)) expect(vm.runInNewContext(quoteJavaScript(value))).toBe(value);
  });

  it('arrives unchanged in Python', (context) => {
    needs(context, 'python3');
    const values = many(5);
    const script = `import json\nprint(json.dumps([\n${values.map(quotePython).join(',\n')}\n]))\n`;
    expect(JSON.parse(execFileSync('python3', ['-'], { input: script, encoding: 'utf8' }))).toEqual(values);
  });

  it('has no invisible character unescaped', () => {
    for (const quote of [quoteShell, quoteJavaScript, quotePython]) {
      expect(quote('a\u202Eb\u200Bc\u0007\u2028')).toMatch(/^[ -~]+$/);
    }
  });

  it('replaces what cannot be encoded', () => {
    expect(vm.runInNewContext(quoteJavaScript('a\uD800b'))).toBe('a\uFFFDb');
    expect(quoteShell('a\uD800b')).toBe("'a\uFFFDb'");
    expect(quoteShell('a\0b')).toBe("'ab'");
  });
});
