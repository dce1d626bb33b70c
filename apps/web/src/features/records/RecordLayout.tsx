import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './RecordLayout.module.css';

interface Props {
  /** Names the record and says how to reach it. */
  lead: ReactNode;
  /** Its other facts. */
  facts: ReactNode;
  /** The composer and what happened. */
  timeline: ReactNode;
  /** What we promise about the record, or its people. */
  aside: ReactNode;
  /** Stays within a thumb's reach on a phone. */
  actions: ReactNode;
}

/** Whether the page is one column with an action bar. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false }) ?? false;
}

/** A record's page: facts, timeline and aside beside each other; on a phone lead, timeline, facts, aside under each other. */
export function RecordLayout({ lead, facts, timeline, aside, actions }: Props) {
  const isPhone = useIsPhone();
  return (
    <div className={classes.layout}>
      <div className={classes.facts}>
        {lead}
        {!isPhone && facts}
      </div>
      <div className={classes.timeline}>{timeline}</div>
      {isPhone && <div className={classes.facts}>{facts}</div>}
      <div className={classes.aside}>{aside}</div>
      {isPhone && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
