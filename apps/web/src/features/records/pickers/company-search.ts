import { api, ok } from '../../../api/client.js';
import type { Ref } from '../../../api/model.js';
import type { AsyncOption } from '../../../ui/index.js';

/** Companies by any fragment of what they are known by, for AsyncCombobox. */
export const companySearch = {
  name: 'companies',
  find: async (q: string, signal: AbortSignal): Promise<AsyncOption[]> => {
    const query = { q, limit: 8, kind: 'company' };
    const { items } = await ok(api.GET('/search', { params: { query }, signal }));
    return items.map((hit) => ({ value: hit.id, label: hit.title, hint: hit.subtitle }));
  },
};

export const toOption = (ref: Ref | null): AsyncOption | null => ref && { value: ref.id, label: ref.name };
export const toRef = (option: AsyncOption | null): Ref | null =>
  option && { id: option.value, name: option.label };
