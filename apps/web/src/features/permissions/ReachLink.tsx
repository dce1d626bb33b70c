import type { MouseEvent, ReactNode } from 'react';
import type { Addressee, LinkedChannel } from '../../shell/dialogs.js';
import { useReach } from './use-reach.js';

interface Props {
  contact: Addressee;
  channel: LinkedChannel;
  /** Where it leads when it is permitted: `tel:…`, `sms:…`, `mailto:…`. */
  href: string;
  className?: string | undefined;
  children: ReactNode;
}

/** An address or a number of a person: a link that asks first. */
export function ReachLink({ contact, channel, href, className, children }: Props) {
  const reach = useReach();
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    void reach(contact, channel, href);
  };
  return (
    <a href={href} className={className} onClick={onClick}>
      {children}
    </a>
  );
}
