import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../records/RecordLayout.js';

interface Props {
  title: ReactNode;
  size?: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel at the right for reading; the whole screen on a phone. */
export function SideSheet({ title, size = '30rem', onClose, children }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  return (
    <Drawer
      opened
      onClose={onClose}
      title={title}
      position="right"
      size={isPhone ? '100%' : size}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Drawer>
  );
}
