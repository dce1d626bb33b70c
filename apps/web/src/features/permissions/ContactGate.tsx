import { Button, Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Addressee, closeDialog, type LinkedChannel, openMail } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { decisionQuery } from './queries.js';
import { StateWord } from './StateWord.js';
import classes from './Permissions.module.css';

interface Props {
  contact: Addressee;
  channel: LinkedChannel;
  href: string;
}

/** Why this person is not called or written to, and what may still be done: their service, never a sale. */
export function ContactGate({ contact, channel, href }: Props) {
  const { t } = useTranslation('permissions');
  const mayWrite = useMay()('messages.create');
  const marketing = useQuery(decisionQuery(contact.id, channel, 'direct_marketing')).data;
  const service = useQuery(decisionQuery(contact.id, channel, 'service')).data;
  const go = () => {
    closeDialog();
    if (channel === 'email' && mayWrite) openMail(contact, 'service');
    else window.location.assign(href);
  };
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={t(`gate.title.${channel}`, { name: contact.name })}
      size="28rem"
      yOffset="12vh"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {!marketing || !service ? (
        <Skeleton height={120} aria-label={t('gate.checking')} />
      ) : (
        <div className={classes.sheet}>
          <div className={classes.answer}>
            <StateWord decision={marketing} />
            <p>{marketing.sentence}</p>
            <span className={classes.quiet}>{marketing.law}</span>
          </div>
          {service.allowed ? (
            <p className={classes.after}>{t('gate.service')}</p>
          ) : (
            <p className={classes.tell}>{t('gate.never')}</p>
          )}
          <div className={classes.buttons}>
            {service.allowed && (
              <Button variant="default" onClick={go}>
                {t(`gate.serviceGo.${channel}`)}
              </Button>
            )}
            <Button data-autofocus onClick={closeDialog}>
              {t('gate.leave')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
