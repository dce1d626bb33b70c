import { Button, Drawer, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { contactQuery } from '../../api/queries.js';
import { languages } from '../../i18n/index.js';
import { type Addressee, closeDialog } from '../../shell/dialogs.js';
import { FormMessage, KeyHint, SkeletonText } from '../../ui/index.js';
import dialog from '../../ui/FormDialog.module.css';
import { usePurposes } from '../permissions/use-purposes.js';
import { useIsPhone } from '../records/RecordLayout.js';
import { Permission, usePermission } from './Permission.js';
import { Preview } from './Preview.js';
import { TemplatePicker } from './TemplatePicker.js';
import { useLetter } from './use-letter.js';
import classes from './Messages.module.css';

interface Props {
  contact: Addressee;
  /** What it is for, where that is known. */
  purpose: string | null;
}

/** An e-mail to one person, from here: whether it may be sent is on the page while it is written. */
export function ComposeMail({ contact, purpose }: Props) {
  const { t } = useTranslation('messages');
  const isPhone = useIsPhone();
  const person = useQuery(contactQuery(contact.id)).data;
  return (
    <Drawer
      opened
      onClose={closeDialog}
      title={t('title', { name: contact.name })}
      position="right"
      size={isPhone ? '100%' : '42rem'}
      classNames={{ title: dialog.title, header: dialog.header, body: dialog.body }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {person ? <Letter key={purpose} person={person} purpose={purpose} /> : <SkeletonText rows={8} />}
    </Drawer>
  );
}

type LetterForm = ReturnType<typeof useLetter>;

function Letter({ person, purpose }: { person: Contact; purpose: string | null }) {
  const { t } = useTranslation('messages');
  const form = useLetter(person, purpose);
  const permission = usePermission(person, form.values);
  const [isPreview, setPreview] = useState(false);
  const address = person.emails?.[0];
  if (person.emails && !address) return <p>{t('noAddress')}</p>;
  return (
    <form
      {...form.form}
      className={dialog.form}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <p className={classes.to}>
        {t('to')} <strong>{person.name}</strong> {address}
      </p>
      {isPreview ? (
        <Preview person={person} values={form.values} />
      ) : (
        <>
          <Head person={person} form={form} />
          <Permission person={person} form={form} permission={permission} />
          <Words form={form} />
          <Footer purpose={form.values.purpose} />
        </>
      )}
      <FormMessage>{form.message}</FormMessage>
      <div className={dialog.footer}>
        <div className={dialog.aside}>
          <Button variant="subtle" color="gray" onClick={() => setPreview(!isPreview)}>
            {t(isPreview ? 'edit' : 'preview')}
          </Button>
        </div>
        <Button variant="subtle" color="gray" onClick={closeDialog}>
          {t('common:action.cancel')}
        </Button>
        <Button
          type="submit"
          loading={form.saving}
          disabled={!permission.maySend}
          rightSection={<KeyHint keys="mod+Enter" onAccent />}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

/** What it is for, in which language, from which template. */
function Head({ person, form }: { person: Contact; form: LetterForm }) {
  const { t } = useTranslation('messages');
  const { items, optionsOf } = usePurposes();
  const { purpose, language } = form.values;
  const kind = items.find(({ key }) => key === purpose)?.class === 'marketing' ? 'marketing' : 'service';
  return (
    <>
      <div className={classes.pair}>
        <Select
          label={t('purpose')}
          description={t(`purposeHint.${kind}`)}
          allowDeselect={false}
          data={optionsOf('service', 'marketing')}
          value={purpose}
          error={form.errors.purpose}
          onChange={(value) => {
            if (!value) return;
            form.set('purpose', value);
            form.set('templateId', '');
          }}
        />
        <Select
          label={t('language')}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          value={language}
          onChange={(value) => value && form.set('language', value)}
        />
      </div>
      <TemplatePicker person={person} form={form} />
    </>
  );
}

function Words({ form }: { form: LetterForm }) {
  const { t } = useTranslation('messages');
  return (
    <>
      <TextInput
        label={t('subject')}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        {...form.input('subject')}
      />
      <Textarea label={t('body')} autosize minRows={9} maxRows={24} {...form.input('body')} />
    </>
  );
}

/** What stands at the end of every such message, whoever wrote it. */
function Footer({ purpose }: { purpose: string }) {
  const { t } = useTranslation('messages');
  const { items } = usePurposes();
  const kind = items.find(({ key }) => key === purpose)?.class === 'marketing' ? 'marketing' : 'service';
  return (
    <p className={classes.footer}>
      <strong>{t('footer.title')}</strong>
      {t(`footer.${kind}`)}
    </p>
  );
}
