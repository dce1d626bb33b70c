import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/model.js';
import { languageNames, languages } from '../../../i18n/index.js';
import { toast } from '../../../ui/index.js';
import { SaveOnLeave } from '../SaveOnLeave.js';
import { Section } from '../Section.js';
import { ChangeDuty } from './ChangeDuty.js';
import { useChangeUser } from './use-change-user.js';
import { useProblemToast } from './use-act-problem.js';
import settings from '../Settings.module.css';

/** Who the user is and what they do here. */
export function UserFacts({ user }: { user: User }) {
  const { t } = useTranslation(['users', 'settings']);
  const change = useChangeUser(user);
  const onError = useProblemToast();
  const [isChangingDuty, setChangingDuty] = useState(false);
  return (
    <Section title={t('facts.title')} hint={t('facts.hint')}>
      <SaveOnLeave label={t('name')} value={user.name} onSave={(name) => change({ name })} />
      {user.email && (
        <TextInput
          label={t('email')}
          description={t('facts.emailHint')}
          value={user.email}
          variant="filled"
          readOnly
        />
      )}
      <Select
        label={t('language')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={user.language}
        allowDeselect={false}
        onChange={(language) =>
          language &&
          void change({ language })
            .then(() => toast(t('settings:saved')))
            .catch(onError)
        }
      />
      <TextInput
        label={t('duty')}
        value={user.duty ?? t('facts.noDuty')}
        description={t('facts.dutyHint')}
        variant="filled"
        readOnly
      />
      {user.active && (
        <Button variant="default" className={settings.submit} onClick={() => setChangingDuty(true)}>
          {t('dutyChange.open')}
        </Button>
      )}
      {isChangingDuty && <ChangeDuty user={user} onClose={() => setChangingDuty(false)} />}
    </Section>
  );
}

/** What every colleague may know. */
export function KnownFacts({ user }: { user: User }) {
  const { t } = useTranslation('users');
  return (
    <Section title={t('facts.title')}>
      <TextInput label={t('duty')} value={user.duty ?? t('facts.noDuty')} variant="filled" readOnly />
      <TextInput label={t('language')} value={languageNames[user.language]} variant="filled" readOnly />
    </Section>
  );
}
