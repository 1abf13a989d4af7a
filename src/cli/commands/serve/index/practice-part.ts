import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Answer } from '../../../../listening/answer.ts';
import { countOf } from '../../../../text/dates.ts';
import { day, hour, minute } from '../../../../text/durations.ts';
import { practiceActions, type PracticeRun } from '../practice-run.ts';
import { cardQuery, indexQuery, type IndexView } from './index-view.ts';

/** The part of the index with the buttons that break practice, what happens behind them, and what a visitor sees. */
export async function practicePart(view: IndexView, { source, listening }: PracticeRun): Promise<HtmlEscapedString> {
  const answer = await listening.get(view.list, { timeRange: view.time_range });
  const requests = source.controls.requests.filter(({ path }) => path !== '/authorize');
  const failed = answer.problem ? requests.findLast(({ status = 200 }) => status >= 400) : undefined;
  const last = failed ?? requests.at(-1);
  const facts: readonly (readonly [string, string])[] = [
    ['Time in practice', shortTime(source.clock.now())],
    ['Spotify answered last', last?.status === undefined ? 'nothing yet' : String(last.status)],
    ['Spotify was asked', requests.length >= 100 ? '100 times or more' : countOf(requests.length, 'time')],
    ['Last good answer', answer.fetchedAt === null ? 'none' : ageText(answer.at - answer.fetchedAt)],
    ['Spotify is asked again', nextText(answer)],
  ];
  return html`<div class="in" id="practice">
    <h2>Now break Spotify</h2>
    <p>Each button changes the practice Spotify, not your page. Let an hour pass to see what becomes of it.</p>
    <form class="row" method="post" action="practice${indexQuery(view)}">
      ${Object.entries(practiceActions).map(
        ([action, title]) => html`<button id="do-${action}" name="change" value="${action}">${title}</button>`,
      )}
    </form>
    <div class="two-up">
      <section aria-labelledby="behind">
        <h3 id="behind">Behind the curtain</h3>
        <ul class="facts" role="list">
          ${facts.map(([name, value]) => html`<li><b>${name}</b><i></i><span>${value}</span></li>`)}
        </ul>
      </section>
      <section aria-labelledby="visitor">
        <h3 id="visitor">Your visitor</h3>
        <figure>
          <div class="ground day">
            <img alt="What a visitor sees" src="${view.list}.svg${cardQuery(view, 'light')}" />
          </div>
        </figure>
      </section>
    </div>
  </div>`;
}

/** `28 Nov 2026, 22:35 UTC`. */
const shortTime = (at: number) =>
  new Date(at).toUTCString().replace(/^\w+, 0?(.+) (\d\d:\d\d):\d\d GMT$/, '$1, $2 UTC');

function nextText({ problem, state, at }: Answer): string {
  if (problem === null) return state === 'stale' ? 'now' : 'when someone looks';
  if (problem.retryAt === null) return 'once you have signed in again';
  if (problem.retryAt <= at) return 'now';
  return `after ${shortTime(problem.retryAt)}`;
}

function ageText(age: number): string {
  if (age < minute) return 'just now';
  if (age < hour) return `${countOf(Math.floor(age / minute), 'minute')} ago`;
  if (age < day) return `${countOf(Math.floor(age / hour), 'hour')} ago`;
  return `${countOf(Math.floor(age / day), 'day')} ago`;
}
