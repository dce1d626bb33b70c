import { rawRequest, type Target } from './load.ts';
import type { Measured } from './measure.ts';
import { oneClickRequest } from './one-click.ts';
import type { Operation } from './options.ts';
import type { ReadPlan } from './plan.ts';
import type { Recording } from './record.ts';
import { newContactBody, type Requests } from './requests.ts';

const cycle = <T>(list: readonly T[]): (() => T) => {
  let n = 0;
  return () => list[n++ % list.length] as T; // within bounds
};

export interface Course {
  operation: string;
  clients: number;
  limit: Measured['limit'];
  requests: (target: Target) => () => Buffer[];
  /** Measured beside the application without the chain of the record, instead of beside the floor. */
  isBesideNoChain?: boolean;
}

/** What is measured of each operation, and what design §6 asks of it. */
export function coursesOf(
  operation: Operation,
  recording: Recording,
  { companyIds, tokens }: Requests,
): Course[] {
  const singly = (plans: readonly ReadPlan[]) => (target: Target) =>
    cycle(plans.map(({ path }) => [rawRequest(target, path)]));
  const people = (target: Target) =>
    cycle(
      recording.people.map((plans) => [
        rawRequest(target, plans.contact.path),
        rawRequest(target, plans.timeline.path),
      ]),
    );
  const creations = (target: Target) => {
    const companyId = cycle(companyIds);
    return () => [rawRequest(target, '/api/v1/contacts', newContactBody(companyId()))];
  };
  // Both sides draw from the same heap, so that none is pressed twice.
  const token = cycle(tokens.slice(1));
  switch (operation) {
    case 'list':
      return [
        {
          operation: 'list 50 contacts, filtered, by name',
          clients: 16,
          limit: { ratio: 0.6 },
          requests: singly(recording.lists),
        },
      ];
    case 'person':
      return [
        {
          operation: 'a person, 20 latest interactions',
          clients: 16,
          limit: { ratio: 0.6 },
          requests: people,
        },
      ];
    case 'search':
      return [
        {
          operation: 'type-ahead search',
          clients: 16,
          limit: { ratio: 0.6 },
          requests: singly(recording.searches),
        },
        {
          operation: 'type-ahead search',
          clients: 4,
          limit: { ratio: 0.6, p99: 100 },
          requests: singly(recording.searches),
        },
      ];
    case 'create':
      return [
        { operation: 'create a contact', clients: 16, limit: { ratio: 0.4 }, requests: creations },
        {
          operation: 'create a contact, chain beside none',
          clients: 16,
          limit: { ratio: 0.85 },
          requests: creations,
          isBesideNoChain: true,
        },
      ];
    case 'one-click':
      return [
        {
          operation: 'one-click unsubscribe',
          clients: 16,
          limit: { ratio: 0.6 },
          requests: (target) => () => [oneClickRequest(target, token())],
        },
      ];
    case 'audience':
    case 'messages':
    case 'erasure':
    case 'retention-run':
    case 'start':
      return [];
  }
}
