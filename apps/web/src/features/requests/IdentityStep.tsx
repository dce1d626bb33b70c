import { Button, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text.js';
import { formatDate, formatTime } from '../../i18n/format.js';
import { FormMessage, SkeletonText, toast, useForm } from '../../ui/index.js';
import { useFormatPhone } from '../records/use-format-phone.js';
import type { Challenge, SubjectRequest } from './model.js';
import { requesterQuery, useChallenge } from './queries.js';
import classes from './Requests.module.css';
import { Step } from './Step.js';
import { useRequestProblems } from './use-problems.js';

/** Whoever asks shows that it is them, by a code that reaches them where we know them already (GDPR Art. 12(6)). */
export function IdentityStep({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const { identifiedAt, contact, status } = request;
  const state = identifiedAt ? 'done' : contact && status !== 'closed' ? 'now' : 'later';
  return (
    <Step number={3} title={t('step.identity')} state={state} law={t('law.identity')}>
      {identifiedAt && <p>{t('identity.shown', { date: formatDate(identifiedAt) })}</p>}
      {state === 'later' && status !== 'closed' && <p className={classes.quiet}>{t('identity.waits')}</p>}
      {state === 'later' && status === 'closed' && <p className={classes.quiet}>{t('identity.notShown')}</p>}
      {state === 'now' && <Identify key={request.contactId} request={request} />}
    </Step>
  );
}

interface Point {
  way: 'email' | 'phone';
  address: string;
}

function Identify({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const person = useQuery(requesterQuery(request));
  const problems = useRequestProblems();
  const { give } = useChallenge(request.id);
  const [given, setGiven] = useState<{ challenge: Challenge; point: Point } | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const formatPhone = useFormatPhone();
  if (person.isError) return <p className={classes.quiet}>{t('identity.unread')}</p>;
  if (!person.data) return <SkeletonText />;
  const points = pointsOf(person.data);
  if (points.length === 0) return <p className={classes.quiet}>{t('identity.noPoints')}</p>;
  const point = points.find(({ address }) => address === chosen) ?? points[0];
  const send = () =>
    point &&
    give.mutate(point, {
      onSuccess: (challenge) => setGiven({ challenge, point }),
      onError: (error) => toast(problemText(error, t, problems), { tone: 'error' }),
    });
  if (given)
    return (
      <Confirm
        key={given.challenge.id}
        request={request}
        challenge={given.challenge}
        point={given.point}
        onAgain={() => setGiven(null)}
      />
    );
  return (
    <div className={classes.identify}>
      <Radio.Group label={t('identity.where')} value={point?.address ?? ''} onChange={setChosen}>
        <div className={classes.choices}>
          {points.map(({ way, address }) => (
            <Radio
              key={address}
              value={address}
              label={way === 'phone' ? formatPhone(address) : address}
              description={t(`identity.by.${way}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.buttons}>
        <Button loading={give.isPending} onClick={send}>
          {t(point?.way === 'phone' ? 'identity.makeCode' : 'identity.sendCode')}
        </Button>
      </div>
    </div>
  );
}

const pointsOf = (person: { emails?: string[] | null; phones?: string[] | null }): Point[] => [
  ...(person.emails ?? []).map((address) => ({ way: 'email' as const, address })),
  ...(person.phones ?? []).map((address) => ({ way: 'phone' as const, address })),
];

interface ConfirmProps {
  request: SubjectRequest;
  challenge: Challenge;
  point: Point;
  /** Another code, or another way. */
  onAgain: () => void;
}

/** The code on its way back: mailed, or read out at the number that we know. */
function Confirm({ request, challenge, point, onAgain }: ConfirmProps) {
  const { t } = useTranslation(['requests', 'common']);
  const { confirm } = useChallenge(request.id);
  const problems = useRequestProblems();
  const formatPhone = useFormatPhone();
  const form = useForm<{ code: string }, unknown>({
    initial: { code: '' },
    problems,
    check: ({ code }) => (code.trim() ? {} : { code: t('common:fieldError.required') }),
    save: ({ code }) => confirm.mutateAsync({ verificationId: challenge.id, code: code.trim() }),
    onSaved: () => toast(t('identity.done')),
  });
  const until = formatTime(challenge.expiresAt);
  return (
    <form {...form.form} className={classes.identify}>
      {challenge.code ? (
        <div className={classes.script}>
          <p className={classes.code}>{challenge.code.replace(/^(\d{3})/, '$1 ')}</p>
          <ol>
            <li>{t('identity.call.ring', { number: formatPhone(point.address) })}</li>
            <li>{t('identity.call.ask', { name: request.contact?.name ?? '' })}</li>
            <li>{t('identity.call.say', { reference: request.reference })}</li>
            <li>{t('identity.call.repeat')}</li>
          </ol>
          <p className={classes.quiet}>{t('identity.call.nothingMore')}</p>
        </div>
      ) : (
        <p>{t('identity.mailed', { address: point.address })}</p>
      )}
      <TextInput
        className={classes.codeInput}
        label={t('identity.code')}
        description={t('identity.codeHint', { until })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        {...form.input('code')}
      />
      <FormMessage>{form.message}</FormMessage>
      <div className={classes.buttons}>
        <Button type="submit" loading={form.saving}>
          {t('identity.confirm')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onAgain}>
          {t('identity.again')}
        </Button>
      </div>
    </form>
  );
}
