import { Button } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { toast } from '../../ui/index.js';
import { draftOf, hasText, hasWho, withType } from './draft.js';
import { InteractionFields } from './InteractionFields.js';
import { useEditInteraction } from './queries.js';
import { TypeTabs } from './TypeTabs.js';
import { useDraft } from './use-draft.js';
import classes from './Composer.module.css';

/** The composer over a saved interaction. What it said before stays readable in its history. */
export function EntryEditor({ item, onDone }: { item: Interaction; onDone: () => void }) {
  const { t } = useTranslation('interactions');
  const { t: tc } = useTranslation();
  const { draft, change, forget } = useDraft(`interaction.${item.id}`, draftOf(item));
  const [complaint, setComplaint] = useState<string | null>(null);
  const edit = useEditInteraction(item);
  const leave = () => {
    forget(draftOf(item));
    onDone();
  };
  const save = () => {
    if (edit.isPending) return;
    if (!hasWho(draft)) return setComplaint(t('composer.needWho'));
    if (!hasText(draft)) return setComplaint(t('composer.needText'));
    edit.mutate(draft, {
      onSuccess: () => {
        leave();
        toast(t('item.saved'));
      },
      onError: (error) => setComplaint(problemText(error, tc)),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save();
    if (event.key === 'Escape' && !event.defaultPrevented) leave();
  };
  return (
    <section aria-label={t('item.edit')} className={classes.composer} onKeyDown={onKeyDown}>
      <TypeTabs value={draft.type} onChange={(type) => change(withType(draft, type))} />
      <div className={classes.box} data-open>
        <InteractionFields draft={draft} onChange={change} showWho disabled={edit.isPending} autoFocus />
        {complaint && (
          <p role="alert" className={classes.complaint}>
            {complaint}
          </p>
        )}
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={leave}>
            {t('common:action.cancel')}
          </Button>
          <Button size="compact-sm" loading={edit.isPending} onClick={save}>
            {t('common:action.save')}
          </Button>
        </div>
      </div>
    </section>
  );
}
