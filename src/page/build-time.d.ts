import type { Endpoints } from '../spotify/endpoints.ts';

declare global {
  /** The origins that the build was made for; vite puts them in place of this name. */
  const REFRAIN_ENDPOINTS: Endpoints;
}
