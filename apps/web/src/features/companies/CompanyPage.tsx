import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { companyQuery } from '../../api/queries.js';
import { useMay } from '../../shell/use-may.js';
import { useShortcuts } from '../../keyboard/shortcuts.js';
import { EditableArea, EmptyState, SkeletonRecord, useDocumentTitle } from '../../ui/index.js';
import {
  RecordTimeline,
  type RecordTimelineHandle,
  useLogShortcuts,
} from '../interactions/RecordTimeline.js';
import { Withheld } from '../records/Withheld.js';
import { CompanyActions } from '../permissions/CompanyLinks.js';
import { CompanyObjections } from '../permissions/CompanyObjections.js';
import { RecordActions } from '../records/RecordActions.js';
import { RecordLayout } from '../records/RecordLayout.js';
import { BillingFact, ProductFacts, RelationshipFacts } from './CompanyDealings.js';
import { CompanyContact } from './CompanyContact.js';
import { CompanyHead } from './CompanyHead.js';
import { CompanyPeople } from './CompanyPeople.js';
import { CompanySource } from './CompanySource.js';
import { IdentityFacts } from './IdentityFacts.js';

const route = getRouteApi('/app/companies/$id');

/** A company: its facts, what happened with all its people, and who they are. */
export function CompanyPage() {
  const { t } = useTranslation('companies');
  const { id } = route.useParams();
  const { data: company, error } = useQuery(companyQuery(id));
  const isMissing = error instanceof ApiProblem && (error.status === 404 || error.status === 400);
  useDocumentTitle(isMissing ? t('records:notFound.title') : (company?.name ?? t('title')));
  if (company) return <CompanyRecord key={id} company={company} />;
  if (isMissing) {
    return (
      <EmptyState
        heading="h1"
        title={t('records:notFound.title')}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/companies" {...props} />}>
            {t('back')}
          </Button>
        }
      >
        {t('records:notFound.text')}
      </EmptyState>
    );
  }
  if (error) throw error;
  return <SkeletonRecord />;
}

function CompanyRecord({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const timeline = useRef<RecordTimelineHandle>(null);
  const may = useMay();
  const head = useRef<HTMLDivElement>(null);
  const who = useMemo(
    () => ({ contacts: [], company: { id: company.id, name: company.name } }),
    [company.id, company.name],
  );
  const log: RecordTimelineHandle['log'] = (type) => timeline.current?.log(type);
  useLogShortcuts(log);
  useShortcuts([
    {
      keys: 'e',
      label: t('shortcut.edit'),
      run: () => head.current?.querySelector<HTMLElement>('[data-edit] button')?.click(),
    },
  ]);
  return (
    <EditableArea value={may('companies.update')}>
      <RecordLayout
        lead={
          <>
            <div ref={head}>
              <CompanyHead company={company} />
            </div>
            <CompanyContact company={company} />
          </>
        }
        facts={
          <>
            <IdentityFacts company={company} />
            {company.withheld.includes('billing') ? (
              <Withheld group="billing" />
            ) : (
              <BillingFact company={company} />
            )}
          </>
        }
        timeline={<RecordTimeline ref={timeline} owner={{ kind: 'companies', id: company.id }} who={who} />}
        aside={
          <>
            <CompanyPeople company={company} />
            <CompanyObjections company={company} />
            <RelationshipFacts company={company} />
            <ProductFacts company={company} />
            <CompanySource company={company} />
          </>
        }
        actions={
          <RecordActions onLog={log}>
            <CompanyActions company={company} />
          </RecordActions>
        }
      />
    </EditableArea>
  );
}
