import { calendarDay, channels, type Channel } from '@seloste/kernel';
import { addPeriod } from '@seloste/retention';

export type Status = 'prospect' | 'customer' | 'partner' | 'former';

/** A company as it is, and what it was before. */
export interface Firm {
  was: Status | null;
  status: Status;
  startedOn: string | null;
  endedOn: string | null;
}

export interface DrawnConsent {
  purpose: 'newsletter' | 'direct_marketing' | 'service';
  channel: 'all' | 'email' | 'phone';
  at: Date;
  needsConfirmation: boolean;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface DrawnObjection {
  purpose: 'all' | 'newsletter' | 'direct_marketing';
  channel: 'all' | Channel;
  at: Date;
  isTakenBack: boolean;
}

export interface DrawnInteraction {
  type: 'call' | 'email' | 'meeting' | 'note' | 'chat' | 'form' | 'visit';
  direction: 'in' | 'out' | null;
  at: Date;
}

/** Everything that can make up a person's clock. */
export interface DrawnPerson {
  firm: Firm | null;
  left: { firm: Firm; on: string } | null;
  collectedOn: string;
  via: 'person' | 'form' | 'website' | 'event' | null;
  interactions: DrawnInteraction[];
  consents: DrawnConsent[];
  objections: DrawnObjection[];
}

/** Of each ground, the period; null: open-ended. */
export type Periods = Record<string, string | null>;

export interface Reckoned {
  ground: string;
  start: string;
  startedOn: string;
  dueOn: string | null;
}

const day = (instant: Date): string => calendarDay(instant, 'Europe/Helsinki');
const latest = (days: string[]): string | null => days.sort().at(-1) ?? null;
const earliest = (days: string[]): string | null => days.sort()[0] ?? null;
const covers = (channel: string, other: string): boolean =>
  channel === other || channel === 'all' || other === 'all';

const isLost = ({ was, status }: Firm): boolean => status === 'former' && was === 'prospect';
const isTheirs = ({ type, direction }: DrawnInteraction): boolean =>
  type === 'meeting' || (type !== 'note' && direction === 'in');

/** What a person's marketing consents come to: since when one holds, and when and by what the last one ended. */
function consentsOf({ consents, objections }: DrawnPerson) {
  const marketing = consents.filter(({ purpose }) => purpose !== 'service');
  const judged = marketing.map((consent) => {
    const from = consent.confirmedAt ?? consent.at;
    const objected = objections
      .filter((one) => !one.isTakenBack && ['all', consent.purpose].includes(one.purpose))
      .filter((one) => ['all', consent.channel].includes(one.channel))
      .map(({ at }) => at.getTime());
    const withdrawn = marketing
      .filter((other) => other.purpose === consent.purpose && covers(other.channel, consent.channel))
      .flatMap((other) =>
        other.withdrawnAt && other.withdrawnAt >= from ? [other.withdrawnAt.getTime()] : [],
      );
    if (consent.withdrawnAt) withdrawn.push(consent.withdrawnAt.getTime());
    const isPending = consent.needsConfirmation && consent.confirmedAt === null;
    const ends = [...withdrawn, ...(objected.length > 0 ? [Math.min(...objected)] : [])];
    return {
      from,
      isPending,
      ended: ends.length > 0 ? Math.max(...ends) : null,
      isObjected: withdrawn.length === 0,
    };
  });
  const [last] = judged
    .filter(({ isPending, ended }) => !isPending && ended !== null)
    .sort((a, b) => Number(b.ended) - Number(a.ended));
  const held = judged.filter(({ isPending, ended }) => !isPending && ended === null);
  return {
    heldSince: earliest(held.map(({ from }) => day(from))),
    lapsedOn: last ? day(new Date(Number(last.ended))) : null,
    lapsedBy: last?.isObjected ? 'objected' : 'consent_withdrawn',
  };
}

/** A ground that applies, and what began it. */
export type Ground = Omit<Reckoned, 'dueOn'>;

/** Every ground that applies to a person, and the days of their own word. */
export function groundsOf(person: DrawnPerson) {
  const { firm, left, collectedOn, via } = person;
  const { heldSince, lapsedOn, lapsedBy } = consentsOf(person);
  const heard = latest(person.interactions.filter(isTheirs).map(({ at }) => day(at)));
  const touched = latest([collectedOn, ...(heard ? [heard] : [])]) ?? collectedOn;
  const touch = { start: touched > collectedOn ? 'last_contact' : 'collected', startedOn: touched };
  const refusals = channels.map((channel) =>
    earliest(
      person.objections
        .filter((one) => !one.isTakenBack && one.purpose !== 'newsletter')
        .filter((one) => ['all', channel].includes(one.channel))
        .map(({ at }) => day(at)),
    ),
  );
  const refusedOn = refusals.includes(null) ? null : latest(refusals.map(String));
  const hasChatted =
    via === 'website' && person.interactions.some((one) => one.type === 'chat' && isTheirs(one));
  const mayBeSoldTo = refusedOn === null;
  const grounds: Ground[] = [];
  const keep = (ground: string, start: string, startedOn: string): void => {
    grounds.push({ ground, start, startedOn });
  };

  if (firm?.status === 'customer' || firm?.status === 'partner')
    keep('customers', 'customer_since', firm.startedOn ?? collectedOn);
  if (heldSince && mayBeSoldTo) keep('marketing_contacts', 'consented', heldSince);
  const ends = [
    ...(firm?.status === 'former' && !isLost(firm) && firm.endedOn ? [firm.endedOn] : []),
    ...(left && left.firm.status !== 'prospect' && !isLost(left.firm)
      ? [earliest([left.on, ...(left.firm.endedOn ? [left.firm.endedOn] : [])]) ?? left.on]
      : []),
  ];
  const ended = latest(ends);
  if (ended) keep('former_customers', 'relationship_ended', ended);
  if (mayBeSoldTo && firm && isLost(firm) && firm.endedOn) keep('prospects', 'lead_lost', firm.endedOn);
  if (mayBeSoldTo && firm?.status === 'prospect') keep('prospects', touch.start, touch.startedOn);
  if (mayBeSoldTo && firm === null && lapsedOn === null) {
    if (via !== 'form' && !hasChatted) keep('prospects', touch.start, touch.startedOn);
  }
  if (mayBeSoldTo && lapsedOn === null && via === 'form') keep('form_senders', touch.start, touch.startedOn);
  if (mayBeSoldTo && lapsedOn === null && hasChatted) keep('chats', touch.start, touch.startedOn);
  return { grounds, refusedOn, lapsedOn, lapsedBy };
}

/** The last day of a ground; null: open-ended. */
export function lastDayOf({ ground, startedOn }: Ground, periods: Periods): string | null {
  const period = periods[ground] ?? null;
  return period === null ? null : addPeriod(startedOn, period);
}

/** The clock of a person, reckoned in the plainest way from everything that is known of them. */
export function reckon(person: DrawnPerson, periods: Periods): Reckoned {
  const { grounds, refusedOn, lapsedOn, lapsedBy } = groundsOf(person);
  if (grounds.length === 0)
    grounds.push(
      refusedOn
        ? { ground: 'withdrawn', start: 'objected', startedOn: refusedOn }
        : { ground: 'withdrawn', start: lapsedBy, startedOn: lapsedOn ?? person.collectedOn },
    );
  return grounds
    .map((ground) => ({ ...ground, dueOn: lastDayOf(ground, periods) }))
    .reduce((best, other) =>
      best.dueOn === null || (other.dueOn !== null && other.dueOn <= best.dueOn) ? best : other,
    );
}
