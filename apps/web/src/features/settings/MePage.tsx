import { SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { languageNames, languages } from '../../i18n/index.js';
import { setSingleKeys, useSingleKeys } from '../../keyboard/shortcuts.js';
import { useChangeMe, useMe } from '../../shell/use-me.js';
import { toast, useDocumentTitle } from '../../ui/index.js';
import { SaveOnLeave } from './SaveOnLeave.js';
import { Section } from './Section.js';
import classes from './Settings.module.css';

const themes: Theme[] = ['auto', 'light', 'dark'];

/** The signed-in user's own settings; each saves as it is changed. */
export function MePage() {
  const { t } = useTranslation(['settings', 'shell', 'common']);
  useDocumentTitle(`${t('tabs.me')} · ${t('title')}`);
  const me = useMe();
  const changeMe = useChangeMe();
  const singleKeys = useSingleKeys();
  const { t: tCommon } = useTranslation();
  const change = (changes: Parameters<typeof changeMe>[0]) =>
    void changeMe(changes).catch((error: unknown) => toast(problemText(error, tCommon), { tone: 'error' }));
  return (
    <>
      <Section title={t('me.profile')} hint={t('me.profileHint')}>
        <SaveOnLeave
          label={t('me.name')}
          autoComplete="name"
          value={me.name}
          onSave={(name) => changeMe({ name })}
        />
        <TextInput
          label={t('me.email')}
          description={t('me.emailHint')}
          value={me.email}
          variant="filled"
          readOnly
        />
      </Section>
      <Section title={t('me.look')} hint={t('me.lookHint')}>
        <Select
          label={t('me.language')}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={me.language}
          allowDeselect={false}
          onChange={(language) => language && change({ language: language })}
        />
        <div>
          <p className={classes.label} id="theme-label">
            {t('me.theme')}
          </p>
          <SegmentedControl
            aria-labelledby="theme-label"
            size="sm"
            fullWidth
            value={me.theme}
            data={themes.map((value) => ({ value, label: t(`shell:theme.${value}`) }))}
            onChange={(theme) => change({ theme: theme })}
          />
        </div>
      </Section>
      <Section title={t('me.keys')} hint={t('me.keysHint')}>
        <Switch
          label={t('me.singleKeys')}
          description={t('me.singleKeysHint')}
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </Section>
    </>
  );
}
