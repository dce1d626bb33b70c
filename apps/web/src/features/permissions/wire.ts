import { api } from '../../api/client.js';

interface Init {
  params?: { path?: object; query?: object; header?: object };
  body?: unknown;
  signal?: AbortSignal;
}
type Call = <T>(path: string, init?: Init) => Promise<{ data?: T }>;

/** The client of the API for routes whose shapes stand beside their queries. */
export const wire = api as unknown as Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Call>;
