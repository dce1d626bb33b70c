import { Radio, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact, Decision } from '../../api/model.js';
import { asksForRole } from '../permissions/looks.js';
import { decisionQuery } from '../permissions/queries.js';
import { StateWord } from '../permissions/StateWord.js';
import { roleLinkOf } from './letter.js';
import type { LetterValues, useLetter } from './use-letter.js';
import classes from './Messages.module.css';

export interface LetterPermission {
  decision: Decision | undefined;
  /** Whether the sender has to say what it has to do with the person's work. */
  asksRole: boolean;
  maySend: boolean;
}

/** May this letter be sent? Asked again whenever its purpose or what it has to do with the person's work changes. */
export function usePermission(person: Contact, values: LetterValues): LetterPermission {
  const { purpose, roleKind, roleReason } = values;
  const role = roleLinkOf({ kind: roleKind, reason: roleReason }, person.areaOfResponsibility);
  const plain = useQuery(decisionQuery(person.id, 'email', purpose)).data;
  const asksRole = plain !== undefined && asksForRole(plain);
  const isSaid = Object.keys(role).length > 0;
  const said = useQuery({
    ...decisionQuery(person.id, 'email', purpose, true),
    enabled: asksRole && isSaid,
    placeholderData: keepPreviousData,
  }).data;
  const decision = asksRole && isSaid ? (said ?? plain) : plain;
  return { decision, asksRole, maySend: decision?.allowed === true && (!asksRole || isSaid) };
}

interface Props {
  person: Contact;
  form: ReturnType<typeof useLetter>;
  permission: LetterPermission;
}

/** The decision in words; and where it turns on the person's work, the question about it. */
export function Permission({ person, form, permission: { decision, asksRole, maySend } }: Props) {
  const { t } = useTranslation('messages');
  if (!decision) return <p className={classes.decision}>{t('checking')}</p>;
  const state = maySend ? 'yes' : asksRole ? 'ask' : 'no';
  const isUnsaid = decision.allowed && !maySend;
  return (
    <>
      {asksRole && <RoleQuestion person={person} form={form} />}
      <div className={classes.decision} data-state={state} role="status">
        {isUnsaid ? (
          <p>{t('role.needed')}</p>
        ) : (
          <>
            <StateWord decision={decision} />
            <p>{decision.sentence}</p>
          </>
        )}
        {decision.allowed && decision.obligations.includes('notice') && <p>{t('notice')}</p>}
      </div>
    </>
  );
}

function RoleQuestion({ person, form }: Pick<Props, 'person' | 'form'>) {
  const { t } = useTranslation('messages');
  const area = person.areaOfResponsibility;
  const { roleKind } = form.values;
  return (
    <fieldset className={classes.role}>
      <legend>{t('role.title')}</legend>
      {area && (
        <Radio.Group
          aria-label={t('role.title')}
          value={roleKind}
          onChange={(value) => form.set('roleKind', value)}
        >
          <div className={classes.choices}>
            <Radio value="area" label={t('role.area', { area })} />
            <Radio value="other" label={t('role.other')} />
          </div>
        </Radio.Group>
      )}
      {(!area || roleKind === 'other') && (
        <Textarea
          label={t('role.reason')}
          placeholder={t('role.reasonHint')}
          autosize
          minRows={2}
          maxLength={300}
          {...form.input('roleReason')}
        />
      )}
    </fieldset>
  );
}
