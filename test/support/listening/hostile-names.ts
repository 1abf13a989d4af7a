import fc from 'fast-check';

/** What means something in markup, in a terminal, to a bidi algorithm, or to an encoder. */
const hostileParts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</text></svg>',
  '</title></head>',
  ']]>',
  '<![CDATA[',
  '-->',
  '&amp;',
  '&#0;',
  '&bogus;',
  '"\'',
  '" onload="alert(1)',
  '\u0000',
  '\u0008',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b2J',
  '\r\n',
  '\u0085',
  '\u2028',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\u{1ffff}',
  '\u202e',
  '\u2066',
  '\u2069\u2069',
  '\u200f',
  '\u200d',
  '\u0301'.repeat(60),
  '﷽',
  '👩‍👩‍👧‍👦',
  'عنوان',
  '長い題名',
  'W'.repeat(50),
  'x'.repeat(10_240),
];

/** A name that somebody might give to a track to break what shows it. */
export const hostileName = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileParts),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ maxLength: 12 }),
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));
