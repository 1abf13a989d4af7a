import { useSignal } from '@preact/signals';
import { spotify, type Endpoints } from '../../../spotify/endpoints.ts';
import { isSpotifyImage } from '../../../spotify/image-hosts.ts';

/** A picture of Spotify's, whole and with small corners; a drawn blank where there is none, it fails, or is anybody else's. */
export function Artwork({ url, endpoints }: { url?: string | undefined; endpoints?: Endpoints }) {
  const failed = useSignal(false);
  if (!url || !endpoints || failed.value || !mayShow(url, endpoints)) return <i class="art" aria-hidden="true" />;
  return (
    <img
      class="art"
      src={url}
      alt=""
      width={48}
      height={48}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => (failed.value = true)}
    />
  );
}

/** Whether a picture's host is on the written list, or is the practice Spotify itself. */
export function mayShow(url: string, { apiUrl }: Endpoints): boolean {
  if (isSpotifyImage(url)) return true;
  return apiUrl !== spotify.apiUrl && URL.canParse(url) && new URL(url).origin === apiUrl;
}
