import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../shell/use-me.js';
import { CopyButton } from './CopyField.js';
import { usePrint } from './print.js';
import { useFactorsChanged } from './queries.js';
import { showRecoveryCodes, useRecoveryCodes } from './recovery-codes.js';
import classes from './Security.module.css';

/** New recovery codes, shown this once: to be copied, printed or saved. Closes only by saying that they are kept. */
export function RecoveryCodesDialog() {
  const codes = useRecoveryCodes();
  return codes && <Codes codes={codes} />;
}

function Codes({ codes }: { codes: string[] }) {
  const { t } = useTranslation('security');
  const { finish } = useFactorsChanged();
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { email } = useMe();
  const text = [t('codes.sheet', { email }), '', ...codes, ''].join('\n');
  const { print, sheet } = usePrint(
    <>
      <h1>{t('codes.sheet', { email })}</h1>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>,
  );
  function close(): void {
    showRecoveryCodes(null);
    void finish();
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('codes.title')}
      size="28rem"
      yOffset="12vh"
      fullScreen={isPhone}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <p>{t('codes.keep')}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.keepBy}>
        <CopyButton text={codes.join('\n')} />
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          onClick={print}
        >
          {t('codes.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          onClick={() => download(text)}
        >
          {t('codes.download')}
        </Button>
      </div>
      <Button fullWidth data-autofocus onClick={close}>
        {t('codes.kept')}
      </Button>
      {sheet}
    </Modal>
  );
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = 'seloste.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
