import type { Answer } from '../../../src/listening/answer.ts';
import type { Item } from '../../../src/listening/item.ts';

/** The moment of every answer here. */
export const at = Date.UTC(2026, 10, 28, 16);

const minute = 60_000;

/** A track of an invented artist; `minutes` ago, or null if it has no time of its own. */
export function trackOf(
  name: string,
  artists: readonly string[],
  minutes: number | null,
  more: Partial<Item> = {},
): Item {
  return {
    kind: 'track',
    name,
    artists,
    album: 'Tides',
    show: null,
    url: 'https://open.spotify.com/track/4nQ3jVcYp5bWkq2TzXy0aB',
    images: [640, 300, 64].map((width) => ({
      url: `https://i.scdn.co/image/${name.replace(/\W/g, '').slice(0, 9)}-${width}`,
      width,
    })),
    explicit: false,
    isLocal: false,
    durationMs: 222_000,
    playedAt: minutes === null ? null : at - minutes * minute,
    ...more,
  };
}

/** A local file that may have no names at all. */
export const localOf = (name: string, minutes: number | null, more: Partial<Item> = {}): Item =>
  trackOf(name, [], minutes, { url: null, images: [], isLocal: true, durationMs: 184_000, ...more });

/** The five plays of most tests. */
export const plays: readonly Item[] = [
  trackOf('No Change Given', ['Kwame Adjei & the Night Buses'], 5, { explicit: true }),
  trackOf('Þögnin á eftir', ['Sigríður Ósk'], 11),
  trackOf('雨のち、きみ', ['夜行バス'], 27),
  trackOf('Morning, Again', ['Hollow & Pine'], 125),
  trackOf('Wavelength - Extended Club Mix', ['DJ Ångström', 'Café Tacvba Tributo'], 360),
];

/** What the player has while it plays. */
export const current: Item = trackOf('Tidewater', ['Paper Lanterns'], null);

/** A list of recent plays, fetched a minute ago. */
export function answerOf(more: Partial<Answer> = {}): Answer {
  return {
    list: 'recently-played',
    timeRange: null,
    state: 'fresh',
    status: null,
    startedAt: null,
    progressMs: null,
    fetchedAt: at - minute,
    at,
    problem: null,
    items: plays,
    ...more,
  };
}

/** The player, with its item. */
export const playerOf = (item: Item, more: Partial<Answer> = {}): Answer =>
  answerOf({ list: 'now-playing', status: 'playing', startedAt: at - 82_000, items: [item], ...more });

/** Names in many scripts, of many lengths, and with characters that mean something elsewhere. */
export const hardPlays: readonly Item[] = [
  trackOf(
    'Everything I Meant to Tell You on the Last Ferry Home but Kept Folded in My Coat Pocket until It Was Too Late',
    ['Paper Lanterns'],
    3,
  ),
  trackOf(
    'Upper Deck',
    ['Kwame Adjei & the Night Buses', 'Tola', 'MC Parallax', 'Rosa Delmar', 'The Elephant & Castle Brass'],
    9,
    { explicit: true },
  ),
  trackOf('أغنية طويلة جدًا عن البحر والمطر وكل ما نسيناه', ['ليلى مراد الجديدة'], 12, { explicit: true }),
  trackOf('שיר על הים (רמיקס) 2026', ['נועה & Friends'], 18),
  trackOf('始発まで歩いて帰った夜のことを君に話したかったのに', ['夜行バス', 'Mika 水野'], 26),
  trackOf('समुद्र के किनारे एक बहुत लंबी शाम और तुम', ['आशा किरण', 'रवि'], 35),
  trackOf('🌊🌊🌊 👨‍👩‍👧‍👦 🏳️‍🌈', ['DJ Ångström'], 44, { explicit: true }),
  trackOf('Z̸̡̢̛͓̹̱̦̲̼̎̅͑̓a̴̛̗͕̍̓l̷̢̈́̚g̸̱̔͝ȯ̵̻͉ · Tiếng Việt nặng', ['H̷̡̛e̴c̶o̴m̵e̷s̸'], 51),
  trackOf(`<script>alert("1")</script> & 'co' ]]>`, ['Tom & "Jerry" <b>'], 58),
  localOf('', 70),
  trackOf('Привет, как дела, это очень длинное название песни', ['Жёлтые шторы'], 130),
  trackOf('Ένα πολύ μεγάλο όνομα τραγουδιού για τη θάλασσα', ['Ξένια Ψ.'], 190),
  trackOf('เพลงยาวมากเกี่ยวกับทะเลและความรักที่ไม่เคยบอก', ['วงน้ำขึ้น'], 250),
  trackOf('W'.repeat(40), ['M'.repeat(30)], 310, { explicit: true }),
  trackOf('i'.repeat(80), ['l'.repeat(80)], 370),
  trackOf('바다에 관한 아주 긴 노래를 부르는 사람들의 이야기', ['밤버스'], 430),
  trackOf('한글 and العربية and English mixed in one title', ['فرقة Night Bus'], 490),
  trackOf('evil\u202e lone\ud800 a\u0000b \u001b[31mred', ['x'.repeat(10_240)], 550),
  localOf('Kitchen demo 3', 1200),
  trackOf('கடலைப் பற்றிய மிக நீண்ட பாடல் இது', ['সমুদ্র ব্যান্ড'], 1500),
];
