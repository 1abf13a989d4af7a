import type { RefrainError } from '../../../errors/refrain-error.ts';
import { join } from 'node:path';
import type { Answer } from '../../../listening/answer.ts';
import { countOf } from '../../../text/dates.ts';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { needsPerson } from '../../context/exit-code.ts';
import { errorDocument, formatError } from '../../terminal/errors.ts';
import { listOf, wrapFor } from '../../terminal/text.ts';
import { nameFolder } from './open-folder.ts';
import type { WrittenList } from './write-list.ts';

/** One list, and what happened to its files. */
export interface ListOutcome extends WrittenList {
  readonly answer: Answer;
  /** Why it could not be fetched. */
  readonly error: RefrainError | undefined;
}

/** A snapshot, as it is reported. */
export interface SnapshotReport {
  /** As it was typed. */
  readonly folder: string;
  readonly lists: readonly ListOutcome[];
  /** What is wrong with all lists, or with the token. */
  readonly error: RefrainError | undefined;
  /** Why a replaced token could not be saved outside of this machine. */
  readonly loss: RefrainError | undefined;
  /** The repository that has a replaced token now. */
  readonly handedBackTo: string | undefined;
}

/** Reports a snapshot: written paths on standard output, the rest on standard error. */
export function toOutcome(report: SnapshotReport, context: CommandContext): CommandOutcome {
  const { folder, lists, handedBackTo, loss } = report;
  const errors = distinctErrors(report);
  const [first] = errors;
  return {
    data: {
      folder,
      lists: lists.map((list) => toData(list, context)),
      handedBackTo: handedBackTo ?? null,
      ...(first && errorDocument(first, context)),
    },
    text: lists.flatMap(({ written }) => written.map((path) => `${join(folder, path)}\n`)).join(''),
    messages: [
      ...(handedBackTo ? [`Saved the new refresh token as a secret of ${handedBackTo}.\n`] : []),
      ...(lists.length > 0 ? [countText(report)] : []),
      ...keptTexts(lists),
      ...errors.map((error) => errorText(error, context)),
    ]
      .map((text, index, all) => (index < all.length - errors.length ? wrapFor(context)(text) : text))
      .join(''),
    // A person must sign in to replace a lost token.
    exitCode: loss || errors.some(({ code }) => needsPerson(code)) ? 3 : first ? 1 : 0,
  };
}

function toData({ answer, error, written, unchanged, unavailable }: ListOutcome, context: CommandContext) {
  const { list, state, fetchedAt } = answer;
  const reason = error ? errorDocument(error, context).error : null;
  return { list, state, fetchedAt, written, unchanged, unavailable, error: reason };
}

/** Each kind of error once, those that a person has to act on first. */
function distinctErrors({ error, lists }: SnapshotReport): readonly RefrainError[] {
  if (error && lists.every((list) => !list.error || list.error.code === error.code)) return [error];
  const all = [error, ...lists.map((list) => list.error)].filter((each) => each !== undefined);
  const distinct = all.filter((each, index) => all.findIndex(({ code }) => code === each.code) === index);
  return distinct.toSorted((one, other) => Number(needsPerson(other.code)) - Number(needsPerson(one.code)));
}

function countText({ folder, lists }: SnapshotReport): string {
  const written = lists.flatMap((list) => list.written).length;
  const unchanged = lists.flatMap((list) => list.unchanged).length;
  const name = nameFolder(folder);
  if (written === 0) return `Nothing has changed in ${name}: ${countOf(unchanged, 'file')}.\n`;
  return `Wrote ${countOf(written, 'file')} in ${name}${unchanged > 0 ? `; ${unchanged} did not change` : ''}.\n`;
}

/** What visitors see of the lists that could not be fetched. */
function keptTexts(lists: readonly ListOutcome[]): readonly string[] {
  const failed = lists.filter(({ error }) => error);
  const [expired, kept] = [
    failed.filter(({ unavailable }) => unavailable.length > 0),
    failed.filter(({ unavailable, unchanged }) => unavailable.length < unchanged.length),
  ].map((chosen) => listOf(chosen.map(({ answer }) => answer.list)));
  return [
    ...(kept ? [`The last good files stay: ${kept}.\n`] : []),
    ...(expired
      ? [`These say \u201cnot available\u201d, because there are no items of the last 30 days: ${expired}.\n`]
      : []),
  ];
}

function errorText(error: RefrainError, { refrain, command, colour, clock, stderr, stderrIsTerminal }: CommandContext) {
  const columns = stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
  return formatError(error, { refrain, command, colour, now: clock.now(), columns });
}
