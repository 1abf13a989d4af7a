import type { Command, Help } from 'commander';

/** Columns, where the screen is no narrower. */
const fullWidth = 80;

/** Two columns, the left one as wide as its widest; the right one broken so that it stays within the screen. */
function table(rows: readonly (readonly [string, string])[], width: number, most = 26): readonly string[] {
  const left = Math.min(most, Math.max(...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, words]) => {
    const lines = broken(words, width - left - 5);
    const first = name.length > left ? [`  ${name}`, `  ${' '.repeat(left)}  ${lines[0] ?? ''}`] : undefined;
    return [
      ...(first ?? [`  ${name.padEnd(left)}  ${lines[0] ?? ''}`.trimEnd()]),
      ...lines.slice(1).map((line) => `  ${' '.repeat(left)}  ${line}`),
    ];
  });
}

function broken(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Flags as they are read, `--port N`; commander wants brackets around what a flag takes. */
const flagsOf = (flags: string) => flags.replace(/[<>]/g, '');

function usageOf(command: Command): string {
  const words = command.usage().replace(/\[options\] ?/, '');
  return ['refrain', command.name(), flagsOf(words), '[flags]'].filter(Boolean).join(' ');
}

/** A screen of help: what it is for, examples, then what can be said. At most 24 lines of 80 columns. */
export function formatHelp(command: Command, helper: Help, examples: readonly string[]): string {
  const width = Math.max(40, Math.min(fullWidth, helper.helpWidth ?? fullWidth));
  const isWhole = command.parent === null;
  const commands = helper.visibleCommands(command).map((sub): [string, string] => [sub.name(), sub.summary()]);
  const named = (option: { flags: string; description: string }): [string, string] => [
    flagsOf(option.flags),
    option.description,
  ];
  const own = helper.visibleOptions(command).filter(({ long }) => long !== '--help');
  const shared = isWhole ? [] : helper.visibleGlobalOptions(command);
  const [lead, usage] = isWhole
    ? [command.description(), 'refrain COMMAND [flags]']
    : [`refrain ${command.name()}: ${command.description()}`, usageOf(command)];
  return [
    ...broken(lead, width),
    '',
    ...examples.map((example) => `  ${example}`),
    '',
    ...(commands.length > 0 ? table(commands, width) : [`Usage: ${usage}`]),
    '',
    ...table([...own, ...shared.filter(({ long }) => long !== '--version')].map(named), width),
    ...(isWhole ? ['', 'refrain COMMAND --help says more of each.'] : []),
    '',
  ].join('\n');
}
