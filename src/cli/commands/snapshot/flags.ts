import { InvalidArgumentError, type Command } from 'commander';
import { listOptions } from '../../../handler/list-options.ts';
import { listNames, type ListName, type TimeRange } from '../../../listening/answer.ts';
import { listIds } from '../../../listening/lists/list-key.ts';
import { declareUnsavedFlag, type UnsavedFlag } from '../../profile/records/unsaved.ts';
import { didYouMean } from '../../terminal/suggest.ts';

/** The formats that are written. */
export const snapshotFormats = ['json', 'svg', 'html'] as const;
export type SnapshotFormat = (typeof snapshotFormats)[number];

/** A list to write. */
export interface ChosenList {
  readonly list: ListName;
  /** Ignored unless it is a top list. */
  readonly timeRange: TimeRange;
}

/** A list as `--list` names it. */
type NamedList = Pick<ChosenList, 'list'> & { readonly timeRange: TimeRange | undefined };

/** The flags of `snapshot`, as commander parses them. What is absent has the default of the routes. */
export interface SnapshotFlags extends UnsavedFlag {
  readonly list?: readonly NamedList[];
  readonly format?: readonly SnapshotFormat[];
  readonly limit?: number;
  readonly timeRange?: TimeRange;
  readonly width?: number;
}

export function declareSnapshotFlags(command: Command): void {
  command
    .argument('<DIR>', 'folder to write to, such as public/listening')
    .option('--list <LIST,…>', `${listNames.join(', ')} (default: those that the token allows)`, collectLists)
    .option('--format <F,…>', 'json, svg, html (default: all)', collect(snapshotFormats))
    .option('--limit <N>', 'how many items (default: 5; 20 in JSON)', optionFrom('limit'))
    .option('--time-range <R>', 'short_term, medium_term (default) or long_term', optionFrom('time_range'))
    .option('--width <N>', 'width of the SVG, 320 to 500 (default: 400)', optionFrom('width'));
  declareUnsavedFlag(command);
}

/** A parser for values that are separated by commas, or by repeating the flag. @param shown the values that an error names */
function collect<const Value extends string>(values: readonly Value[], shown: readonly string[] = values) {
  return (text: string, previous: readonly Value[] | undefined): readonly Value[] => {
    const chosen = text.split(',').flatMap((part) => part.trim() || []);
    const wrong = chosen.find((name) => !(values as readonly string[]).includes(name));
    if (wrong !== undefined || chosen.length === 0) {
      const hint = didYouMean(wrong ?? '', values) || ` It can be ${shown.join(', ')}.`;
      throw new InvalidArgumentError(hint.trim());
    }
    return [...new Set([...(previous ?? []), ...(chosen as Value[])])];
  };
}

/** Parses lists. The name of a top list may end with its own period: `top/tracks:short_term`. */
function collectLists(text: string, previous: readonly NamedList[] = []): readonly NamedList[] {
  const keys = listIds.map(({ key }) => key);
  const added = collect([...listNames, ...keys], listNames)(text, undefined).map((name): NamedList => {
    const { list = name as ListName, timeRange } = listIds.find(({ key }) => key === name) ?? {};
    return { list, timeRange: timeRange ?? undefined };
  });
  const all = [...previous, ...added];
  const other = all.find((one) => all.some(({ list, timeRange }) => list === one.list && timeRange !== one.timeRange));
  if (other) throw new InvalidArgumentError(`${other.list} has one file, so it can have one period only.`);
  return all.filter(({ list }, index) => all.findIndex((one) => one.list === list) === index);
}

/** A parser for an option of the routes. */
function optionFrom<Name extends 'limit' | 'time_range' | 'width'>(name: Name) {
  return (text: string) => {
    const value = listOptions[name].read(text);
    if (value === undefined) throw new InvalidArgumentError(`It must be ${listOptions[name].allowed}.`);
    return value;
  };
}
