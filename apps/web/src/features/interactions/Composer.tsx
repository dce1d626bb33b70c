import { Button } from '@mantine/core';
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionType, Ref as RecordRef } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { KeyHint, toast } from '../../ui/index.js';
import { LogPurpose } from '../permissions/LogPurpose.js';
import { useLogPermission } from '../permissions/use-log-permission.js';
import { emptyDraft, hasText, hasWho, withType } from './draft.js';
import { InteractionFields } from './InteractionFields.js';
import { useLogInteraction } from './queries.js';
import { TypeTabs } from './TypeTabs.js';
import { useDraft } from './use-draft.js';
import classes from './Composer.module.css';

export interface ComposerHandle {
  /** Opens the composer on this type with the cursor in the text. */
  start: (type: InteractionType) => void;
}

interface Props {
  /** Tells drafts apart: `contact.<id>`, `company.<id>`, `new`. */
  scope: string;
  who: { contacts: RecordRef[]; company: RecordRef | null };
  ref?: Ref<ComposerHandle>;
  initialType?: InteractionType;
  /** Open and with the people as fields, for dialogs that start without a record. */
  showWho?: boolean;
  alwaysOpen?: boolean;
  autoFocus?: boolean;
  onSaved?: () => void;
  /** What these people are usually contacted for; selling, where nothing is said. */
  usualPurpose?: string | undefined;
}

/** Logs what happened. One line until it is used; ⌘↵ saves; what is typed survives a reload and a lost connection. */
export function Composer(props: Props) {
  const { t } = useTranslation(['interactions', 'permissions']);
  const { t: tc } = useTranslation();
  const initial = {
    ...withType(emptyDraft(props.who), props.initialType ?? 'note'),
    purpose: props.usualPurpose ?? 'direct_marketing',
  };
  const { draft, change, forget, wasRestored } = useDraft(props.scope, initial);
  const [used, setUsed] = useState(props.alwaysOpen ?? false);
  const [complaint, setComplaint] = useState<string | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const log = useLogInteraction();
  const open = used || hasText(draft);
  const permission = useLogPermission(draft);

  const start = (type: InteractionType) => {
    change(withType(draft, type));
    setUsed(true);
    requestAnimationFrame(() => {
      text.current?.focus();
      text.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    });
  };
  useImperativeHandle(props.ref, () => ({ start }));

  const close = () => {
    setUsed(props.alwaysOpen ?? false);
    setComplaint(null);
  };
  const save = () => {
    if (log.isPending) return;
    if (!hasWho(draft)) return setComplaint(t('composer.needWho'));
    if (!hasText(draft)) return setComplaint(t('composer.needText'));
    if (permission.refused && !draft.unpermittedReason?.trim())
      return setComplaint(t('permissions:log.needReason'));
    setComplaint(null);
    log.mutate(draft, {
      onSuccess: (saved) => {
        forget(initial);
        close();
        text.current?.blur();
        toast(t(`composer.saved.${saved.type}`));
        props.onSaved?.();
      },
      onError: (error) =>
        setComplaint(problemText(error, tc, { not_permitted: t('permissions:log.needReason') })),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && !event.defaultPrevented && !props.alwaysOpen) {
      event.stopPropagation();
      text.current?.blur();
      if (!hasText(draft)) close();
    }
  };
  return (
    <section aria-label={t('composer.label')} className={classes.composer} onKeyDown={onKeyDown}>
      <TypeTabs value={draft.type} onChange={start} />
      <div className={classes.box} data-open={open || undefined} onFocus={() => setUsed(true)}>
        <InteractionFields
          draft={draft}
          onChange={change}
          textRef={text}
          compact={!open}
          showWho={props.showWho}
          disabled={log.isPending}
          autoFocus={props.autoFocus}
        />
        {open && <LogPurpose draft={draft} onChange={change} permission={permission} />}
        {complaint && (
          <p role="alert" className={classes.complaint}>
            {complaint}
          </p>
        )}
        {open && (
          <div className={classes.foot}>
            {wasRestored && hasText(draft) && <span className={classes.note}>{t('composer.draft')}</span>}
            {hasText(draft) && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => (forget(initial), close())}
              >
                {t('composer.discard')}
              </Button>
            )}
            <Button
              size="compact-sm"
              loading={log.isPending}
              onClick={save}
              rightSection={<KeyHint keys="mod+Enter" onAccent />}
            >
              {t(`composer.log.${draft.type}`)}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
