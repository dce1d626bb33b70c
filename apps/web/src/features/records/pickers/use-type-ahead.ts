import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SearchHit } from '../../../api/model.js';
import { searchQuery } from '../../../api/queries.js';

/** Search hits of one kind while somebody types; asks 120 ms after the last key, and keeps the former hits until the next ones come. */
export function useTypeAhead(words: string, kind: 'contact' | 'company'): { hits: SearchHit[]; isPending: boolean } {
  const [settled] = useDebouncedValue(words.trim(), 120);
  const query = useQuery({ ...searchQuery(settled, kind), placeholderData: keepPreviousData });
  const hits = settled ? (query.data?.items ?? []) : [];
  return { hits, isPending: settled !== words.trim() || (query.isFetching && hits.length === 0) };
}
