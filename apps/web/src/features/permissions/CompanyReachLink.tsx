import type { MouseEvent, ReactNode } from 'react';
import type { Addressee, LinkedChannel } from '../../shell/dialogs.js';
import { useReachCompany } from './use-reach-company.js';

interface Props {
  company: Addressee;
  channel: LinkedChannel;
  /** Where it leads when it is not forbidden: `tel:…`, `mailto:…`. */
  href: string;
  className?: string | undefined;
  children: ReactNode;
}

/** An address or a number of a company: a link that asks first. */
export function CompanyReachLink({ company, channel, href, className, children }: Props) {
  const reach = useReachCompany();
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    void reach(company, channel, href);
  };
  return (
    <a href={href} className={className} onClick={onClick}>
      {children}
    </a>
  );
}
