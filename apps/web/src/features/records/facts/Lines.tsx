import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Lines.module.css';

interface LineProps {
  href: string;
  /** What is copied; `children` is what is read, broken where addresses break when it is long. */
  value: string;
  children: string;
  /** Asks first whether it may be followed. */
  onFollow?: () => void;
}

/** One address as a link, with a way to copy it. */
export function LinkLine({ href, value, children, onFollow }: LineProps) {
  const { t } = useTranslation('records');
  const isOutside = href.startsWith('http');
  return (
    <span className={classes.line}>
      <a
        className={classes.link}
        href={href}
        onClick={(event) => {
          if (!onFollow) return;
          event.preventDefault();
          onFollow();
        }}
        {...(isOutside ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
      >
        {children.split(/(?<=@)|(?=\.)/).map((part, index) => (
          <Fragment key={index}>
            {index > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      </a>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            className={classes.copy}
            variant="subtle"
            color="gray"
            size="xs"
            aria-label={copied ? t('edit.copied') : t('edit.copy', { value: children })}
            onClick={copy}
          >
            {copied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}
