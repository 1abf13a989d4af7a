const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const mask = (1n << 128n) - 1n;

/** FNV-1a, 128 bits: the same text always gives the same number. */
function fnv128(text: string): bigint {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x1000000000000000000013bn) & mask;
  return hash;
}

/** The id of an invented item: 22 base62 digits, like Spotify's, always the same for the same kind and name. */
export function spotifyId(kind: string, ...names: readonly string[]): string {
  let rest = fnv128([kind, ...names].join('\n'));
  let id = '';
  for (let place = 0; place < 22; place += 1) {
    id = digits[Number(rest % 62n)] + id;
    rest /= 62n;
  }
  return id;
}
