import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Shortcut, useActiveShortcuts, useSingleKeys } from '../keyboard/shortcuts.js';
import { KeyHint } from '../ui/KeyHint.js';
import { closeDialog } from './dialogs.js';
import classes from './KeySheet.module.css';

/** What `?` opens: the shortcuts that work on this page and those that work everywhere. */
export function KeySheet({ opened }: { opened: boolean }) {
  const { t } = useTranslation(['shell', 'common']);
  const shortcuts = useActiveShortcuts();
  const singleKeys = useSingleKeys();
  return (
    <Modal
      opened={opened}
      onClose={closeDialog}
      title={t('keys.title')}
      size="34rem"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {!singleKeys && <p className={classes.off}>{t('keys.off')}</p>}
      <div className={classes.columns}>
        <Group title={t('keys.page')} shortcuts={shortcuts.filter((shortcut) => !shortcut.everywhere)} />
        <Group title={t('keys.everywhere')} shortcuts={shortcuts.filter((shortcut) => shortcut.everywhere)} />
      </div>
    </Modal>
  );
}

function Group({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} className={classes.row}>
            <dt>{shortcut.label}</dt>
            <dd>
              <KeyHint keys={shortcut.keys} />
              <span className="s-visually-hidden">{shortcut.keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
