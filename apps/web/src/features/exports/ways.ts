import type { ExportKind } from '../../shell/dialogs.js';
import type { components } from '../../api/schema.js';

type NewExport = components['schemas']['CreateExport'];

/** How the people or companies of a file are going to be contacted: what has to be asked for then. */
const ways = {
  contacts: {
    email: { kind: 'contacts', channel: 'email' },
    calls: { kind: 'calls', channel: 'phone' },
    sms: { kind: 'sms', channel: 'sms' },
    letters: { kind: 'letters', channel: 'post' },
    labels: { kind: 'labels', channel: 'post' },
  },
  companies: {
    email: { kind: 'companies', channel: 'email' },
    calls: { kind: 'companies', channel: 'phone' },
  },
  audit_events: {},
} satisfies Record<
  ExportKind,
  Partial<
    Record<Way, { kind: NewExport['kind']; channel: NonNullable<NonNullable<NewExport['for']>['channel']> }>
  >
>;

export type Way = 'email' | 'calls' | 'sms' | 'letters' | 'labels';

export const waysOf = (kind: ExportKind): Way[] => Object.keys(ways[kind]) as Way[];

/** The part of the wish that says how and for which purpose; of a file for no contact, its kind alone. */
export function wishFor(
  kind: ExportKind,
  way: Way | null,
  purpose: string | null,
): Pick<NewExport, 'kind' | 'for'> {
  const chosen = way === null ? undefined : (ways[kind] as (typeof ways)['contacts'])[way];
  if (chosen === undefined) return { kind };
  return { kind: chosen.kind, for: { channel: chosen.channel, purpose: purpose ?? '' } };
}
