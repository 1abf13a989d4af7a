/**
 * Listening history for a site: the lists as data, cached, and their views.
 * All times are epoch milliseconds unless a name says otherwise.
 *
 * @packageDocumentation
 */

export {
  answerStates,
  listNames,
  playerStatuses,
  timeRanges,
  type Answer,
  type AnswerState,
  type ListName,
  type PlayerStatus,
  type Problem,
  type TimeRange,
} from './answer.ts';
export type { Image, Item } from './item.ts';
export { createListening } from './create-listening.ts';
export type {
  Health,
  ListeningCache,
  ListeningForHandler,
  ListeningOptions,
  Listening,
  ListHealth,
  ListOptions,
  Source,
} from './listening.ts';
export type { Look } from './views/look.ts';
export { views, type Format } from './views/views.ts';
