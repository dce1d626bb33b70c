import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language, MailContent } from '../../../api/model.js';
import { languages } from '../../../i18n/index.js';
import { BlockEditor } from './BlockEditor.js';
import { type Contents, newContent, problemsOf } from './draft.js';
import classes from './Template.module.css';

interface Props {
  contents: Contents;
  language: Language;
  onLanguage: (language: Language) => void;
  onChange: (contents: Contents) => void;
  problems: readonly { field: string; code: string }[];
}

/** What the letter says, language by language. */
export function ContentEditor({ contents, language, onLanguage, onChange, problems }: Props) {
  const { t } = useTranslation(['mail', 'common']);
  const written = languages.filter((one) => contents[one]);
  const missing = languages.filter((one) => !contents[one]);
  const content = contents[language];
  const change = (changed: Partial<MailContent>) =>
    content && onChange({ ...contents, [language]: { ...content, ...changed } });
  return (
    <>
      <div className={classes.languages}>
        <SegmentedControl
          size="xs"
          aria-label={t('content.languages')}
          value={language}
          onChange={(value) => onLanguage(value)}
          data={written.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        />
        {missing.map((one) => (
          <Button
            key={one}
            variant="subtle"
            size="compact-xs"
            onClick={() => {
              onChange({ ...contents, [one]: newContent() });
              onLanguage(one);
            }}
          >
            + {t(`common:language.${one}`)}
          </Button>
        ))}
      </div>
      {content && (
        <OneLanguage
          key={language}
          content={content}
          change={change}
          problems={problemsOf(problems, language)}
        />
      )}
      {written.length > 1 && (
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() => {
              onChange({ ...contents, [language]: undefined });
              onLanguage(written.find((one) => one !== language) ?? language);
            }}
          >
            {t('templates.removeLanguage')}
          </Button>
        </div>
      )}
    </>
  );
}

interface OneProps {
  content: MailContent;
  change: (changed: Partial<MailContent>) => void;
  problems: Map<string, string>;
}

function OneLanguage({ content, change, problems }: OneProps) {
  const { t, i18n } = useTranslation('mail');
  const problemAt = (place: string): string | undefined => {
    const code = problems.get(place);
    if (code === undefined) return undefined;
    const key = `mail:templates.blockProblem.${code}`;
    return i18n.exists(key) ? t(key as 'templates.blockProblem.other') : t('templates.blockProblem.other');
  };
  return (
    <>
      <TextInput
        label={t('templates.subject')}
        value={content.subject}
        maxLength={200}
        error={problemAt('subject')}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <TextInput
        label={t('templates.preheader')}
        description={t('templates.preheaderHint')}
        value={content.preheader ?? ''}
        maxLength={200}
        error={problemAt('preheader')}
        onChange={(event) => change({ preheader: event.currentTarget.value || null })}
      />
      {content.mjml === null ? (
        <BlockEditor
          blocks={content.blocks ?? []}
          onChange={(blocks) => change({ blocks })}
          problemAt={(place) => problemAt(`blocks.${place}`)}
        />
      ) : (
        <Textarea
          label={t('templates.mjmlHint')}
          autosize
          minRows={12}
          className={classes.code}
          value={content.mjml}
          error={problemAt('mjml')}
          onChange={(event) => change({ mjml: event.currentTarget.value })}
        />
      )}
      <div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={() =>
            change(
              content.mjml === null
                ? { mjml: '', blocks: null }
                : { mjml: null, blocks: newContent().blocks },
            )
          }
        >
          {t(content.mjml === null ? 'templates.toMjml' : 'templates.toBlocks')}
        </Button>
      </div>
    </>
  );
}
