import { encodeBase64url } from '../../text/hash.ts';

/** `__Host-`: a browser takes it over https only, for this host only. */
const cookieName = '__Host-refrain-renew';

/** Bytes of the nonce of AES-GCM, as NIST SP 800-38D section 8.2 recommends. */
const nonceLength = 12;

/** Keeps a value in the owner's browser for a few minutes, so that only this site can read or change it. */
export interface SealedCookie {
  /** The `Set-Cookie` header that saves a value. */
  seal(value: unknown, now: number): Promise<string>;
  /** Reads the value in a request's cookie. Undefined if there is none, if it was changed, or if it has expired. */
  open(request: Request, now: number): Promise<unknown>;
  /** The `Set-Cookie` header that removes the value. */
  readonly removal: string;
}

/**
 * Creates a cookie that is encrypted with AES-GCM, by a key derived from the renewal key (HKDF, RFC 5869).
 * @param key the renewal key
 * @param lifetime seconds
 */
export function createSealedCookie(key: string, lifetime: number): SealedCookie {
  let derived: Promise<CryptoKey> | undefined;
  const aesKey = () => (derived ??= deriveKey(key));
  const toHeader = (value: string, maxAge: number) =>
    `${cookieName}=${value}; Path=/; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=Lax`;
  return {
    async seal(value, now) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
      const text = new TextEncoder().encode(JSON.stringify({ value, expiresAt: now + lifetime * 1000 }));
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await aesKey(), text));
      return toHeader(encodeBase64url(new Uint8Array([...iv, ...sealed])), lifetime);
    },
    async open(request, now) {
      const sealed = readCookie(request.headers.get('cookie') ?? '');
      if (sealed === '') return undefined;
      try {
        const bytes = decodeBase64url(sealed);
        const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, nonceLength) };
        const text = await crypto.subtle.decrypt(algorithm, await aesKey(), bytes.slice(nonceLength));
        const { value, expiresAt } = JSON.parse(new TextDecoder().decode(text)) as {
          value: unknown;
          expiresAt: number;
        };
        return expiresAt > now ? value : undefined;
      } catch {
        return undefined;
      }
    },
    removal: toHeader('', 0),
  };
}

async function deriveKey(key: string): Promise<CryptoKey> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const material = await crypto.subtle.importKey('raw', encode(key), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encode('refrain renew cookie') };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function readCookie(header: string): string {
  const pair = header.split(';').find((candidate) => candidate.trim().startsWith(`${cookieName}=`));
  return pair?.trim().slice(cookieName.length + 1) ?? '';
}

function decodeBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
