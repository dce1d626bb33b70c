import { Button, Select, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Template, TemplateInput } from '../../../api/model.js';
import { ApiProblem } from '../../../api/problem.js';
import { problemText } from '../../../api/problem-text.js';
import { currentLanguage } from '../../../i18n/index.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { ActButton, SkeletonRecord, toast, useDocumentTitle } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import admin from '../../settings/Admin.module.css';
import { ContentEditor } from './ContentEditor.js';
import { type Contents, newContent } from './draft.js';
import { LetterPreview } from './LetterPreview.js';
import { templateQuery, useDeleteTemplate, useSaveTemplate } from './queries.js';
import classes from './Template.module.css';

const route = getRouteApi('/app/mail/templates/$id');

/** A template: written at the left, seen at the right. `new` is one that is not saved yet. */
export function TemplatePage() {
  const { t } = useTranslation('mail');
  const { id } = route.useParams();
  const isNew = id === 'new';
  const template = useQuery({ ...templateQuery(id), enabled: !isNew });
  useDocumentTitle(template.data?.name ?? t('templates.new'));
  if (template.isError && !template.data)
    return <RouteError error={template.error} reset={() => void template.refetch()} />;
  return (
    <div className={classes.page}>
      <Link to="/mail/templates" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('templates.back')}
      </Link>
      {isNew ? (
        <Editor key="new" template={null} />
      ) : template.data ? (
        <Editor key={template.data.id} template={template.data} />
      ) : (
        <SkeletonRecord />
      )}
    </div>
  );
}

const contentsOf = (template: Template | null): Contents =>
  template ? template.contents : { [currentLanguage()]: newContent() };

function Editor({ template }: { template: Template | null }) {
  const { t } = useTranslation('mail');
  const may = useMay();
  const [name, setName] = useState(template?.name ?? '');
  const [purpose, setPurpose] = useState(template?.purpose ?? 'direct_marketing');
  const [contents, setContents] = useState<Contents>(contentsOf(template));
  const [language, setLanguage] = useState<Language>(
    (Object.keys(contents) as Language[])[0] ?? currentLanguage(),
  );
  const { optionsOf } = usePurposes();
  const input: TemplateInput = { name: name.trim(), purpose, contents };
  const { save, saved, problem } = useEditorSave(template, input);
  const isChanged = JSON.stringify(input) !== saved;
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => isChanged });
  return (
    <div className={classes.columns}>
      <form
        className={classes.editor}
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        <TextInput
          label={t('templates.name')}
          value={name}
          maxLength={150}
          data-autofocus={template === null || undefined}
          error={problem('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('form.purpose')}
          description={t('templates.purposeHint')}
          allowDeselect={false}
          data={optionsOf('marketing', 'service')}
          value={purpose}
          error={problem('purpose')}
          onChange={(value) => value && setPurpose(value)}
        />
        <ContentEditor
          contents={contents}
          language={language}
          onLanguage={setLanguage}
          onChange={setContents}
          problems={save.fields}
        />
        {may('mailings.manage') && (
          <div className={classes.bar}>
            <Button type="submit" loading={save.isPending} disabled={!isChanged}>
              {t('templates.save')}
            </Button>
            {isChanged && template && <span className={classes.unsaved}>{t('templates.unsaved')}</span>}
            {template && <DeleteTemplate id={template.id} />}
          </div>
        )}
      </form>
      <LetterPreview input={input} language={language} />
    </div>
  );
}

function useEditorSave(template: Template | null, input: TemplateInput) {
  const { t } = useTranslation('mail');
  const { t: tCommon } = useTranslation();
  const navigate = useNavigate();
  const saving = useSaveTemplate(template);
  const [saved, setSaved] = useState(JSON.stringify(input));
  const [fields, setFields] = useState<ApiProblem['fields']>([]);
  const run = () =>
    saving.mutate(input, {
      onSuccess: ({ id }) => {
        setFields([]);
        setSaved(JSON.stringify(input));
        toast(t('templates.saved'));
        if (template === null) void navigate({ to: '/mail/templates/$id', params: { id }, replace: true });
      },
      onError: (error) => {
        setFields(error instanceof ApiProblem ? error.fields : []);
        toast(problemText(error, tCommon), { tone: 'error' });
      },
    });
  const problem = (place: string) =>
    fields.some(({ field }) => field === place) ? tCommon('fieldError.required') : undefined;
  return { save: { run, isPending: saving.isPending, fields }, saved, problem };
}

function DeleteTemplate({ id }: { id: string }) {
  const { t } = useTranslation('mail');
  const navigate = useNavigate();
  return (
    <ActButton
      act={useDeleteTemplate(id)}
      done={t('templates.deleted')}
      onDone={() => void navigate({ to: '/mail/templates' })}
    >
      {t('templates.delete')}
    </ActButton>
  );
}
