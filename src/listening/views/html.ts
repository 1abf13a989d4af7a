import type { Answer } from '../answer.ts';
import { escapeMarkup } from './text/clean-text.ts';
import { htmlStyle } from './html-style.ts';
import { imageWidths, pickImage } from './images.ts';
import { logoPath } from './logo-path.ts';
import type { Look } from './look.ts';
import { explicitMark, prepare, type Row, type Shown, type TimeText } from './shown.ts';

const spotify = 'https://open.spotify.com/';
const logo = `<svg class="refrain-logo" viewBox="0 0 1280 400" width="72" height="22.5" role="img" aria-label="Spotify"><path d="${logoPath}"/></svg>`;

/**
 * The answer as a small whole document without script. Its first style and its figure are what `<refrain-listening>`
 * takes. Names wrap and are never cut.
 */
export function renderHtml(answer: Answer, look: Look = {}): string {
  const shown = prepare(answer, look);
  const scheme = look.theme === 'light' || look.theme === 'dark' ? look.theme : 'light dark';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="${scheme}">
<title>${shown.title}</title>
<style>${htmlStyle}</style>
<style>body{max-width:500px;margin:1rem auto;padding:0 1rem;font-family:system-ui,sans-serif}${progressRule(shown)}</style>
</head>
<body>
<main>
<h1 class="refrain-unseen">${shown.title}</h1>
${drawFigure(shown, look)}
</main>
</body>
</html>
`;
}

function drawFigure(shown: Shown, look: Look): string {
  const { heading, detail, rows, notice, asOf, answer } = shown;
  const small = detail && ` <small>${detail}</small>`;
  return `<figure class="refrain" data-list="${answer.list}" data-state="${answer.state}">
<figcaption class="refrain-head"><span>${heading}${small}</span><a class="refrain-mark" href="${spotify}">${logo}</a></figcaption>
${
  notice
    ? `<p class="refrain-notice"><b>${notice[0]}</b> ${notice[1]}</p>`
    : `<ol class="refrain-list" role="list">
${rows.map((row) => drawRow(row, shown, look)).join('\n')}
</ol>
<p class="refrain-foot"><a class="refrain-listen" href="${spotify}">LISTEN ON SPOTIFY</a>${asOf ? `<span>As of ${drawTime(asOf)}</span>` : ''}</p>`
}
</figure>`;
}

function drawRow(row: Row, { answer }: Shown, look: Look): string {
  const { item, name, url, secondLine, player, played } = row;
  const [tag, link] = url ? ['a', ` href="${escapeMarkup(url)}"`] : ['span', ''];
  const title = `<${tag} class="refrain-title"${link}>${escapeMarkup(name)}</${tag}>`;
  const names = secondLine.map((artist) => `<bdi>${escapeMarkup(artist)}</bdi>`).join(', ');
  const explicit = item.explicit
    ? `<span class="refrain-explicit" aria-hidden="true">${explicitMark.letter}</span><span class="refrain-unseen">${explicitMark.word}, </span>`
    : '';
  return (
    `<li${player === 'playing' ? ' aria-current="true"' : ''}>${look.artwork === false ? '' : drawArtwork(row)}` +
    `<div class="refrain-text" dir="auto">${title}` +
    (explicit || names ? `<span class="refrain-by">${explicit}${names}</span>` : '') +
    (player ? drawPlayer(row, answer.startedAt) : played ? drawTime(played, 'refrain-when') : '') +
    '</div></li>'
  );
}

function drawArtwork({ item }: Row): string {
  const address = pickImage(item, imageWidths.page);
  return address === null
    ? '<span class="refrain-art" aria-hidden="true"></span>'
    : `<img class="refrain-art" src="${escapeMarkup(address)}" alt="" width="64" height="64" loading="lazy" referrerpolicy="no-referrer">`;
}

/** The time is in `datetime`, so the element can show it in the reader's language and keep the age up to date. */
function drawTime({ short, time }: TimeText, name = ''): string {
  const datetime = new Date(time).toISOString();
  return `<time${name && ` class="${name}"`} dir="ltr" datetime="${datetime}">${short}</time>`;
}

function drawPlayer({ player, progress }: Row, startedAt: number | null): string {
  if (player === 'paused') return '<span class="refrain-when" dir="ltr">paused</span>';
  const now =
    '<span class="refrain-when refrain-now" dir="ltr"><span class="refrain-bars" aria-hidden="true"><i></i><i></i><i></i></span>now</span>';
  return progress
    ? `${now}<span class="refrain-progress" aria-hidden="true" data-started-at="${startedAt}" data-duration="${progress.length}"></span>`
    : now;
}

/** The progress without the element. A style of its own: the element sets it by script, so no page needs inline styles. */
function progressRule({ rows: [row] }: Shown): string {
  if (row?.player !== 'playing' || !row.progress) return '';
  const { elapsed, length } = row.progress;
  return `.refrain-progress{--refrain-from:${((100 * elapsed) / length).toFixed(1)}%;--refrain-left:${length - elapsed}ms}`;
}
