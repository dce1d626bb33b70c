import type { QueryClient } from '@tanstack/react-query';

/** After something was added: every list and count that it belongs to is read again. */
export function renewLists(client: QueryClient): void {
  for (const key of ['contacts', 'companies', 'interactions', 'today', 'search', 'combobox']) {
    void client.invalidateQueries({ queryKey: [key] });
  }
}
