import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { EmptyState, PageHeader, SkeletonRows } from '../../ui/index.js';
import { ColumnsStep } from './ColumnsStep.js';
import { Outcome } from './Outcome.js';
import { importQuery, isWorking } from './queries.js';
import { Steps, type Step } from './Steps.js';
import { Working } from './Working.js';
import classes from './Imports.module.css';

const route = getRouteApi('/app/import/$id');

/** One import from its columns to its result; the address brings one back to where it stands. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const { id } = route.useParams();
  const { data, error } = useQuery(importQuery(id));
  if (data) return <Wizard key={id} current={data} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) {
    return (
      <EmptyState
        title={t('records:notFound.title')}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
            {t('title')}
          </Button>
        }
      >
        {t('records:notFound.text')}
      </EmptyState>
    );
  }
  if (error) throw error;
  return <SkeletonRows />;
}

function stepOf(current: Import, isMapping: boolean): Step {
  if (current.status === 'running' || current.status === 'finished') return 'result';
  if (current.status === 'mapping' || current.status === 'failed' || isMapping) return 'columns';
  return 'check';
}

function Wizard({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  /** Back from the check to the columns. */
  const [isMapping, setMapping] = useState(false);
  const step = stepOf(current, isMapping && !isWorking(current.status));
  return (
    <>
      <PageHeader title={current.fileName} aside={t('rows', { count: current.rowCount })}>
        <Steps current={step} />
      </PageHeader>
      <div className={classes.wizard}>
        {step === 'columns' ? (
          <ColumnsStep current={current} onChecking={() => setMapping(false)} />
        ) : isWorking(current.status) ? (
          <Working current={current} />
        ) : (
          <Outcome current={current} onBack={() => setMapping(true)} />
        )}
      </div>
    </>
  );
}
