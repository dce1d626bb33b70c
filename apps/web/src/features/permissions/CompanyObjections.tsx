import { Button, TextInput } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Company, Objection } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { useMay } from '../../shell/use-may.js';
import { FormDialog, SkeletonText, toast, useForm } from '../../ui/index.js';
import { Facts } from '../records/facts/Fact.js';
import { objectionsQuery, useEndCompanyObjection } from './queries.js';
import { RecordObjection } from './RecordObjection.js';
import { useCover } from './use-cover.js';
import classes from './CompanyObjections.module.css';

/** What a company as a whole has forbidden: it counts for everybody who works there. */
export function CompanyObjections({ company }: { company: Company }) {
  const may = useMay();
  return may('contacts.read_privacy') ? <Known company={company} /> : null;
}

function Known({ company }: { company: Company }) {
  const { t } = useTranslation('permissions');
  const may = useMay();
  const objections = useQuery(objectionsQuery({ kind: 'companies', id: company.id }));
  const [isRecording, setRecording] = useState(false);
  const items = objections.data?.items;
  return (
    <Facts title={t('company.title')}>
      {objections.isPending && <SkeletonText />}
      {items?.length === 0 && <p className={classes.quiet}>{t('company.none')}</p>}
      {items && items.length > 0 && (
        <ul className={classes.list}>
          {items.map((objection) => (
            <OneObjection key={objection.id} objection={objection} company={company} />
          ))}
        </ul>
      )}
      {may('objections.create') && (
        <Button
          className={classes.record}
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconHandStop size={14} stroke={1.7} aria-hidden />}
          onClick={() => setRecording(true)}
        >
          {t('company.record')}
        </Button>
      )}
      {isRecording && (
        <RecordObjection
          who={{ kind: 'companies', id: company.id, name: company.name }}
          onClose={() => setRecording(false)}
        />
      )}
    </Facts>
  );
}

function OneObjection({ objection, company }: { objection: Objection; company: Company }) {
  const { t } = useTranslation('permissions');
  const cover = useCover();
  const mayEnd = useMay()('contacts.restrict');
  const [isEnding, setEnding] = useState(false);
  const withdrawnAt = objection.withdrawal?.withdrawnAt;
  return (
    <li className={classes.one} data-over={withdrawnAt ? true : undefined}>
      <IconHandStop size={15} stroke={1.8} aria-hidden />
      <div>
        <p className={classes.what}>{cover(objection)}</p>
        <p className={classes.quiet}>
          {formatDate(objection.objectedAt)}, {t(`way.${objection.receivedVia}`).toLocaleLowerCase()}
        </p>
        {objection.note && <p className={classes.quiet}>{objection.note}</p>}
        {withdrawnAt && (
          <p className={classes.quiet}>
            {[t('company.endedOn', { date: formatDate(withdrawnAt) }), objection.withdrawal?.toldBy]
              .filter(Boolean)
              .join(', ')}
          </p>
        )}
        {!withdrawnAt && mayEnd && (
          <Button
            className={classes.end}
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() => setEnding(true)}
          >
            {t('company.end')}
          </Button>
        )}
      </div>
      {isEnding && (
        <EndObjection companyId={company.id} objectionId={objection.id} onClose={() => setEnding(false)} />
      )}
    </li>
  );
}

interface EndProps {
  companyId: string;
  objectionId: string;
  onClose: () => void;
}

function EndObjection({ companyId, objectionId, onClose }: EndProps) {
  const { t } = useTranslation('permissions');
  const end = useEndCompanyObjection(companyId);
  const form = useForm<{ toldBy: string }, unknown>({
    initial: { toldBy: '' },
    check: ({ toldBy }) => (toldBy.trim() ? {} : { toldBy: t('common:fieldError.required') }),
    save: ({ toldBy }) => end({ objectionId, toldBy: toldBy.trim() }),
    onSaved: () => {
      onClose();
      toast(t('company.ended'));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('company.endTitle')}
      submitLabel={t('company.endSubmit')}
      {...form}
    >
      <p>{t('company.endLead')}</p>
      <TextInput label={t('company.toldBy')} data-autofocus autoComplete="off" {...form.input('toldBy')} />
    </FormDialog>
  );
}
