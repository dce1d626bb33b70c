import { requestKinds, type RequestKind } from './model.js';

/** What the address of the queue may hold; open ones without `status`. */
export interface RequestsSearch {
  status?: 'closed';
  kind?: RequestKind;
  urgency?: 'due_soon' | 'overdue';
}

const urgencies = ['overdue', 'due_soon'] as const;

/** Reads the address; what it does not know it leaves out. Eager, so it imports little. */
export function readRequestsSearch(search: Record<string, unknown>): RequestsSearch {
  const kind = requestKinds.find((known) => known === search.kind);
  const urgency = urgencies.find((known) => known === search.urgency);
  if (search.status === 'closed') return { status: 'closed', ...(kind ? { kind } : {}) };
  return { ...(kind ? { kind } : {}), ...(urgency ? { urgency } : {}) };
}
