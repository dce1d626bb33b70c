import { useTranslation } from 'react-i18next';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import { emptyLetter, lacksOf, letterAliases, letterOf, type LetterValues } from './letter-form.js';
import { LetterFields } from './LetterFields.js';
import type { SubjectRequest } from './model.js';
import { useRequestActs } from './queries.js';
import classes from './Requests.module.css';
import { useRequestProblems } from './use-problems.js';

interface Props {
  request: SubjectRequest;
  kind: 'receipt' | 'note';
  onClose: () => void;
}

/** A letter that changes nothing: that the request arrived, or something between. */
export function TellDialog({ request, kind, onClose }: Props) {
  const { t } = useTranslation(['requests', 'common']);
  const { tell } = useRequestActs(request);
  const problems = useRequestProblems();
  const form = useForm<LetterValues, unknown>({
    initial: emptyLetter(),
    aliases: letterAliases,
    problems,
    check: (values) => lacksOf(values, t('common:fieldError.required')),
    save: (values) => tell.mutateAsync({ kind, letter: letterOf(values) }),
    onSaved: () => {
      onClose();
      toast(t('tell.done'));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      as="drawer"
      title={t(`tell.title.${kind}`)}
      submitLabel={t(form.values.way === 'email' ? 'letter.send' : 'letter.record')}
      {...form}
    >
      <p className={classes.soft}>{t(`tell.lead.${kind}`)}</p>
      <LetterFields
        requestId={request.id}
        draftOf={{ kind }}
        values={form.values}
        errors={form.errors}
        set={form.set}
      />
    </FormDialog>
  );
}
