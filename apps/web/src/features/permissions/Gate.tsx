import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { closeDialog, type LinkedChannel } from '../../shell/dialogs.js';
import { StateWord } from './StateWord.js';
import type { Decision } from '../../api/model.js';
import classes from './Permissions.module.css';

interface Props {
  name: string;
  channel: LinkedChannel;
  /** Why not; while it is not known yet, what stands in its place. */
  refusal: Pick<Decision, 'allowed' | 'code' | 'sentence' | 'law'> | ReactNode;
  /** Goes on about their service; undefined where not even that is permitted. */
  onService: (() => void) | undefined;
}

/** Stops somebody who is about to call or write: why, and what may still be done. Leaving it is the first choice. */
export function Gate({ name, channel, refusal, onService }: Props) {
  const { t } = useTranslation('permissions');
  const isKnown = typeof refusal === 'object' && refusal !== null && 'code' in refusal;
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={t(`gate.title.${channel}`, { name })}
      size="28rem"
      yOffset="12vh"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {!isKnown && refusal}
      {isKnown && (
        <div className={classes.sheet}>
          <div className={classes.answer}>
            <StateWord decision={refusal} />
            <p>{refusal.sentence}</p>
            <span className={classes.quiet}>{refusal.law}</span>
          </div>
          {onService ? (
            <p className={classes.after}>{t('gate.service')}</p>
          ) : (
            <p className={classes.tell}>{t('gate.never')}</p>
          )}
          <div className={classes.buttons}>
            {onService && (
              <Button variant="default" onClick={onService}>
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
