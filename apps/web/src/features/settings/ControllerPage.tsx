import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../api/client.js';
import type { Controller } from '../../api/model.js';
import { useOptimistic } from '../../api/optimistic.js';
import { problemText } from '../../api/problem-text.js';
import { controllerQuery, meQuery } from '../../api/queries.js';
import { languageNames, languages } from '../../i18n/index.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMay } from '../../shell/use-may.js';
import { SkeletonText, toast, useDocumentTitle } from '../../ui/index.js';
import { SaveOnLeave } from './SaveOnLeave.js';
import { Section } from './Section.js';
import classes from './Settings.module.css';

type ControllerChange = Partial<Omit<Controller, 'id'>>;

const timeZones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'));

/** The company whose register this is: the controller. */
export function ControllerPage() {
  const { t } = useTranslation('settings');
  useDocumentTitle(`${t('tabs.company')} · ${t('title')}`);
  const controller = useQuery(controllerQuery);
  const mayUpdate = useMay()('controller.update');
  if (controller.isError && !controller.data) {
    return <RouteError error={controller.error} reset={() => void controller.refetch()} />;
  }
  return (
    <Section title={t('company.facts')} hint={t('company.factsHint')}>
      {!controller.data ? (
        <SkeletonText rows={4} />
      ) : mayUpdate ? (
        <EditableFacts controller={controller.data} />
      ) : (
        <ReadOnlyFacts controller={controller.data} />
      )}
    </Section>
  );
}

function EditableFacts({ controller }: { controller: Controller }) {
  const { t } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const { change } = useOptimistic<Controller, ControllerChange>({
    queryKey: controllerQuery.queryKey,
    apply: (before, changes) => ({ ...before, ...changes }),
    save: (changes) => ok(api.PATCH('/controller', { body: changes })),
    undo: (before) => before,
    invalidate: [meQuery.queryKey],
  });
  const choose = (changes: ControllerChange) =>
    void change(changes)
      .then(() => toast(t('saved')))
      .catch((error: unknown) => toast(problemText(error, tCommon), { tone: 'error' }));
  return (
    <>
      <SaveOnLeave label={t('company.name')} value={controller.name} onSave={(name) => change({ name })} />
      <SaveOnLeave
        label={t('company.businessId')}
        value={controller.businessId ?? ''}
        onSave={(businessId) => change({ businessId })}
      />
      <SaveOnLeave
        label={t('company.postalAddress')}
        description={t('company.postalAddressHint')}
        isOptional
        value={controller.postalAddress ?? ''}
        onSave={(postalAddress) => change({ postalAddress: postalAddress || null })}
      />
      <Select
        label={t('company.language')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={controller.language}
        allowDeselect={false}
        onChange={(language) => language && choose({ language: language })}
      />
      <Select
        label={t('company.timeZone')}
        data={timeZones}
        value={controller.timeZone}
        searchable
        allowDeselect={false}
        onChange={(timeZone) => timeZone && choose({ timeZone })}
      />
    </>
  );
}

function ReadOnlyFacts({ controller }: { controller: Controller }) {
  const { t } = useTranslation('settings');
  return (
    <>
      <p className={classes.note}>{t('company.readOnly')}</p>
      <TextInput label={t('company.name')} value={controller.name} variant="filled" readOnly />
      <TextInput
        label={t('company.businessId')}
        value={controller.businessId ?? ''}
        variant="filled"
        readOnly
      />
      <TextInput
        label={t('company.postalAddress')}
        value={controller.postalAddress ?? ''}
        variant="filled"
        readOnly
      />
      <TextInput
        label={t('company.language')}
        value={languageNames[controller.language]}
        variant="filled"
        readOnly
      />
      <TextInput label={t('company.timeZone')} value={controller.timeZone} variant="filled" readOnly />
    </>
  );
}
