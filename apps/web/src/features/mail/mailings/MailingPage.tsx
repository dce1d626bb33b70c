import { Button } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { ActButton, SkeletonRecord, useDocumentTitle } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { Audience } from './Audience.js';
import classes from './Mailing.module.css';
import { MailingContent } from './MailingContent.js';
import { MailingForm } from './MailingForm.js';
import { mailingQuery, useMailingActs } from './queries.js';
import { Recipients } from './Recipients.js';
import { Results } from './Results.js';
import { SendButtons } from './SendButtons.js';
import { StatusChip } from './StatusChip.js';

const route = getRouteApi('/app/mail/mailings/$id');

/** One mailing from its draft to its result; the address brings one back to where it stands. */
export function MailingPage() {
  const { t } = useTranslation('mail');
  const { id } = route.useParams();
  const mailing = useQuery(mailingQuery(id));
  useDocumentTitle(mailing.data?.name ?? t('title'));
  if (mailing.isError && !mailing.data)
    return <RouteError error={mailing.error} reset={() => void mailing.refetch()} />;
  return (
    <div className={admin.page}>
      <Link to="/mail/mailings" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('back')}
      </Link>
      {mailing.data ? <Loaded mailing={mailing.data} /> : <SkeletonRecord />}
    </div>
  );
}

function Loaded({ mailing }: { mailing: Mailing }) {
  const isDraft = mailing.status === 'draft';
  return (
    <>
      <Head mailing={mailing} />
      {!isDraft && <Results mailing={mailing} />}
      <MailingContent mailing={mailing} />
      {isDraft ? <Audience mailing={mailing} /> : <Recipients mailing={mailing} />}
    </>
  );
}

function Head({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  return (
    <div className={admin.head}>
      <div className={classes.title}>
        <h2>{mailing.name}</h2>
        <StatusChip status={mailing.status} />
      </div>
      {mailing.status === 'draft' && may('mailings.manage') && (
        <div className={admin.acts}>
          <DeleteDraft mailing={mailing} />
          <Button
            variant="default"
            leftSection={<IconPencil size={15} stroke={1.7} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('edit')}
          </Button>
          <SendButtons mailing={mailing} />
        </div>
      )}
      {isEditing && <MailingForm mailing={mailing} onClose={() => setEditing(false)} />}
    </div>
  );
}

function DeleteDraft({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const navigate = useNavigate();
  return (
    <ActButton
      act={useMailingActs(mailing).remove}
      done={t('delete.done')}
      onDone={() => void navigate({ to: '/mail/mailings' })}
    >
      {t('delete.open')}
    </ActButton>
  );
}
