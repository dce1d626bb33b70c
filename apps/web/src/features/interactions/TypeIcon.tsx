import {
  IconCarSuv,
  IconForms,
  IconMail,
  IconMessageCircle,
  IconNote,
  IconPhone,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconUsers,
} from '@tabler/icons-react';
import type { Direction, InteractionType } from '../../api/model.js';

const icons = {
  call: IconPhone,
  email: IconMail,
  meeting: IconUsers,
  note: IconNote,
  chat: IconMessageCircle,
  form: IconForms,
  visit: IconCarSuv,
} as const;

/** The picture of an interaction's type, always beside its word; calls show their direction too. */
export function TypeIcon(props: { type: InteractionType; direction?: Direction | null; size?: number }) {
  const Icon =
    props.type === 'call' && props.direction === 'in'
      ? IconPhoneIncoming
      : props.type === 'call' && props.direction === 'out'
        ? IconPhoneOutgoing
        : icons[props.type];
  return <Icon size={props.size ?? 16} stroke={1.6} aria-hidden />;
}
