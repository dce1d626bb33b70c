import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconMessage } from '@tabler/icons-react';
import type { ContactListItem, SearchHit } from '../../api/model.js';
import { searchQuery, todayQuery } from '../../api/queries.js';
import { closeDialog } from '../../shell/dialogs.js';
import { matchesWords, type Result, type ResultGroup } from './results.js';
import { useActions, useAddNamed } from './use-actions.js';

const kinds = ['contact', 'company', 'interaction'] as const;

export interface Results {
  groups: ResultGroup[];
  state: 'ready' | 'waiting' | 'nothing' | 'failed';
  /** The words that the results belong to. */
  q: string;
}

/** What the palette shows for the words typed so far: the register's answer, and the commands that fit. */
export function useResults(words: string): Results {
  const typed = words.trim();
  const [q] = useDebouncedValue(typed, 90);
  const found = useQuery({ ...searchQuery(q, undefined, 6), placeholderData: keepPreviousData });
  const recent = useQuery({ ...todayQuery, enabled: typed === '' });
  const actions = useActions();
  const addNamed = useAddNamed();
  const toResult = useHitResult();
  const toPerson = usePersonResult();

  if (!typed) {
    const people = (recent.data?.recentPeople ?? []).slice(0, 5).map(toPerson);
    return {
      groups: filled([
        { key: 'recent', results: people },
        { key: 'action', results: actions },
      ]),
      state: 'ready',
      q: '',
    };
  }
  const hits = found.data?.items ?? [];
  const fitting = actions.filter((action) => matchesWords(action.title, typed));
  const isSettled = q === typed && !found.isFetching && !found.isPlaceholderData;
  const isNothing = isSettled && found.isSuccess && hits.length === 0;
  const groups = filled([
    ...kinds.map((key) => ({ key, results: hits.filter((hit) => hit.kind === key).map(toResult) })),
    {
      key: 'action' as const,
      results: isNothing ? [...fitting, ...[addNamed(typed)].filter((one) => one !== null)] : fitting,
    },
  ]);
  const isEmpty = isNothing && fitting.length === 0;
  return {
    groups,
    state: found.isError ? 'failed' : isEmpty ? 'nothing' : isSettled ? 'ready' : 'waiting',
    q,
  };
}

function filled(groups: ResultGroup[]): ResultGroup[] {
  return groups.filter((group) => group.results.length > 0);
}

function useHitResult(): (hit: SearchHit) => Result {
  const open = useOpen();
  return (hit) => ({
    id: `${hit.kind}:${hit.id}`,
    title: hit.title,
    subtitle: hit.subtitle,
    excerpt: hit.excerpt ?? null,
    occurredAt: hit.occurredAt ?? null,
    look:
      hit.kind === 'interaction'
        ? { icon: IconMessage }
        : { avatar: hit.kind === 'company' ? 'company' : 'person' },
    run: () => open(hit),
  });
}

function usePersonResult(): (person: ContactListItem) => Result {
  const open = useOpen();
  return (person) => ({
    id: `recent:${person.id}`,
    title: person.name,
    subtitle: [person.title, person.company?.name].filter(Boolean).join(', '),
    look: { avatar: 'person' },
    run: () => open({ kind: 'contact', id: person.id }),
  });
}

/** Where a hit leads: an interaction to its person, else to its company. */
function useOpen(): (hit: Pick<SearchHit, 'kind' | 'id' | 'contactId' | 'companyId'>) => void {
  const navigate = useNavigate();
  return (hit) => {
    closeDialog();
    const contactId = hit.kind === 'contact' ? hit.id : hit.contactId;
    const companyId = hit.kind === 'company' ? hit.id : hit.companyId;
    if (contactId) void navigate({ to: '/people/$id', params: { id: contactId } });
    else if (companyId) void navigate({ to: '/companies/$id', params: { id: companyId } });
  };
}
