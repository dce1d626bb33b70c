import { Drawer } from '@mantine/core';
import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionType, Ref as RecordRef } from '../../api/model.js';
import { useShortcuts } from '../../keyboard/shortcuts.js';
import { useMay } from '../../shell/use-may.js';
import { useIsPhone } from '../records/RecordLayout.js';
import { Composer, type ComposerHandle } from './Composer.js';
import type { TimelineOwner } from './queries.js';
import { Timeline } from './Timeline.js';
import classes from './Composer.module.css';

export interface RecordTimelineHandle {
  /** Opens the composer on this type: in its place on a desk, as a sheet on a phone. */
  log: (type: InteractionType) => void;
}

interface Props {
  ref: Ref<RecordTimelineHandle>;
  owner: TimelineOwner;
  who: { contacts: RecordRef[]; company: RecordRef | null };
  /** What these people are usually contacted for. */
  usualPurpose?: string | undefined;
  /** What stands between the two. */
  children?: ReactNode;
}

/** The composer and the timeline of a record. */
export function RecordTimeline({ ref, owner, who, usualPurpose, children }: Props) {
  const { t } = useTranslation('interactions');
  const isPhone = useIsPhone();
  const composer = useRef<ComposerHandle>(null);
  const mayLog = useMay()('interactions.create');
  const [types, setTypes] = useState<InteractionType[]>([]);
  const [sheet, setSheet] = useState<InteractionType | null>(null);
  useImperativeHandle(ref, () => ({
    log: (type) => (isPhone ? setSheet(type) : composer.current?.start(type)),
  }));
  const scope = `${owner.kind}.${owner.id}`;
  return (
    <>
      {!isPhone && mayLog && <Composer ref={composer} scope={scope} who={who} usualPurpose={usualPurpose} />}
      {children}
      <Timeline
        owner={owner}
        types={types}
        onTypes={setTypes}
        ownCompanyId={who.company?.id ?? null}
        startsBrief={isPhone}
      />
      {isPhone && (
        <Drawer
          opened={sheet !== null}
          onClose={() => setSheet(null)}
          position="bottom"
          size="auto"
          classNames={{ content: classes.sheet, header: classes.sheetHead }}
          title={t('composer.label')}
          closeButtonProps={{ 'aria-label': t('common:action.close') }}
        >
          {sheet && (
            <Composer
              scope={scope}
              who={who}
              usualPurpose={usualPurpose}
              initialType={sheet}
              alwaysOpen
              autoFocus
              onSaved={() => setSheet(null)}
            />
          )}
        </Drawer>
      )}
    </>
  );
}

/** t c w m v: a note, a call, a mail, a meeting, a visit, each one key away on a record's page. */
export function useLogShortcuts(log: (type: InteractionType) => void): void {
  const { t } = useTranslation('interactions');
  useShortcuts([
    { keys: 't', label: t('shortcut.note'), run: () => log('note') },
    { keys: 'c', label: t('shortcut.call'), run: () => log('call') },
    { keys: 'w', label: t('shortcut.email'), run: () => log('email') },
    { keys: 'm', label: t('shortcut.meeting'), run: () => log('meeting') },
    { keys: 'v', label: t('shortcut.visit'), run: () => log('visit') },
  ]);
}
