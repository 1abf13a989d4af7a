import { useSignal } from '../signal.ts';
import type { ResultProps } from '../result/result.ts';
import { spotify, type Endpoints } from '../../../spotify/endpoints.ts';
import { mayShowImage } from '../../../spotify/image-hosts.ts';

/**
 * A picture from Spotify, uncropped; in practice a made-up one. A blank square if there is none, if it fails to load, or if
 * another host has it.
 */
export function Artwork({ url, result, page }: ResultProps & { url?: string | undefined }) {
  const failed = useSignal(false);
  if (!url || failed.value || !mayShow(url, result.endpoints)) return <i class="art" aria-hidden="true" />;
  return (
    <img
      class="art"
      src={page.practice()?.pictureOf(url) ?? url}
      alt=""
      width={48}
      height={48}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => (failed.value = true)}
    />
  );
}

/** Whether the host of a picture is on the list of Spotify's hosts, or is the emulator in practice. */
export function mayShow(url: string, { apiUrl }: Endpoints): boolean {
  return mayShowImage(url, apiUrl === spotify.apiUrl ? undefined : apiUrl);
}
