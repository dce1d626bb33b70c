import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './MoreFields.module.css';

/** The fields that are seldom at hand: behind one button, in the same form. */
export function MoreFields({ children, onOpen }: { children: ReactNode; onOpen?: () => void }) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <>
      <Button
        className={classes.toggle}
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        leftSection={<Icon size={14} aria-hidden />}
        onClick={() => {
          if (!isOpen) onOpen?.();
          setOpen(!isOpen);
        }}
      >
        {isOpen ? t('edit.showLess') : t('edit.showMore')}
      </Button>
      {isOpen && children}
    </>
  );
}
