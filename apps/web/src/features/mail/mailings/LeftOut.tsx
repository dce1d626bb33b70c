import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { AudienceList } from './AudienceList.js';
import { Pills } from './Pills.js';
import { useReasonPills } from './use-reason-pills.js';

/** Who did not get a mailing that was sent off, and why. */
export function LeftOut({ mailing, byCode }: { mailing: Mailing; byCode: Record<string, number> }) {
  const { t } = useTranslation('mail');
  const reasonPills = useReasonPills();
  const [code, setCode] = useState('all');
  return (
    <>
      <Pills<string>
        label={t('audience.show')}
        pills={[{ key: 'all', label: t('audience.all') }, ...reasonPills(byCode)]}
        chosen={code}
        onChoose={setCode}
      />
      <AudienceList mailing={mailing} filter={code === 'all' ? { included: 'false' } : { code }} />
    </>
  );
}
