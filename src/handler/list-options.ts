import { timeRanges } from '../listening/answer.ts';
import { cleanText } from '../listening/views/text/clean-text.ts';
import { cardWidth, itemLimit, layouts, themes } from '../listening/views/look.ts';
import { toColour } from '../listening/views/svg/colour.ts';
import type { WrongOption } from '../listening/views/svg/wrong-option-card.ts';

/** What is allowed for one option of an address, and how it is read. */
export interface ListOption<Value> {
  /** Completes the sentence "limit can be …". */
  readonly allowed: string;
  /** What may be given: these texts, what matches this, or a whole number in this range. */
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  readonly range?: readonly [minimum: number, maximum: number];
  /** Undefined if it is not allowed. */
  read(text: string): Value | undefined;
}

function integer({ min, max }: Record<'min' | 'max', number>): ListOption<number> {
  return {
    allowed: `a whole number from ${min} to ${max}`,
    range: [min, max],
    read: (text) => (/^\d+$/.test(text) && +text >= min && +text <= max ? +text : undefined),
  };
}

function oneOf<const Value extends string>(values: readonly Value[]): ListOption<Value> {
  return {
    allowed: values.join(', ').replace(/, (?=[^,]*$)/, ' or '),
    values,
    read: (text) => values.find((value) => value === text),
  };
}

/** Six or three hex digits, with or without `#`, as `#rrggbb`. */
const pattern = /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/;
const colour: ListOption<string> = {
  allowed: 'six hex digits, such as 1a1b1e',
  pattern,
  read: (text) => toColour(text.replace(/^#?(.)(.)(.)$/, '$1$1$2$2$3$3')),
};

const background: ListOption<string> = {
  allowed: `${colour.allowed}, or none`,
  pattern,
  values: ['none'],
  read: (text) => (text === 'none' ? text : colour.read(text)),
};

const artwork: ListOption<boolean> = {
  allowed: '0 or 1',
  range: [0, 1],
  read: (text) => (/^[01]$/.test(text) ? text === '1' : undefined),
};

/**
 * The options that an address of a list takes. Every list and format takes them all, and ignores those that have no
 * meaning there: so a site can change the format and keep the rest.
 */
export const listOptions = {
  limit: integer(itemLimit),
  time_range: oneOf(timeRanges),
  layout: oneOf(layouts),
  item: integer(itemLimit),
  theme: oneOf(themes),
  background,
  text: colour,
  accent: colour,
  width: integer(cardWidth),
  artwork,
} satisfies Readonly<Record<string, ListOption<unknown>>>;

type OptionName = keyof typeof listOptions;

/** The options of one address. An option that is absent is undefined. */
export type AddressOptions = {
  readonly [Name in OptionName]?: NonNullable<ReturnType<(typeof listOptions)[Name]['read']>>;
};

/** No name or value that is allowed is longer. What is longer is cut before it is shown. */
const maxLength = 60;

const isOptionName = (name: string): name is OptionName => Object.hasOwn(listOptions, name);

/**
 * Reads the query of a list's address.
 * @param search with or without `?`
 * @returns the options, or every option that is unknown, repeated or wrong
 */
export function readListOptions(search: string): { options: AddressOptions } | { wrong: readonly WrongOption[] } {
  const query = new URLSearchParams(search);
  const options: Partial<Record<OptionName, unknown>> = {};
  const wrong: WrongOption[] = [];
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const given = cleanText(`${name}=${values.join(`&${name}=`)}`.slice(0, maxLength));
    if (!isOptionName(name)) {
      wrong.push({ given, allowed: `No such option. Options: ${Object.keys(listOptions).join(', ')}.` });
      continue;
    }
    const option: ListOption<unknown> = listOptions[name];
    const value = values.length === 1 ? option.read(values[0] ?? '') : undefined;
    if (value !== undefined) options[name] = value;
    else if (values.length > 1) wrong.push({ given, allowed: `${name} can be given only once.` });
    else wrong.push({ given, allowed: `${name} can be ${option.allowed}.` });
  }
  return wrong.length > 0 ? { wrong } : { options: options as AddressOptions };
}
