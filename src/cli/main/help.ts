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

/** The help of a command: purpose, examples, usage, flags. At most 24 lines of 80 columns. */
export function formatHelp(command: Command, helper: Help, examples: readonly string[]): string {
  const width = Math.max(40, Math.min(fullWidth, helper.helpWidth ?? fullWidth));
  const isProgram = command.parent === null;
  const commands = helper.visibleCommands(command).map((sub): [string, string] => [sub.name(), sub.summary()]);
  const named = (option: { flags: string; description: string }): [string, string] => [
    flagsOf(option.flags),
    option.description,
  ];
  const own = helper.visibleOptions(command).filter(({ long }) => long !== '--help');
  const shared = isProgram ? [] : helper.visibleGlobalOptions(command);
  const [lead, usage] = isProgram
    ? [command.description(), 'refrain COMMAND [flags]']
    : [`refrain ${command.name()}: ${command.description()}`, usageOf(command)];
  return [
    wrap(lead, width),
    '',
    ...examples.map((example) => `  ${example}`),
    '',
    ...(commands.length > 0 ? table(commands, width) : [`Usage: ${usage}`]),
    '',
    ...table([...own, ...shared.filter(({ long }) => long !== '--version')].map(named), width),
    ...(isProgram ? ['', 'Run refrain COMMAND --help for more about a command.'] : []),
    '',
  ].join('\n');
}
