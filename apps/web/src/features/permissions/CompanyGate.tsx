import { useTranslation } from 'react-i18next';
import { type Addressee, closeDialog, type LinkedChannel } from '../../shell/dialogs.js';
import { Gate } from './Gate.js';

interface Props {
  company: Addressee;
  channel: LinkedChannel;
  href: string;
}

/** The company forbids it for everybody who works there (917/2014 s. 202); its service may go on. */
export function CompanyGate({ company, channel, href }: Props) {
  const { t } = useTranslation('permissions');
  const go = () => {
    closeDialog();
    window.location.assign(href);
  };
  const refusal = {
    allowed: false,
    code: 'company_objected',
    sentence: t('company.blocked', { channel: t(`channel.${channel}`).toLocaleLowerCase() }),
    law: '917/2014 s. 202',
  } as const;
  return <Gate name={company.name} channel={channel} refusal={refusal} onService={go} />;
}
