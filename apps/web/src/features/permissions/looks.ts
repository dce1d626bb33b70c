import {
  IconBan,
  IconChartDots,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconClockPause,
  IconEraser,
  IconHandStop,
  IconLock,
  IconMail,
  IconMailbox,
  IconMailboxOff,
  IconMailOff,
  IconMailX,
  IconMessage,
  IconMessageOff,
  IconMessages,
  IconMessagesOff,
  IconPhone,
  IconPhoneOff,
  IconSocial,
  IconSocialOff,
  IconTargetOff,
} from '@tabler/icons-react';
import type { Tone } from '../../ui/index.js';
import type { Decision } from '../../api/model.js';
import type { Channel, DecisionCode } from './model.js';

/** What a decision comes to, for the eye: each has an icon, a word and a tone, the same everywhere. */
export type State =
  | 'allowed'
  | 'notAsked'
  | 'objected'
  | 'restricted'
  | 'erased'
  | 'off'
  | 'waits'
  | 'outside'
  | 'noAddress'
  | 'undeliverable';

/** What each reason comes to; the compiler misses every code of the engine that is not here. */
const states: Record<DecisionCode, State> = {
  service: 'allowed',
  legal_person: 'allowed',
  job_role: 'allowed',
  consent: 'allowed',
  existing_customer: 'allowed',
  legitimate_interest: 'allowed',
  erased: 'erased',
  restricted: 'restricted',
  objected: 'objected',
  company_objected: 'objected',
  suppressed: 'objected',
  consent_withdrawn: 'objected',
  purpose_off: 'off',
  basis_missing: 'off',
  consent_missing: 'notAsked',
  consent_unconfirmed: 'waits',
  notice_overdue: 'waits',
  role_unknown: 'outside',
  outside_role: 'outside',
  undeliverable: 'undeliverable',
  no_address: 'noAddress',
};

/** Its own look for each; a code that the engine learnt after this page was loaded looks unasked. */
export const stateOf = ({ allowed, code }: Pick<Decision, 'allowed' | 'code'>): State =>
  allowed ? 'allowed' : ((states as Partial<typeof states>)[code] ?? 'notAsked');

export const looks = {
  allowed: { icon: IconCircleCheck, tone: 'accent' },
  notAsked: { icon: IconCircleDashed, tone: 'warn' },
  objected: { icon: IconHandStop, tone: 'danger' },
  restricted: { icon: IconLock, tone: 'info' },
  erased: { icon: IconEraser, tone: 'plain' },
  off: { icon: IconCircleOff, tone: 'plain' },
  waits: { icon: IconClockPause, tone: 'warn' },
  outside: { icon: IconTargetOff, tone: 'warn' },
  noAddress: { icon: IconBan, tone: 'plain' },
  undeliverable: { icon: IconMailX, tone: 'warn' },
} as const satisfies Record<State, { icon: unknown; tone: Tone }>;

/** A channel's icon, and the same struck through. */
export const channelIcons = {
  email: { open: IconMail, shut: IconMailOff },
  phone: { open: IconPhone, shut: IconPhoneOff },
  sms: { open: IconMessage, shut: IconMessageOff },
  post: { open: IconMailbox, shut: IconMailboxOff },
  social: { open: IconSocial, shut: IconSocialOff },
  chat: { open: IconMessages, shut: IconMessagesOff },
} as const satisfies Record<Channel, unknown>;

export { IconChartDots as ProfilingIcon };

/** Profiling that stands alike for every purpose is one line; as soon as one differs, each is its own. */
export function profilingLines<Line extends Pick<Decision, 'allowed' | 'code'>>(lines: Line[]): Line[] {
  const [first] = lines;
  const areAlike = lines.every(({ allowed, code }) => allowed === first?.allowed && code === first.code);
  return first && areAlike ? [first] : lines;
}

/** Does anybody want this mended by a closer word about the person's work? */
export const asksForRole = ({ code, obligations }: Pick<Decision, 'code' | 'obligations'>): boolean =>
  code === 'role_unknown' || code === 'outside_role' || obligations.includes('role_link');
