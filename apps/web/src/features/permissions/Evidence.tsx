import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent, Contact, Decision, Objection, Ref, SaleReference } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { SkeletonText } from '../../ui/index.js';
import { AskAgain } from './AskAgain.js';
import { consentsQuery, objectionsQuery, salesQuery } from './queries.js';
import { useCover } from './use-cover.js';
import { WithdrawConsent } from './WithdrawConsent.js';
import classes from './Permissions.module.css';

/** The entry that a decision rests on: who, when, how, in which words. */
export function Evidence({ person, decision }: { person: Contact; decision: Decision }) {
  const { t } = useTranslation('permissions');
  const { evidence, code } = decision;
  if (code === 'purpose_off' || code === 'basis_missing') {
    return (
      <p>
        {t('evidence.purpose')} <Link to="/privacy/purposes">{t('evidence.openPurposes')}</Link>
      </p>
    );
  }
  if (code === 'undeliverable') return <p>{t('evidence.report')}</p>;
  if (!evidence) return <p className={classes.quiet}>{t('evidence.none')}</p>;
  switch (evidence.type) {
    case 'objection':
      return <ObjectionEvidence person={person} id={evidence.id} />;
    case 'consent':
    case 'consent_withdrawal':
      return <ConsentEvidence person={person} id={evidence.id} />;
    case 'sale_reference':
      return <SaleEvidence person={person} id={evidence.id} />;
    case 'notice_duty':
      return (
        <p>
          {t('evidence.notice_duty')} <Link to="/privacy/notices">{t('evidence.openNotices')}</Link>
        </p>
      );
    case 'company':
      return (
        <p>
          {t(code === 'legal_person' ? 'evidence.sharedAddress' : 'evidence.company')}{' '}
          {person.company && (
            <Link to="/companies/$id" params={{ id: person.company.id }}>
              {person.company.name}
            </Link>
          )}
        </p>
      );
    default:
      return <p>{t(`evidence.${evidence.type}`)}</p>;
  }
}

interface OneProps {
  person: Contact;
  id: string;
}

function ObjectionEvidence({ person, id }: OneProps) {
  const { t } = useTranslation('permissions');
  const own = useQuery(objectionsQuery({ kind: 'contacts', id: person.id }));
  const mine = own.data?.items.find((one) => one.id === id);
  const companyId = person.companyId ?? '';
  const company = useQuery({
    ...objectionsQuery({ kind: 'companies', id: companyId }),
    enabled: own.isSuccess && !mine && companyId !== '',
  });
  if (own.isPending || company.isFetching) return <SkeletonText />;
  const found = mine ?? company.data?.items.find((one) => one.id === id);
  return found ? <ObjectionFacts objection={found} /> : <p className={classes.quiet}>{t('evidence.gone')}</p>;
}

function ConsentEvidence({ person, id }: OneProps) {
  const { t } = useTranslation('permissions');
  const consents = useQuery(consentsQuery(person.id));
  if (consents.isPending) return <SkeletonText />;
  const found = consents.data?.items.find((one) => one.id === id);
  return found ? (
    <ConsentFacts consent={found} personId={person.id} />
  ) : (
    <p className={classes.quiet}>{t('evidence.gone')}</p>
  );
}

function SaleEvidence({ person, id }: OneProps) {
  const { t } = useTranslation('permissions');
  const sales = useQuery(salesQuery(person.id));
  if (sales.isPending) return <SkeletonText />;
  const found = sales.data?.items.find((one) => one.id === id);
  return found ? <SaleFacts sale={found} /> : <p className={classes.quiet}>{t('evidence.gone')}</p>;
}

function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who put it on record: one of us, or the person with a link of theirs. */
function useRecorded(): (entry: { recordedBy: Ref | null; recordedAt: string }) => string {
  const { t } = useTranslation('permissions');
  return ({ recordedBy, recordedAt }) => {
    const date = formatDate(recordedAt);
    return recordedBy
      ? t('evidence.recordedBy', { name: recordedBy.name, date })
      : t('evidence.byPerson', { date });
  };
}

function ObjectionFacts({ objection }: { objection: Objection }) {
  const { t } = useTranslation('permissions');
  const cover = useCover();
  const recorded = useRecorded();
  const how = `${formatDate(objection.objectedAt)}, ${t(`way.${objection.receivedVia}`).toLocaleLowerCase()}`;
  return (
    <Facts
      facts={[
        [t('evidence.objected'), cover(objection)],
        [t('evidence.received'), how],
        [t('evidence.recorded'), recorded(objection)],
        ...(objection.note ? ([[t('evidence.note'), objection.note]] as [string, ReactNode][]) : []),
      ]}
    />
  );
}

function ConsentFacts({ consent, personId }: { consent: Consent; personId: string }) {
  const { t } = useTranslation('permissions');
  const recorded = useRecorded();
  const { wording } = consent;
  const facts: [string, ReactNode][] = [
    [
      t('evidence.obtained'),
      `${formatDate(consent.obtainedAt)}, ${t(`consentWay.${consent.obtainedVia}`).toLocaleLowerCase()}`,
    ],
    [t('evidence.recorded'), recorded(consent)],
  ];
  if (consent.needsConfirmation) {
    const at = consent.confirmedAt;
    facts.push([t('evidence.confirmed'), at ? formatDate(at) : t('evidence.unconfirmed')]);
  }
  if (consent.withdrawnAt) facts.push([t('evidence.withdrawn'), formatDate(consent.withdrawnAt)]);
  if (consent.note) facts.push([t('evidence.note'), consent.note]);
  const language = t(`common:language.${wording.language}`).toLocaleLowerCase();
  facts.push([t('evidence.wording'), t('evidence.version', { version: wording.version, language })]);
  return (
    <>
      <Facts facts={facts} />
      <blockquote className={classes.wording} lang={wording.language}>
        {wording.text}
      </blockquote>
      {consent.needsConfirmation && !consent.confirmedAt && !consent.withdrawnAt && (
        <AskAgain personId={personId} consentId={consent.id} />
      )}
      {!consent.withdrawnAt && <WithdrawConsent personId={personId} consentId={consent.id} />}
    </>
  );
}

function SaleFacts({ sale }: { sale: SaleReference }) {
  const { t } = useTranslation('permissions');
  const recorded = useRecorded();
  return (
    <Facts
      facts={[
        [t('evidence.sale'), sale.product],
        [t('evidence.soldOn'), formatDate(sale.soldOn)],
        [t('evidence.reference'), sale.reference],
        [t('evidence.offered'), formatDate(sale.optOutOfferedOn)],
        [t('evidence.recorded'), recorded(sale)],
      ]}
    />
  );
}
