import { api, ok } from '../../api/client.js';
import type { AsyncOption } from '../../ui/index.js';

/** People by any fragment of what they are known by, for AsyncCombobox. */
export const personSearch = {
  name: 'people',
  find: async (q: string, signal: AbortSignal): Promise<AsyncOption[]> => {
    const query = { q, limit: 8, kind: 'contact' };
    const { items } = await ok(api.GET('/search', { params: { query }, signal }));
    return items.map((hit) => ({ value: hit.id, label: hit.title, hint: hit.subtitle }));
  },
};
