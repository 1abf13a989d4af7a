import { expect, it } from 'vitest';
import type { CommandProcess } from './process.ts';
import { commands } from './commands.ts';
import { parseCommandLine } from './parse-args.ts';

async function helpOf(command: string): Promise<string> {
  let help = '';
  const outputs = { stdout: { write: (text: string) => void (help += text) } } as unknown as CommandProcess['outputs'];
  await parseCommandLine([command, '--help'], { outputs, packageFolder: new URL('../../../', import.meta.url) });
  return help;
}

it.each(commands.map(({ name }) => name))('the help of %s describes every argument', async (name) => {
  const help = await helpOf(name);
  const [, usage = ''] = /^Usage: refrain \S+ (.*)\[flags\]$/m.exec(help) ?? [];
  for (const argument of usage.match(/[A-Z]+/g) ?? []) expect(help).toMatch(new RegExp(`^ {2}${argument} +\\S`, 'm'));
});
