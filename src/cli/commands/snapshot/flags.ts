import { InvalidArgumentError, type Command } from 'commander';
import { listOptions } from '../../../handler/list-options.ts';
import { listNames, type ListName, type TimeRange } from '../../../listening/answer.ts';
import { declareUnsavedFlag, type UnsavedFlag } from '../../profile/records/unsaved.ts';
import { didYouMean } from '../../terminal/suggest.ts';

/** The formats that are written. */
export const snapshotFormats = ['json', 'svg', 'html'] as const;
export type SnapshotFormat = (typeof snapshotFormats)[number];

/** The flags of `snapshot`, as commander parses them. What is absent has the default of the routes. */
export interface SnapshotFlags extends UnsavedFlag {
  readonly list?: readonly ListName[];
  readonly format?: readonly SnapshotFormat[];
  readonly limit?: number;
  readonly timeRange?: TimeRange;
  readonly width?: number;
}

export function declareSnapshotFlags(command: Command): void {
  command
    .argument('<DIR>', 'folder to write to, such as public/listening')
    .option('--list <LIST,…>', `${listNames.join(', ')} (default: those that the token allows)`, collect(listNames))
    .option('--format <F,…>', 'json, svg, html (default: all)', collect(snapshotFormats))
    .option('--limit <N>', 'how many items (default: 5; 20 in JSON)', optionFrom('limit'))
    .option('--time-range <R>', 'short_term, medium_term (default) or long_term', optionFrom('time_range'))
    .option('--width <N>', 'width of the SVG, 320 to 500 (default: 400)', optionFrom('width'));
  declareUnsavedFlag(command);
}

/** A parser for values that are separated by commas, or by repeating the flag. */
function collect<const Value extends string>(values: readonly Value[]) {
  return (text: string, previous: readonly Value[] | undefined): readonly Value[] => {
    const chosen = text.split(',').flatMap((part) => part.trim() || []);
    const wrong = chosen.find((name) => !(values as readonly string[]).includes(name));
    if (wrong !== undefined || chosen.length === 0) {
      const hint = didYouMean(wrong ?? '', values) || ` It can be ${values.join(', ')}.`;
      throw new InvalidArgumentError(hint.trim());
    }
    return [...new Set([...(previous ?? []), ...(chosen as Value[])])];
  };
}

/** A parser for an option of the routes. */
function optionFrom<Name extends 'limit' | 'time_range' | 'width'>(name: Name) {
  return (text: string) => {
    const value = listOptions[name].read(text);
    if (value === undefined) throw new InvalidArgumentError(`It must be ${listOptions[name].allowed}.`);
    return value;
  };
}
