import { fileURLToPath } from 'node:url';
import type { Command, Help } from 'commander';
import { wrap } from '../terminal/text.ts';

/** Columns of help text on a wide screen. */
const fullWidth = 80;

/** Two columns: names of at most `maxLeft` characters, and descriptions wrapped to the width of the screen. */
function table(rows: readonly (readonly [string, string])[], width: number, maxLeft = 26): readonly string[] {
  const left = Math.min(maxLeft, Math.max(...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, description]) => {
    const lines = wrap(description, width - left - 5).split('\n');
    // A name that is too long gets its own line.
    const labels = name.length > left ? [name, ...lines.map(() => '')] : [name];
    const texts = name.length > left ? ['', ...lines] : lines;
    return texts.map((text, index) => `  ${(labels[index] ?? '').padEnd(left)}  ${text}`.trimEnd());
  });
}

/** Flags as shown: `--port N` for commander's `--port <N>`. */
const flagsOf = (flags: string) => flags.replace(/[<>]/g, '');

function usageOf(command: Command): string {
  const args = command.usage().replace(/\[options\] ?/, '');
  return ['refrain', command.name(), flagsOf(args), '[flags]'].filter(Boolean).join(' ');
}

const widthFor = ({ helpWidth }: Help) => Math.max(40, Math.min(fullWidth, helpWidth ?? fullWidth));

const indent = (examples: readonly string[]) => examples.map((example) => `  ${example}`);

/** The help of a command: purpose, examples, usage, arguments, flags. At most 24 lines of 80 columns. */
export function formatHelp(command: Command, helper: Help, examples: readonly string[]): string {
  const width = widthFor(helper);
  const toRow = ({ flags, description }: { flags: string; description: string }): [string, string] => [
    flagsOf(flags),
    description,
  ];
  const args = helper
    .visibleArguments(command)
    .map((argument): [string, string] => [argument.name(), argument.description]);
  const isListed = ({ long }: { long?: string | undefined }) => long !== '--help' && long !== '--version';
  const flags = [...helper.visibleOptions(command), ...helper.visibleGlobalOptions(command)].filter(isListed);
  return [
    wrap(`refrain ${command.name()}: ${command.description()}`, width),
    '',
    ...indent(examples),
    '',
    `Usage: ${usageOf(command)}`,
    '',
    ...table([...args, ...flags.map(toRow)], width),
    '',
  ].join('\n');
}

/** The help of `refrain` itself: purpose, examples, commands, and what all commands have in common. At most 24 lines. */
export function formatProgramHelp(
  program: Command,
  helper: Help,
  { examples, packageFolder }: { readonly examples: readonly string[]; readonly packageFolder: URL },
): string {
  const width = widthFor(helper);
  const commands = helper.visibleCommands(program).map((sub): [string, string] => [sub.name(), sub.summary()]);
  const common = [
    'Flags: --profile NAME, --json, -h/--help (also after a command), -V/--version',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a person is needed',
    `REFRAIN_HOME: the folder for tokens (default: ${process.platform === 'win32' ? '%APPDATA%\\refrain' : '~/.config/refrain'})`,
    `Docs: ${fileURLToPath(new URL('docs/command.md', packageFolder))}`,
  ];
  return [
    wrap(program.description(), width),
    '',
    ...indent(examples),
    '',
    ...table(commands, width),
    '',
    ...common.map((line) => wrap(line, width)),
    '',
  ].join('\n');
}
