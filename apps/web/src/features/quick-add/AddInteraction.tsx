import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import { closeDialog } from '../../shell/dialogs.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import {
  emptyDraft,
  hasText,
  hasWho,
  type InteractionDraft,
  toNewInteraction,
  withType,
} from '../interactions/draft.js';
import { InteractionFields } from '../interactions/InteractionFields.js';
import { TypeTabs } from '../interactions/TypeTabs.js';
import { LogPurpose } from '../permissions/LogPurpose.js';
import { useLogPermission } from '../permissions/use-log-permission.js';
import { renewLists } from './added.js';
import type { AddFormProps } from './QuickAdd.js';
import classes from './QuickAdd.module.css';

/** What happened, with whom: the composer of the timelines, from anywhere. */
export function AddInteraction({ preset, choice }: AddFormProps) {
  const { t } = useTranslation(['quickAdd', 'interactions', 'permissions']);
  const client = useQueryClient();
  const who = {
    contacts: preset.contact ? [preset.contact] : [],
    company: preset.company ?? null,
  };
  const form = useForm<{ draft: InteractionDraft; body: string; contactIds: string }>({
    initial: {
      draft: {
        ...withType(emptyDraft(who), preset.contact ? 'call' : 'note'),
        purpose: 'direct_marketing',
      },
      body: '',
      contactIds: '',
    },
    ...(preset.contact || preset.company ? {} : { draftKey: 'add.interaction' }),
    check: ({ draft }) => ({
      ...(hasText(draft) ? {} : { body: t('interaction.needText') }),
      ...(hasWho(draft) ? {} : { contactIds: t('interaction.needWho') }),
    }),
    problems: { not_permitted: t('permissions:log.needReason') },
    save: ({ draft }) => ok(api.POST('/interactions', { body: toNewInteraction(draft, new Date()) })),
    onSaved: () => {
      renewLists(client);
      closeDialog();
      toast(t(`interactions:composer.saved.${form.values.draft.type}`));
    },
  });
  const { draft } = form.values;
  const permission = useLogPermission(draft);
  const change = (next: InteractionDraft) => form.set('draft', next);
  return (
    <FormDialog
      opened
      onClose={closeDialog}
      title={t('title')}
      submitLabel={t(`interactions:composer.log.${draft.type}`)}
      {...form}
      message={form.message ?? form.errors.body ?? form.errors.contactIds ?? null}
    >
      {choice}
      <div className={classes.composer}>
        <TypeTabs value={draft.type} onChange={(type) => change(withType(draft, type))} />
        <InteractionFields draft={draft} onChange={change} showWho autoFocus />
        <LogPurpose draft={draft} onChange={change} permission={permission} />
      </div>
    </FormDialog>
  );
}
