import { Button, Checkbox, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AsyncCombobox, type AsyncOption, FormMessage, toast, useForm } from '../../ui/index.js';
import { companySearch } from '../records/pickers/company-search.js';
import { emptyLetter, lacksOf, letterAliases, letterOf, type LetterValues } from './letter-form.js';
import { LetterFields } from './LetterFields.js';
import {
  needsGrounds,
  needsIdentity,
  type Outcome,
  outcomes,
  type RefusalGround,
  refusalGrounds,
  type SubjectRequest,
} from './model.js';
import { useRequestActs } from './queries.js';
import classes from './Requests.module.css';
import { useRequestProblems } from './use-problems.js';

interface Values extends LetterValues {
  outcome: Outcome | null;
  grounds: RefusalGround[];
  passedOnTo: AsyncOption | null;
}

interface Props {
  request: SubjectRequest;
  onClose: () => void;
}

/** What came of it, why, and the letter that says so; sending it closes the request. */
export function AnswerForm({ request, onClose }: Props) {
  const { t } = useTranslation('requests');
  const form = useAnswer({ request, onClose });
  const { outcome, grounds } = form.values;
  const isWhole = outcome !== null && (!needsGrounds(outcome) || grounds.length > 0);
  return (
    <form {...form.form} className={classes.answer}>
      <Outcomes form={form} isIdentified={request.identifiedAt !== null} />
      {needsGrounds(outcome) && (
        <Checkbox.Group
          label={t('answer.grounds')}
          description={t('answer.groundsHint')}
          value={grounds}
          error={form.errors.grounds}
          onChange={(chosen) =>
            form.set(
              'grounds',
              refusalGrounds.filter((ground) => chosen.includes(ground)),
            )
          }
        >
          <div className={classes.choices}>
            {refusalGrounds.map((value) => (
              <Checkbox key={value} value={value} label={t(`ground.${value}`)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {outcome === 'passed_on' && (
        <AsyncCombobox
          label={t('answer.passedOnTo')}
          description={t('answer.passedOnHint')}
          search={companySearch}
          {...form.field('passedOnTo')}
        />
      )}
      {isWhole && (
        <LetterFields
          requestId={request.id}
          draftOf={{ kind: 'answer', outcome, grounds: needsGrounds(outcome) ? grounds : [] }}
          values={form.values}
          errors={form.errors}
          set={form.set}
        />
      )}
      <FormMessage>{form.message}</FormMessage>
      <div className={classes.buttons}>
        <Button type="submit" loading={form.saving} disabled={!isWhole}>
          {t(form.values.way === 'email' ? 'answer.submit' : 'answer.record')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}

type Form = ReturnType<typeof useAnswer>;

function Outcomes({ form, isIdentified }: { form: Form; isIdentified: boolean }) {
  const { t } = useTranslation('requests');
  return (
    <Radio.Group
      label={t('answer.outcome')}
      {...form.field('outcome')}
      value={form.values.outcome ?? ''}
      onChange={(value) => form.set('outcome', outcomes.find((known) => known === value) ?? null)}
    >
      <div className={classes.choices}>
        {outcomes.map((value) => {
          const isBarred = !isIdentified && needsIdentity(value);
          return (
            <Radio
              key={value}
              value={value}
              disabled={isBarred}
              label={t(`decide.${value}`)}
              description={isBarred ? t('answer.barred') : undefined}
            />
          );
        })}
      </div>
    </Radio.Group>
  );
}

function useAnswer({ request, onClose }: Props) {
  const { t } = useTranslation(['requests', 'common']);
  const { decide } = useRequestActs(request);
  const problems = useRequestProblems();
  const required = t('common:fieldError.required');
  return useForm<Values, unknown>({
    initial: { ...emptyLetter(), outcome: null, grounds: [], passedOnTo: null },
    aliases: letterAliases,
    problems,
    check: (values) => ({
      ...lacksOf(values, required),
      ...(values.outcome ? {} : { outcome: required }),
      ...(values.outcome === 'passed_on' && !values.passedOnTo ? { passedOnTo: required } : {}),
    }),
    save: ({ outcome, grounds, passedOnTo, ...letter }) =>
      decide.mutateAsync({
        outcome: outcome ?? 'granted',
        ...(needsGrounds(outcome) ? { grounds } : {}),
        ...(outcome === 'passed_on' && passedOnTo ? { passedOnTo: passedOnTo.value } : {}),
        letter: letterOf(letter),
      }),
    onSaved: () => {
      onClose();
      toast(t('answer.done'));
    },
  });
}
